import { describe, expect, it } from 'vitest'
import type { FlowPicture } from '../api/types.gen.ts'
import { frameOf, labelSpots, margin, pathThrough, rectOf, unit, wayOf } from './flow-lines.ts'

const box = (id: string, column: number, row: number): FlowPicture['boxes'][number] => ({
  id,
  label: id,
  kind: 'state',
  turn: null,
  column,
  row,
  columnSpan: 1,
  rowSpan: 1,
  isCurrent: false,
  isPast: false,
})
const arrow = (from: string, to: string, points: FlowPicture['arrows'][number]['points'] = []) => ({
  from,
  to,
  label: '受理',
  by: ['handler'],
  points,
})
const boxes = [box('a', 0, 0), box('b', 1.8, 0)]
const byId = new Map(boxes.map((one) => [one.id, one]))

describe('the lines of a flow', () => {
  it('follow the points that the server laid out, in units of a box', () => {
    const way = wayOf(
      arrow('a', 'b', [
        { x: 1, y: 0.5 },
        { x: 1.8, y: 0.5 },
      ]),
      byId,
    )
    expect(way).toEqual([
      { x: unit.width, y: unit.height / 2 },
      { x: 1.8 * unit.width, y: unit.height / 2 },
    ])
  })

  it('go straight from edge to edge without points, and round the corner back to the same box', () => {
    const [start, end] = wayOf(arrow('a', 'b'), byId)
    expect(start?.x).toBeCloseTo(unit.width)
    expect(end?.x).toBeCloseTo(1.8 * unit.width)
    expect(wayOf(arrow('a', 'a'), byId)).toHaveLength(5)
  })

  it('draw nothing to a box that is not there', () => {
    expect(wayOf(arrow('a', 'gone'), byId)).toEqual([])
    expect(pathThrough([])).toBe('')
  })

  it('never reach outside of the frame, lanes left of the first box included', () => {
    const lane = arrow('b', 'a', [
      { x: 2, y: 1 },
      { x: -0.3, y: 1 },
      { x: -0.3, y: 0.5 },
      { x: 0, y: 0.5 },
    ])
    const frame = frameOf({ columns: 3, rows: 1, boxes, arrows: [lane] })
    expect(frame.x).toBe(-0.3 * unit.width - margin)
    expect(frame.x + frame.width).toBe(rectOf(box('b', 1.8, 0)).x + unit.width + margin)
    expect(frame.y + frame.height).toBe(unit.height + margin)
  })

  it('carry their words on a level piece, beside states and other words', () => {
    const way = [
      { x: 0, y: 0 },
      { x: 0, y: 40 },
      { x: 200, y: 40 },
    ]
    const [alone] = labelSpots([{ way, label: '受理' }], [])
    expect(alone).toMatchObject({ x: 100, y: 40 })
    const spots = labelSpots(
      [
        { way, label: '受理' },
        { way, label: '退回' },
      ],
      [],
    )
    expect(spots[1]?.x).not.toBe(spots[0]?.x)
    const [beside] = labelSpots([{ way, label: '受理' }], [{ x: 80, y: 30, width: 40, height: 20 }])
    expect(beside?.x).not.toBe(100)
  })
})
