import { Id, IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import Type, { type Static } from 'typebox'

export const verdicts = ['fulfilled', 'notFulfilled', 'unknown'] as const

/** One condition of a call, as the platform sees it; `records` are what it goes by. */
export const ConditionVerdict = Type.Object({
  id: Type.String(),
  label: Type.String(),
  verdict: Type.Enum([...verdicts]),
  words: Type.String(),
  records: Type.Array(Type.Object({ register: Type.String(), recordId: Id, label: Type.String() })),
})
export type ConditionVerdict = Static<typeof ConditionVerdict>

export const CallEligibility = Type.Object({
  id: Id,
  callNo: Type.String(),
  title: Type.String(),
  rule: Type.String(),
  opensOn: IsoDate,
  closesOn: IsoDate,
  isOpen: Type.Boolean(),
  /** fen */
  perProjectMost: Nullable(Type.Integer()),
  /** all fulfilled: may apply · one not fulfilled: may not · else unknown */
  verdict: Type.Enum(['eligible', 'notEligible', 'unknown']),
  conditions: Type.Array(ConditionVerdict),
})
export type CallEligibility = Static<typeof CallEligibility>

export const Eligibility = Type.Object({
  /** whose; null for those who act for no entity: then everything of an entity is unknown */
  entity: Nullable(Type.Object({ id: Id, name: Type.String() })),
  asOf: IsoDate,
  calls: Type.Array(CallEligibility),
})
