/** What stands in a column: a state, or a lane by which a longer arrow passes the column. */
export interface Item {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly isLane: boolean
}

/** From an item of one column to an item of the next. */
export interface Hop {
  readonly from: string
  readonly to: string
}

const sweeps = 12

/**
 * The order of the items in each column with few crossings: back and forth, each column is sorted by the middle of what
 * its items hang together with in the column before; the best order that came up is kept.
 */
export function orderColumns(
  columns: readonly (readonly Item[])[],
  hops: readonly Hop[],
): readonly (readonly Item[])[] {
  let best = columns
  let fewest = crossings(columns, hops)
  let now = columns
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    const forward = sweep % 2 === 0
    const order = forward ? now.map((_, at) => at) : now.map((_, at) => now.length - 1 - at)
    const next = [...now]
    for (const at of order.slice(1)) {
      const beside = next[forward ? at - 1 : at + 1] ?? []
      next[at] = sorted(next[at] ?? [], beside, hops, forward)
    }
    now = next
    const count = crossings(now, hops)
    if (count < fewest) [best, fewest] = [now, count]
  }
  return best
}

function sorted(
  column: readonly Item[],
  beside: readonly Item[],
  hops: readonly Hop[],
  forward: boolean,
): readonly Item[] {
  const placeOf = new Map(beside.map(({ name }, at) => [name, at]))
  const middleOf = (name: string, at: number) => {
    const places = hops.flatMap(({ from, to }) => {
      const other = forward ? (to === name ? from : undefined) : from === name ? to : undefined
      const place = other === undefined ? undefined : placeOf.get(other)
      return place === undefined ? [] : [place]
    })
    return places.length === 0 ? at : places.reduce((sum, place) => sum + place, 0) / places.length
  }
  return column
    .map((item, at) => ({ item, at, middle: middleOf(item.name, at) }))
    .sort((a, b) => a.middle - b.middle || a.at - b.at)
    .map(({ item }) => item)
}

/** How often two arrows cross between neighbouring columns. */
export function crossings(columns: readonly (readonly Item[])[], hops: readonly Hop[]): number {
  let count = 0
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1] ?? []
    const left = new Map(column.map(({ name }, place) => [name, place]))
    const right = new Map(next.map(({ name }, place) => [name, place]))
    const ends = hops.flatMap(({ from, to }) => {
      const [a, b] = [left.get(from), right.get(to)]
      return a === undefined || b === undefined ? [] : [{ a, b }]
    })
    for (const [index, one] of ends.entries()) {
      for (const other of ends.slice(index + 1)) if ((one.a - other.a) * (one.b - other.b) < 0) count += 1
    }
  }
  return count
}
