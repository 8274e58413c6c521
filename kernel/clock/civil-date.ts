/** A date without a time zone, `YYYY-MM-DD`. Such strings compare as dates do. */
export type CivilDate = string

const dayMilliseconds = 86_400_000

/** The county's civil date at an instant: all of China keeps the time of Asia/Shanghai, UTC+8 without summer time. */
export function civilDateInChina(instant: Date): CivilDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Whether the text is a date that exists: `2026-02-30` is not. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds)
}

/** The months that a span touches, `YYYY-MM`, both ends included. */
export function monthsOf(start: CivilDate, end: CivilDate): string[] {
  const months: string[] = []
  let year = Number(start.slice(0, 4))
  let month = Number(start.slice(5, 7))
  for (let key = start.slice(0, 7); key <= end.slice(0, 7); ) {
    months.push(key)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
    key = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

/** The last day of a month given as `YYYY-MM`. */
export function lastDayOfMonth(month: string): CivilDate {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10)
}
