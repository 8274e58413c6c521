import Type, { type Static } from 'typebox'
import { Id, Instant, Nullable } from '../plan/programme.schemas.ts'

/** A number as people write it: with spaces, hyphens, full-width digits or +86. */
export const Phone = Type.String({ minLength: 1, maxLength: 40, description: '手机号码' })

export const CodeAsked = Type.Object({
  /** always true where no limit was reached, whether the number is known or not */
  sent: Type.Boolean(),
  validMinutes: Type.Integer(),
  /** seconds until another may be asked for */
  againInSeconds: Type.Integer(),
  /** in the demonstration without a gateway for text messages; null otherwise */
  demonstrationCode: Nullable(Type.String()),
})
export type CodeAsked = Static<typeof CodeAsked>

/** Somebody who came once, as their own page shows it. */
export const VisitView = Type.Object({
  id: Id,
  isAnonymous: Type.Boolean(),
  phoneMasked: Nullable(Type.String()),
  expiresAt: Instant,
})
export type VisitView = Static<typeof VisitView>

export const OpenVisitInput = Type.Object({
  phone: Phone,
  code: Type.String({ minLength: 1, maxLength: 20 }),
})
