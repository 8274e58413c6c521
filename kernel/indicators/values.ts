import type { Day } from '@qiangxian/engines/formula/days'
import type { Outcome } from '@qiangxian/engines/formula/outcome'
import type { Words, World } from '@qiangxian/engines/formula/world.types'
import type { QueryContext } from '../operations/context.ts'
import { type Computed, type ComputeOptions, computeFormulas, isBroken } from './compute.ts'
import { formulaOf, type Workings } from './workings.ts'

/** The values of an indicator on days that may fall under different versions of its definition. */
export interface IndicatorValues {
  readonly id: string
  /** units that have records or figures of it on any of the days */
  readonly units: readonly string[]
  outcome(unitId: string | null, day: Day): Outcome
  /** of the version by which a day is computed */
  on(day: Day): Computed | { readonly broken: Words }
}

/** Computes indicators on days, each day by the definitions that are in force for it. */
export async function indicatorValues(
  context: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  workings: Workings,
  ids: readonly string[],
  days: readonly Day[],
  options: ComputeOptions = {},
): Promise<ReadonlyMap<string, IndicatorValues>> {
  const { registers } = workings.indicators
  const daysOf = new Map<World, Day[]>()
  for (const day of days) {
    const world = workings.worldOn(day)
    daysOf.set(world, [...(daysOf.get(world) ?? []), day])
  }
  const computed = new Map<World, Awaited<ReturnType<typeof computeFormulas>>>()
  for (const [world, ofWorld] of daysOf) {
    const formulas = new Map(ids.map((id) => [id, formulaOf(world, id)]))
    computed.set(world, await computeFormulas(context, registers, world, formulas, ofWorld, options))
  }
  return new Map(ids.map((id) => [id, valuesOf(id, workings, computed)]))
}

function valuesOf(
  id: string,
  workings: Workings,
  computed: ReadonlyMap<World, Awaited<ReturnType<typeof computeFormulas>>>,
): IndicatorValues {
  const all = [...computed.values()].flatMap((byId) => byId.get(id) ?? [])
  const on = (day: Day) => {
    const found = computed.get(workings.worldOn(day))?.get(id)
    if (found === undefined) throw new RangeError(`${id} was not computed for ${day}`)
    return found
  }
  return {
    id,
    units: [...new Set(all.flatMap((one) => (isBroken(one) ? [] : one.units)))].sort(),
    on,
    outcome: (unitId, day) => {
      const found = on(day)
      return isBroken(found) ? { missing: found.broken } : found.outcome(unitId, day)
    },
  }
}
