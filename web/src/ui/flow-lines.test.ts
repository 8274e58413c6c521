import { describe, expect, it } from 'vitest'
import type { FlowPicture } from '../api/types.gen.ts'
import { frameOf, labelSpot, margin, pathThrough, rectOf, unit, wayOf } from './flow-lines.ts'

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

  it('carry their words in the middle of the longest part', () => {
    expect(
      labelSpot([
        { x: 0, y: 0 },
        { x: 0, y: 10 },
        { x: 100, y: 10 },
      ]),
    ).toEqual({ x: 50, y: 10, room: 100 })
  })
})
