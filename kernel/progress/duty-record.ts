import { sql } from 'kysely'
import type { CivilDate } from '../clock/civil-date.ts'
import type { ClockedDuty } from './duty-clock.ts'

/**
 * A duty (应办事项) as it is stored: one thing that one unit owes by one day.
 *
 * - kind: a report for a period, the completion of a part of a task (办结), or a milestone
 * - scope: the value of the whole county, or that of the unit itself
 */
export interface DutyRecord extends ClockedDuty {
  readonly id: string
  readonly kind: 'report' | 'part' | 'milestone'
  readonly itemKind: 'target' | 'task' | 'milestone'
  readonly itemId: string
  readonly partId: string | null
  readonly partyId: string
  readonly scope: 'county' | 'unit'
  /** '' for what has no period */
  readonly period: string
  readonly periodStart: CivilDate | null
  readonly periodEnd: CivilDate | null
  readonly title: string
  readonly provisional: boolean
  readonly outcome: 'met' | 'withdrawn' | null
  readonly nextActOn: CivilDate | null
  readonly revision: number
  readonly demonstration: boolean
}

/** The columns of `duty d`, named as in the record. */
export const dutyColumns = sql.raw(`
  d.id, d.kind, d.item_kind as "itemKind", d.item_id as "itemId", d.part_id as "partId", d.party_id as "partyId",
  d.scope, d.period, d.period_start as "periodStart", d.period_end as "periodEnd", d.title,
  d.opened_on as "openedOn", d.due_on as "dueOn", d.provisional, d.extended_to as "extendedTo",
  d.return_due_on as "returnDueOn", d.answered_on as "answeredOn", d.closed_on as "closedOn", d.outcome,
  d.next_act_on as "nextActOn", d.last_step as "lastStep", d.revision, d.demonstration`)

/** The day that counts, in SQL, for `duty d`; `greatest` passes over nulls. */
export const effectiveDueColumn = sql.raw('greatest(d.due_on, d.extended_to, d.return_due_on)')

/** Where a duty stands, of `duty d` with its `report r`: what became of it, else whether it was answered or came back. */
export const dutyStateColumn = sql.raw(`case
  when d.closed_on is not null then d.outcome
  when d.answered_on is not null then case when r.state = 'checked' then 'checked' else 'submitted' end
  when r.state = 'draft' then 'drafted'
  when r.state = 'returned' or d.return_due_on is not null then 'returned'
  else 'open' end`)

export type DutyState = 'open' | 'drafted' | 'returned' | 'submitted' | 'checked' | 'met' | 'withdrawn'
