import type { MatterDeclaration, StateDeclaration } from '../matter.types.ts'
import { alignRows } from './align-rows.ts'
import { type Hop, type Item, orderColumns } from './order-columns.ts'
import { type Arrow, arrowsOf, ranksOf } from './rank-states.ts'
import { type Route, routeArrows, type Stand } from './route-arrows.ts'

/**
 * Where the states of a matter stand in a picture, in units of a box: the beginning left, each step of the way one column
 * further, in an order with few crossings, and as straight as can be. A state with branches is a frame around them. Boxes
 * never overlap; arrows turn in the gaps between columns, long ones pass a column by a lane of their own, and those that
 * lead back run over or under them.
 *
 * In the manner of Sugiyama, Tagawa and Toda (1981): layers, order, places, lines.
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

interface Line {
  readonly places: readonly Place[]
  readonly routes: readonly Route[]
  readonly width: number
  readonly height: number
}

type States = MatterDeclaration['states']

const padding = { side: 0.4, head: 0.5, between: 0.35 }
/** what a long arrow takes of a column that it passes */
const laneHeight = 0.12

export function layoutFlow({ states, initial }: Pick<MatterDeclaration, 'states' | 'initial'>): Line {
  return layoutLine(states, initial, undefined)
}

interface Sized extends Item {
  readonly state: StateDeclaration
  /** the branches of a frame, one under the other */
  readonly inner: readonly Line[]
}

function layoutLine(states: States, initial: string, frame: string | undefined): Line {
  const ranks = ranksOf(states, initial)
  const arrows = arrowsOf(states)
  const sized = new Map(Object.entries(states).map(([name, state]) => [name, sizeOf(name, state)]))
  const { columns, hops } = columnsOf([...sized.values()], arrows, ranks)
  const ordered = orderColumns(columns, hops)
  const middles = alignRows(ordered, hops)
  const stands = new Map(
    [...sized.values()].map(({ name, width, height }): [string, Stand] => [
      name,
      { rank: ranks.get(name) ?? 0, top: (middles.get(name) ?? 0) - height / 2, width, height },
    ]),
  )
  const widths = ordered.map((column) =>
    Math.max(1, ...column.filter((item) => !item.isLane).map(({ width }) => width)),
  )
  const between = (arrow: Arrow) => lanesOf(arrow, ranks).map((lane) => middles.get(lane) ?? 0)
  const letters = ({ from, acts }: Arrow) =>
    acts.reduce((sum, act) => sum + (states[from]?.acts?.[act]?.label.length ?? 0), Math.max(0, acts.length - 1))
  const { routes: own, lefts, width, height, above } = routeArrows(arrows, stands, between, widths, letters)
  const places: Place[] = []
  const routes: Route[] = []
  for (const { name, state, inner, ...size } of sized.values()) {
    const stand = stands.get(name)
    if (stand === undefined) continue
    const x = (lefts[stand.rank] ?? 0) + ((widths[stand.rank] ?? 1) - size.width) / 2
    const top = stand.top + above
    const at = { column: x, row: top, columnSpan: size.width, rowSpan: size.height }
    places.push({ name, state, ...at, frame })
    let y = top + padding.head
    for (const line of inner) {
      const shift = { x: x + padding.side, y }
      places.push(...line.places.map((place) => shiftPlace(place, shift)))
      routes.push(...line.routes.map((route) => shiftRoute(route, shift)))
      y += line.height + padding.between
    }
  }
  return { places, routes: [...routes, ...own], width, height }
}

function sizeOf(name: string, state: StateDeclaration): Sized {
  const inner = Object.values(state.regions ?? {}).map((region) => layoutLine(region.states, region.initial, name))
  if (inner.length === 0) return { name, state, width: 1, height: 1, inner, isLane: false }
  const width = Math.max(...inner.map((line) => line.width)) + 2 * padding.side
  const height = padding.head + inner.reduce((sum, line) => sum + line.height + padding.between, 0)
  return { name, state, width, height, inner, isLane: false }
}

/** The columns as declared, with a lane where a long arrow passes, and what hangs together from column to column. */
function columnsOf(
  states: readonly Item[],
  arrows: readonly Arrow[],
  ranks: ReadonlyMap<string, number>,
): { readonly columns: readonly (readonly Item[])[]; readonly hops: readonly Hop[] } {
  const columns: Item[][] = Array.from({ length: Math.max(0, ...ranks.values()) + 1 }, () => [])
  for (const item of states) columns[ranks.get(item.name) ?? 0]?.push(item)
  const hops: Hop[] = []
  for (const arrow of arrows) {
    const first = ranks.get(arrow.from) ?? 0
    if ((ranks.get(arrow.to) ?? 0) <= first) continue
    const lanes = lanesOf(arrow, ranks)
    for (const [at, name] of lanes.entries())
      columns[first + 1 + at]?.push({ name, width: 0, height: laneHeight, isLane: true })
    const way = [arrow.from, ...lanes, arrow.to]
    for (const [at, to] of way.slice(1).entries()) hops.push({ from: way[at] ?? '', to })
  }
  return { columns, hops }
}

/** The lanes of an arrow, one for each column that it passes. */
function lanesOf({ from, to }: Arrow, ranks: ReadonlyMap<string, number>): readonly string[] {
  const passed = (ranks.get(to) ?? 0) - (ranks.get(from) ?? 0) - 1
  return Array.from({ length: Math.max(0, passed) }, (_, at) => `${from} → ${to} ${at}`)
}

function shiftPlace(place: Place, { x, y }: { readonly x: number; readonly y: number }): Place {
  return { ...place, column: place.column + x, row: place.row + y }
}

function shiftRoute(route: Route, { x, y }: { readonly x: number; readonly y: number }): Route {
  return { ...route, points: route.points.map((point) => ({ x: point.x + x, y: point.y + y })) }
}
