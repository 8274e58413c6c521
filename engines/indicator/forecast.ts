/**
 * Where an indicator is heading (预测).
 *
 * Method: Theil–Sen. The slope is the median of the slopes between every two points, the height the median of what is
 * left, so that a single wrong report, or a quarter of them, does not bend the line. The band is the line plus the 10 %
 * and 90 % quantiles of the residuals, an 80 % interval of how far reports have lain off the line.
 *
 * Limits: the trend goes on as it was, a season or a year-end rush is not foreseen; the band says how reports scattered
 * and not how a changed pace would look, so it is too narrow far ahead and with few points. It is a help for judgement,
 * and is shown with its method and number of points.
 */

import { type CivilDate, dayNumber, daysBetween, monthsBefore } from './days.ts'
import { exact, minus, toNumber } from './exact.ts'
import { type Comparator, isMet } from './progress.ts'

export interface DatedValue {
  readonly on: CivilDate
  readonly value: number
}

export interface ForecastOptions {
  /** counts that only grow, cumulative kinds: never below the last value */
  readonly monotone?: boolean
  /** what the value cannot fall below or rise above: 0, 100 % */
  readonly least?: number
  readonly most?: number
}

export interface Forecast {
  readonly kind: 'forecast'
  readonly value: number
  /** the 80 % band */
  readonly low: number
  readonly high: number
  readonly slopePerDay: number
  readonly method: 'theil-sen'
  /** how many points the line rests on */
  readonly points: number
}

export type ForecastResult =
  | Forecast
  | { readonly kind: 'tooFew'; readonly points: number; readonly needed: number }
  /** the deadline is not after the last value: there is nothing left to forecast */
  | { readonly kind: 'past'; readonly lastOn: CivilDate }

const FEWEST = 4
const MONTHS_LOOKED_AT = 12

/**
 * The value at the deadline, if things go on as in the twelve months up to the last point.
 *
 * Points may come in any order; of two on one day the later in the list counts, as a correction does. An annual
 * indicator begins again each New Year: give the points of its year only.
 *
 * @throws RangeError for a point that is no finite number or no date
 */
export function forecastAt(
  points: readonly DatedValue[],
  deadline: CivilDate,
  { monotone = false, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: ForecastOptions = {},
): ForecastResult {
  const recent = lastTwelveMonths(points)
  const last = recent.at(-1)
  if (last === undefined || recent.length < FEWEST) return { kind: 'tooFew', points: recent.length, needed: FEWEST }
  if (deadline <= last.on) return { kind: 'past', lastOn: last.on }

  // Days are counted from the last point, so that the numbers stay small and the line exact.
  const xs = recent.map(({ on }) => daysBetween(last.on, on))
  const ys = recent.map(({ value }) => value)
  const slope = medianSlope(xs, ys)
  const height = median(ys.map((y, at) => y - slope * (xs[at] ?? 0)))
  const residuals = ys.map((y, at) => y - slope * (xs[at] ?? 0) - height).sort((a, b) => a - b)
  const centre = height + slope * daysBetween(last.on, deadline)
  const kept = (value: number) => {
    const grown = monotone ? Math.max(value, last.value) : value
    return Math.min(Math.max(grown, least), most)
  }
  return {
    kind: 'forecast',
    value: kept(centre),
    low: kept(centre + Math.min(0, quantile(residuals, 0.1))),
    high: kept(centre + Math.max(0, quantile(residuals, 0.9))),
    slopePerDay: slope,
    method: 'theil-sen',
    points: recent.length,
  }
}

export type Pace =
  /** `perMonth` in the indicator's unit; a month is a twelfth of 365.25 days */
  | { readonly kind: 'needed'; readonly remaining: number; readonly monthsLeft: number; readonly perMonth: number }
  | { readonly kind: 'met' }
  /** the deadline has come and the target is not met */
  | { readonly kind: 'past'; readonly remaining: number }

const DAYS_A_MONTH = 365.25 / 12

/**
 * What is still needed each month to meet the target in time.
 *
 * For `gt` and `lt` the pace leads up to the figure, and a little more is needed. Downward targets need a negative pace.
 */
export function paceNeeded(
  { value, target, comparator }: { readonly value: number; readonly target: number; readonly comparator: Comparator },
  on: CivilDate,
  deadline: CivilDate,
): Pace {
  if (isMet(value, comparator, target)) return { kind: 'met' }
  const remaining = toNumber(minus(exact(target), exact(value)))
  const days = daysBetween(on, deadline)
  if (days <= 0) return { kind: 'past', remaining }
  const monthsLeft = days / DAYS_A_MONTH
  return { kind: 'needed', remaining, monthsLeft, perMonth: remaining / monthsLeft }
}

function lastTwelveMonths(points: readonly DatedValue[]): DatedValue[] {
  const byDay = new Map<CivilDate, DatedValue>()
  for (const point of points) {
    dayNumber(point.on) // refuses what is no date
    if (!Number.isFinite(point.value)) throw new RangeError(`the value of ${point.on} is ${point.value}`)
    byDay.set(point.on, point)
  }
  const ordered = [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
  const last = ordered.at(-1)
  if (last === undefined) return []
  const since = monthsBefore(last.on, MONTHS_LOOKED_AT)
  return ordered.filter(({ on }) => on > since)
}

function medianSlope(xs: readonly number[], ys: readonly number[]): number {
  const slopes: number[] = []
  for (const [at, x] of xs.entries()) {
    for (let later = at + 1; later < xs.length; later += 1) {
      slopes.push(((ys[later] ?? 0) - (ys[at] ?? 0)) / ((xs[later] ?? 0) - x))
    }
  }
  return median(slopes)
}

function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}

/** Between two values of an ordered list in proportion, as spreadsheets do (PERCENTILE.INC). */
function quantile(ordered: readonly number[], share: number): number {
  const place = share * (ordered.length - 1)
  const below = ordered[Math.floor(place)] ?? 0
  const above = ordered[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
