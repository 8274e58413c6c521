/** The instant of a civil day of the county, so many minutes after midnight there (UTC+8). */
export function atHour(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000)
}
