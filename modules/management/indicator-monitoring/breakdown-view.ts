import { differenceOf } from '@qiangxian/engines/indicator/breakdown'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { Reader } from '@qiangxian/kernel/plan/present-plan'
import type { StoredBreakdown } from '@qiangxian/kernel/progress/breakdowns'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import type { BreakdownView } from '@qiangxian/kernel/progress/progress.schemas'
import { isAdditive, levelsOf, yearsAddUp } from './share-rules.ts'

/** A breakdown that was decided, or one that is proposed and was not. */
export type ShownBreakdown = Omit<StoredBreakdown, 'id' | 'itemId' | 'decidedAt' | 'decidedBy'> & {
  readonly decidedAt: string | null
  readonly decidedBy: string | null
}

/**
 * A breakdown as it reads, in the printed unit. What the shares add up to is held against what was shared out, and the
 * difference stands there as it is.
 *
 * @param baseline where the years begin, base unit
 */
export function presentBreakdown(
  reader: Reader,
  target: PlanTarget,
  baseline: number | null,
  statistics: ReadonlyMap<string, string>,
  given: ShownBreakdown,
): BreakdownView {
  const printed = (value: number | null) => (value === null ? null : inPrinted(target, value))
  const ofYears = given.axis === 'year'
  const additive = ofYears ? yearsAddUp(target) : isAdditive(target)
  const byYear = new Map(given.shares.flatMap(({ year, value }) => (year === null ? [] : [[year, value] as const])))
  const levels = ofYears ? levelsOf(target, baseline, byYear) : new Map<number, number | null>()
  const total = inPrinted(target, given.total)
  const shares = given.shares.map(({ year, partyId, value }) => ({
    year,
    unit: partyId === null ? null : (reader.units.get(partyId) ?? null),
    value: printed(value),
    runningTotal: year === null ? null : printed(levels.get(year) ?? null),
  }))
  const { sum, difference, missing } = differenceOf(
    total,
    shares.map(({ value }) => value),
  )
  return {
    axis: given.axis,
    year: given.year,
    method: given.method,
    statistic: given.statisticId === null ? null : (statistics.get(given.statisticId) ?? given.statisticId),
    total,
    additive,
    sum: additive ? sum : null,
    difference: additive ? difference : null,
    missing,
    shares,
    reason: given.reason,
    decidedAt: given.decidedAt,
    decidedBy: given.decidedBy,
  }
}
