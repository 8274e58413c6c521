import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import {
  type CountyFacts,
  flagParameter,
  numberParameter,
  numbersParameter,
  textParameter,
} from '../jurisdiction/county-facts.ts'
import { knownCalendarOf } from '../rules/calendar-of.ts'

export type ReportCycle = 'month' | 'quarter' | 'year'

/** What the county has set for reports, lights and the ladder of supervision; where it has not, our default. */
export interface ProgressSettings {
  /** how often is reported what has no cycle of its own */
  readonly reportCycle: ReportCycle
  /** working days after the end of a period until which its report is in time */
  readonly reportDueWorkingDays: number
  /** working days that a unit has for a report that came back */
  readonly returnWorkingDays: number
  /** so many working days left, or fewer: amber */
  readonly dueSoonWorkingDays: number
  /** percentage points behind the schedule that are still in order */
  readonly lagPoints: number
  /** 催办: working days relative to the due day, negative and soonest first, as [-5, -1] */
  readonly reminderWorkingDays: readonly number[]
  /** calendar days after the due day; the day after it is 1 */
  readonly overdueDays: {
    readonly reminderLetter: number
    readonly supervisionNotice: number
    readonly circular: number
    readonly talk: number
  }
  /** how many times one duty may be put off */
  readonly extensionsAllowed: number
  /** the document that designates the office to inspect (督查); null: 督办 only */
  readonly designationDocumentNo: string | null
  /** a clock that stood still for longer waits for a person before it sends anything, calendar days */
  readonly longestGapDays: number
  /** green from here on, completion ÷ schedule share */
  readonly greenFrom: number
  /** yellow from here on, red below, completion ÷ schedule share */
  readonly yellowFrom: number
  /** calendar days before the due day of a milestone from which progress must show */
  readonly milestoneWarningDays: number
  /** true: whoever checked a report does not approve it too */
  readonly checkAndApproveByTwo: boolean
  /** whether the public reads the approved values of the county */
  readonly publishApprovedValues: boolean
}

export function progressSettings(county: CountyFacts): ProgressSettings {
  const number = (key: string, otherwise: number) => numberParameter(county, key, otherwise)
  const reminders = numbersParameter(county, 'supervision.reminder-working-days', [-5, -1])
  return {
    reportCycle: cycleOf(textParameter(county, 'supervision.report-cycle', 'month')),
    reportDueWorkingDays: number('supervision.report-due-working-days', 5),
    returnWorkingDays: number('supervision.return-working-days', 3),
    dueSoonWorkingDays: number('supervision.due-soon-working-days', 5),
    lagPoints: number('supervision.lag-points', 10),
    reminderWorkingDays: [...new Set(reminders)].sort((a, b) => a - b),
    overdueDays: {
      reminderLetter: number('supervision.overdue.reminder-letter-after-days', 1),
      supervisionNotice: number('supervision.overdue.supervision-notice-after-days', 7),
      circular: number('supervision.overdue.circular-after-days', 15),
      talk: number('supervision.overdue.talk-after-days', 30),
    },
    extensionsAllowed: number('supervision.extensions-allowed', 1),
    designationDocumentNo: textParameter(county, 'supervision.designation-document-no', null),
    longestGapDays: number('clock.longest-gap-days', 10),
    greenFrom: number('indicator.light.green-from', 1),
    yellowFrom: number('indicator.light.yellow-from', 0.8),
    milestoneWarningDays: number('milestone.warning-days', 60),
    checkAndApproveByTwo: flagParameter(county, 'report.check-and-approve-by-two', false),
    publishApprovedValues: flagParameter(county, 'publication.approved-values', true),
  }
}

/** The working days of the county, as this process last read the notices that were loaded. */
export function calendarOf(county: CountyFacts): WorkCalendar {
  return knownCalendarOf(county)
}

function cycleOf(text: string | null): ReportCycle {
  return text === 'quarter' || text === 'year' ? text : 'month'
}
