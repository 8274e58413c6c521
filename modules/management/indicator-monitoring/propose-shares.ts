import { sharesByStatistic, sharesEqually } from '@qiangxian/engines/indicator/breakdown'
import { exact, minus, toNumber } from '@qiangxian/engines/indicator/exact'
import { inBase, inPrinted, shareDecimals } from '@qiangxian/kernel/progress/printed-unit'
import type { BreakdownBase } from './breakdown-base.ts'
import { totalOf } from './breakdown-base.ts'
import type { ShownBreakdown } from './breakdown-view.ts'
import { breakdownErrors } from './monitoring-errors.ts'
import { isAdditive, yearsAddUp } from './share-rules.ts'

export interface Proposal {
  readonly axis: 'year' | 'unit'
  readonly year: number | null
  readonly method: 'equal' | 'statistic' | 'manual'
  readonly statisticId: string | null
  /** ids, in order; who takes part */
  readonly units: readonly string[]
}

/**
 * Shares computed and not saved. Counts are divided so that they add up; of a rate everybody is held against the whole.
 * Years that are over keep what was decided for them, and the rest is divided over the years that are left. By hand the
 * shares in force are where one begins.
 *
 * @throws breakdown.yearOutside, yearNotSettled, statisticNeeded, statisticOfUnits, statisticNegative
 */
export function proposeShares(base: BreakdownBase, asked: Proposal, thisYear: number): ShownBreakdown {
  const total = totalOf(base, asked.axis, asked.year)
  const shares = asked.axis === 'year' ? yearShares(base, asked, total, thisYear) : unitShares(base, asked, total)
  const { axis, method } = asked
  return {
    axis,
    year: axis === 'unit' ? asked.year : null,
    method,
    statisticId: method === 'statistic' ? asked.statisticId : null,
    total,
    reason: null,
    decidedAt: null,
    decidedBy: null,
    shares,
  }
}

type Shares = ShownBreakdown['shares']

function yearShares(base: BreakdownBase, { method }: Proposal, total: number, thisYear: number): Shares {
  const { target, years, byYear } = base
  if (method === 'statistic') throw breakdownErrors.statisticOfUnits({})
  const kept = (year: number) => (method === 'manual' || year < thisYear ? (byYear.get(year) ?? null) : null)
  const left = years.filter((year) => kept(year) === null)
  const rest = years.reduce((sum, year) => toNumber(minus(exact(sum), exact(kept(year) ?? 0))), total)
  const equal = yearsAddUp(target)
    ? dividedEqually(base, rest, left.map(String))
    : new Map(left.map((year) => [String(year), target.baseValue]))
  return years.map((year) => ({
    year,
    partyId: null,
    value: kept(year) ?? (method === 'manual' ? null : (equal.get(String(year)) ?? null)),
  }))
}

function unitShares(base: BreakdownBase, asked: Proposal, total: number): Shares {
  const { method, units } = asked
  if (method === 'manual') {
    const inForce = base.inForce.find(({ axis, year }) => axis === 'unit' && year === asked.year)
    const known = new Map(inForce?.shares.map(({ partyId, value }) => [partyId, value]))
    return units.map((partyId) => ({ year: null, partyId, value: known.get(partyId) ?? null }))
  }
  if (!isAdditive(base.target)) return units.map((partyId) => ({ year: null, partyId, value: total }))
  const values =
    method === 'equal' ? dividedEqually(base, total, units) : dividedByStatistic(base, total, units, asked.statisticId)
  return units.map((partyId) => ({ year: null, partyId, value: values.get(partyId) ?? null }))
}

/** Divided as the plan prints it, so that 亿元 come out to the hundredth and things whole. */
function dividedEqually({ target }: BreakdownBase, total: number, keys: readonly string[]) {
  const { shares } = sharesEqually(inPrinted(target, total), keys, shareDecimals(target))
  return new Map(shares.map(({ key, share }) => [key, share === null ? null : inBase(target, share)]))
}

function dividedByStatistic(
  { target, statistics }: BreakdownBase,
  total: number,
  units: readonly string[],
  statisticId: string | null,
) {
  const statistic = statistics.find(({ id }) => id === statisticId)
  if (statistic === undefined) throw breakdownErrors.statisticNeeded({})
  const known = new Map(statistic.values.map(({ partyId, value }) => [partyId, value]))
  const weights = new Map(units.map((id) => [id, known.get(id) ?? null]))
  if ([...weights.values()].some((weight) => weight !== null && weight < 0)) {
    throw breakdownErrors.statisticNegative({ label: statistic.label })
  }
  const { shares } = sharesByStatistic(inPrinted(target, total), weights, shareDecimals(target))
  return new Map(shares.map(({ key, share }) => [key, share === null ? null : inBase(target, share)]))
}
