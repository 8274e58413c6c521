/**
 * Days of the calendar without a zone, `YYYY-MM-DD`, and the two ends of time.
 *
 * Such text compares as dates do. `beginning` and `never` are written as PostgreSQL writes them; they stand outside of
 * the alphabet of years, so comparisons go through `isBefore`.
 */

export type Day = string

/** before every day */
export const beginning = '-infinity'
/** after every day: what has not happened, what does not end */
export const never = 'infinity'

export function isBefore(one: Day, other: Day): boolean {
  return compareDays(one, other) < 0
}

export function compareDays(one: Day, other: Day): number {
  if (one === other) return 0
  if (one === beginning || other === never) return -1
  if (one === never || other === beginning) return 1
  return one < other ? -1 : 1
}

/** The later of some days; the beginning of time for none. */
export function latest(...days: readonly Day[]): Day {
  return days.reduce((late, day) => (isBefore(late, day) ? day : late), beginning)
}

/** The earlier of some days; the end of time for none. */
export function earliest(...days: readonly Day[]): Day {
  return days.reduce((early, day) => (isBefore(day, early) ? day : early), never)
}

/**
 * A day some time later; months come first and stop at the end of their month, then days, as PostgreSQL's intervals do.
 *
 * @example shifted('2024-02-29', { years: 1 }) // '2025-02-28'
 */
export function shifted(
  day: Day,
  { years = 0, months = 0, days = 0 }: { readonly years?: number; readonly months?: number; readonly days?: number },
): Day {
  if (day === beginning || day === never) return day
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + years * 12 + months
  const [ofYear, ofMonth] = [Math.floor(index / 12), ((index % 12) + 12) % 12]
  const kept = Math.min(date, daysOfMonth(ofYear, ofMonth))
  return written(new Date(Date.UTC(ofYear, ofMonth, kept + days)), ofYear)
}

/**
 * The day that stands as far in its month as another does in its own, some months before: month ends meet month ends.
 *
 * @example sameDayMonthsBefore('2026-02-28', 1) // '2026-01-31'
 */
export function sameDayMonthsBefore(day: Day, months: number): Day {
  const isMonthEnd = shifted(day, { days: 1 }).endsWith('-01')
  if (!isMonthEnd) return shifted(day, { months: -months })
  return shifted(`${shifted(`${day.slice(0, 8)}01`, { months: 1 - months })}`, { days: -1 })
}

/** The first day of the year after. */
export function nextYear(day: Day): Day {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
}

/** Whether text is a day that exists. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

/** The day that is written; what is known to its month or year only stands for its first day. Null for what is none. */
export function dayIn(written: unknown): Day | null {
  if (typeof written !== 'string') return null
  const whole = /^\d{4}$/.test(written) ? `${written}-01-01` : /^\d{4}-\d{2}$/.test(written) ? `${written}-01` : written
  return isDay(whole) ? whole : null
}

function daysOfMonth(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month + 1, 0))
  last.setUTCFullYear(year, month + 1, 0)
  return last.getUTCDate()
}

function written(date: Date, year: number): Day {
  // Date.UTC reads years below 100 as of the last century.
  if (year >= 0 && year < 100) date.setUTCFullYear(date.getUTCFullYear() - 1900)
  return date.toISOString().slice(0, 10)
}
