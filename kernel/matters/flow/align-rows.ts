import type { Hop, Item } from './order-columns.ts'

/** free room between two states, and between a lane and whatever is beside it */
const between = { states: 0.35, lanes: 0.16 }
const sweeps = 24

/**
 * The middle of each item, top down: as near as can be to the middle of what it hangs together with, in the order of its
 * column and with room between. Lanes pull most, so that long arrows run straight.
 */
export function alignRows(columns: readonly (readonly Item[])[], hops: readonly Hop[]): ReadonlyMap<string, number> {
  const middles = new Map<string, number>()
  for (const column of columns) for (const [at, middle] of stacked(column).entries()) set(middles, column, at, middle)
  const isLane = new Set(columns.flatMap((column) => column.filter((item) => item.isLane).map(({ name }) => name)))
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : [...columns].reverse()) {
      const wanted = column.map(({ name }) => {
        const pulls = hops.flatMap(({ from, to }) => {
          const other = from === name ? to : to === name ? from : undefined
          const middle = other === undefined ? undefined : middles.get(other)
          if (other === undefined || middle === undefined) return []
          return [{ middle, weight: isLane.has(name) && isLane.has(other) ? 4 : 1 }]
        })
        const weight = pulls.reduce((sum, pull) => sum + pull.weight, 0)
        if (weight === 0) return middles.get(name) ?? 0
        return pulls.reduce((sum, pull) => sum + pull.middle * pull.weight, 0) / weight
      })
      for (const [at, middle] of kept(wanted, stacked(column)).entries()) set(middles, column, at, middle)
    }
  }
  const tops = columns.flatMap((column) => column.map(({ name, height }) => (middles.get(name) ?? 0) - height / 2))
  const top = Math.min(...tops)
  return new Map([...middles].map(([name, middle]) => [name, middle - top]))
}

function set(middles: Map<string, number>, column: readonly Item[], at: number, middle: number): void {
  const item = column[at]
  if (item !== undefined) middles.set(item.name, middle)
}

/** The middles of a column that begins at the top and stands as close as it may. */
function stacked(column: readonly Item[]): readonly number[] {
  let y = 0
  return column.map((item, at) => {
    const before = column[at - 1]
    if (before !== undefined) y += before.isLane || item.isLane ? between.lanes : between.states
    const middle = y + item.height / 2
    y += item.height
    return middle
  })
}

/**
 * The places nearest to those wanted that keep order and distances: neighbours that want the same place are moved
 * together to the mean of what they want.
 */
function kept(wanted: readonly number[], closest: readonly number[]): readonly number[] {
  const blocks: { sum: number; count: number }[] = []
  for (const [at, want] of wanted.entries()) {
    let block = { sum: want - (closest[at] ?? 0), count: 1 }
    for (let last = blocks.at(-1); last !== undefined && last.sum / last.count > block.sum / block.count; ) {
      blocks.pop()
      block = { sum: block.sum + last.sum, count: block.count + last.count }
      last = blocks.at(-1)
    }
    blocks.push(block)
  }
  const shifts = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return closest.map((middle, at) => middle + (shifts[at] ?? 0))
}
