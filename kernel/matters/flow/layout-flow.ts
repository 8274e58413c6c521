import type { MatterDeclaration, StateDeclaration } from '../matter.types.ts'

/**
 * Where the states of a matter stand in a picture, in units of a box: the beginning left, ends right, each step of the
 * way one column further. A state with branches is a frame around them. Boxes never overlap; between columns runs a gap
 * for arrows, and under each line of states a lane for those that skip a column or go back.
 */
export interface Place {
  readonly name: string
  readonly state: StateDeclaration
  readonly column: number
  readonly row: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** the frame in which it stands, and its branch there */
  readonly frame: string | undefined
}

export interface Line {
  readonly places: readonly Place[]
  readonly routes: readonly Route[]
  readonly width: number
  readonly height: number
}

export interface Route {
  readonly from: string
  readonly to: string
  readonly acts: readonly string[]
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const gap = { x: 0.8, y: 0.35 }
const padding = { side: 0.3, head: 0.5 }
const laneHeight = 0.2

export function layoutFlow({ states, initial }: Pick<MatterDeclaration, 'states' | 'initial'>): Line {
  return layoutLine(states, initial, undefined)
}

interface Sized {
  readonly name: string
  readonly state: StateDeclaration
  readonly width: number
  readonly height: number
  /** the branches of a frame, one under the other */
  readonly inner: readonly Line[]
}

function layoutLine(
  states: Readonly<Record<string, StateDeclaration>>,
  initial: string,
  frame: string | undefined,
): Line {
  const ranks = ranksOf(states, initial)
  const sized = Object.entries(states).map(([name, state]) => sizeOf(name, state))
  const columns: Sized[][] = []
  for (const each of sized) {
    const rank = ranks.get(each.name) ?? 0
    columns[rank] = [...(columns[rank] ?? []), each]
  }
  const places: Place[] = []
  const routes: Route[] = []
  const columnOf = new Map<string, number>()
  const edges: { readonly left: number; readonly right: number }[] = []
  let [x, bottom] = [0, 0]
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? []
    const width = Math.max(1, ...column.map((each) => each.width))
    let y = 0
    for (const each of column) {
      columnOf.set(each.name, at)
      places.push({
        ...{
          name: each.name,
          state: each.state,
          column: x,
          row: y,
          columnSpan: each.width,
          rowSpan: each.height,
          frame,
        },
      })
      let innerY = y + padding.head
      for (const line of each.inner) {
        const shift = { x: x + padding.side, y: innerY }
        places.push(...line.places.map((place) => shiftPlace(place, shift)))
        routes.push(...line.routes.map((route) => shiftRoute(route, shift)))
        innerY += line.height + gap.y
      }
      y += each.height + gap.y
    }
    bottom = Math.max(bottom, y)
    edges.push({ left: x, right: x + width })
    x += width + gap.x
  }
  const own = routesOf(states, { places, columnOf, edges, bottom })
  return { places, routes: [...routes, ...own.routes], width: Math.max(1, x - gap.x), height: own.bottom }
}

function sizeOf(name: string, state: StateDeclaration): Sized {
  const inner = Object.values(state.regions ?? {}).map((region) => layoutLine(region.states, region.initial, name))
  if (inner.length === 0) return { name, state, width: 1, height: 1, inner }
  const width = Math.max(...inner.map((line) => line.width)) + 2 * padding.side
  const height = padding.head + inner.reduce((sum, line) => sum + line.height + gap.y, 0)
  return { name, state, width, height, inner }
}

