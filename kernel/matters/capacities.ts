import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import type { Localized } from '../errors/define-errors.ts'
import type { QueryContext } from '../operations/context.ts'
import type { ActorKind, MatterState } from './effects.types.ts'
import type { Hand } from './hand.ts'
import type { ActBy } from './matter.types.ts'

/**
 * In what capacity somebody can act on a matter. Besides those that declarations name:
 *
 * - colleague: an officer of the handling unit while another one has the matter in hand
 * - called: asked to sign, or told of it
 * - office: the leading-group office, which oversees
 */
export type Capacity = ActBy | 'colleague' | 'called' | 'office'

/** All capacities in which the actor stands to a matter. */
export function capacitiesOf(
  { actor }: Pick<QueryContext, 'actor'>,
  matter: MatterState,
  hand: Hand,
): ReadonlySet<Capacity> {
  const found = new Set<Capacity>()
  const { accountId, visit } = actor
  if (actor.via === 'job') found.add('clock')
  if (isApplicant(actor, matter, hand)) found.add('applicant')
  if (visit !== undefined && (matter.phoneBlind === visit.phoneBlind || matter.applicantVisit === visit.id)) {
    found.add('applicant')
  }
  if (unitsActedFor(actor, 'matter.handle').includes(matter.unitId)) {
    const isFree = matter.handlerAccount === null
    const isMine = accountId !== undefined && matter.handlerAccount === accountId
    if (isFree || isMine) found.add('handler')
    if (!isMine) found.add('colleague')
  }
  if (hand.calls.some((call) => call.kind === 'delegate' && call.toAccount !== null && call.toAccount === accountId)) {
    found.add('handler')
  }
  if (unitsActedFor(actor, 'matter.decide').includes(matter.unitId)) found.add('head')
  const halls = unitsActedFor(actor, 'matter.receive')
  if (matter.entrance === 'window' && hand.receivedAt !== null && halls.includes(hand.receivedAt)) found.add('window')
  if (hand.isReviewer && actorMay(actor, 'matter.review')) found.add('expert')
  if (actorMay(actor, 'matter.oversee')) found.add('office')
  if (hand.calls.some((call) => isCalled(actor, call))) found.add('called')
  return found
}

/** Whether an open call is for this actor: by name, or for the unit for which they handle or decide. */
export function isCalled(
  actor: QueryContext['actor'],
  { toAccount, toUnit }: { readonly toAccount: string | null; readonly toUnit: string | null },
): boolean {
  if (toAccount !== null) return toAccount === actor.accountId
  return toUnit !== null && unitsActedFor(actor, 'matter.handle').includes(toUnit)
}

/** The capacity in which an act is kept. */
export function kindOf(capacity: Capacity): ActorKind {
  return capacity === 'colleague' ? 'handler' : capacity
}

function isApplicant(
  { accountId }: QueryContext['actor'],
  { applicantAccount }: MatterState,
  { ownsRecord }: Hand,
): boolean {
  return ownsRecord || (accountId !== undefined && applicantAccount === accountId)
}

/**
 * Why somebody may not act although their office would let them (回避): nobody handles what they applied for, and
 * nobody decides on what they handled.
 *
 * @source 中华人民共和国公务员法（2018 修订）第七十六条；审查与决定分开是内部分工
 */
export function conflictOf(
  { actor }: Pick<QueryContext, 'actor'>,
  matter: MatterState,
  hand: Hand,
  { capacity, notTheHandler }: { readonly capacity: Capacity; readonly notTheHandler: boolean },
): Localized | undefined {
  if (capacity !== 'handler' && capacity !== 'head' && capacity !== 'colleague') return undefined
  const hasApplied = isApplicant(actor, matter, hand)
  if (hasApplied && (matter.entrance !== 'staff' || notTheHandler)) {
    return {
      zh: '本件由您本人或您代表的单位申请，应当回避',
      en: 'you, or those for whom you act, applied for it',
    }
  }
  if (!notTheHandler) return undefined
  const { accountId } = actor
  const hasHandled =
    accountId === undefined ||
    matter.handlerAccount === accountId ||
    hand.acts.some(({ byAccount, byKind }) => byKind === 'handler' && byAccount === accountId)
  return hasHandled
    ? { zh: '本件由您承办，承办人不能审批自己办理的件', en: 'you handled it, and nobody decides on what they handled' }
    : undefined
}

/** Who does an act, in words. */
export function whoWords(by: readonly Capacity[]): Localized {
  return {
    zh: by.map((each) => words[each].zh).join('或'),
    en: by.map((each) => words[each].en).join(' or '),
  }
}

const words: Readonly<Record<Capacity, Localized>> = {
  applicant: { zh: '申请人', en: 'who applied' },
  handler: { zh: '承办人', en: 'the officer in charge' },
  head: { zh: '承办单位负责人', en: 'the head of the handling unit' },
  window: { zh: '窗口人员', en: 'the window clerk' },
  expert: { zh: '抽取的评审专家', en: 'the experts who were drawn' },
  clock: { zh: '系统（期限届满时）', en: 'the clock, when time is up' },
  colleague: { zh: '承办单位的人员', en: 'officers of the handling unit' },
  called: { zh: '被请求答复的人员', en: 'whoever was asked' },
  office: { zh: '领导小组办公室', en: 'the leading-group office' },
}
