import { presentFlow } from '@qiangxian/kernel/matters/flow/present-flow'
import { describe, expect, it } from 'vitest'
import { matters } from './declarations.gen.ts'

interface Point {
  readonly x: number
  readonly y: number
}

type Piece = readonly [Point, Point]

/** Whether an upright and a level piece cross inside of both. */
function cross([a, b]: Piece, [c, d]: Piece): boolean {
  const [upright, level] = a.x === b.x ? [[a, b] as const, [c, d] as const] : [[c, d] as const, [a, b] as const]
  if (upright[0].x !== upright[1].x || level[0].y !== level[1].y) return false
  const [x, y] = [upright[0].x, level[0].y]
  const inside = (value: number, one: number, other: number) =>
    value > Math.min(one, other) + 0.01 && value < Math.max(one, other) - 0.01
  return inside(x, level[0].x, level[1].x) && inside(y, upright[0].y, upright[1].y)
}

describe.each(matters.map((matter) => [matter.label, matter] as const))('the flow picture of %s', (_, matter) => {
  const { boxes, arrows } = presentFlow(matter)

  it('leads to the right, but for what goes back', () => {
    const columnOf = new Map(boxes.map(({ id, column }) => [id, column]))
    const back = arrows.filter(({ from, to }) => (columnOf.get(to) ?? 0) <= (columnOf.get(from) ?? 0))
    expect(back.length).toBeLessThanOrEqual(arrows.length / 3)
  })

  it('lets no arrow run through a state', () => {
    for (const { from, to, points } of arrows) {
      for (const [at, point] of points.slice(1).entries()) {
        const before = points[at] ?? point
        for (const box of boxes.filter(({ kind }) => kind !== 'region')) {
          const through =
            Math.max(before.x, point.x) > box.column + 0.01 &&
            Math.min(before.x, point.x) < box.column + box.columnSpan - 0.01 &&
            Math.max(before.y, point.y) > box.row + 0.01 &&
            Math.min(before.y, point.y) < box.row + box.rowSpan - 0.01
          expect(through, `${from} → ${to} through ${box.id}`).toBe(false)
        }
      }
    }
  })

  it('lets few arrows cross', () => {
    const ways = arrows.map(({ points }) => points.slice(1).map((point, at): Piece => [points[at] ?? point, point]))
    const pairs = ways.flatMap((way, at) => ways.slice(at + 1).map((other) => [way, other] as const))
    const crossings = pairs.reduce(
      (sum, [one, other]) => sum + one.flatMap((a) => other.filter((b) => cross(a, b))).length,
      0,
    )
    // a state with branches stands in the way of what goes by it
    const isPlain = boxes.every(({ kind }) => kind !== 'region')
    expect(crossings).toBeLessThanOrEqual(arrows.length * (isPlain ? 0.35 : 1.5))
  })
})
