import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { sql } from 'kysely'
import { actingUnits, livingUnit } from './living-units.ts'

/** Every unit that leads a task by the plan has a part of it: those that are missing are made. */
export async function addLeadParts(context: CommandContext, reading: PlanReading): Promise<readonly string[]> {
  const { tx, jurisdiction, today, now } = context
  const { plan, organisations } = reading
  const { rows } = await sql<{ key: string }>`
    select task_item_id || ' ' || party_id as key from task_part
    where jurisdiction = ${jurisdiction} and status <> 'withdrawn'`.execute(tx)
  const known = new Set(rows.map((row) => row.key))
  const missing = plan.tasks.flatMap((task) =>
    actingUnits(partiesOf(task, 'lead'), organisations, today)
      .filter((unit) => !known.has(`${task.itemId} ${unit}`))
      .map((unit) => ({ id: newId(now), taskItemId: task.itemId, partyId: unit, content: task.title })),
  )
  if (missing.length === 0) return []
  await sql`
    insert into task_part (jurisdiction, id, task_item_id, party_id, share, content, status, created_at)
    select ${jurisdiction}, id, "taskItemId", "partyId", 'lead', content, 'waiting', ${now}
    from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb)
      as given (id text, "taskItemId" text, "partyId" text, content text)`.execute(tx)
  const ids = missing.map((part) => part.id)
  await recordPartActs(
    context,
    ids.map((partId) => ({ partId, act: 'assign', reason: '方案确定的牵头单位' })),
  )
  return ids
}

/**
 * Parts of dissolved units go to the successor, with all that was done on them; where it carries a part of the task
 * already, or there is none, the part is withdrawn. So is a part of a task that the plan does not name any more.
 */
export async function moveParts(context: CommandContext, { plan, organisations }: PlanReading): Promise<void> {
  const { tx, jurisdiction, today } = context
  const tasks = plan.tasks.map((task) => task.itemId)
  const { rows } = await sql<{ id: string; taskItemId: string; partyId: string; dissolved: boolean }>`
    select p.id, p.task_item_id as "taskItemId", p.party_id as "partyId",
      coalesce(u.dissolved_on <= ${today}::date, false) as dissolved
    from task_part p join party u on u.jurisdiction = ${jurisdiction} and u.id = p.party_id
    where p.jurisdiction = ${jurisdiction} and p.status not in ('withdrawn', 'closed')
      and (u.dissolved_on <= ${today}::date or not (p.task_item_id = any(${tasks})))
    order by p.id for update of p`.execute(tx)
  for (const part of rows) {
    const successor = part.dissolved ? livingUnit(part.partyId, organisations, today) : undefined
    const taken =
      successor === undefined ||
      (await tx
        .selectFrom('task_part')
        .select('id')
        .where('jurisdiction', '=', jurisdiction)
        .where('task_item_id', '=', part.taskItemId)
        .where('party_id', '=', successor.id)
        .where('status', '<>', 'withdrawn')
        .executeTakeFirst()) !== undefined
    await tx
      .updateTable('task_part')
      .set((eb) => ({
        ...(successor === undefined || taken ? { status: 'withdrawn' } : { party_id: successor.id }),
        revision: eb('revision', '+', 1),
      }))
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', part.id)
      .execute()
    const reason = part.dissolved ? '原单位已撤销' : '方案修订后不再列入'
    await recordPartActs(context, [
      taken
        ? { partId: part.id, act: 'withdraw', reason }
        : { partId: part.id, act: 'assign', reason: `${reason}，由${successor?.name ?? ''}承接` },
    ])
  }
}

export type PartAct = 'assign' | 'receive' | 'complete' | 'accept' | 'return' | 'close' | 'reopen' | 'withdraw'

export interface NewPartAct {
  readonly partId: string
  readonly act: PartAct
  readonly reason: string | null
}

/** Writes what was done on parts of tasks; the command that calls it writes the journal entry. */
export async function recordPartActs(
  { tx, jurisdiction, actor, today, now }: CommandContext,
  acts: readonly NewPartAct[],
): Promise<void> {
  if (acts.length === 0) return
  const given = acts.map((act) => ({ ...act, id: newId(now) }))
  // An act on an invented part is invented too, and goes with it.
  await sql`
    insert into task_part_act (jurisdiction, id, part_id, act, on_date, at, by_account, by_label, reason, demonstration)
    select ${jurisdiction}, given.id, p.id, given.act, ${today}, ${now}, ${actor.accountId ?? null}, ${actor.label},
      given.reason, p.demonstration
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id text, "partId" text, act text, reason text)
    join task_part p on p.jurisdiction = ${jurisdiction} and p.id = given."partId"`.execute(tx)
}
