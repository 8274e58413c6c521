import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { announce } from '@qiangxian/kernel/outbox/announce'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { answerDuty, closeDuty, reopenDuty, returnDuty } from '@qiangxian/kernel/progress/duties'
import { TaskPart } from '@qiangxian/kernel/progress/progress.schemas'
import { ledTaskIds } from '@qiangxian/kernel/progress/task-leads'
import { sql } from 'kysely'
import Type from 'typebox'
import { type ActOnPart, partActs } from './part-acts.ts'
import { lockPartDuty } from './part-duties.ts'
import { recordPartActs } from './settle-parts.ts'
import { supervisionErrors } from './supervision-errors.ts'
import { listParts, type PartRecord, partStatusLabels } from './task-parts.ts'
import { presentParts } from './task-progress.ts'

export const actOnTaskPart = defineCommand({
  id: 'taskPart.act',
  label: { zh: '办理分工', en: 'Act on a part of a task' },
  about: {
    zh: '单位签收、申报办结；办公室认定办结、退回、销号、重开。',
    en: 'The unit receives a part and reports it complete; the office accepts, returns, closes, reopens.',
  },
  permission: 'work.read',
  route: { method: 'POST', path: '/task-parts/:partId/acts' },
  cli: 'task-part act',
  input: Type.Object({
    partId: Id,
    act: Type.Enum(['receive', 'complete', 'accept', 'return', 'close', 'reopen']),
    reason: Type.Optional(Type.String({ maxLength: 2_000 })),
    revision: Type.Integer({ minimum: 1 }),
  }),
  output: TaskPart,
  run: async (context, { partId, act, reason, revision }) => {
    const part = await lockReadablePart(context, partId)
    const rule = partActs[act]
    const mine =
      rule.by === 'office'
        ? actorMay(context.actor, 'report.review')
        : unitsActedFor(context.actor, rule.by === 'head' ? 'report.submit' : 'report.draft').includes(part.partyId)
    if (!mine) throw supervisionErrors.notYours({ act: rule.label.zh, who: rule.who.zh })
    if (part.status === rule.to && part.acts.at(-1)?.act === act) {
      context.unchanged()
      return presentOne(context, part.id)
    }
    if (part.revision !== revision) {
      throw supervisionErrors.changedMeanwhile({ what: `分工“${part.content}”`, by: part.acts.at(-1)?.by ?? '' })
    }
    if (!rule.from.includes(part.status)) {
      throw supervisionErrors.actNotNow({ act: rule.label.zh, status: partStatusLabels[part.status] })
    }
    const why = (reason ?? '').trim() || null
    if (rule.needsReason && why === null) throw supervisionErrors.reasonNeeded({})
    if (act === 'accept') await refuseOwnCompletion(context, part)
    await write(context, part, act, rule.to)
    await recordPartActs(context, [{ partId: part.id, act, reason: why }])
    await moveDuty(context, part, act)
    await tell(context, part, act, why)
    await context.record({
      subject: { kind: 'taskPart', id: part.id },
      before: { status: part.status },
      after: { status: rule.to, act },
      reason: why,
    })
    return presentOne(context, part.id)
  },
})

/** @throws operation.notFound unless the actor reads all progress, carries the part, or leads its task */
async function lockReadablePart(context: CommandContext, partId: string): Promise<PartRecord> {
  const { actor } = context
  const [part] = await listParts(context, { id: partId, lock: true })
  if (part !== undefined) {
    if (actorMay(actor, 'progress.read')) return part
    if (unitsActedFor(actor, 'work.read').includes(part.partyId)) return part
    if (ledTaskIds(actor, await readPlan(context, undefined)).includes(part.taskItemId)) return part
  }
  throw operationErrors.notFound({ what: { zh: '分工', en: 'part' }, id: partId })
}

/** Two acts by two people, also where one holds both roles. @throws supervision.ownCompletion */
async function refuseOwnCompletion({ tx, jurisdiction, actor }: CommandContext, part: PartRecord): Promise<void> {
  const { rows } = await sql<{ by: string | null }>`
    select by_account as by from task_part_act
    where jurisdiction = ${jurisdiction} and part_id = ${part.id} and act = 'complete'
    order by at desc, id desc limit 1`.execute(tx)
  const by = rows[0]?.by ?? null
  if (by !== null && by === actor.accountId) throw supervisionErrors.ownCompletion({ part: part.content })
}

async function write(
  context: CommandContext,
  part: PartRecord,
  act: ActOnPart,
  to: PartRecord['status'],
): Promise<void> {
  const { tx, jurisdiction, today } = context
  const progress = progressAfter(act, today)
  await sql`update task_part set status = ${to}, revision = revision + 1 ${progress}
    where jurisdiction = ${jurisdiction} and id = ${part.id}`.execute(tx)
}

/** The duty to complete the part goes along: answered, returned, met, or running again. */
async function moveDuty(context: CommandContext, part: PartRecord, act: ActOnPart): Promise<void> {
  const duty = await lockPartDuty(context, part.id)
  if (duty === undefined) return
  if (act === 'complete' && duty.closedOn === null) await answerDuty(context, duty)
  if (act === 'return' && duty.closedOn === null) await returnDuty(context, duty)
  if (act === 'accept' && duty.closedOn === null) await closeDuty(context, duty, 'met')
  if (act === 'reopen' && duty.outcome === 'met') await reopenDuty(context, duty)
}

async function tell(context: CommandContext, part: PartRecord, act: ActOnPart, why: string | null): Promise<void> {
  if (act === 'receive') return
  const byUnit = act === 'complete'
  await announce(context, {
    to: byUnit ? { roles: ['office'] } : { partyIds: [part.partyId] },
    kind: `part.${act}`,
    title: `${partActs[act].label.zh}：${part.content}`,
    body: why ?? '',
    path: `/tasks/${part.taskItemId}`,
    subject: { kind: 'taskPart', id: part.id },
    demonstration: part.demonstration,
  })
}

async function presentOne(context: CommandContext, id: string): Promise<TaskPart> {
  const reading = await readPlan(context, undefined)
  const [part] = await presentParts(context, reading, await listParts(context, { id }))
  if (part === undefined) throw new Error(`part ${id} is gone within its own transaction`)
  return part
}

/** Accepted is wholly done; what is taken up again has not been reported on since, which is neither 100 nor 0. */
function progressAfter(act: string, today: string) {
  if (act === 'accept') return sql`, progress = 100, progress_status = 'approved', progress_on = ${today}`
  if (act === 'reopen') return sql`, progress = null, progress_status = null, progress_on = null`
  return sql``
}
