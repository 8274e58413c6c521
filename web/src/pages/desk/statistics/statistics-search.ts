import type { QueueFilters, StatisticsAsked } from '../../../api/matter.queries.ts'
import type { MatterStatistics } from '../../../api/types.gen.ts'

export const ways = ['type', 'unit', 'month'] as const

export interface StatisticsSearch {
  readonly by?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly type?: string | undefined
  readonly unit?: string | undefined
}

const isDay = (value: string | undefined): value is string => value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** What the address of the page asks for; left out: this year so far, by service. */
export function readAsked({ by, from, to, type, unit }: StatisticsSearch, today: string): StatisticsAsked {
  const end = isDay(to) ? to : today
  return {
    by: ways.find((one) => one === by) ?? 'type',
    ...{ from: isDay(from) ? from : `${end.slice(0, 4)}-01-01`, to: end },
    ...(type === undefined ? {} : { type }),
    ...(unit === undefined ? {} : { unit }),
  }
}

export const periodNames = ['year', 'month', 'lastMonth', 'lastYear'] as const
export type PeriodName = (typeof periodNames)[number]

/** First and last day of a period that has a name; one that still runs ends today. */
export function periodOf(name: PeriodName, today: string): { readonly from: string; readonly to: string } {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (name) {
    case 'year':
      return { from: `${year}-01-01`, to: today }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'lastMonth': {
      const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
      return { from: `${before}-01`, to: lastDayOf(before) }
    }
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  }
}

/** @example lastDayOf('2028-02') // '2028-02-29' */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`
}

export type Figure =
  | 'received'
  | 'ended'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'
  | 'open'
  | 'promised-inTime'
  | 'promised-late'
  | 'legal-inTime'
  | 'legal-late'

/** The queue of the cases that a figure counts, as the desk's address says it. */
export function queueOf(
  { by, from, to, type, unit }: Pick<MatterStatistics, 'by' | 'from' | 'to'> & Pick<StatisticsAsked, 'type' | 'unit'>,
  key: string | null,
  figure: Figure,
): QueueFilters {
  const isMonth = by === 'month' && key !== null
  const days = isMonth ? { from: later(from, `${key}-01`), to: earlier(to, lastDayOf(key)) } : { from, to }
  const ofRow = {
    ...(by === 'type' && key !== null ? { type: key } : type === undefined ? {} : { type }),
    ...(by === 'unit' && key !== null ? { unit: key } : unit === undefined ? {} : { unit }),
  }
  const base: QueueFilters = { view: 'all', ...ofRow }
  if (figure === 'open') return { ...base, status: 'open' }
  if (figure === 'received') return { ...base, submittedFrom: days.from, submittedTo: days.to }
  const ended: QueueFilters = { ...base, endedFrom: days.from, endedTo: days.to }
  switch (figure) {
    case 'ended':
      return ended
    case 'granted':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return { ...ended, outcome: figure }
    default:
      return { ...ended, kept: figure }
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
