import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable } from '../../plan/programme.schemas.ts'
import { DraftRow, DraftView } from '../matters.schemas.ts'

/**
 * Applying as it is done over HTTP: a draft is begun, saved field by field, given its materials, confirmed and submitted;
 * then it is a matter, and its applicant follows it.
 */

/** Form field → value as it travels (field.types.ts); null empties a field. */
export const TypedValues = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown())

export const BeginDraftInput = Type.Object({
  /** id of the matter type */
  type: Id,
  /** record of the register of entities for which an enterprise's account applies; left out where it acts for one only */
  applicantRecord: Type.Optional(Id),
})

export const SaveDraftInput = Type.Object({
  /** the revision that was shown; fields that somebody else changed since are kept, and told in the answer */
  revision: Type.Integer({ minimum: 0 }),
  values: TypedValues,
  /** the step on which the applicant is */
  step: Type.Optional(Type.String({ maxLength: 100 })),
  /** id of the matter type that the values are meant for: a draft of another one is refused; left out: not checked */
  type: Type.Optional(Id),
})

/** What was saved, and what was not: both typed the same field, and the one who was first is told to the other. */
export const SavedDraft = Type.Object({
  draft: DraftView,
  /** fields that changed in between; the value that was typed here is the one that stands now */
  overtaken: Type.Array(
    Type.Object({
      field: Type.String(),
      by: Type.Enum(['applicant', 'clerk', 'prefill']),
      at: Instant,
      /** what stood there: to be shown, so that nothing is lost */
      was: Type.Unknown(),
    }),
  ),
})
export type SavedDraft = Static<typeof SavedDraft>

/** An answer to “has it changed?”: the draft where it has, nothing where not. */
export const DraftChanges = Type.Object({
  revision: Type.Integer(),
  draft: Nullable(DraftView),
})
export type DraftChanges = Static<typeof DraftChanges>

export const DraftList = Type.Object({ drafts: Type.Array(DraftRow) })

export const LaterMaterial = Type.Object({
  material: Id,
  /** the day by which it comes */
  laterBy: IsoDate,
})

export const SubmitDraftInput = Type.Object({
  /** 容缺: what comes later, and when; a clerk at the window may let a required material follow too */
  later: Type.Optional(Type.Array(LaterMaterial, { maxItems: 50 })),
  /** the applicant says that everything is true and agrees to the use of what was filled in */
  agreed: Type.Optional(Type.Boolean()),
  requestKey: Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
})

export const Submitted = Type.Object({
  matterId: Id,
  number: Type.String(),
  /** the receipt; null where the matter issues none */
  receiptDocumentId: Nullable(Id),
  /** what its QR code says: opens the status without signing in */
  statusPath: Type.String(),
  /** an earlier sending of the same draft had been taken already */
  wasDone: Type.Boolean(),
})
export type Submitted = Static<typeof Submitted>

/** A matter in the applicant's own list. */
export const OwnMatterRow = Type.Object({
  id: Id,
  number: Type.String(),
  type: Type.String(),
  typeLabel: Type.String(),
  title: Type.String(),
  status: Type.Enum(['open', 'suspended', 'ended']),
  outcome: Nullable(Type.String()),
  now: Type.String(),
  turn: Nullable(Type.String()),
  dueOn: Nullable(IsoDate),
  isProvisional: Type.Boolean(),
  light: Type.Enum(['green', 'yellow', 'red', 'stopped', 'done', 'none']),
  submittedOn: IsoDate,
  endedOn: Nullable(IsoDate),
  lastActAt: Instant,
  mayRate: Type.Boolean(),
  demonstration: Type.Boolean(),
})
export type OwnMatterRow = Static<typeof OwnMatterRow>

export const OwnActInput = Type.Object({
  act: Id,
  /** the revision of the matter that was shown; left out: whatever it is now */
  revision: Type.Optional(Type.Integer({ minimum: 0 })),
  input: Type.Optional(TypedValues),
  opinion: Type.Optional(Type.String({ maxLength: 4_000 })),
  requestKey: Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
})
