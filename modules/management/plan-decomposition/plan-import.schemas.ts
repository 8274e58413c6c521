import {
  Area,
  CommitmentLevel,
  Comparator,
  Id,
  Instant,
  IsoDate,
  Nullable,
  TargetKind,
  UnitRef,
} from '@qiangxian/kernel/plan/programme.schemas'
import Type, { type Static } from 'typebox'

/**
 * A plan on its way in: the text, what was read from it, and what people decided about each thing read.
 *
 * A draft item keeps what the compiler read (`original`) beside what stands now (`content`), so that a correction can
 * be seen and taken back. `revision` counts its changes: whoever changes an item says which revision they saw.
 */

const Span = Type.Object({ start: Type.Integer(), end: Type.Integer() })

export const HeadContent = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 300 }),
  issuer: Nullable(Type.String({ maxLength: 200 })),
  documentNo: Nullable(Type.String({ maxLength: 100 })),
  issuedOn: Nullable(IsoDate),
  periodStart: Nullable(IsoDate),
  periodEnd: Nullable(IsoDate),
})

export const TargetContent = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 20 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  comparator: Comparator,
  value: Type.Number(),
  valueHigh: Nullable(Type.Number()),
  unit: Type.String({ maxLength: 30 }),
  kind: TargetKind,
  area: Area,
  category: Nullable(Type.String({ maxLength: 200 })),
  deadline: Nullable(IsoDate),
  /** numbers of the tasks that it belongs to */
  tasks: Type.Array(Type.Integer(), { maxItems: 50 }),
  /** printed names of the units that answer for it */
  owners: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
  /** yearly values in the printed unit; null is not yet broken down */
  years: Type.Array(
    Type.Object({ year: Type.Integer({ minimum: 1990, maximum: 2100 }), value: Nullable(Type.Number()) }),
    { maxItems: 30 },
  ),
  /** id of the draft item that says the same; such an item is kept as a further statement of that target */
  sameAs: Nullable(Id),
})
export const TaskContent = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 999 }),
  title: Type.String({ minLength: 1, maxLength: 300 }),
  group: Nullable(Type.String({ maxLength: 300 })),
  area: Area,
  summary: Type.String({ maxLength: 20_000 }),
  responsibilityText: Nullable(Type.String({ maxLength: 5_000 })),
  lead: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 200 }),
  support: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 200 }),
})
export const MilestoneContent = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 20 }),
  name: Type.String({ minLength: 1, maxLength: 300 }),
  level: CommitmentLevel,
  area: Area,
  dueOn: Nullable(IsoDate),
  tasks: Type.Array(Type.Integer(), { maxItems: 50 }),
  owners: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
  sameAs: Nullable(Id),
})
export const SafeguardContent = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 999 }),
  title: Type.String({ minLength: 1, maxLength: 300 }),
  summary: Type.String({ maxLength: 20_000 }),
})
export const PhaseContent = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  start: Nullable(IsoDate),
  end: Nullable(IsoDate),
  summary: Type.String({ maxLength: 20_000 }),
})
/** A printed unit name, and which organisation it is. */
export const UnitContent = Type.Object({
  printed: Type.String({ minLength: 1, maxLength: 200 }),
  /** the organisation it was matched to; null while open, or when it is to be created */
  partyId: Nullable(Id),
  /** to be created at adoption */
  create: Nullable(
    Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), kind: Type.String({ maxLength: 40 }) }),
  ),
})
/** Something to settle: a contradiction, a gap. Settled when `answer` is given. */
export const QuestionContent = Type.Object({
  message: Type.String(),
  answer: Nullable(Type.String({ maxLength: 2_000 })),
})
/** A quantity that was not read as a target. Settled by confirming that it is none, or by adding a target from it. */
export const UnreadContent = Type.Object({ text: Type.String(), reason: Type.String() })

export const draftKinds = [
  'head',
  'group',
  'task',
  'target',
  'milestone',
  'safeguard',
  'phase',
  'unit',
  'question',
  'unread',
] as const
export const DraftKind = Type.Enum([...draftKinds])
export type DraftKind = Static<typeof DraftKind>

export const GroupContent = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 999 }),
  title: Type.String({ minLength: 1, maxLength: 300 }),
  area: Area,
})

export const contentSchemas = {
  head: HeadContent,
  group: GroupContent,
  task: TaskContent,
  target: TargetContent,
  milestone: MilestoneContent,
  safeguard: SafeguardContent,
  phase: PhaseContent,
  unit: UnitContent,
  question: QuestionContent,
  unread: UnreadContent,
} as const

export const Decision = Type.Enum(['pending', 'confirmed', 'corrected', 'added', 'struck'])
export type Decision = Static<typeof Decision>

/** Candidates for a printed unit name, best first. */
export const UnitCandidate = Type.Object({ unit: UnitRef, score: Type.Number(), why: Type.String() })

export const DraftItem = Type.Object({
  id: Id,
  kind: DraftKind,
  ordinal: Type.Integer(),
  /** the shape depends on kind: see the *Content schemas */
  content: Type.Unknown(),
  original: Nullable(Type.Unknown()),
  /** what the amended version says in its place; null for a first plan and for what it does not have */
  base: Nullable(Type.Unknown()),
  span: Nullable(Span),
  confidence: Nullable(Type.Number()),
  decision: Decision,
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  revision: Type.Integer(),
  /** against the version that is amended: same, changed, added, missing from the new document; null for a first plan */
  against: Nullable(Type.Enum(['same', 'changed', 'added', 'missing'])),
  /** only for kind unit */
  candidates: Type.Array(UnitCandidate),
})
export type DraftItem = Static<typeof DraftItem>

export const ImportStatus = Type.Enum(['review', 'adopted', 'discarded'])
export const ImportRow = Type.Object({
  id: Id,
  kind: Type.Enum(['first', 'amendment']),
  status: ImportStatus,
  title: Type.String(),
  fileName: Nullable(Type.String()),
  createdAt: Instant,
  createdBy: Type.String(),
  /** the plan and version that it amends */
  planId: Nullable(Id),
  baseVersion: Nullable(Type.Integer()),
  adoptedVersion: Nullable(Type.Integer()),
  open: Type.Object({
    units: Type.Integer(),
    questions: Type.Integer(),
    unread: Type.Integer(),
    pending: Type.Integer(),
  }),
  counts: Type.Object({
    targets: Type.Integer(),
    milestones: Type.Integer(),
    tasks: Type.Integer(),
    phases: Type.Integer(),
    safeguards: Type.Integer(),
  }),
})

export const ImportDetail = Type.Object({
  ...ImportRow.properties,
  evidenceId: Nullable(Id),
  format: Nullable(Type.String()),
  sourceText: Type.String(),
  notes: Type.Array(Type.String()),
  items: Type.Array(DraftItem),
  /** what stands in the way of adoption, in the reader's language; empty when it can be adopted */
  blockers: Type.Array(Type.Object({ itemId: Nullable(Id), message: Type.String() })),
  /** people who changed something in this import in the last minutes */
  reviewers: Type.Array(Type.String()),
})
