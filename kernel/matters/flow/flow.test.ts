import { describe, expect, it } from 'vitest'
import type { FlowPicture } from '../matters.schemas.ts'
import { inventedMatters } from '../testing/invented-matters.ts'
import { presentFlow } from './present-flow.ts'

type Box = FlowPicture['boxes'][number]

const overlap = (a: Box, b: Box) =>
  a.column < b.column + b.columnSpan &&
  b.column < a.column + a.columnSpan &&
  a.row < b.row + b.rowSpan &&
  b.row < a.row + a.rowSpan

const holds = (a: Box, b: Box) =>
  a.kind === 'region' &&
  a.column <= b.column &&
  a.row <= b.row &&
  a.column + a.columnSpan >= b.column + b.columnSpan &&
  a.row + a.rowSpan >= b.row + b.rowSpan

/** Whether a level or upright piece of an arrow runs through the inside of a box. */
const crosses = (from: { x: number; y: number }, to: { x: number; y: number }, box: Box) => {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const inside = 0.001
  return (
    right > box.column + inside &&
    left < box.column + box.columnSpan - inside &&
    bottom > box.row + inside &&
    top < box.row + box.rowSpan - inside
  )
}

describe.each(inventedMatters.map((declaration) => [declaration.id, declaration] as const))(
  'flow of %s',
  (_, declaration) => {
    const picture = presentFlow(declaration)

    it('shows every state once', () => {
      const names = picture.boxes.map(({ id }) => id)
      expect(new Set(names).size).toBe(names.length)
      for (const name of Object.keys(declaration.states)) expect(names).toContain(name)
    })

    it('lets no two boxes overlap, unless one is the frame of the other', () => {
      for (const [at, a] of picture.boxes.entries()) {
        for (const b of picture.boxes.slice(at + 1)) {
          expect(overlap(a, b) && !holds(a, b) && !holds(b, a), `${a.id} and ${b.id}`).toBe(false)
        }
      }
    })

    it('lets no arrow run through a box that is not its frame', () => {
      for (const { from, to, points } of picture.arrows) {
        const free = picture.boxes.filter((box) => box.kind !== 'region')
        for (const [at, point] of points.slice(1).entries()) {
          const before = points[at]
          if (before === undefined) continue
          for (const box of free) expect(crosses(before, point, box), `${from} → ${to} through ${box.id}`).toBe(false)
        }
      }
    })

    it('stands in its own bounds, the beginning left and ends right', () => {
      for (const { column, row, columnSpan, rowSpan } of picture.boxes) {
        expect(column).toBeGreaterThanOrEqual(0)
        expect(row).toBeGreaterThanOrEqual(0)
        expect(column + columnSpan).toBeLessThanOrEqual(picture.columns + 0.001)
        expect(row + rowSpan).toBeLessThanOrEqual(picture.rows + 0.001)
      }
      expect(picture.boxes.find(({ kind }) => kind === 'start')?.column).toBe(0)
    })
  },
)

describe('flow of one case', () => {
  it('marks where it is and where it was, with the frames around', () => {
    const parallel = inventedMatters.find(({ states }) =>
      Object.values(states).some(({ regions }) => regions !== undefined),
    )
    if (parallel === undefined) throw new Error('no invented matter has branches')
    const picture = presentFlow(parallel, { phases: ['talking', 'examining'], past: ['received'] })
    const current = picture.boxes.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)
    expect(current.sort()).toEqual(['examining', 'hearing', 'talking'])
    expect(picture.boxes.find(({ id }) => id === 'received')?.isPast).toBe(true)
  })

  it('shows the end that every matter has only to a case that came to it', () => {
    const [first] = inventedMatters
    if (first === undefined) throw new Error('no invented matter')
    expect(presentFlow(first).boxes.some(({ id }) => id === 'withdrawn')).toBe(false)
    expect(presentFlow(first, { phases: ['withdrawn'] }).boxes.find(({ id }) => id === 'withdrawn')?.isCurrent).toBe(
      true,
    )
  })
})
