import { type CivilDate, civilDate, dayNumber } from './civil-date.ts'
import type { ClockStop } from './clock-stops.ts'
import { clearDaysBefore, type Duration, limit } from './limit.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A day between start and end of a limit, and why it counts or does not. */
export interface ExplainedDay {
  readonly day: CivilDate
  readonly counts: boolean
  /**
   * - start: the day of the event, never counted · weekday, makeUp: a working day that counts
   * - calendarDay: a day that counts whatever it is · weekend, holiday: a rest day that does not
   * - stopped: in a clock stop · shifted: the first working day after an end that fell on a rest day
   */
  readonly why: 'start' | 'weekday' | 'makeUp' | 'calendarDay' | 'weekend' | 'holiday' | 'stopped' | 'shifted'
  /** the festival, or the reason of the stop */
  readonly name: string | null
}

/**
 * How a limit is counted, day by day from its start to its end, both included.
 *
 * @param ends `moved`: with the rest days by which its end moves (an act); `raw`: no further than where counting ends
 * (a state)
 * @example explainLimit('2026-09-30', { n: 1, unit: 'workingDay' }, china).at(-1) // 10-08, counts, a weekday
 */
export function explainLimit(
  from: CivilDate,
  duration: Duration,
  calendar: WorkCalendar,
  stops: readonly ClockStop[] = [],
  ends: 'moved' | 'raw' = 'moved',
): readonly ExplainedDay[] {
  const { raw, due } = limit(from, duration, calendar, stops)
  const last = ends === 'moved' ? due : raw
  const days: ExplainedDay[] = [{ day: from, counts: false, why: 'start', name: null }]
  for (let number = dayNumber(from) + 1; number <= dayNumber(last); number += 1) {
    const day = civilDate(number)
    const stop = stops.find((each) => each.from <= day && day <= each.to)
    if (stop !== undefined && day <= raw) days.push({ day, counts: false, why: 'stopped', name: stop.reason ?? null })
    else if (day <= raw && duration.unit !== 'workingDay') {
      days.push({ day, counts: true, why: 'calendarDay', name: null })
    } else days.push(byCalendar(day, day <= raw, calendar))
  }
  return days
}

/**
 * The days between the last day of serving and the event, both included: those between them count.
 *
 * @example explainNotice('2026-10-15', { minClearDays: 7, unit: 'workingDay', reading: 'strict' }, china)[0] // 09-29
 */
export function explainNotice(
  event: CivilDate,
  notice: Parameters<typeof clearDaysBefore>[1],
  calendar: WorkCalendar,
): readonly ExplainedDay[] {
  const { due } = clearDaysBefore(event, notice, calendar)
  const days: ExplainedDay[] = []
  for (let number = dayNumber(due); number < dayNumber(event); number += 1) {
    const day = civilDate(number)
    const isServing = day === due && notice.reading === 'strict'
    const shown: ExplainedDay =
      notice.unit === 'workingDay'
        ? byCalendar(day, true, calendar)
        : { day, counts: true, why: 'calendarDay', name: null }
    days.push(isServing ? { ...shown, counts: false } : shown)
  }
  return [...days, { day: event, counts: false, why: 'start', name: null }]
}

function byCalendar(day: CivilDate, isBeforeEnd: boolean, calendar: WorkCalendar): ExplainedDay {
  const { working, why, holiday } = calendar.reasonOf(day)
  if (working && !isBeforeEnd) return { day, counts: false, why: 'shifted', name: holiday }
  return { day, counts: working, why, name: holiday }
}
