/** Reporting periods (报送周期): months, quarters, years of the calendar. */
import { type CivilDate, dayNumber, lastDayOf } from './days.ts'
import type { Language } from './figures.ts'

export type Cycle = 'month' | 'quarter' | 'year'

export interface Period {
  /** `2026-10`, `2026-Q3`, `2026`: keys of one cycle sort as time does */
  readonly key: string
  readonly cycle: Cycle
  /** first and last day, both inside */
  readonly start: CivilDate
  readonly end: CivilDate
}

/** The period in which a day lies. */
export function periodOf(date: CivilDate, cycle: Cycle): Period {
  dayNumber(date) // refuses what is no date
  return period(cycle, date.slice(0, 4), Number(date.slice(5, 7)))
}

/** Every period that the days from `start` to `end` touch, in order; none when `end` is before `start`. */
export function periodsBetween(start: CivilDate, end: CivilDate, cycle: Cycle): Period[] {
  const last = periodOf(end, cycle).key
  const periods = [periodOf(start, cycle)]
  if (end < start) return []
  for (let at = periods.at(-1); at !== undefined && at.key !== last; at = periods.at(-1)) periods.push(following(at))
  return periods
}

/** The period that a key names, or null where it names none: a key may come from an address bar. */
export function parsePeriod(key: string): Period | null {
  const [, year = '', month, quarter] = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(key) ?? []
  if (year === '' || year === '0000') return null
  if (month !== undefined) return period('month', year, Number(month))
  if (quarter !== undefined) return period('quarter', year, Number(quarter) * 3)
  return period('year', year, 1)
}

/**
 * The period as a sentence names it.
 *
 * @throws RangeError for a key that names no period
 * @example periodInWords('2026-Q3', 'zh') // '2026年三季度'
 */
export function periodInWords(key: string, language: Language): string {
  const named = parsePeriod(key)
  if (named === null) throw new RangeError(`${JSON.stringify(key)} is no month, quarter or year`)
  const [year = '', part = ''] = key.split('-')
  const number = Number(part.replace('Q', ''))
  switch (named.cycle) {
    case 'month':
      return language === 'zh' ? `${year}年${number}月` : `${MONTHS[number - 1]} ${year}`
    case 'quarter':
      return language === 'zh' ? `${year}年${'一二三四'.charAt(number - 1)}季度` : `Q${number} ${year}`
    case 'year':
      return language === 'zh' ? `${year}年` : year
  }
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

function period(cycle: Cycle, year: string, month: number): Period {
  switch (cycle) {
    case 'month': {
      const key = `${year}-${two(month)}`
      return { key, cycle, start: `${key}-01`, end: lastDayOf(key) }
    }
    case 'quarter': {
      const quarter = Math.ceil(month / 3)
      return {
        key: `${year}-Q${quarter}`,
        cycle,
        start: `${year}-${two(quarter * 3 - 2)}-01`,
        end: lastDayOf(`${year}-${two(quarter * 3)}`),
      }
    }
    case 'year':
      return { key: year, cycle, start: `${year}-01-01`, end: `${year}-12-31` }
  }
}

function following({ cycle, end }: Period): Period {
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))]
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  return period(cycle, String(next.year).padStart(4, '0'), next.month)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
