import { type CivilDate, civilDate, dayNumber, whole } from './civil-date.ts'
import type { DayReason, WorkCalendar } from './work-calendar.ts'

/** A working day that was counted, and why it is one. */
export interface CountedDay {
  readonly day: CivilDate
  readonly why: 'weekday' | 'makeUp'
}

/** A rest day that was passed over, and why it is one. */
export interface RestDay {
  readonly day: CivilDate
  readonly why: 'weekend' | 'holiday'
  readonly holiday: string | null
}

export interface WorkingDayCount {
  readonly due: CivilDate
  /** a year between start and due date has no official calendar: show it as 暂定 and compute again when it is loaded */
  readonly provisional: boolean
  /** the days that counted, in the order of counting */
  readonly counted: readonly CountedDay[]
}

/**
 * The n-th working day after a day, which is not counted itself.
 *
 * Zero is this day or, when it is a rest day, the next working day; a negative number counts backwards.
 *
 * @throws RangeError when `from` is no date or `workingDays` no whole number
 * @source 民法典第二百零一条、第二百零三条
 * @example addWorkingDays('2026-09-30', 5, china).due // '2026-10-13': off until 10-07, Saturday 10-10 worked
 * @example addWorkingDays('2026-10-15', -7, china).due // '2026-09-30'
 */
export function addWorkingDays(from: CivilDate, workingDays: number, calendar: WorkCalendar): WorkingDayCount {
  whole(workingDays, 'working days')
  const start = dayNumber(from)
  if (workingDays === 0) {
    const { due } = shiftToWorkingDay(from, calendar)
    return { due, provisional: !coversYears(from, due, calendar), counted: [] }
  }
  const step = workingDays < 0 ? -1 : 1
  const counted: CountedDay[] = []
  let number = start
  let due = from
  while (counted.length < Math.abs(workingDays)) {
    number += step
    due = civilDate(number)
    const why = workedBecause(calendar.reasonOf(due))
    if (why !== null) counted.push({ day: due, why })
  }
  return { due, provisional: !coversYears(from, due, calendar), counted }
}

/** A raw end and the working day it moved to. */
export interface Shift {
  readonly due: CivilDate
  /** the raw or the moved end lies in a year without an official calendar; the days before do not matter */
  readonly provisional: boolean
  /** the rest days that were passed over */
  readonly moved: readonly RestDay[]
}

/**
 * Where a period ends whose raw end may be a rest day: on the first working day from there on. A make-up day is no rest
 * day, so nothing moves.
 *
 * @source 民法典第二百零三条
 */
export function shiftToWorkingDay(rawEnd: CivilDate, calendar: WorkCalendar): Shift {
  return shift(rawEnd, 1, calendar)
}

/**
 * The last working day that is not after a day: when a state ends on a rest day (查封扣押期限), an authority decides
 * before it.
 */
export function shiftBackToWorkingDay(rawEnd: CivilDate, calendar: WorkCalendar): Shift {
  return shift(rawEnd, -1, calendar)
}

/**
 * Working days from one day to another: those after `from` up to and including `to`.
 *
 * Zero for the same day; negative when `to` is before `from`, so that −3 from today to a due date is three working
 * days late.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  const [firstYear, lastYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  let days = workedSoFar(to, calendar) - workedSoFar(from, calendar)
  for (let year = firstYear; year < lastYear; year += 1) days += yearCount(year, calendar).at(-1) ?? 0
  return days
}

/** Working days from the first of January up to and including a day. */
function workedSoFar(day: CivilDate, calendar: WorkCalendar): number {
  const intoYear = dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01`)
  return yearCount(Number(day.slice(0, 4)), calendar)[intoYear + 1] ?? 0
}

const countsOf = new WeakMap<WorkCalendar, Map<number, Uint16Array>>()

/** At place n the working days among the first n days of the year; kept, as a job asks about ten thousand spans. */
function yearCount(year: number, calendar: WorkCalendar): Uint16Array {
  const known = countsOf.get(calendar) ?? new Map<number, Uint16Array>()
  countsOf.set(calendar, known)
  const found = known.get(year)
  if (found !== undefined) return found
  const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`)
  const counts = new Uint16Array(isLeap(year) ? 367 : 366)
  for (let at = 1; at < counts.length; at += 1) {
    counts[at] = (counts[at - 1] ?? 0) + (calendar.isWorkingDay(civilDate(first + at - 1)) ? 1 : 0)
  }
  known.set(year, counts)
  return counts
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function shift(rawEnd: CivilDate, step: 1 | -1, calendar: WorkCalendar): Shift {
  const moved: RestDay[] = []
  let number = dayNumber(rawEnd)
  let due = rawEnd
  for (;;) {
    const { why, holiday } = calendar.reasonOf(due)
    if (why === 'weekday' || why === 'makeUp') break
    moved.push({ day: due, why, holiday })
    number += step
    due = civilDate(number)
  }
  return { due, provisional: !calendar.covers(rawEnd) || !calendar.covers(due), moved }
}

/** Whether every year from one day to the other, in either order, has its official calendar. */
export function coversYears(one: CivilDate, other: CivilDate, calendar: WorkCalendar): boolean {
  const [first, last] = one <= other ? [one, other] : [other, one]
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    if (!calendar.covers(`${String(year).padStart(4, '0')}-01-01`)) return false
  }
  return true
}

export function workedBecause(reason: DayReason): CountedDay['why'] | null {
  return reason.why === 'weekday' || reason.why === 'makeUp' ? reason.why : null
}
