/**
 * How far a target is reached, and how far the time for it has run.
 *
 * - completion 完成度: the part of the way to the target, 0 to 1; not the same as met, which is a yes or no
 * - schedule share 时序进度: the part of the days that have passed, 0 to 1
 * - baseline 基期值: where the way begins
 */
import { type CivilDate, type DateWindow, daysBetween } from './days.ts'
import { compare, dividedBy, exact, type Fraction, minus, ONE, toNumber, ZERO } from './exact.ts'

/** 达、不低于、以上 `gte`; 超 `gt`; 不超过 `lte`; 少于 `lt`; 左右 `eq`; 从…到… `range`. */
export type Comparator = 'gte' | 'gt' | 'eq' | 'lte' | 'lt' | 'range'

/** What the value of an indicator at a date means; null where nobody has settled it. */
export type IndicatorKind =
  | 'stock'
  | 'cumulativeSinceStart'
  | 'cumulativeEver'
  | 'annual'
  | 'ratio'
  | 'survey'
  | 'milestone'
  | null

export interface Standing {
  readonly value: number
  readonly target: number
  readonly targetHigh?: number | null
  readonly comparator: Comparator
  /** null where nobody entered it; the way then begins at zero */
  readonly baseline: number | null
  readonly kind: IndicatorKind
}

/** Whether a kind counts from nothing: what stood before the window or the year is no part of it. */
export function countsFromNothing(kind: IndicatorKind): boolean {
  return kind === 'cumulativeSinceStart' || kind === 'annual'
}

/**
 * The part of the way to the target, 0 to 1.
 *
 * Upward: (value − baseline) ÷ (target − baseline) for kinds that have a baseline, value ÷ target else. Where the
 * target is not above the baseline, 1 when the comparator holds, else value ÷ target. Downward: 1 up to the target,
 * target ÷ value beyond it. A `gt` target reached exactly is complete, and not met.
 *
 * @example completionOf({ value: 17.4, target: 20, comparator: 'gte', baseline: 12.6, kind: 'ratio' }) // 0.6486…
 */
export function completionOf(standing: Standing): number {
  return toNumber(exactCompletion(standing))
}

export function exactCompletion({ value, target, targetHigh = null, comparator, baseline, kind }: Standing): Fraction {
  const [at, to] = [exact(value), exact(target)]
  switch (comparator) {
    case 'gte':
    case 'gt': {
      if (baseline === null || countsFromNothing(kind)) return upward(at, to)
      const from = exact(baseline)
      if (compare(to, from) > 0) return clipped(dividedBy(minus(at, from), minus(to, from)))
      return isMet(value, comparator, target) ? ONE : upward(at, to)
    }
    case 'lte':
    case 'lt':
      return downward(at, to)
    case 'eq':
      return compare(at, to) < 0 ? upward(at, to) : downward(at, to)
    case 'range':
      return compare(at, to) < 0 ? upward(at, to) : downward(at, exact(targetHigh ?? target))
  }
}

/**
 * Whether the promise is kept, by the stored value and not by what is printed: 89.995 prints as 90.00 and does not meet
 * ≥ 90. A range includes both ends; without an upper end it is at least the lower one.
 */
export function isMet(
  value: number,
  comparator: Comparator,
  target: number,
  targetHigh: number | null = null,
): boolean {
  switch (comparator) {
    case 'gte':
      return value >= target
    case 'gt':
      return value > target
    case 'lte':
      return value <= target
    case 'lt':
      return value < target
    case 'eq':
      return value === target
    case 'range':
      return value >= target && (targetHigh === null || value <= targetHigh)
  }
}

/**
 * The part of a window's days that have passed, the day itself included; 0 before it begins, 1 after it ends.
 *
 * @throws RangeError for a window that ends before it begins
 * @example scheduleShare({ start: '2024-01-01', end: '2026-12-31' }, '2026-11-22') // 1057 / 1096
 */
export function scheduleShare(window: DateWindow, on: CivilDate): number {
  return toNumber(exactScheduleShare(window, on))
}

export function exactScheduleShare({ start, end }: DateWindow, on: CivilDate): Fraction {
  const days = daysBetween(start, end) + 1
  if (days < 1) throw new RangeError(`a window that ends on ${end}, before it begins on ${start}`)
  const elapsed = Math.min(Math.max(daysBetween(start, on) + 1, 0), days)
  return { over: BigInt(elapsed), under: BigInt(days) }
}

/**
 * The days that a light looks at: of an annual indicator the calendar year of `on`, as far as it lies in the window;
 * of every other kind the whole window. Before the window it is its first year, after it its last.
 */
export function judgedWindow(kind: IndicatorKind, window: DateWindow, on: CivilDate): DateWindow {
  if (kind !== 'annual') return window
  const year = clippedDay(on, window).slice(0, 4)
  return { start: clippedDay(`${year}-01-01`, window), end: clippedDay(`${year}-12-31`, window) }
}

function clippedDay(day: CivilDate, { start, end }: DateWindow): CivilDate {
  if (day < start) return start
  return day > end ? end : day
}

function upward(value: Fraction, target: Fraction): Fraction {
  // Towards zero or less there is no way to measure: it is reached, or it is not.
  if (compare(target, ZERO) <= 0) return compare(value, target) >= 0 ? ONE : ZERO
  return clipped(dividedBy(value, target))
}

function downward(value: Fraction, target: Fraction): Fraction {
  if (compare(value, target) <= 0) return ONE
  return compare(target, ZERO) <= 0 ? ZERO : clipped(dividedBy(target, value))
}

function clipped(share: Fraction): Fraction {
  return compare(share, ZERO) < 0 ? ZERO : compare(share, ONE) > 0 ? ONE : share
}
