import { addMonths, type CivilDate, civilDate, dayNumber, whole } from './civil-date.ts'
import { type ClockStop, delayed, type StoppedSpan, stoppedSpans } from './clock-stops.ts'
import type { WorkCalendar } from './work-calendar.ts'
import {
  addWorkingDays,
  type CountedDay,
  coversYears,
  type RestDay,
  shiftBackToWorkingDay,
  shiftToWorkingDay,
  workedBecause,
} from './working-days.ts'

/**
 * How long: the unit stands in each law and is never converted. 行政处罚法第八十五条 makes its 五日 working days, its
 * 十五日 are calendar days.
 */
export interface Duration {
  readonly n: number
  readonly unit: 'workingDay' | 'calendarDay' | 'month' | 'year'
}

export interface Limit {
  /** where counting ends; a state (公示期, 查封扣押期限) ends here, also on a rest day */
  readonly raw: CivilDate
  /** the last day on which an act is in time: `raw`, moved off rest days */
  readonly due: CivilDate
  /** rests on a year without an official calendar: show it as 暂定, print it on nothing that is served */
  readonly provisional: boolean
  /** of a limit in working days, the days that counted; empty otherwise, where every day counts */
  readonly counted: readonly CountedDay[]
  /** the rest days by which the raw end moved */
  readonly moved: readonly RestDay[]
}

/**
 * When a limit ends that starts on a day, which is not counted itself.
 *
 * Days of clock stops are not counted. A limit in working days is provisional when any year from start to end has no
 * official calendar; another one only when its raw or its moved end lies in such a year. An extension is a second
 * limit that starts at the raw end of the first: 90 days and 30 more are 120.
 *
 * @throws RangeError for a date that is none and for a length that is negative or no whole number
 * @source 民法典第二百条至第二百零三条; 专利法实施细则（2023）第五条
 * @example limit('2026-07-05', { n: 90, unit: 'calendarDay' }, china) // raw '2026-10-03', due '2026-10-08'
 */
export function limit(
  from: CivilDate,
  { n, unit }: Duration,
  calendar: WorkCalendar,
  stops: readonly ClockStop[] = [],
): Limit {
  if (whole(n, unit) < 0) throw new RangeError(`a limit of ${n}: count backwards with clearDaysBefore`)
  const spans = stoppedSpans(stops)
  if (unit === 'workingDay') return workingDayLimit(from, n, calendar, spans)
  const start = dayNumber(from)
  const end = unit === 'calendarDay' ? start + n : dayNumber(addMonths(from, unit === 'year' ? n * 12 : n))
  const raw = civilDate(delayed(start, end, spans))
  return { raw, ...shiftToWorkingDay(raw, calendar), counted: [] }
}

/**
 * The last day for serving a notice that leaves time before an event (举行听证的七日前).
 *
 * Strict: `minClearDays` full days lie between service and event, neither counted. Lax: the day of service is one of
 * them. Calendar days that end on a rest day move back to a working day, so that somebody is there to serve.
 *
 * @source 行政处罚法（2021 修订）第六十四条第二项、第八十五条; the two readings are a question for the county
 * @example clearDaysBefore('2026-10-15', { minClearDays: 7, unit: 'workingDay', reading: 'strict' }, china).due
 * // '2026-09-29'
 */
export function clearDaysBefore(
  event: CivilDate,
  {
    minClearDays,
    unit,
    reading,
  }: {
    readonly minClearDays: number
    readonly unit: 'workingDay' | 'calendarDay'
    readonly reading: 'strict' | 'lax'
  },
  calendar: WorkCalendar,
): Limit {
  if (whole(minClearDays, unit) < 1) throw new RangeError(`${minClearDays} clear days: a notice needs at least one`)
  const back = reading === 'strict' ? minClearDays + 1 : minClearDays
  if (unit === 'workingDay') {
    const result = addWorkingDays(event, -back, calendar)
    return { ...result, raw: result.due, moved: [] }
  }
  const raw = civilDate(dayNumber(event) - back)
  return { raw, ...shiftBackToWorkingDay(raw, calendar), counted: [] }
}

function workingDayLimit(from: CivilDate, n: number, calendar: WorkCalendar, spans: readonly StoppedSpan[]): Limit {
  if (spans.length === 0 || n === 0) {
    const result = addWorkingDays(from, n, calendar)
    return { ...result, raw: result.due, moved: [] }
  }
  const counted: CountedDay[] = []
  let number = dayNumber(from)
  let due = from
  let next = 0
  while (counted.length < n) {
    number += 1
    while ((spans[next]?.to ?? number) < number) next += 1
    const span = spans[next]
    if (span !== undefined && span.from <= number) {
      number = span.to
      continue
    }
    due = civilDate(number)
    const why = workedBecause(calendar.reasonOf(due))
    if (why !== null) counted.push({ day: due, why })
  }
  return { raw: due, due, provisional: !coversYears(from, due, calendar), counted, moved: [] }
}
