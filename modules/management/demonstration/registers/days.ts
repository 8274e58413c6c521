import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'

/** Monday is 1, Sunday 7. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The day itself, or the Monday after a weekend. */
export function workday(day: string): string {
  const at = weekday(day)
  return at < 6 ? day : addDays(day, 8 - at)
}

/** Every day of a span that is one of these days of the week. */
export function daysOf(from: string, until: string, weekdays: readonly number[]): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) if (weekdays.includes(weekday(day))) days.push(day)
  return days
}

/** The gazette of patents appears on Tuesdays and Fridays. */
export function gazetteDays(from: string, until: string): string[] {
  return daysOf(from, until, [2, 5])
}

/** The gazette day on or after a day. */
export function gazetteDay(day: string): string {
  let next = day
  while (![2, 5].includes(weekday(next))) next = addDays(next, 1)
  return next
}

/** The trade mark gazette appears on the 7th, 14th, 21st and 28th. */
export function markDay(day: string): string {
  const date = Number(day.slice(8))
  const last = [28, 21, 14, 7].find((each) => each <= date)
  return last === undefined ? `${day.slice(0, 8)}07` : `${day.slice(0, 8)}${String(last).padStart(2, '0')}`
}

export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const rest = day.slice(4)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${rest === '-02-29' && !leap ? '-02-28' : rest}`
}

export function between(random: Seeded, from: string, until: string): string {
  const first = Date.parse(`${from}T00:00:00Z`)
  const days = Math.round((Date.parse(`${until}T00:00:00Z`) - first) / 86_400_000)
  return new Date(first + random.between(0, Math.max(0, days)) * 86_400_000).toISOString().slice(0, 10)
}

/** The last day of each month of a span, and its last day. */
export function monthEnds(from: string, until: string): string[] {
  const ends: string[] = []
  for (let month = `${from.slice(0, 7)}-01`; month <= until; ) {
    const next = month.slice(5, 7) === '12' ? `${Number(month.slice(0, 4)) + 1}-01-01` : nextMonth(month)
    const end = addDays(next, -1)
    ends.push(end < until ? end : until)
    month = next
  }
  return ends
}

function nextMonth(first: string): string {
  return `${first.slice(0, 5)}${String(Number(first.slice(5, 7)) + 1).padStart(2, '0')}-01`
}

/** Days, each as often as the count grew since the day before: so the count by each of them is what is told. */
export function daysAlong(days: readonly string[], countBy: (day: string) => number): string[] {
  let count = 0
  return days.flatMap((day) => {
    const wanted = Math.max(count, Math.round(countBy(day)))
    const more = wanted - count
    count = wanted
    return Array.from({ length: more }, () => day)
  })
}

export function earlierOf(one: string, other: string): string {
  return one < other ? one : other
}

export { addDays }
