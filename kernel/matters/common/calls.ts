import { sql } from 'kysely'
import { newId } from '../../ids/new-id.ts'
import type { Announcement } from '../../outbox/announcement.ts'
import { isCalled } from '../capacities.ts'
import { matterErrors } from '../matter-errors.ts'
import { getAsked, getOfficer, type Person } from '../people.ts'
import { type CommonPlan, type CommonRequest, textOf, textsOf } from './common-request.ts'
import { placeOf } from './handing.ts'

/** 会签、加签、抄送: others are asked for their word, or told. */
export async function ask(request: CommonRequest): Promise<CommonPlan> {
  const { context, input } = request
  const asked = await getAsked(context, textsOf(input, 'to'))
  const dueOn = textOf(input, 'dueOn')
  return callsTo(request, asked, dueOn === '' ? null : dueOn)
}

/** 委托: somebody of the unit acts in place of the officer in charge until it is answered or taken back. */
export async function delegate(request: CommonRequest): Promise<CommonPlan> {
  const { context, matter, input } = request
  return callsTo(request, [await getOfficer(context, matter.unitId, textOf(input, 'account'))], null)
}

/** 答复: by whoever was asked; whoever asked can take it back. */
export async function answerCall(request: CommonRequest): Promise<CommonPlan> {
  const { context, matter, hand, input, opinion } = request
  const { tx, jurisdiction, now, actor } = context
  const call = hand.calls.find(({ id }) => id === textOf(input, 'call'))
  const answer = textOf(input, 'answer')
  if (call === undefined) throw matterErrors.callUnknown({})
  const takesBack = answer === 'withdrawn'
  const isAsker = call.byAccount !== null && call.byAccount === actor.accountId
  if (takesBack ? !(isAsker || request.capacity === 'head') : !isCalled(actor, call)) throw matterErrors.callUnknown({})
  if (answer === 'objects' && (opinion ?? '').trim() === '') {
    throw matterErrors.badInput(
      { act: request.act.label, count: 1 },
      {
        problems: [{ path: '/opinion', message: { zh: '不同意的，请写明理由。', en: 'Say why you object.' } }],
      },
    )
  }
  return {
    also: async () => {
      await sql`
        update matter_call set answer = ${answer}, answer_words = ${opinion}, answered_by_label = ${actor.label},
          answered_at = ${now}
        where jurisdiction = ${jurisdiction} and id = ${call.id} and answered_at is null`.execute(tx)
    },
    announcements:
      takesBack || call.byAccount === null
        ? []
        : [
            {
              ...{ to: { accountIds: [call.byAccount] }, kind: 'matter.answered' },
              title: `${call.toLabel}已答复：${matter.title}`,
              body: `办件 ${matter.number}：${answerWords[answer] ?? answer}。${opinion ?? ''}`,
              ...placeOf(matter),
            },
          ],
  }
}

const answerWords: Readonly<Record<string, string>> = { agrees: '同意', objects: '不同意', seen: '已阅' }

async function callsTo(
  { context, matter, act, opinion }: CommonRequest,
  asked: readonly Person[],
  dueOn: string | null,
): Promise<CommonPlan> {
  const { tx, jurisdiction, now, actor } = context
  const words = opinion ?? act.label
  return {
    also: async () => {
      await tx
        .insertInto('matter_call')
        .values(
          asked.map(({ kind, id, label }) => ({
            ...{ jurisdiction, id: newId(now), matter_id: matter.id, kind: act.id },
            ...{ to_unit: kind === 'unit' ? id : null, to_account: kind === 'account' ? id : null, to_label: label },
            ...{ words, by_account: actor.accountId ?? null, by_label: actor.label, at: now, due_on: dueOn },
            demonstration: matter.demonstration,
          })),
        )
        .execute()
    },
    announcements: asked.map(
      ({ kind, id }): Announcement => ({
        to:
          kind === 'account'
            ? { accountIds: [id] }
            : {
                partyRoles: [
                  { partyId: id, role: 'caseOfficer' },
                  { partyId: id, role: 'unitHead' },
                ],
              },
        ...{ kind: `matter.${act.id}`, title: `请您${act.label}：${matter.title}` },
        body: `${actor.label}：${words}${dueOn === null ? '' : `（希望 ${dueOn} 前答复）`}`,
        ...placeOf(matter),
      }),
    ),
  }
}
