import { actorMay } from '@qiangxian/kernel/accounts/actor'
import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { announceAll } from '@qiangxian/kernel/outbox/announce'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import { Id, IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { TaskProgress } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'
import Type from 'typebox'
import { decideParts, type PartsDecision, type WantedPart } from './decide-parts.ts'
import { findTask } from './find-task.ts'
import { actingUnits } from './living-units.ts'
import { mayAssign } from './may-assign.ts'
import { settlePartDuties } from './part-duties.ts'
import { recordPartActs } from './settle-parts.ts'
import { supervisionErrors } from './supervision-errors.ts'
import { listParts, type PartRecord } from './task-parts.ts'
import { presentTaskProgress } from './task-progress.ts'

const Text = (maxLength: number) => Nullable(Type.String({ maxLength }))

const WantedPartInput = Type.Object({
  unitId: Id,
  share: Type.Enum(['lead', 'support']),
  content: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  standard: Type.Optional(Text(1_000)),
  person: Type.Optional(Text(100)),
  /** percent of the task; parts without one share what is left */
  weight: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 100 }))),
  startsOn: Type.Optional(Nullable(IsoDate)),
  dueOn: Type.Optional(Nullable(IsoDate)),
})

export const setTaskParts = defineCommand({
  id: 'task.setParts',
  label: { zh: '分配任务', en: 'Hand out the parts of a task' },
  about: {
    zh: '办公室或牵头单位负责人确定各单位分工、权重和期限；未列出的分工撤回，已有报送保留。已定的期限只有办公室能推迟或取消。',
    en: 'The office, or the head of a leading unit, sets who carries what, by when and with which weight. A day that is set is put off or taken away by the office only.',
  },
  permission: 'work.read',
  route: { method: 'PUT', path: '/tasks/:itemId/parts' },
  cli: 'task parts',
  input: Type.Object({
    itemId: Id,
    parts: Type.Array(WantedPartInput, { maxItems: 200 }),
    /** the parts that were seen, so that nobody's change is lost */
    seen: Type.Array(Type.Object({ id: Id, revision: Type.Integer() }), { maxItems: 400 }),
    reason: Type.Optional(Text(1_000)),
  }),
  output: TaskProgress,
  run: async (context, input) => {
    const reading = await readPlan(context, undefined)
    const task = await findTask(context, reading, input.itemId)
    refuseStranger(context, task, reading)
    const { organisations } = reading
    const leads = actingUnits(partiesOf(task, 'lead'), organisations, context.today)
    const present = await listParts(context, { taskItemId: task.itemId, lock: true })
    const decision = decideParts(input.parts.map(wantedPart), present, leads, organisations, context.today)
    const touched = decision.added.length + decision.changed.length + decision.withdrawn.length
    if (touched === 0) {
      // Also for a request that came twice: what it asks for is so already.
      context.unchanged()
      return presentTaskProgress(context, reading, task)
    }
    refuseUnseen(present, input.seen)
    if (!actorMay(context.actor, 'breakdown.decide')) refusePuttingOff(decision, present, organisations)
    const reason = (input.reason ?? '').trim() || null
    await writeParts(context, task, decision, present, reason)
    await settlePartDuties(context, task)
    await tellUnits(context, task, decision)
    const units = new Map(organisations.map((unit) => [unit.id, unit.name]))
    const after = await listParts(context, { taskItemId: task.itemId })
    await context.record({
      subject: { kind: 'task', id: task.itemId },
      before: { parts: present.map((part) => noteOf(part, units)) },
      after: { parts: after.map((part) => noteOf(part, units)) },
      reason,
    })
    return presentTaskProgress(context, reading, task)
  },
})

function wantedPart(
  input: Omit<WantedPart, 'standard' | 'person' | 'weight' | 'startsOn' | 'dueOn'> & Partial<WantedPart>,
): WantedPart {
  return {
    unitId: input.unitId,
    share: input.share,
    content: input.content.trim(),
    standard: (input.standard ?? '').trim() || null,
    person: (input.person ?? '').trim() || null,
    weight: input.weight ?? null,
    startsOn: input.startsOn ?? null,
    dueOn: input.dueOn ?? null,
  }
}

/** @throws supervision.notYours for who is neither the office nor the head of a leading unit */
function refuseStranger(
  context: CommandContext,
  task: PlanTask,
  { organisations }: Awaited<ReturnType<typeof readPlan>>,
): void {
  if (mayAssign(context, task, organisations)) return
  throw supervisionErrors.notYours({ act: '分配任务', who: '领导小组办公室或牵头单位负责人' })
}

