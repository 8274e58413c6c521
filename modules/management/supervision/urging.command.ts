import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { announce } from '@qiangxian/kernel/outbox/announce'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { actsFor, lockDuty } from '@qiangxian/kernel/progress/duties'
import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { Urging } from '@qiangxian/kernel/progress/progress.schemas'
import { listUrgings } from '@qiangxian/kernel/progress/urgings'
import Type from 'typebox'
import { supervisionErrors } from './supervision-errors.ts'

const Words = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' })

export const urgeDuty = defineCommand({
  id: 'duty.urge',
  label: { zh: '催办', en: 'Urge' },
  about: { zh: '办公室向责任单位发出人工催办。', en: 'The office urges a unit in its own words.' },
  permission: 'supervision.manage',
  route: { method: 'POST', path: '/duties/:dutyId/urgings' },
  cli: 'duty urge',
  input: Type.Object({ dutyId: Id, words: Words }),
  output: Urging,
  run: async (context, { dutyId, words }) => {
    const { tx, jurisdiction, actor, today, now } = context
    const duty = await lockDuty(context, dutyId)
    refuseUnlessRunning(duty)
    // The same words of the same person on one day are a request that was sent twice: the unit is told once.
    const sent = (await listUrgings(context, { dutyIds: [duty.id] })).find(
      (each) => each.step === 'manual' && each.on === today && each.words === words.trim() && each.by === actor.label,
    )
    if (sent !== undefined) {
      context.unchanged()
      return sent
    }
    const id = newId(now)
    await tx
      .insertInto('urging')
      .values({
        jurisdiction,
        id,
        duty_id: duty.id,
        party_id: duty.partyId,
        step: 'manual',
        due_on: effectiveDue(duty),
        number: null,
        on_date: today,
        words: words.trim(),
        at: now,
        by_account: actor.accountId ?? null,
        by_label: actor.label,
        demonstration: duty.demonstration,
      })
      .execute()
    await announce(context, {
      to: { partyIds: [duty.partyId] },
      kind: 'duty.urged',
      title: `催办：${duty.title}`,
      body: words.trim(),
      path: `/duties/${duty.id}`,
      subject: { kind: 'duty', id: duty.id },
      demonstration: duty.demonstration,
    })
    await context.record({
      subject: { kind: 'duty', id: duty.id },
      before: null,
      after: { urgingId: id, step: 'manual', words: words.trim() },
    })
    return getUrging(context, id)
  },
})

export const replyToUrging = defineCommand({
  id: 'urging.reply',
  label: { zh: '回复催办', en: 'Reply to an urging' },
  about: {
    zh: '责任单位回复催办、提醒函、督办单、通报或约谈，办公室收到通知。',
    en: 'The unit replies to a reminder or a step of the ladder; the office is told.',
  },
  permission: 'supervision.answer',
  route: { method: 'POST', path: '/urgings/:urgingId/replies' },
  cli: 'urging reply',
  input: Type.Object({ urgingId: Id, words: Words }),
  output: Urging,
  run: async (context, { urgingId, words }) => {
    const { tx, jurisdiction, actor, now } = context
    const urging = await getUrging(context, urgingId)
    const duty = await lockDuty(context, urging.dutyId)
    // A leading unit reads the urgings of those that support it; only the unit itself replies.
    if (!actsFor(actor, 'supervision.answer', duty)) throw notFound(urgingId)
    // The same words again are the same reply: a request that was sent twice changes nothing.
    if (urging.replies.some((reply) => reply.words === words.trim() && reply.by === actor.label)) {
      context.unchanged()
      return urging
    }
    const id = newId(now)
    await tx
      .insertInto('urging_reply')
      .values({
        jurisdiction,
        id,
        urging_id: urging.id,
        words: words.trim(),
        at: now,
        by_account: actor.accountId ?? null,
        by_label: actor.label,
        demonstration: duty.demonstration,
      })
      .execute()
    await announce(context, {
      to: { roles: ['office'] },
      kind: 'urging.replied',
      title: `${urging.unit.shortName}回复${urging.label.zh}：${duty.title}`,
      body: words.trim(),
      path: `/duties/${duty.id}`,
      subject: { kind: 'duty', id: duty.id },
      demonstration: duty.demonstration,
    })
    await context.record({
      subject: { kind: 'duty', id: duty.id },
      before: null,
      after: { urgingId: urging.id, replyId: id, words: words.trim() },
    })
    return getUrging(context, urging.id)
  },
})

/** @throws supervision.dutyClosed, supervision.dutyAnswered */
export function refuseUnlessRunning(duty: DutyRecord): void {
  if (duty.closedOn !== null) throw supervisionErrors.dutyClosed({ title: duty.title, closedOn: duty.closedOn })
  if (duty.answeredOn !== null) {
    throw supervisionErrors.dutyAnswered({ title: duty.title, answeredOn: duty.answeredOn })
  }
}

async function getUrging(context: CommandContext, id: string): Promise<Urging> {
  const [urging] = await listUrgings(context, { id })
  if (urging === undefined) throw notFound(id)
  return urging
}

function notFound(id: string) {
  return operationErrors.notFound({ what: { zh: '催办', en: 'urging' }, id })
}
