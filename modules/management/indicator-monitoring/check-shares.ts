import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import { valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import { type BreakdownBase, isSet, refuseOutside } from './breakdown-base.ts'
import { breakdownErrors } from './monitoring-errors.ts'

/** A share as somebody gives it, base unit. */
export interface GivenShare {
  readonly year: number | null
  readonly partyId: string | null
  readonly value: number | null
}

/**
 * Whether shares may be decided. What they add up to is no reason to refuse them: the difference is shown instead.
 *
 * @throws the errors of `breakdown`
 */
export function refuseWrongShares(
  base: BreakdownBase,
  axis: 'year' | 'unit',
  year: number | null,
  shares: readonly GivenShare[],
  thisYear: number,
): void {
  if (shares.every(({ value }) => value === null)) throw breakdownErrors.nothingGiven({})
  for (const { year, partyId, value } of shares) {
    const name = partyId === null ? String(year) : nameOf(base, partyId)
    refuseBeyond(base, name, value)
  }
  if (axis === 'year') refuseWrongYears(base, shares, thisYear)
  else refuseWrongUnits(base, year, shares, thisYear)
}

function refuseWrongYears(base: BreakdownBase, shares: readonly GivenShare[], thisYear: number): void {
  const seen = new Set<number>()
  for (const { year, partyId, value } of shares) {
    if (year === null || partyId !== null) throw breakdownErrors.wrongAxis({ axis: 'year' })
    refuseOutside(base, year)
    if (seen.has(year)) throw breakdownErrors.twice({ name: String(year) })
    seen.add(year)
    const decided = base.byYear.get(year) ?? null
    if (year < thisYear && decided !== null && decided !== value) throw breakdownErrors.yearPast({ year })
    if (value !== null && value < 0 && !goesDown(base.target)) {
      throw breakdownErrors.negative({ name: String(year), value })
    }
  }
  const left = [...base.byYear].find(([year, value]) => year < thisYear && value !== null && !seen.has(year))
  if (left !== undefined) throw breakdownErrors.yearPast({ year: left[0] })
}

function refuseWrongUnits(
  base: BreakdownBase,
  year: number | null,
  shares: readonly GivenShare[],
  thisYear: number,
): void {
  if (year !== null) refuseOutside(base, year)
  if (year !== null && year < thisYear) throw breakdownErrors.unitYearPast({ year })
  const seen = new Set<string>()
  for (const share of shares) {
    if (share.partyId === null || share.year !== null) throw breakdownErrors.wrongAxis({ axis: 'unit' })
    const unit = base.organisations.find(({ id }) => id === share.partyId)
    if (unit === undefined) throw breakdownErrors.unitUnknown({ id: share.partyId })
    const { name, dissolvedOn, successorId } = unit
    if (dissolvedOn !== null) {
      const successor = base.organisations.find(({ id }) => id === successorId)?.name ?? null
      throw breakdownErrors.unitDissolved({ name, on: dissolvedOn, successor })
    }
    if (isSet(unit)) throw breakdownErrors.unitIsSet({ name })
    if (seen.has(unit.id)) throw breakdownErrors.twice({ name })
    seen.add(unit.id)
    if (share.value !== null && share.value < 0) throw breakdownErrors.negative({ name, value: share.value })
  }
}

/**
 * What no figure can be: a part above the whole, or a number that is not kept exactly.
 *
 * @throws breakdown.aboveWhole, breakdown.tooLarge
 */
function refuseBeyond({ target }: BreakdownBase, name: string, value: number | null): void {
  if (value === null) return
  const { highest } = valueRulesOf(target)
  const printed = inPrinted(target, value)
  if (highest !== null && printed > highest) {
    throw breakdownErrors.aboveWhole({ name, value: printed, unit: target.unit, highest })
  }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw breakdownErrors.tooLarge({ name })
}

function nameOf({ organisations }: BreakdownBase, partyId: string): string {
  return organisations.find(({ id }) => id === partyId)?.name ?? partyId
}

/** 不超过, 少于: what a year adds may be less than nothing. */
function goesDown({ comparator }: PlanTarget): boolean {
  return comparator === 'lte' || comparator === 'lt'
}
