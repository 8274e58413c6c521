import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { coversYears, workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'

/** One limit of a handling unit that ended: from when it ran to the day it was done, and when it stood still. */
export interface UnitSpan {
  readonly from: string
  readonly to: string
  /** first and last day that were not counted; a stop that ran to the end has none */
  readonly stops: readonly { readonly from: string; readonly to: string | null }[]
}

/**
 * 平均用时: the working days on which a case lay with the handling unit, which are those on which one of the unit's own
 * limits ran.
 *
 * Days on which nobody there could do anything are none of them: while the applicant supplements, while something is
 * tested or published (公示), between an enrolment and the day of its session. Two limits that run on one day make it one
 * day, and the day on which a limit begins is not counted, as in the limit itself.
 *
 * @returns undefined where no limit of the unit ran: what is not measured is not zero
 * @example unitTime([{ from: '2026-09-28', to: '2026-10-09', stops: [] }], china2026) // 3: 09-29, 09-30, 10-09
 */
export function unitTime(
  spans: readonly UnitSpan[],
  calendar: WorkCalendar,
): { readonly workingDays: number; readonly isProvisional: boolean } | undefined {
  if (spans.length === 0) return undefined
  const running = spans.flatMap(runningParts).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  let workingDays = 0
  let until = ''
  for (const { from, to } of running) {
    const begin = from < until ? until : from
    if (to > begin) workingDays += workingDaysBetween(begin, to, calendar)
    if (to > until) until = to
  }
  const isProvisional = running.some(({ from, to }) => !coversYears(from, to, calendar))
  return { workingDays, isProvisional }
}

interface Part {
  /** the last day before those that count */
  readonly from: string
  readonly to: string
}

/** What is left of a span between its stops. */
function runningParts({ from, to, stops }: UnitSpan): readonly Part[] {
  const parts: Part[] = []
  let begin = from
  for (const stop of [...stops].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = addCalendarDays(stop.from, -1)
    if (before > begin) parts.push({ from: begin, to: before < to ? before : to })
    const end = stop.to ?? to
    if (end > begin) begin = end
  }
  if (to >= begin) parts.push({ from: begin, to })
  return parts
}