/** @throws supervision.changedMeanwhile when a part is another than the one that was seen, or was not seen at all */
function refuseUnseen(
  present: readonly PartRecord[],
  seen: readonly { readonly id: string; readonly revision: number }[],
): void {
  for (const part of present) {
    if (part.status === 'withdrawn') continue
    if (seen.some((each) => each.id === part.id && each.revision === part.revision)) continue
    throw supervisionErrors.changedMeanwhile({ what: `分工“${part.content}”`, by: part.acts.at(-1)?.by ?? '' })
  }
}

/**
 * A day that is set is put off by an extension, which the office decides on; the head of a leading unit could else take
 * its own overdue part, or that of a supporting unit, out of the clock.
 *
 * @throws supervision.dayByOffice for a day that would be later, or gone
 */
function refusePuttingOff(
  { added, changed }: PartsDecision,
  present: readonly PartRecord[],
  organisations: readonly OrganisationRow[],
): void {
  const again = added.flatMap((wanted) => {
    const part = present.find((each) => each.partyId === wanted.unitId && each.status === 'withdrawn')
    return part === undefined ? [] : [{ part, wanted }]
  })
  for (const { part, wanted } of [...changed, ...again]) {
    if (part.dueOn === null || (wanted.dueOn !== null && wanted.dueOn <= part.dueOn)) continue
    const unit = organisations.find(({ id }) => id === part.partyId)?.name ?? part.partyId
    throw supervisionErrors.dayByOffice({ unit, dueOn: part.dueOn })
  }
}

async function writeParts(
  context: CommandContext,
  task: PlanTask,
  { added, changed, withdrawn }: PartsDecision,
  present: readonly PartRecord[],
  reason: string | null,
): Promise<void> {
  const { tx, jurisdiction, now } = context
  const written: string[] = []
  const demonstration = await isOfDemonstration(context)
  for (const { part, wanted } of changed) {
    await updatePart(context, part.id, wanted, {})
    written.push(part.id)
  }
  for (const wanted of added) {
    // A unit that carried a part before goes on with it, and with what it reported.
    const earlier = present.find((part) => part.partyId === wanted.unitId && part.status === 'withdrawn')
    const id = earlier?.id ?? newId(now)
    if (earlier !== undefined) await updatePart(context, id, wanted, { status: 'waiting' })
    else {
      await tx
        .insertInto('task_part')
        .values({
          ...{ jurisdiction, id, task_item_id: task.itemId, party_id: wanted.unitId, status: 'waiting' },
          ...columnsOf(wanted),
          created_at: now,
          demonstration,
        })
        .execute()
    }
    written.push(id)
  }
  if (withdrawn.length > 0) {
    const ids = withdrawn.map((part) => part.id)
    await sql`update task_part set status = 'withdrawn', revision = revision + 1
      where jurisdiction = ${jurisdiction} and id = any(${ids})`.execute(tx)
  }
  await recordPartActs(context, [
    ...written.map((partId) => ({ partId, act: 'assign' as const, reason })),
    ...withdrawn.map((part) => ({ partId: part.id, act: 'withdraw' as const, reason })),
  ])
}

async function updatePart(
  { tx, jurisdiction }: CommandContext,
  id: string,
  wanted: WantedPart,
  more: { readonly status?: 'waiting' },
): Promise<void> {
  await tx
    .updateTable('task_part')
    .set((eb) => ({ ...columnsOf(wanted), ...more, revision: eb('revision', '+', 1) }))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute()
}

function columnsOf({ share, content, standard, person, weight, startsOn, dueOn }: WantedPart) {
  return { share, content, standard, person, weight, starts_on: startsOn, due_on: dueOn }
}

function tellUnits(context: CommandContext, task: PlanTask, decision: PartsDecision): Promise<void> {
  const tell = (partyId: string, title: string, body: string) => ({
    to: { partyIds: [partyId] },
    kind: 'part.assigned',
    title: `${title}：任务 ${task.number} ${task.title}`,
    body,
    path: `/tasks/${task.itemId}`,
    subject: { kind: 'task', id: task.itemId },
  })
  return announceAll(context, [
    ...decision.added.map((part) => tell(part.unitId, '新的分工，请签收', part.content)),
    ...decision.changed.map(({ wanted }) => tell(wanted.unitId, '分工有调整', wanted.content)),
    ...decision.withdrawn.map((part) => tell(part.partyId, '分工已撤回', part.content)),
  ])
}

function noteOf(part: PartRecord, units: ReadonlyMap<string, string>) {
  const { id, share, content, weight, startsOn, dueOn, status } = part
  return { id, unit: units.get(part.partyId) ?? part.partyId, share, content, weight, startsOn, dueOn, status }
}
