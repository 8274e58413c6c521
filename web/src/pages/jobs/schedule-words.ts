interface ScheduleTexts {
  readonly seconds: (n: number) => string
  readonly daily: (time: string) => string
  readonly weekly: (day: string, time: string) => string
  readonly monthly: (day: string, time: string) => string
  readonly weekdays: readonly string[]
}

/** How often a job runs, in words; a schedule that is none of the usual ones shows as it is written. */
export function scheduleWords(every: string | number, t: ScheduleTexts): string {
  if (typeof every === 'number') return t.seconds(every)
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = every.split(' ')
  const plain = /^\d+$/
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)
  if (everyMinutes !== null && hour === '*' && day === '*') return t.seconds(Number(everyMinutes[1]) * 60)
  if (plain.test(minute) && hour === '*' && day === '*' && weekday === '*') return t.seconds(3600)
  if (!plain.test(minute) || !plain.test(hour) || month !== '*') return every
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (day === '*' && weekday === '*') return t.daily(time)
  if (day === '*' && plain.test(weekday)) return t.weekly(t.weekdays[Number(weekday) % 7] ?? weekday, time)
  if (plain.test(day) && weekday === '*') return t.monthly(day, time)
  return every
}
