import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import { type PlanReading, readPlanIfAny } from '../plan/read-plan.ts'
import type { Indicators } from './define-indicator.ts'
import { type Definitions, readDefinitions } from './definitions.ts'
import { worldOf } from './world.ts'

/** What computing stands on in one request: the declarations, the county's decisions in all their versions, the plan. */
export interface Workings {
  readonly indicators: Indicators
  readonly definitions: Definitions
  readonly plan: PlanReading | undefined
  readonly programme: { readonly start: string; readonly end: string } | null
  /** What formulas speak of on a day; days with the same definitions share one. */
  worldOn(day: string): World
}

export async function readWorkings(context: QueryContext, indicators: Indicators): Promise<Workings> {
  const definitions = await readDefinitions(context.tx, context.jurisdiction)
  const plan = await readPlanIfAny(context)
  const head = plan?.plan.head
  const programme = head === undefined ? null : { start: head.periodStart, end: head.periodEnd }
  const parameters = parametersOf(context.county)
  const worlds = new Map<string, World>()
  const byDay = new Map<string, World>()
  return {
    indicators,
    definitions,
    plan,
    programme,
    worldOn: (day) => {
      const ofDay = byDay.get(day)
      if (ofDay !== undefined) return ofDay
      const inForce = definitions.onDay(day)
      const key = inForce.map(({ kind, id, version }) => `${kind} ${id} ${version}`).join('\n')
      const known = worlds.get(key)
      if (known !== undefined) {
        byDay.set(day, known)
        return known
      }
      const of = (kind: 'indicator' | 'condition') => inForce.filter((row) => row.kind === kind)
      const world = worldOf({
        registers: indicators.registers,
        indicators: indicators.all,
        parameters,
        programme,
        formulas: new Map(of('indicator').map(({ id, definition }) => [id, definition as Formula])),
        conditions: new Map(of('condition').map(({ id, definition }) => [id, definition as Condition])),
      })
      worlds.set(key, world)
      byDay.set(day, world)
      return world
    },
  }
}

/** What the county decided, as formulas take it: lists and what is undecided are left to the formula. */
export function parametersOf(county: Pick<CountyFacts, 'parameters'>): World['parameters'] {
  return new Map(
    county.parameters.flatMap(({ key, value }): [string, string | number | boolean][] =>
      value === null || typeof value === 'object' ? [] : [[key, value]],
    ),
  )
}

/** The formula of an indicator in a world. */
export function formulaOf(world: World, id: string): Formula {
  const found = world.indicators.get(id)
  if (found === undefined) throw new RangeError(`there is no indicator ${id}`)
  return found.formula
}
