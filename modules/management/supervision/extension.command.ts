import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext, QueryContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { announce } from '@qiangxian/kernel/outbox/announce'
import { Id, IsoDate } from '@qiangxian/kernel/plan/programme.schemas'
import { actsFor, extendDuty, lockDuty } from '@qiangxian/kernel/progress/duties'
import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { Extension } from '@qiangxian/kernel/progress/progress.schemas'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import { sql } from 'kysely'
import Type from 'typebox'
import { listExtensions } from './extensions.ts'
import { supervisionErrors } from './supervision-errors.ts'
import { refuseUnlessRunning } from './urging.command.ts'

const Reason = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' })

export const askExtension = defineCommand({
  id: 'duty.askExtension',
  label: { zh: '申请延期', en: 'Ask for an extension' },
  about: {
    zh: '单位负责人在到期前申请延期，次数由本地参数规定，由办公室决定。',
    en: 'The head of the unit asks before the day to put it off; as often as the county allows; the office decides.',
  },
  permission: 'report.submit',
  route: { method: 'POST', path: '/duties/:dutyId/extensions' },
  cli: 'duty extend',
  input: Type.Object({ dutyId: Id, to: IsoDate, reason: Reason }),
  output: Extension,
  run: async (context, { dutyId, to, reason }) => {
    const { tx, jurisdiction, actor, today, now } = context
    const duty = await lockDuty(context, dutyId)
    if (!actsFor(actor, 'report.submit', duty)) throw notFound('应办事项', 'duty', dutyId)
    const before = await listExtensions(context, { dutyId })
    const waiting = before.find((each) => each.decision === null)
    // The same request again: it was sent twice, and waits.
    if (waiting !== undefined && waiting.askedTo === to && waiting.reason === reason.trim()) {
      context.unchanged()
      return waiting
    }
    refuseUnlessRunning(duty)
    const { extensionsAllowed } = progressSettings(context.county)
    if (extensionsAllowed < 1) throw supervisionErrors.extensionNone({ title: duty.title })
    const last = before.at(-1)
    if (last !== undefined && before.length >= extensionsAllowed) {
      throw supervisionErrors.extensionUsed({ title: duty.title, allowed: extensionsAllowed, asked: last.askedOn })
    }
    if (waiting !== undefined) {
      throw supervisionErrors.extensionUsed({ title: duty.title, allowed: extensionsAllowed, asked: waiting.askedOn })
    }
    const dueOn = effectiveDue(duty)
    if (today > dueOn) throw supervisionErrors.extensionTooLate({ title: duty.title, dueOn })
    refuseUnlessLater(to, dueOn)
    const id = newId(now)
    await tx
      .insertInto('extension_request')
      .values({
        jurisdiction,
        id,
        duty_id: duty.id,
        ordinal: before.length + 1,
        asked_to: to,
        reason: reason.trim(),
        asked_on: today,
        asked_at: now,
        asked_by: actor.accountId ?? null,
        asked_by_label: actor.label,
        demonstration: duty.demonstration,
      })
      .execute()
    const request = await getExtension(context, id)
    await announce(context, {
      to: { roles: ['office'] },
      kind: 'extension.asked',
      title: `${request.unit.shortName}申请延期至 ${to}：${duty.title}`,
      body: reason.trim(),
      path: `/duties/${duty.id}`,
      subject: { kind: 'duty', id: duty.id },
      demonstration: duty.demonstration,
    })
    await context.record({
      subject: { kind: 'duty', id: duty.id },
      before: { dueOn },
      after: { extensionId: id, askedTo: to },
      reason: reason.trim(),
    })
    return request
  },
})

export const decideExtension = defineCommand({
  id: 'extension.decide',
  label: { zh: '决定延期申请', en: 'Decide on an extension' },
  about: {
    zh: '批准（可另定日期）或不予批准，并通知申请单位。',
    en: 'Grants a request, to the day asked for or to another, or refuses it; the unit is told.',
  },
  permission: 'supervision.manage',
  route: { method: 'POST', path: '/extensions/:extensionId/decision' },
  cli: 'extension decide',
  input: Type.Object({
    extensionId: Id,
    granted: Type.Boolean(),
    /** another day than the one asked for */
    to: Type.Optional(IsoDate),
    reason: Type.Optional(Type.String({ maxLength: 2_000 })),
    revision: Type.Integer({ minimum: 1 }),
  }),
  output: Extension,
  run: async (context, { extensionId, granted, to, reason, revision }) => {
    const { tx, jurisdiction, actor, now } = context
    const known = await getExtension(context, extensionId)
    const duty = await lockDuty(context, known.dutyId)
    // Read again under the lock of the duty: somebody may have decided between the two.
    const request = await getExtension(context, extensionId)
    const grantedTo = granted ? (to ?? request.askedTo) : null
    if (request.decision !== null) {
      const same = request.decision === (granted ? 'granted' : 'refused') && request.grantedTo === grantedTo
      if (!same) throw supervisionErrors.extensionDecided({ by: request.decidedBy ?? '' })
      context.unchanged()
      return request
    }
    if (request.revision !== revision) {
      throw supervisionErrors.changedMeanwhile({ what: '延期申请', by: request.decidedBy ?? request.askedBy })
    }
    if (!granted && (reason ?? '').trim() === '') throw supervisionErrors.reasonNeeded({})
    if (grantedTo !== null) {
      refuseUnlessRunning(duty)
      refuseUnlessLater(grantedTo, effectiveDue(duty))
    }
    await sql`
      update extension_request set decision = ${granted ? 'granted' : 'refused'}, granted_to = ${grantedTo}::date,
        decided_at = ${now}, decided_by = ${actor.accountId ?? null}, decided_by_label = ${actor.label},
        decision_reason = ${(reason ?? '').trim() || null}, revision = revision + 1
      where jurisdiction = ${jurisdiction} and id = ${request.id}`.execute(tx)
    if (grantedTo !== null) await extendDuty(context, duty, grantedTo)
    await tell(context, duty, grantedTo, reason ?? '')
    await context.record({
      subject: { kind: 'duty', id: duty.id },
      before: { dueOn: effectiveDue(duty) },
      after: { extensionId: request.id, decision: granted ? 'granted' : 'refused', grantedTo },
      reason: (reason ?? '').trim() || null,
    })
    return getExtension(context, request.id)
  },
})

function tell(context: CommandContext, duty: DutyRecord, grantedTo: string | null, reason: string): Promise<void> {
  return announce(context, {
    to: { partyIds: [duty.partyId] },
    kind: 'extension.decided',
    title: grantedTo === null ? `延期未获批准：${duty.title}` : `延期至 ${grantedTo}：${duty.title}`,
    body: [grantedTo === null ? `请按原到期日 ${effectiveDue(duty)} 办理。` : '', reason.trim()].join('').trim(),
    path: `/duties/${duty.id}`,
    subject: { kind: 'duty', id: duty.id },
    demonstration: duty.demonstration,
  })
}

/** @throws supervision.noSuchDay, supervision.extensionNotLater */
function refuseUnlessLater(to: string, dueOn: string): void {
  if (!isCivilDate(to)) throw supervisionErrors.noSuchDay({ day: to })
  if (to <= dueOn) throw supervisionErrors.extensionNotLater({ to, dueOn })
}

async function getExtension(context: QueryContext, id: string): Promise<Extension> {
  const [request] = await listExtensions(context, { id })
  if (request === undefined) throw notFound('延期申请', 'extension request', id)
  return request
}

function notFound(zh: string, en: string, id: string) {
  return operationErrors.notFound({ what: { zh, en }, id })
}
