import { ownEnds } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { FlowPicture } from '../matters.schemas.ts'
import { layoutFlow, type Place } from './layout-flow.ts'

/**
 * The flow of a matter as a picture, drawn from its declaration; with where one case is and where it was.
 *
 * An end that every matter has (withdrawn, terminated …) stands in the picture of a case that came to it, and of no
 * other.
 */
export function presentFlow(
  declaration: MatterDeclaration,
  { phases = [], past = [] }: { readonly phases?: readonly string[]; readonly past?: readonly string[] } = {},
): FlowPicture {
  const reached = Object.entries(ownEnds).filter(([name]) => phases.includes(name) && !(name in declaration.states))
  const states = { ...declaration.states, ...Object.fromEntries(reached) }
  const { places, routes, width, height } = layoutFlow({ states, initial: declaration.initial })
  const parents = new Set(
    places.flatMap(({ name, frame }) => (frame !== undefined && phases.includes(name) ? [frame] : [])),
  )
  const wasIn = new Set(
    places.flatMap(({ name, frame }) => (frame !== undefined && past.includes(name) ? [frame] : [])),
  )
  const byName = new Map(places.map((place) => [place.name, place]))
  return {
    columns: width,
    rows: height,
    boxes: places.map((place) => {
      const { name, state, column, row, columnSpan, rowSpan } = place
      return {
        ...{ id: name, label: state.label, kind: kindOf(place, declaration) },
        turn: kindOf(place, declaration) === 'end' ? null : (state.turn ?? 'unit'),
        ...{ column: round(column), row: round(row), columnSpan: round(columnSpan), rowSpan: round(rowSpan) },
        isCurrent: phases.includes(name) || parents.has(name),
        isPast: past.includes(name) || wasIn.has(name),
      }
    }),
    arrows: routes.map(({ from, to, acts, points }) => {
      const declared = acts.flatMap((act) => byName.get(from)?.state.acts?.[act] ?? [])
      return {
        ...{ from, to, label: declared.map(({ label }) => label).join('、') },
        by: [...new Set(declared.flatMap(({ by }) => by))],
        points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
      }
    }),
  }
}

function kindOf({ name, state }: Place, { initial }: MatterDeclaration): FlowPicture['boxes'][number]['kind'] {
  if (state.regions !== undefined) return 'region'
  if (name === initial) return 'start'
  return Object.keys(state.acts ?? {}).length === 0 && state.then === undefined ? 'end' : 'state'
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000
}
