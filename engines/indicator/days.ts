/** A date without a time zone, `YYYY-MM-DD`. Such strings compare as dates do. */
export type CivilDate = string

/** Both ends count. */
export interface DateWindow {
  readonly start: CivilDate
  readonly end: CivilDate
}

const DAY_MS = 86_400_000

/**
 * Days since 1970-01-01.
 *
 * @throws RangeError for text that names no day: a light must not rest on a guess
 */
export function dayNumber(day: CivilDate): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(instant) || new Date(instant).getUTCDate() !== Number(day.slice(8))) {
    throw new RangeError(`${JSON.stringify(day)} is not a date of the form YYYY-MM-DD`)
  }
  return instant / DAY_MS
}

/** Calendar days from one day to another, negative backwards. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** The last day of a month, `YYYY-MM`. */
export function lastDayOf(month: string): CivilDate {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 1, 0)
  return date.toISOString().slice(0, 10)
}

/** The corresponding day some months before, or the last of that month: a year before 29 February is the 28th. */
export function monthsBefore(day: CivilDate, months: number): CivilDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  const [sameDay, last] = [`${month}-${day.slice(8)}`, lastDayOf(month)]
  if (sameDay > last) return last
  return sameDay
}
