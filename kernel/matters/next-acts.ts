import type { QueryContext } from '../operations/context.ts'
import type { MatterInHand } from './carry-out.ts'
import { actsIn } from './chart/states.ts'
import { type CommonAct, commonActs } from './common-acts.ts'
import type { MatterState } from './effects.types.ts'
import { presentFields } from './form/present-form.ts'
import { readHand } from './hand.ts'
import { guardFacts, judgeGuards, judgeWho } from './judge-act.ts'
import type { ActBy } from './matter.types.ts'
import type { NextAct } from './matters.schemas.ts'
import type { Matters } from './matters.ts'
import { isPossible } from './plan-common-act.ts'
import { fieldsOfAct } from './plan-declared-act.ts'
import { matterVersion } from './versions.ts'

/**
 * What the reader may do with a matter now: acts of the declaration first, then those that every matter knows. An act
 * that is theirs but cannot be done yet is told with the reason and what to do first; what is not theirs is left out.
 *
 * @param as in this capacity only: the applicant's own page shows nothing of what they might do as an officer
 */
export async function nextActs(
  context: QueryContext,
  matters: Matters,
  matter: MatterState,
  as?: ActBy,
): Promise<NextAct[]> {
  const declaration = await matterVersion(context, matter.type, matter.version)
  const inHand: MatterInHand = { matter, declaration, hand: await readHand(context, matter) }
  return [...declaredActs(context, matters, inHand, as), ...possibleCommonActs(context, matters, inHand, as)]
}

function declaredActs(context: QueryContext, matters: Matters, inHand: MatterInHand, as: ActBy | undefined): NextAct[] {
  const { matter, declaration } = inHand
  if (matter.status !== 'open') return []
  const facts = guardFacts(matters, context, inHand, {})
  return actsIn(declaration, matter.phases).flatMap((placed): NextAct[] => {
    const { name, act } = placed
    if (act.by.every((by) => by === 'clock')) return []
    const who = judgeWho(
      context,
      inHand,
      { label: act.label, by: act.by, notTheHandler: act.notTheHandler === true },
      as,
    )
    if (who.capacity === undefined) return []
    const refusal = who.refusal ?? judgeGuards(matters, placed, facts, { beforeInput: true })
    return [
      {
        ...{ act: name, label: act.label, labelEn: act.labelEn, kind: 'declared', isMain: act.main === true },
        ...{ key: act.key ?? null, opinion: act.opinion ?? 'none', isBatch: act.batch === true },
        fields: presentFields(matters.registers, declaration, fieldsOfAct(declaration, act)),
        issues: act.issues === undefined ? null : (declaration.documents[act.issues]?.label ?? null),
        asksForSupplement: act.asksForSupplement === true,
        refusal: refusal === undefined ? null : refusal.messageIn(context.language),
      },
    ]
  })
}

function possibleCommonActs(
  context: QueryContext,
  matters: Matters,
  inHand: MatterInHand,
  as: ActBy | undefined,
): NextAct[] {
  return commonActs.flatMap((act): NextAct[] => {
    if (!isPossible(inHand, act)) return []
    const who = judgeWho(context, inHand, { label: act.label, by: act.by, notTheHandler: false }, as)
    if (who.capacity === undefined) return []
    const refusal = who.refusal === undefined ? null : who.refusal.messageIn(context.language)
    return [presentCommonAct(matters, inHand, act, refusal)]
  })
}

function presentCommonAct(
  { registers }: Matters,
  { declaration }: MatterInHand,
  { id, label, labelEn, fields, opinion }: CommonAct,
  refusal: string | null,
): NextAct {
  return {
    ...{ act: id, label, labelEn, kind: 'common', isMain: false, key: null, opinion: opinion ?? 'none' },
    ...{ fields: presentFields(registers, declaration, fields), issues: null, asksForSupplement: false },
    ...{ isBatch: false, refusal },
  }
}
