import { sql } from 'kysely'
import { QxError } from '../../errors/define-errors.ts'
import { jobRequest } from '../../jobs/job-request.ts'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { announce } from '../../outbox/announce.ts'
import { actOnMatter } from '../act-on-matter.ts'
import type { Matters } from '../matters.ts'
import { readLimits, writeLimits } from './limit-record.ts'

/** Limits that are over and whose declaration has an act for that (逾期未补正视为撤回). */
export async function missedWithAct(
  { tx, jurisdiction, today }: Pick<QueryContext, 'tx' | 'jurisdiction' | 'today'>,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from matter_limit
    where jurisdiction = ${jurisdiction} and next_step_on is not null and on_missed is not null
      and status = 'running' and due_on < ${today}::date
    order by due_on, id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

export type ClockActOutcome = 'done' | 'refused' | 'nothing'

/**
 * Does the act of one missed limit. Where the matter refuses it (a guard, a state in which it does not exist), the limit
 * goes on as one that was missed, and the head of the unit is told why: nothing is tried for ever.
 */
export async function doMissedAct(
  context: CommandContext,
  matters: Matters,
  limitId: string,
): Promise<{ readonly outcome: ClockActOutcome; readonly why: string | null }> {
  const { tx, today } = context
  const [limit] = await readLimits(context, sql`l.id = ${limitId}`)
  if (limit === undefined || limit.status !== 'running' || limit.onMissed === null || limit.dueOn >= today) {
    context.unchanged()
    return { outcome: 'nothing', why: null }
  }
  await sql`savepoint missed_act`.execute(tx)
  try {
    await actOnMatter({ ...context, actor: jobRequest(context.requestId).actor }, matters, {
      matterId: limit.matterId,
      act: limit.onMissed,
      as: 'clock',
      requestKey: `clock:${limit.id}:${limit.onMissed}`,
    })
    return { outcome: 'done', why: null }
  } catch (error) {
    if (!(error instanceof QxError)) throw error
    await sql`rollback to savepoint missed_act`.execute(tx)
    await writeLimits(context, { added: [], changed: [{ ...limit, onMissed: null, nextStepOn: today }] })
    await tellOfRefusal(context, limit.matterId, limit.label, error.message)
    await context.record({
      subject: { kind: 'matter', id: limit.matterId },
      before: { onMissed: limit.onMissed },
      after: { limit: limit.limitId, refused: error.code },
    })
    return { outcome: 'refused', why: error.message }
  }
}

async function tellOfRefusal(context: CommandContext, matterId: string, label: string, why: string): Promise<void> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ number: string; title: string; unitId: string; demonstration: boolean }>`
    select number, title, unit_id as "unitId", demonstration from matter
    where jurisdiction = ${jurisdiction} and id = ${matterId}`.execute(tx)
  const [matter] = rows
  if (matter === undefined) return
  await announce(context, {
    to: { partyRoles: [{ partyId: matter.unitId, role: 'unitHead' }] },
    kind: 'matter.limit.refused',
    title: `${matter.title}：${label}届满后的自动办理没有成功`,
    body: `办件 ${matter.number}：${why}`,
    path: `/desk/matters/${matterId}`,
    subject: { kind: 'matter', id: matterId },
    demonstration: matter.demonstration,
  })
}
