/** The civil time of the county at an instant: `09:58:31`. All of China keeps UTC+8. */
export function civilTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)
}

/** The instant of a civil day and time in the county. */
export function instantOf(day: string, time: string): Date {
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}
