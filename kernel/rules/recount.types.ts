import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { CommandContext } from '../operations/context.ts'
import type { Recipients } from '../outbox/announcement.ts'

/** What changed of the calendar: days from `from` on may be other days. */
export interface CalendarChange {
  /** the first day that may be counted otherwise */
  readonly from: string
  readonly before: WorkCalendar
  readonly after: WorkCalendar
}

/** A last day that moved, and who has to know. */
export interface MovedDay {
  readonly to: Recipients
  /** tells those who are told apart: one of them is told once of all that moved for them */
  readonly addressee: string
  /** `YX-IP-20261126-000001 作出决定` */
  readonly what: string
  readonly before: string
  readonly after: string
  readonly path: string
  readonly demonstration: boolean
}

export interface Recounted {
  /** last days that changed, or are not provisional any more */
  readonly changed: number
  readonly moved: readonly MovedDay[]
}

/** One kind of due days that were counted in working days, and how those that are open are counted anew. */
export interface Recount {
  /** stands in the journal: `matterLimit` */
  readonly id: string
  /** what moved, for those who are told: 办件期限 */
  readonly label: string
  readonly run: (context: CommandContext, change: CalendarChange) => Promise<Recounted>
}
