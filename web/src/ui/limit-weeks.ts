import type { CountedDay } from '../api/types.gen.ts'
import { dayNumber } from '../format/dates.ts'

/** A week from Monday on; days outside of the limit have no counting. */
export interface CalendarWeek {
  readonly monday: string
  /** number of the month that begins here, or of the first row */
  readonly month: number | null
  readonly cells: readonly { readonly day: string; readonly counted: CountedDay | undefined }[]
}

/** The weeks from the first day to `end`, both filled up to whole weeks. */
export function calendarWeeks(days: readonly CountedDay[], end: string): readonly CalendarWeek[] {
  const first = days[0]
  if (first === undefined) return []
  const byDay = new Map(days.map((day) => [day.day, day]))
  const weeks: CalendarWeek[] = []
  for (let monday = mondayOf(dayNumber(first.day)); monday <= dayNumber(end); monday += 7) {
    const cells = Array.from({ length: 7 }, (_, at) => {
      const day = civilDate(monday + at)
      return { day, counted: byDay.get(day) }
    })
    const begins = cells.find(({ day }) => day.endsWith('-01'))
    const month = weeks.length === 0 ? first.day : begins?.day
    weeks.push({ monday: civilDate(monday), month: month === undefined ? null : Number(month.slice(5, 7)), cells })
  }
  return weeks
}

const most = 18
const ends = 6

/** All weeks, or of a long limit the first and the last ones. */
export function shownWeeks(weeks: readonly CalendarWeek[], isWhole: boolean) {
  if (isWhole || weeks.length <= most) return { weeks, hidden: 0, hiddenAfter: 0 }
  return {
    weeks: [...weeks.slice(0, ends), ...weeks.slice(-ends)],
    hidden: weeks.length - 2 * ends,
    hiddenAfter: ends,
  }
}

/** 1970-01-01 was a Thursday, so Mondays are four days after a multiple of seven. */
function mondayOf(number: number): number {
  return number - ((((number + 3) % 7) + 7) % 7)
}

function civilDate(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}
