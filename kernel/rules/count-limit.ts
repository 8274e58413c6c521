import type { ClockStop } from '@qiangxian/engines/work-calendar/clock-stops'
import { type ExplainedDay, explainLimit, explainNotice } from '@qiangxian/engines/work-calendar/explain-limit'
import { addHours, type CivilMoment } from '@qiangxian/engines/work-calendar/hours'
import { clearDaysBefore, type Duration, type Limit, limit } from '@qiangxian/engines/work-calendar/limit'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { shiftBackToWorkingDay } from '@qiangxian/engines/work-calendar/working-days'
import type { CountedDay } from '../matters/matters.schemas.ts'
import type { Length, RuleDeclaration } from './rule.types.ts'

/** What is to be counted: lengths as they are in force here, the county's parameters put in. */
export interface Counting {
  readonly limits: RuleDeclaration['limits']
  readonly length: Length
  readonly andAtMost: Length | undefined
  /** granted ones, in their order */
  readonly extensions: readonly Length[]
  /** `YYYY-MM-DD`, or with `THH:mm` where hours are counted; of a notice, the day of the event */
  readonly from: string
  readonly stops: readonly ClockStop[]
  /** how 几日前 is read: strict keeps all days clear, lax counts the day of serving as one */
  readonly reading: 'strict' | 'lax'
}

export interface CountedLimit {
  /** where counting ends, also on a rest day */
  readonly rawDue: string
  /** the last day, moved off rest days for acts; a moment where hours are counted */
  readonly due: string
  /** rests on a year whose holidays are not published: shown as 暂定, printed on nothing that is served */
  readonly provisional: boolean
  /** of a state, the last working day that is not after its end: by then an authority has to decide */
  readonly decideBy: string | null
  /** the second limit ended it earlier */
  readonly endedBySecond: boolean
}

/**
 * When a limit ends. An extension is a second limit from the raw end of the first, so that nothing is lost or won by a
 * rest day in between.
 *
 * @source 民法典第二百条至第二百零三条
 */
export function countLimit(counting: Counting, calendar: WorkCalendar): CountedLimit {
  const { limits, length, from } = counting
  if (length.unit === 'hour') {
    const due = [length, ...counting.extensions].reduce((moment, { n }) => addHours(moment, n), from as CivilMoment)
    return { rawDue: due, due, provisional: false, decideBy: null, endedBySecond: false }
  }
  if (limits === 'notice') {
    const { raw, due, provisional } = clearDaysBefore(dayOf(from), noticeOf(counting), calendar)
    return { rawDue: raw, due, provisional, decideBy: null, endedBySecond: false }
  }
  const { ends, endedBySecond } = parts(counting, calendar)
  const last = ends.at(-1)
  if (last === undefined) throw new Error('a limit without a length')
  // In working days the first part rests on all years from its start; the end of a part is the start of the next.
  const provisional =
    last.found.provisional || ends.some(({ unit, found }) => unit === 'workingDay' && found.provisional)
  if (limits === 'act') {
    return { rawDue: last.found.raw, due: last.found.due, provisional, decideBy: null, endedBySecond }
  }
  const { due: decideBy } = shiftBackToWorkingDay(last.found.raw, calendar)
  return { rawDue: last.found.raw, due: last.found.raw, provisional, decideBy, endedBySecond }
}

/** The same, day by day, from the start to the last day. */
export function explainCounting(counting: Counting, calendar: WorkCalendar): readonly CountedDay[] {
  const { limits, length, from, stops } = counting
  const { due } = countLimit(counting, calendar)
  if (length.unit === 'hour') return hourDays(dayOf(from), dayOf(due))
  if (limits === 'notice') {
    return explainNotice(dayOf(from), noticeOf(counting), calendar).map((day) => shown(day, day.day === due))
  }
  const ends = limits === 'act' ? 'moved' : 'raw'
  const { ends: all } = parts(counting, calendar)
  return all.flatMap(({ start, length: part, found }, at) => {
    const isLast = at === all.length - 1
    const days = explainLimit(start, part, calendar, stops, isLast ? ends : 'raw')
    // The start of an extension is the raw end of what it extends, which stands there already.
    return days.slice(at === 0 ? 0 : 1).map((day) => {
      const row = shown(day, isLast && day.day === (ends === 'moved' ? found.due : found.raw))
      return at > 0 && row.counts ? { ...row, why: 'extension' as const } : row
    })
  })
}

interface Part {
  readonly start: string
  readonly length: Duration
  readonly unit: Duration['unit']
  readonly found: Limit
}

function parts(counting: Counting, calendar: WorkCalendar): { ends: readonly Part[]; endedBySecond: boolean } {
  const { from, length, andAtMost, stops, extensions } = counting
  const part = (start: string, { n, unit }: Length): Part => {
    if (unit === 'hour') throw new Error('hours and days are not mixed')
    return { start, length: { n, unit }, unit, found: limit(start, { n, unit }, calendar, stops) }
  }
  const first = part(dayOf(from), length)
  const second = andAtMost === undefined ? undefined : part(dayOf(from), andAtMost)
  const endedBySecond = second !== undefined && second.found.due < first.found.due
  const ends = [endedBySecond ? second : first]
  for (const extension of extensions) ends.push(part(ends.at(-1)?.found.raw ?? dayOf(from), extension))
  return { ends, endedBySecond }
}

function noticeOf({ length, reading }: Counting): Parameters<typeof clearDaysBefore>[1] {
  return { minClearDays: length.n, unit: length.unit === 'workingDay' ? 'workingDay' : 'calendarDay', reading }
}

function shown({ day, counts, why, name }: ExplainedDay, isDue: boolean): CountedDay {
  return { day, counts, why, words: name, isDue }
}

/** The days that hours touch: they run through nights and holidays. */
function hourDays(first: string, last: string): readonly CountedDay[] {
  const days: CountedDay[] = []
  for (let day = first; day <= last; day = nextDay(day)) {
    days.push({ day, counts: true, why: day === first ? 'start' : 'calendarDay', words: null, isDue: day === last })
  }
  return days
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function dayOf(moment: string): string {
  return moment.slice(0, 10)
}
