/** A date without a time zone, `YYYY-MM-DD`. Such strings compare as dates do. */
export type CivilDate = string

const DAY_MS = 86_400_000

/** Days since 1970-01-01, a number that counts on across months and years. */
export type DayNumber = number

/**
 * The day as a number, so that days can be added.
 *
 * @throws RangeError for text that names no day, 2026-02-30: a deadline must not rest on a guess
 */
export function dayNumber(day: CivilDate): DayNumber {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Date.parse moves 2026-02-30 on to March on some engines and refuses it on others.
  if (Number.isNaN(instant) || new Date(instant).getUTCDate() !== Number(day.slice(8))) {
    throw new RangeError(`${JSON.stringify(day)} is not a date of the form YYYY-MM-DD`)
  }
  return instant / DAY_MS
}

/** @throws RangeError outside of the years 0000 to 9999, which four digits cannot write */
export function civilDate(number: DayNumber): CivilDate {
  const text = new Date(number * DAY_MS).toISOString()
  if (text.length !== 24) throw new RangeError(`a date outside of the years 0000 to 9999: ${text}`)
  return text.slice(0, 10)
}

/** The calendar day `days` later, or earlier for a negative number; holidays play no part. */
export function addCalendarDays(day: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(day) + whole(days, 'days'))
}

/**
 * The corresponding day `months` later or earlier; where that month has none, its last day.
 *
 * @source 民法典第二百零二条; 专利法实施细则（2023）第五条
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(day: CivilDate, months: number): CivilDate {
  dayNumber(day) // refuses what is no date
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + whole(months, 'months')
  const first = civilDate(dayNumberOf(Math.floor(index / 12), ((index % 12) + 12) % 12))
  const last = civilDate(dayNumberOf(Math.floor((index + 1) / 12), (((index + 1) % 12) + 12) % 12) - 1)
  const sameDay = `${first.slice(0, 8)}${day.slice(8)}`
  if (sameDay > last) return last
  return sameDay
}

/** Calendar days from one day to another, negative backwards; 0 for the same day. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The first day of a month; `month` counts from 0. */
function dayNumberOf(year: number, month: number): DayNumber {
  const date = new Date(0)
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month, 1)
  return date.getTime() / DAY_MS
}

/** @throws RangeError for a part of a unit, which no limit has */
export function whole(count: number, unit: string): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a whole number of ${unit}`)
  return count
}
