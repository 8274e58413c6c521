import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { inForceOf, listBreakdowns, type StoredBreakdown, yearSharesOf } from '@qiangxian/kernel/progress/breakdowns'
import { itemSettings, noSetting, settingKey } from '@qiangxian/kernel/progress/item-settings'
import { inBase } from '@qiangxian/kernel/progress/printed-unit'
import { windowOf } from '@qiangxian/kernel/progress/target-progress'
import { getTarget } from './find-target.ts'
import { breakdownErrors } from './monitoring-errors.ts'
import { totalOverYears, yearsAddUp } from './share-rules.ts'
import { listStatistics, type StatisticRow } from './statistics.queries.ts'

/** All that a breakdown of one target rests on. */
export interface BreakdownBase {
  readonly target: PlanTarget
  readonly plan: PlanSnapshot
  readonly reader: Reader
  readonly organisations: readonly OrganisationRow[]
  /** the years of the target, first to last */
  readonly years: readonly number[]
  /** base unit */
  readonly baseline: number | null
  /** every decision, newest first */
  readonly decisions: readonly StoredBreakdown[]
  /** the last decision of each axis and year */
  readonly inForce: readonly StoredBreakdown[]
  /** what the years have in force, base unit */
  readonly byYear: ReadonlyMap<number, number | null>
  readonly statistics: readonly StatisticRow[]
}

export async function breakdownBase(context: QueryContext, id: string): Promise<BreakdownBase> {
  const { plan, reader, organisations } = await readPlan(context, undefined)
  const target = getTarget(plan, id)
  const decisions = await listBreakdowns(context, target.itemId)
  const setting = (await itemSettings(context)).get(settingKey('target', target.itemId)) ?? noSetting
  const { start, end } = windowOf(target, plan)
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  return {
    target,
    plan,
    reader,
    organisations,
    years: Array.from({ length: last - first + 1 }, (_, at) => first + at),
    baseline: setting.baseline,
    decisions,
    inForce: inForceOf(decisions),
    byYear: yearSharesOf(decisions).get(target.itemId) ?? new Map(),
    statistics: await listStatistics(context),
  }
}

/** A unit that can answer for a share itself: it lives, is no set, and is not the leading group above them all. */
export function candidatesOf({ organisations }: Pick<BreakdownBase, 'organisations'>): readonly OrganisationRow[] {
  return organisations.filter((unit) => unit.dissolvedOn === null && !isSet(unit) && unit.kind !== 'leadingGroup')
}

export function isSet({ kind, members }: Pick<OrganisationRow, 'kind' | 'members'>): boolean {
  return kind === 'collective' || members.length > 0
}

/**
 * What is shared out, base unit: over the years the way from the baseline; to units the whole target, or what one year
 * is to bring.
 *
 * @throws breakdown.yearOutside, breakdown.yearNotSettled
 */
export function totalOf(base: BreakdownBase, axis: 'year' | 'unit', year: number | null): number {
  const { target, byYear, baseline } = base
  if (axis === 'year') return totalOverYears(target, baseline)
  if (year === null) return target.baseValue
  refuseOutside(base, year)
  const decided = byYear.get(year)
  if (decided !== undefined && decided !== null) return decided
  if (yearsAddUp(target)) throw breakdownErrors.yearNotSettled({ year })
  const printed = target.years.find((each) => each.year === year)?.value
  return printed === undefined || printed === null ? target.baseValue : inBase(target, printed)
}

/** @throws breakdown.yearOutside */
export function refuseOutside({ years }: Pick<BreakdownBase, 'years'>, year: number): void {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || year < first || year > last) {
    throw breakdownErrors.yearOutside({ year, first: first ?? year, last: last ?? year })
  }
}