/** How many steps a state is from the beginning; ends stand in the last column. */
function ranksOf(states: Readonly<Record<string, StateDeclaration>>, initial: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  let front = [initial]
  for (let rank = 0; front.length > 0; rank += 1) {
    const here = front.filter((name) => name in states && !ranks.has(name))
    for (const name of here) ranks.set(name, rank)
    front = here.flatMap((name) => targetsOf(states[name]).map(({ to }) => to))
  }
  // What only a reopening reaches stands behind the beginning.
  for (const name of Object.keys(states)) if (!ranks.has(name)) ranks.set(name, 1)
  const isEnd = (name: string) => targetsOf(states[name]).length === 0
  const last = Math.max(0, ...[...ranks].map(([name, rank]) => (isEnd(name) ? rank : rank + 1)))
  return new Map([...ranks].map(([name, rank]) => [name, isEnd(name) ? last : rank]))
}

/** Where a state leads, each target once with its acts. */
export function targetsOf(
  state: StateDeclaration | undefined,
): readonly { readonly to: string; readonly acts: readonly string[] }[] {
  const targets = new Map<string, string[]>()
  for (const [act, { to }] of Object.entries(state?.acts ?? {})) {
    if (to !== undefined) targets.set(to, [...(targets.get(to) ?? []), act])
  }
  if (state?.then !== undefined && !targets.has(state.then)) targets.set(state.then, [])
  return [...targets].map(([to, acts]) => ({ to, acts }))
}

interface Drawn {
  readonly places: readonly Place[]
  readonly columnOf: ReadonlyMap<string, number>
  readonly edges: readonly { readonly left: number; readonly right: number }[]
  readonly bottom: number
}

/** Arrows of one line: to the next column through the gap between, all others through a lane of their own underneath. */
function routesOf(
  states: Readonly<Record<string, StateDeclaration>>,
  { places, columnOf, edges, bottom }: Drawn,
): { readonly routes: readonly Route[]; readonly bottom: number } {
  const placeOf = new Map(places.map((place) => [place.name, place]))
  const arrows = Object.entries(states).flatMap(([from, state]) =>
    targetsOf(state).map(({ to, acts }) => ({ from, to, acts })),
  )
  // Every arrow has its own place in a gap, so that two of them are two lines.
  const turns = new Map<number, number>()
  const turnIn = (column: number) => {
    const taken = (turns.get(column) ?? 0) + 1
    turns.set(column, taken)
    return taken
  }
  const turnX = (column: number) => {
    const right = edges[column]?.right ?? 0
    return right + gap.x * (0.15 + 0.7 * ((turnIn(column) * 0.382) % 1))
  }
  let lane = bottom
  const routes = arrows.flatMap(({ from, to, acts }): readonly Route[] => {
    const [start, end] = [placeOf.get(from), placeOf.get(to)]
    const [column, target] = [columnOf.get(from), columnOf.get(to)]
    if (start === undefined || end === undefined || column === undefined || target === undefined) return []
    const x1 = start.column + start.columnSpan
    const [y1, y2] = [middle(start), middle(end)]
    const out = turnX(column)
    if (target === column + 1) {
      return [
        {
          from,
          to,
          acts,
          points: [
            { x: x1, y: y1 },
            { x: out, y: y1 },
            { x: out, y: y2 },
            { x: end.column, y: y2 },
          ],
        },
      ]
    }
    lane += laneHeight
    const into = target === 0 ? -gap.x * 0.4 : turnX(target - 1)
    const points = [
      ...[
        { x: x1, y: y1 },
        { x: out, y: y1 },
        { x: out, y: lane },
      ],
      ...[
        { x: into, y: lane },
        { x: into, y: y2 },
        { x: end.column, y: y2 },
      ],
    ]
    return [{ from, to, acts, points }]
  })
  return { routes, bottom: lane }
}

function middle({ row, rowSpan }: Place): number {
  return row + rowSpan / 2
}

function shiftPlace(place: Place, { x, y }: { readonly x: number; readonly y: number }): Place {
  return { ...place, column: place.column + x, row: place.row + y }
}

function shiftRoute(route: Route, { x, y }: { readonly x: number; readonly y: number }): Route {
  return { ...route, points: route.points.map((point) => ({ x: point.x + x, y: point.y + y })) }
}
