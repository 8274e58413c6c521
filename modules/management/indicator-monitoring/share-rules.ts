import { exact, minus, toNumber } from '@qiangxian/engines/indicator/exact'
import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { isRateUnit } from '@qiangxian/kernel/progress/printed-unit'

/**
 * What it means to break a target down, by its kind.
 *
 * - to units: counts and sums add up to the target; shares, scores and rates do not, each is held against the target
 * - to years: 累计 and 存量 are broken down to what each year adds, from the baseline on; 年度 has an amount of its own
 *   each year; rates have a level each year. Only what each year adds is added up
 *
 * A target whose kind nobody settled is judged by its unit: % and 件/万人 are rates.
 */
export function isAdditive({ kind, baseUnit }: Pick<PlanTarget, 'kind' | 'baseUnit'>): boolean {
  if (kind === null) return !isRateUnit(baseUnit)
  return kind !== 'ratio' && kind !== 'survey' && kind !== 'growth'
}

/** Whether the years of the target add up: each says what it adds. */
export function yearsAddUp(target: Pick<PlanTarget, 'kind' | 'baseUnit'>): boolean {
  return isAdditive(target) && target.kind !== 'annual'
}

/** Kinds that count from nothing have no baseline. */
export function countsFromNothing({ kind }: Pick<PlanTarget, 'kind'>): boolean {
  return kind === 'cumulativeSinceStart' || kind === 'annual'
}

/** Where the way of the years begins, base unit. */
export function startOf(target: Pick<PlanTarget, 'kind'>, baseline: number | null): number {
  return countsFromNothing(target) ? 0 : (baseline ?? 0)
}

/** What is shared out over the years, base unit. */
export function totalOverYears(target: PlanTarget, baseline: number | null): number {
  if (!yearsAddUp(target)) return target.baseValue
  return toNumber(minus(exact(target.baseValue), exact(startOf(target, baseline))))
}

/**
 * Where the target is to stand at the end of each year, base unit: the running total of what the years add, or the
 * figure of the year itself. A year that nobody settled, and every year after it that adds up, has none.
 */
export function levelsOf(
  target: PlanTarget,
  baseline: number | null,
  years: ReadonlyMap<number, number | null>,
): ReadonlyMap<number, number | null> {
  if (!yearsAddUp(target)) return years
  let level: number | null = startOf(target, baseline)
  const levels = new Map<number, number | null>()
  for (const [year, value] of [...years].sort(([a], [b]) => a - b)) {
    level = level === null || value === null ? null : Number((level + value).toPrecision(15))
    levels.set(year, level)
  }
  return levels
}
