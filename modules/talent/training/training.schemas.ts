import { Id, Instant, IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import Type, { type Static } from 'typebox'

/** A session to which people may still go, as everybody reads it. */
export const UpcomingSession = Type.Object({
  id: Id,
  title: Type.String(),
  category: Nullable(Type.String()),
  heldOn: IsoDate,
  startsAt: Nullable(Type.String()),
  endsAt: Nullable(Type.String()),
  hours: Nullable(Type.Number()),
  teachers: Nullable(Type.String()),
  place: Nullable(Type.String()),
  /** null: without a limit */
  places: Nullable(Type.Integer()),
  taken: Type.Integer(),
  waiting: Type.Integer(),
  enrolUntil: IsoDate,
  /** whether enrolments are still taken; when all places are taken, for the waiting list */
  isOpen: Type.Boolean(),
  walkIns: Type.Boolean(),
})
export type UpcomingSession = Static<typeof UpcomingSession>

/** What the screen of the room shows, until the next. */
export const SignInCode = Type.Object({
  sessionId: Id,
  title: Type.String(),
  heldOn: IsoDate,
  /** null while nobody can sign in: then `closedBecause` says why */
  code: Nullable(Type.String()),
  closedBecause: Nullable(Type.String()),
  /** below the address of the platform, for the picture that telephones read */
  path: Nullable(Type.String()),
  step: Type.Integer(),
  validUntil: Instant,
  refreshSeconds: Type.Integer(),
  signedIn: Type.Integer(),
  enrolled: Type.Integer(),
})
export type SignInCode = Static<typeof SignInCode>

export const SignInInput = Type.Object({
  sessionId: Id,
  code: Type.String({ minLength: 1, maxLength: 20 }),
  /** of whoever neither signed in nor showed a telephone */
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' })),
  phone: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
})
export type SignInInput = Static<typeof SignInInput>

export const SignedIn = Type.Object({
  outcome: Type.Enum(['signedIn', 'already']),
  title: Type.String(),
  heldOn: IsoDate,
  /** civil time of the county: 09:58:31 */
  at: Nullable(Type.String()),
  personNo: Type.String(),
  hasEnrolled: Type.Boolean(),
})
export type SignedIn = Static<typeof SignedIn>

/** Whether a person-time was made in the room, and by which code. */
export const AttendanceProof = Type.Object({
  recordId: Id,
  session: Type.String(),
  personNo: Type.String(),
  signedInOn: IsoDate,
  signedInAt: Nullable(Type.String()),
  step: Nullable(Type.Integer()),
  /** proven: computed again and right · broken: what the record says was not signed so · none: entered by hand or imported */
  verdict: Type.Enum(['proven', 'broken', 'none']),
  words: Type.String(),
  sessionId: Nullable(Id),
  /** what was looked at, one after the other; none where there is nothing to look at. holds null: it cannot be said */
  steps: Type.Array(Type.Object({ label: Type.String(), words: Type.String(), holds: Nullable(Type.Boolean()) })),
})
export type AttendanceProof = Static<typeof AttendanceProof>
