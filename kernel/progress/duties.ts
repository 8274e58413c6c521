import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import { sql } from 'kysely'
import { type Actor, actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { Permission } from '../accounts/roles.ts'
import type { CivilDate } from '../clock/civil-date.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { type PlanReading, readPlanIfAny } from '../plan/read-plan.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { effectiveDue, nextAct } from './duty-clock.ts'
import { type DutyRecord, dutyColumns } from './duty-record.ts'
import { progressSettings } from './settings.ts'
import { ledTaskIds } from './task-leads.ts'

export { listDuties } from './duty-list.ts'
export type { DutyRecord } from './duty-record.ts'
export { presentDuties } from './duty-rows.ts'

// The functions that change a duty write its row and nothing else: the command that calls them records.

export async function findDuty({ tx, jurisdiction }: QueryContext, id: string): Promise<DutyRecord | undefined> {
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d where d.jurisdiction = ${jurisdiction} and d.id = ${id}`.execute(tx)
  return rows[0]
}

/** @throws operation.notFound when there is no such duty, or the actor may not read it */
export async function getReadableDuty(context: QueryContext, id: string): Promise<DutyRecord> {
  return readable(context, await findDuty(context, id), id)
}

/**
 * The duty, held until the end of the transaction, so that clock, unit and office act on it one after the other.
 *
 * @throws operation.notFound as `getReadableDuty` does
 */
export async function lockDuty(context: CommandContext, id: string): Promise<DutyRecord> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<DutyRecord>`
    select ${dutyColumns} from duty d where d.jurisdiction = ${jurisdiction} and d.id = ${id} for update`.execute(tx)
  return readable(context, rows[0], id)
}

/**
 * Whether the actor may know of the duty: who reads all progress; the unit that owes it; and of a task also the units
 * that lead it.
 */
export function mayReadDuty(
  actor: Actor,
  duty: Pick<DutyRecord, 'itemKind' | 'itemId' | 'partyId'>,
  reading: PlanReading | undefined,
): boolean {
  if (actorMay(actor, 'progress.read')) return true
  if (actsFor(actor, 'work.read', duty)) return true
  return duty.itemKind === 'task' && ledTaskIds(actor, reading).includes(duty.itemId)
}

/** Whether the actor holds the permission for the unit that owes the duty. */
export function actsFor(actor: Actor, permission: Permission, duty: Pick<DutyRecord, 'partyId'>): boolean {
  return unitsActedFor(actor, permission).includes(duty.partyId)
}

/** The unit has answered (已上报): the clock stands still. */
export function answerDuty(context: CommandContext, duty: DutyRecord): Promise<DutyRecord> {
  return changeDuty(context, duty, { answeredOn: context.today })
}

/**
 * The answer was taken back (撤回上报): the clock runs on as if it had never come, from the first step after the day of
 * the answer. What fell due meanwhile is sent with the next run, so that nobody stops the ladder by an empty report.
 */
export function withdrawAnswer(context: CommandContext, duty: DutyRecord): Promise<DutyRecord> {
  return changeDuty(context, duty, { answeredOn: null }, duty.answeredOn ?? context.today)
}

/**
 * The answer came back (退回): the clock runs again. Where the due day is nearer or has passed, the unit has
 * `supervision.return-working-days` working days from today, and the ladder begins anew for that day.
 */
export async function returnDuty(context: CommandContext, duty: DutyRecord): Promise<DutyRecord> {
  const { returnWorkingDays } = progressSettings(context.county)
  const { due } = addWorkingDays(context.today, returnWorkingDays, await calendarOf(context))
  if (due <= effectiveDue(duty)) return changeDuty(context, duty, { answeredOn: null })
  return changeDuty(context, duty, { answeredOn: null, returnDueOn: due, lastStep: null })
}

/** Puts the due day off to a later one: the ladder begins anew for that day. */
export function extendDuty(context: CommandContext, duty: DutyRecord, to: CivilDate): Promise<DutyRecord> {
  return changeDuty(context, duty, { extendedTo: to, lastStep: null })
}

export function closeDuty(
  context: CommandContext,
  duty: DutyRecord,
  outcome: 'met' | 'withdrawn',
): Promise<DutyRecord> {
  return changeDuty(context, duty, { closedOn: context.today, outcome })
}

/** A duty that was closed runs again, from the next step that is to come. */
export function reopenDuty(context: CommandContext, duty: DutyRecord): Promise<DutyRecord> {
  return changeDuty(context, duty, { closedOn: null, outcome: null, answeredOn: null })
}

/** The due day was set anew with the part of a task: the ladder begins anew where the day that counts has moved. */
export function redateDuty(context: CommandContext, duty: DutyRecord, dueOn: CivilDate): Promise<DutyRecord> {
  const moved = effectiveDue({ ...duty, dueOn }) !== effectiveDue(duty)
  return changeDuty(context, duty, { dueOn, ...(moved ? { lastStep: null } : {}) })
}

type Change = Partial<
  Pick<DutyRecord, 'dueOn' | 'answeredOn' | 'returnDueOn' | 'extendedTo' | 'lastStep' | 'closedOn' | 'outcome'>
>

/** Writes the change and the day on which the clock comes back. */
async function changeDuty(
  context: CommandContext,
  duty: DutyRecord,
  change: Change,
  after: CivilDate = context.today,
): Promise<DutyRecord> {
  const { tx, jurisdiction, county } = context
  const changed = { ...duty, ...change }
  const nextActOn = nextAct(changed, progressSettings(county), await calendarOf(context), after)
  await tx
    .updateTable('duty')
    .set((eb) => ({
      due_on: changed.dueOn,
      answered_on: changed.answeredOn,
      return_due_on: changed.returnDueOn,
      extended_to: changed.extendedTo,
      last_step: changed.lastStep,
      closed_on: changed.closedOn,
      outcome: changed.outcome,
      next_act_on: nextActOn,
      revision: eb('revision', '+', 1),
    }))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', duty.id)
    .execute()
  return { ...changed, nextActOn, revision: duty.revision + 1 }
}

async function readable(context: QueryContext, duty: DutyRecord | undefined, id: string): Promise<DutyRecord> {
  if (duty !== undefined) {
    // Only who leads a task is found in the plan; whose own it is, or who reads all, needs none.
    const isPlain = actorMay(context.actor, 'progress.read') || actsFor(context.actor, 'work.read', duty)
    const reading = isPlain ? undefined : await readPlanIfAny(context)
    if (mayReadDuty(context.actor, duty, reading)) return duty
  }
  throw operationErrors.notFound({ what: { zh: '应办事项', en: 'duty' }, id })
}
