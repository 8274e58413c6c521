import type { CommandContext } from '../operations/context.ts'
import type { ActAsked } from './act-on-matter.ts'
import type { MatterInHand } from './carry-out.ts'
import { commonPlanners } from './common/plan-common.ts'
import { mayReopen, mayWithdraw } from './common/stopping.ts'
import type { CommonAct } from './common-acts.ts'
import type { MatterState } from './effects.types.ts'
import { openValues, ownerOfValues } from './form/sealed-values.ts'
import { readInput } from './input-of-act.ts'
import { judgeWho, notAllowedNow } from './judge-act.ts'
import type { Matters } from './matters.ts'
import type { PlannedAct } from './planned-act.ts'

/** An act that every matter knows. */
export async function planCommonAct(
  context: CommandContext,
  matters: Matters,
  inHand: MatterInHand,
  act: CommonAct,
  asked: ActAsked,
): Promise<PlannedAct> {
  const { secrets, jurisdiction } = context
  const { matter, declaration } = inHand
  if (!isPossible(inHand, act)) throw notAllowedNow(inHand, act.label)
  const who = judgeWho(context, inHand, { label: act.label, by: act.by, notTheHandler: false }, asked.as)
  if (who.refusal !== undefined) throw who.refusal
  const opinion = asked.opinion?.trim() === '' ? null : (asked.opinion ?? null)
  const beside = openValues(secrets, ownerOfValues(jurisdiction, matter.id), matter.storedValues)
  const input = await readInput(context, matters, declaration, {
    ...{ label: act.label, fields: act.fields, input: asked.input ?? {}, opinion, asks: act.opinion, beside },
  })
  const { capacity } = who
  const request = { ...inHand, context, matters, act, capacity, input, opinion }
  const plan = await commonPlanners[act.id](request)
  return {
    ...{ id: act.id, kind: 'common', label: act.label, declaration: undefined, capacity, input, fields: act.fields },
    ...{ opinion, forApplicant: act.forApplicant, announcements: plan.announcements ?? [] },
    changes: { ...takenBy(context, matter, act, capacity), ...plan.changes },
    ...(plan.move === undefined ? {} : { move: plan.move }),
    ...(plan.also === undefined ? {} : { also: plan.also }),
  }
}

/** Whether a common act can be done where the matter stands, whoever asks. */
export function isPossible({ matter, declaration, hand }: MatterInHand, act: CommonAct): boolean {
  if (!act.in.includes(matter.status)) return false
  if (act.id === 'take') return matter.handlerAccount === null
  if (act.id === 'withdraw') return mayWithdraw({ declaration, matter })
  if (act.id === 'reopen') return mayReopen({ declaration, matter })
  if (act.id === 'answerCall') return hand.calls.length > 0
  if (act.id === 'collect') return hand.acts.some(({ documentId }) => documentId !== null)
  if (act.id === 'extend') return matter.dueOn !== null
  return true
}

function takenBy(
  { actor }: CommandContext,
  matter: MatterState,
  { takes }: CommonAct,
  capacity: PlannedAct['capacity'],
): PlannedAct['changes'] {
  const isFree = takes === true && capacity === 'handler' && matter.handlerAccount === null
  if (!isFree || actor.accountId === undefined) return {}
  return { handlerAccount: actor.accountId, handlerLabel: actor.label }
}
