import type { Arrow } from './rank-states.ts'

export interface Route extends Arrow {
  /** none for an act that stays where it is */
  readonly points: readonly Point[]
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A state as it stands in its column. */
export interface Stand {
  readonly rank: number
  readonly top: number
  readonly height: number
  readonly width: number
}

export interface Routed {
  readonly routes: readonly Route[]
  /** the left edge of each column */
  readonly lefts: readonly number[]
  readonly width: number
  /** what the lanes over the states take, by which everything stands lower */
  readonly above: number
  /** with the lanes over and under the states */
  readonly height: number
}

/** from arrow to arrow in a gap; the least width of a gap; from lane to lane; of a letter, and of how many a gap holds */
const room = { track: 0.14, gap: 0.8, lane: 0.26, edge: 0.2, letter: 0.105, letters: 7 } as const

/** An arrow by the heights at which it leaves, passes the columns between, and comes in; one back runs beside them all. */
interface Way {
  readonly arrow: Arrow
  readonly from: Stand
  readonly to: Stand
  /** on which side of the states an arrow back runs; undefined: it leads on */
  readonly back: 'over' | 'under' | undefined
  readonly heights: number[]
}

/** A piece of an arrow that runs up or down in a gap; gap 0 lies before the first column, gap n behind the nth. */
interface Turn {
  readonly gap: number
  readonly from: number
  readonly to: number
}

/**
 * Arrows along the columns: each turns in the gaps between them, on a track of its own, and arrows back run on lanes
 * over or under all states, whichever is nearer, the shorter ones inside. The gaps become as wide as their tracks and the
 * words on them ask for.
 */
export function routeArrows(
  arrows: readonly Arrow[],
  stands: ReadonlyMap<string, Stand>,
  middlesBetween: (arrow: Arrow) => readonly number[],
  widths: readonly number[],
  lettersOf: (arrow: Arrow) => number,
): Routed {
  const bottom = Math.max(0, ...[...stands.values()].map(({ top, height }) => top + height))
  const ways = arrows.flatMap((arrow): readonly Way[] => {
    const [from, to] = [stands.get(arrow.from), stands.get(arrow.to)]
    if (from === undefined || to === undefined || from === to) return []
    const heights = [middle(from), ...(to.rank > from.rank ? middlesBetween(arrow) : []), middle(to)]
    const side = middle(from) + middle(to) < bottom ? 'over' : 'under'
    return [{ arrow, from, to, back: to.rank > from.rank ? undefined : side, heights }]
  })
  spreadAtStates(ways)
  const lanes = { over: lanesOf(ways, 'over'), under: lanesOf(ways, 'under') }
  const laneAt = (way: Way) => {
    if (way.back === undefined) return undefined
    const far = room.lane * ((lanes[way.back].get(way) ?? 0) + 1)
    return way.back === 'over' ? -far : bottom + far
  }
  const turnsOf = new Map(ways.map((way) => [way, turnsAlong(way, laneAt(way))]))
  const tracks = widths
    .map((_, gap) => gap)
    .concat(widths.length)
    .map((gap) => tracksIn(gap, [...turnsOf.values()].flat()))
  const count = (gap: number) => tracks[gap]?.size ?? 0
  // the words of an arrow to the next column stand in the gap between; longer arrows have room elsewhere
  const wordsIn = (gap: number) =>
    Math.max(
      0,
      ...ways
        .filter(({ from, to }) => from.rank + 1 === gap && to.rank === gap)
        .map(({ arrow }) => 2 * room.edge + room.letter * Math.min(room.letters, lettersOf(arrow))),
    )
  const lefts: number[] = []
  let x = 0
  for (const [at, width] of widths.entries()) {
    lefts.push(x)
    const isLast = at === widths.length - 1
    x += width + (isLast ? 0 : Math.max(room.gap, wordsIn(at + 1), 2 * room.edge + room.track * (count(at + 1) - 1)))
  }
  const end = count(widths.length)
  const width = Math.max(1, x + (end === 0 ? 0 : room.edge + room.track * (end - 1)))
  const trackX = (turn: Turn) => {
    const at = tracks[turn.gap]?.get(turn) ?? 0
    if (turn.gap === 0) return -room.edge - room.track * (count(0) - 1 - at)
    const start = (lefts[turn.gap - 1] ?? 0) + (widths[turn.gap - 1] ?? 1)
    const next = lefts[turn.gap]
    const free = next === undefined ? 0 : (next - start - room.track * (count(turn.gap) - 1)) / 2
    return start + (next === undefined ? room.edge : free) + room.track * at
  }
  const centred = (stand: Stand) => (lefts[stand.rank] ?? 0) + ((widths[stand.rank] ?? 1) - stand.width) / 2
  const routes = ways.map((way): Route => {
    const points: Point[] = [{ x: centred(way.from) + way.from.width, y: way.heights[0] ?? 0 }]
    for (const turn of turnsOf.get(way) ?? []) {
      if (same(turn.from, turn.to)) continue
      points.push({ x: trackX(turn), y: turn.from }, { x: trackX(turn), y: turn.to })
    }
    return { ...way.arrow, points: [...points, { x: centred(way.to), y: way.heights.at(-1) ?? 0 }] }
  })
  const staying = arrows.filter(({ from, to }) => from === to).map((arrow) => ({ ...arrow, points: [] }))
  const above = room.lane * countOf(lanes.over)
  const lower = (points: readonly Point[]) => points.map(({ x, y }) => ({ x, y: y + above }))
  return {
    routes: [...routes, ...staying].map((route) => ({ ...route, points: lower(route.points) })),
    ...{ lefts, width, above, height: above + bottom + room.lane * countOf(lanes.under) },
  }
}

/** Several arrows at one side of a state have a place each, in the order in which they come; a single one runs straight. */
function spreadAtStates(ways: readonly Way[]): void {
  const sides = new Map<string, { stand: Stand; ends: { way: Way; at: number; beyond: number }[] }>()
  for (const way of ways) {
    for (const [side, stand, at, next] of [
      ['out', way.from, 0, 1],
      ['in', way.to, way.heights.length - 1, way.heights.length - 2],
    ] as const) {
      const key = `${side}${side === 'out' ? way.arrow.from : way.arrow.to}`
      const known = sides.get(key) ?? { stand, ends: [] }
      const far = way.back === 'over' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
      const beyond = way.back === undefined ? (way.heights[next] ?? 0) : far
      sides.set(key, { stand, ends: [...known.ends, { way, at, beyond }] })
    }
  }
  for (const { stand, ends } of sides.values()) {
    const sorted = [...ends].sort((a, b) => (a.beyond < b.beyond ? -1 : a.beyond > b.beyond ? 1 : 0))
    const [only] = sorted
    if (sorted.length === 1 && only !== undefined && Number.isFinite(only.beyond)) {
      const [top, bottom] = [stand.top + stand.height * 0.2, stand.top + stand.height * 0.8]
      only.way.heights[only.at] = Math.min(bottom, Math.max(top, only.beyond))
      continue
    }
    for (const [place, { way, at }] of sorted.entries())
      way.heights[at] = stand.top + (stand.height * (place + 1)) / (sorted.length + 1)
  }
}

function turnsAlong({ from, to, heights }: Way, lane: number | undefined): readonly Turn[] {
  if (lane === undefined) {
    return heights.slice(1).map((next, at) => ({ gap: from.rank + 1 + at, from: heights[at] ?? next, to: next }))
  }
  return [
    { gap: from.rank + 1, from: heights[0] ?? 0, to: lane },
    { gap: to.rank, from: lane, to: heights[1] ?? 0 },
  ]
}

/** Which lane each arrow back takes: those that lie beside each other share one. */
function lanesOf(ways: readonly Way[], side: 'over' | 'under'): ReadonlyMap<Way, number> {
  const lanes = new Map<Way, number>()
  const back = ways
    .filter((way) => way.back === side)
    .sort((a, b) => a.from.rank - a.to.rank - (b.from.rank - b.to.rank))
  for (const way of back) {
    const taken = new Set([...lanes].flatMap(([other, lane]) => (meet(way, other) ? [lane] : [])))
    let lane = 0
    while (taken.has(lane)) lane += 1
    lanes.set(way, lane)
  }
  return lanes
}

function countOf(lanes: ReadonlyMap<Way, number>): number {
  return Math.max(-1, ...lanes.values()) + 1
}

function meet(a: Way, b: Way): boolean {
  return a.to.rank <= b.from.rank + 1 && b.to.rank <= a.from.rank + 1
}

/**
 * The track of each piece in a gap, from the left: what goes down turns the sooner the lower it comes from, what goes up
 * the sooner the higher, so that they do not cross each other.
 */
function tracksIn(gap: number, all: readonly Turn[]): ReadonlyMap<Turn, number> {
  const here = all.filter((turn) => turn.gap === gap && !same(turn.from, turn.to))
  const down = here.filter(({ from, to }) => to > from).sort((a, b) => b.from - a.from || b.to - a.to)
  const up = here.filter(({ from, to }) => to < from).sort((a, b) => a.from - b.from || a.to - b.to)
  return new Map([...down, ...up].map((turn, at) => [turn, at]))
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.001
}

function middle({ top, height }: Stand): number {
  return top + height / 2
}
