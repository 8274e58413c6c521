import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable, UnitRef } from '../plan/programme.schemas.ts'
import { FieldRow } from '../registers/registers.schemas.ts'

/**
 * Services and matters as they are read and written over HTTP. One set of shapes serves every matter type; what the
 * values of one are is said by its form.
 *
 * Conditions (`when`) are handed to the browser as they are declared (FormCondition), so that page and server evaluate
 * the same tree; the server decides.
 */

/** of a rule: instrument, article, and whether it was read or is from memory */
export const SourceRow = Type.Object({
  instrument: Type.String(),
  article: Type.String(),
  certainty: Type.Enum(['found', 'recalled']),
})

export const LengthRow = Type.Object({
  n: Type.Integer(),
  unit: Type.Enum(['workingDay', 'calendarDay', 'month', 'year', 'hour']),
})

/** One running limit: legal or promised. Days left are working days for limits in working days, else calendar days. */
export const LimitRow = Type.Object({
  id: Id,
  limit: Type.String(),
  kind: Type.Enum(['legal', 'promised']),
  label: Type.String(),
  rule: Type.String(),
  length: LengthRow,
  /** the county’s number as it is today, where it changed since this limit began: it counts for later ones only */
  lengthNow: Nullable(LengthRow),
  whose: Type.Enum(['unit', 'applicant']),
  status: Type.Enum(['running', 'stopped', 'met', 'missed', 'void']),
  startedOn: IsoDate,
  startsOn: Type.String({ description: 'the event in the words of the law: 受理之日' }),
  rawDue: IsoDate,
  dueOn: IsoDate,
  isProvisional: Type.Boolean(),
  endedOn: Nullable(IsoDate),
  /** negative: late; null when it does not run */
  daysLeft: Nullable(Type.Integer()),
  light: Type.Enum(['green', 'yellow', 'red', 'stopped', 'done']),
  source: SourceRow,
  stops: Type.Array(
    Type.Object({ from: IsoDate, to: Nullable(IsoDate), reason: Type.String(), reasonLabel: Type.String() }),
  ),
  extensions: Type.Array(Type.Object({ length: LengthRow, by: Type.String(), on: IsoDate, reason: Type.String() })),
})
export type LimitRow = Static<typeof LimitRow>

/** A day between start and end of a limit, and why it counts or does not. */
export const CountedDay = Type.Object({
  day: IsoDate,
  counts: Type.Boolean(),
  why: Type.Enum([
    'start',
    'weekday',
    'makeUp',
    'calendarDay',
    'weekend',
    'holiday',
    'stopped',
    'shifted',
    'extension',
  ]),
  /** 国庆节; 鉴定 */
  words: Nullable(Type.String()),
  isDue: Type.Boolean(),
})
export type CountedDay = Static<typeof CountedDay>

export const FormFieldRow = Type.Object({
  ...FieldRow.properties,
  /** FormCondition of matter.types.ts; null: always */
  when: Nullable(Type.Unknown()),
  /** where it is filled from, in words: 主体库, 上次填报; null: asked for */
  prefilledFrom: Nullable(Type.String()),
  /** its content is opened by special permission only */
  isSealed: Type.Boolean(),
})
export type FormFieldRow = Static<typeof FormFieldRow>

export const FormStepRow = Type.Object({
  id: Type.String(),
  label: Type.String(),
  about: Nullable(Type.String()),
  fields: Type.Array(FormFieldRow),
})
export type FormStepRow = Static<typeof FormStepRow>

export const MaterialSpec = Type.Object({
  id: Type.String(),
  label: Type.String(),
  kind: Type.Enum(['original', 'copy', 'electronic']),
  copies: Type.Integer(),
  necessity: Type.Enum(['required', 'optional', 'later']),
  when: Nullable(Type.Unknown()),
  origin: Type.Enum(['applicant', 'government', 'other']),
  notes: Nullable(Type.String()),
  several: Type.Boolean(),
  /** what register makes it superfluous, in words; null: none */
  sharedFrom: Nullable(Type.String()),
  /** kept under seal (封存): nobody reads it who has not opened the seal */
  isSealed: Type.Boolean(),
})

const Entrance = Type.Enum(['account', 'visit', 'anonymous', 'window', 'staff'])

/** A service in a list: on the portal, in search results, at the window. */
export const ServiceRow = Type.Object({
  id: Type.String(),
  area: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  about: Type.String(),
  unit: Type.Object({ id: Id, name: Type.String() }),
  forWhom: Type.Array(Type.String()),
  itemType: Type.String(),
  handling: Type.Enum(['atOnce', 'promised']),
  /** the promised limit as people say it: 15 个工作日, 当场; and the legal one */
  promised: Type.String(),
  legal: Nullable(Type.String()),
  fee: Type.String(),
  visits: Type.Integer(),
  entrances: Type.Array(Entrance),
  isOpen: Type.Boolean(),
  closedBecause: Nullable(Type.String()),
})
export type ServiceRow = Static<typeof ServiceRow>

/** 办事指南: all fields of the 实施清单, from the declaration and from the county. */
export const ServiceGuide = Type.Object({
  ...ServiceRow.properties,
  version: Type.Integer(),
  effectiveOn: IsoDate,
  /** 实施编码; null where the county has none yet */
  itemCode: Nullable(Type.String()),
  conditions: Type.Array(Type.String()),
  steps: Type.Array(Type.Object({ label: Type.String(), what: Type.String() })),
  materials: Type.Array(MaterialSpec),
  limits: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      rule: Type.String(),
      legal: Type.String(),
      promised: Nullable(Type.String()),
      startsOn: Type.String(),
      stops: Type.Array(Type.String()),
      source: SourceRow,
    }),
  ),
  result: Type.Object({ label: Type.String(), kind: Type.String(), delivery: Type.Array(Type.String()) }),
  visitReason: Nullable(Type.String()),
  online: Type.String(),
  acrossRegions: Type.String(),
  likelyOutcome: Type.String(),
  questions: Type.Array(Type.Object({ ask: Type.String(), answer: Type.String() })),
  sources: Type.Array(SourceRow),
  changes: Type.Array(Type.Object({ from: IsoDate, what: Type.String() })),
  /** 实施主体, 办理地点, 时间, 电话, 监督电话 */
  place: Type.Object({
    unit: Type.String(),
    address: Nullable(Type.String()),
    hours: Nullable(Type.String()),
    phone: Nullable(Type.String()),
    complaints: Nullable(Type.String()),
  }),
  /** 好差评 of this service; null while nobody rated */
  rating: Nullable(Type.Object({ count: Type.Integer(), good: Type.Integer(), average: Type.Number() })),
  form: Type.Array(FormStepRow),
  flow: Type.Unknown({ description: 'states and acts as a picture: FlowPicture' }),
})
export type ServiceGuide = Static<typeof ServiceGuide>

/** The flow, laid out: boxes and arrows in units of a grid, drawn by the page. */
export const FlowPicture = Type.Object({
  columns: Type.Integer(),
  rows: Type.Integer(),
  boxes: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      kind: Type.Enum(['start', 'state', 'region', 'end']),
      turn: Nullable(Type.String()),
      column: Type.Number(),
      row: Type.Number(),
      columnSpan: Type.Number(),
      rowSpan: Type.Number(),
      isCurrent: Type.Boolean(),
      isPast: Type.Boolean(),
    }),
  ),
  arrows: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      label: Type.String(),
      by: Type.Array(Type.String()),
      points: Type.Array(Type.Object({ x: Type.Number(), y: Type.Number() })),
    }),
  ),
})
export type FlowPicture = Static<typeof FlowPicture>

/** A matter in a list. */
export const MatterRow = Type.Object({
  id: Id,
  number: Type.String(),
  type: Type.String(),
  typeLabel: Type.String(),
  area: Type.String(),
  title: Type.String(),
  applicant: Type.String(),
  entrance: Entrance,
  phases: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
  status: Type.Enum(['open', 'suspended', 'ended']),
  outcome: Nullable(Type.String()),
  turn: Nullable(Type.String()),
  unit: UnitRef,
  handler: Nullable(Type.String()),
  isMine: Type.Boolean(),
  submittedOn: IsoDate,
  lastActAt: Instant,
  /** as it was read: acts on many from the list are refused where somebody acted meanwhile */
  revision: Type.Integer(),
  dueOn: Nullable(IsoDate),
  dueLabel: Nullable(Type.String()),
  daysLeft: Nullable(Type.Integer()),
  /** in which days `daysLeft` counts; null where it is null */
  daysIn: Nullable(Type.Enum(['workingDay', 'calendarDay'])),
  isProvisional: Type.Boolean(),
  light: Type.Enum(['green', 'yellow', 'red', 'stopped', 'done', 'none']),
  urged: Type.Integer(),
  endedOn: Nullable(IsoDate),
  demonstration: Type.Boolean(),
})
export type MatterRow = Static<typeof MatterRow>

/** An act that the reader may do now; or may not, with the reason and what to do first. */
export const NextAct = Type.Object({
  act: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  /** of the declaration, or one that every matter knows */
  kind: Type.Enum(['declared', 'common']),
  isMain: Type.Boolean(),
  key: Nullable(Type.String()),
  fields: Type.Array(FormFieldRow),
  opinion: Type.Enum(['required', 'optional', 'none']),
  issues: Nullable(Type.String({ description: 'label of the document that it issues' })),
  asksForSupplement: Type.Boolean(),
  isBatch: Type.Boolean(),
  /** null: it can be done */
  refusal: Nullable(Type.String()),
})
export type NextAct = Static<typeof NextAct>

export const ActRow = Type.Object({
  ordinal: Type.Integer(),
  act: Type.String(),
  label: Type.String(),
  at: Instant,
  byLabel: Type.String(),
  byKind: Type.String(),
  unit: Nullable(Type.String()),
  fromPhases: Type.Array(Type.String()),
  toPhases: Type.Array(Type.String()),
  opinion: Nullable(Type.String()),
  input: Type.Array(Type.Object({ label: Type.String(), words: Type.String() })),
  documentId: Nullable(Id),
  forApplicant: Type.Boolean(),
})

/** A value of the form as it is shown: words, and where it came from. */
export const ShownValue = Type.Object({
  field: Type.String(),
  label: Type.String(),
  step: Type.String(),
  value: Type.Unknown(),
  words: Type.String(),
  isMasked: Type.Boolean(),
  isSealed: Type.Boolean(),
  /** applicant, clerk, entity, earlier, link, person, computed */
  origin: Type.String(),
  originWords: Type.String(),
  at: Nullable(Instant),
})

export const MaterialRow = Type.Object({
  id: Id,
  material: Type.String(),
  label: Type.String(),
  evidenceId: Nullable(Id),
  fileName: Nullable(Type.String()),
  mediaType: Nullable(Type.String()),
  bytes: Nullable(Type.Integer()),
  origin: Type.String(),
  originWords: Nullable(Type.String()),
  status: Type.Enum(['given', 'later', 'accepted', 'rejected']),
  laterBy: Nullable(IsoDate),
  note: Nullable(Type.String()),
  at: Instant,
  byLabel: Type.String(),
  /** under seal: that it is there, and nothing more */
  isSealed: Type.Boolean(),
})

export const DocumentRow = Type.Object({
  id: Id,
  document: Type.String(),
  label: Type.String(),
  number: Type.String(),
  title: Type.String(),
  issuedOn: IsoDate,
  byLabel: Type.String(),
  verificationCode: Type.String(),
  isSealed: Type.Boolean(),
  revokedAt: Nullable(Instant),
})

export const CommentRow = Type.Object({
  id: Id,
  words: Type.String(),
  at: Instant,
  byLabel: Type.String(),
  isOwn: Type.Boolean(),
})

export const CallRow = Type.Object({
  id: Id,
  kind: Type.Enum(['countersign', 'addSigner', 'delegate', 'copy']),
  to: Type.String(),
  words: Type.String(),
  byLabel: Type.String(),
  at: Instant,
  dueOn: Nullable(IsoDate),
  answer: Nullable(Type.Enum(['agrees', 'objects', 'seen', 'withdrawn'])),
  answerWords: Nullable(Type.String()),
  answeredByLabel: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  isForMe: Type.Boolean(),
})

/** One page with everything about a case. What the reader may not see is left out, never hidden by the page. */
export const MatterDetail = Type.Object({
  ...MatterRow.properties,
  revision: Type.Integer(),
  version: Type.Integer(),
  forApplicant: Type.String(),
  values: Type.Array(ShownValue),
  materials: Type.Array(MaterialRow),
  /** required or promised for later, and not there */
  missing: Type.Array(Type.Object({ material: Type.String(), label: Type.String(), laterBy: Nullable(IsoDate) })),
  limits: Type.Array(LimitRow),
  acts: Type.Array(ActRow),
  documents: Type.Array(DocumentRow),
  comments: Type.Array(CommentRow),
  calls: Type.Array(CallRow),
  next: Type.Array(NextAct),
  links: Type.Array(
    Type.Object({
      kind: Type.String(),
      direction: Type.Enum(['to', 'from']),
      id: Id,
      number: Type.String(),
      title: Type.String(),
    }),
  ),
  flow: FlowPicture,
  registerEntries: Type.Array(Type.Object({ register: Type.String(), recordId: Id, label: Type.String() })),
  journal: Type.Array(Type.Integer()),
})
export type MatterDetail = Static<typeof MatterDetail>

/** What those who applied read: where it is, who has it, by when, what happens next. */
export const MatterStatus = Type.Object({
  id: Id,
  number: Type.String(),
  type: Type.String(),
  typeLabel: Type.String(),
  title: Type.String(),
  status: Type.Enum(['open', 'suspended', 'ended']),
  outcome: Nullable(Type.String()),
  unit: Type.String(),
  phone: Nullable(Type.String()),
  now: Type.String({ description: 'where it is, in a sentence' }),
  turn: Nullable(Type.String()),
  dueOn: Nullable(IsoDate),
  dueLabel: Nullable(Type.String()),
  daysLeft: Nullable(Type.Integer()),
  light: Type.String(),
  steps: Type.Array(
    Type.Object({
      label: Type.String(),
      state: Type.Enum(['done', 'now', 'ahead']),
      on: Nullable(IsoDate),
      words: Nullable(Type.String()),
    }),
  ),
  limits: Type.Array(LimitRow),
  materials: Type.Array(MaterialRow),
  missing: Type.Array(Type.Object({ material: Type.String(), label: Type.String(), laterBy: Nullable(IsoDate) })),
  documents: Type.Array(DocumentRow),
  /** what the applicant may do now: supplement, withdraw, rate */
  next: Type.Array(NextAct),
  mayRate: Type.Boolean(),
  rating: Nullable(Type.Object({ level: Type.Integer(), answer: Nullable(Type.String()) })),
  submittedOn: IsoDate,
  endedOn: Nullable(IsoDate),
})
export type MatterStatus = Static<typeof MatterStatus>

/** A form in hand, saved as it is typed. */
export const DraftRow = Type.Object({
  id: Id,
  type: Type.String(),
  typeLabel: Type.String(),
  version: Type.Integer(),
  step: Type.String(),
  revision: Type.Integer(),
  updatedAt: Instant,
  expiresAt: Instant,
  /** at the window: who comes */
  party: Nullable(Type.String()),
  filled: Type.Integer(),
  asked: Type.Integer(),
})

export const DraftView = Type.Object({
  ...DraftRow.properties,
  form: Type.Array(FormStepRow),
  materials: Type.Array(MaterialSpec),
  values: Type.Record(Type.String(), Type.Unknown()),
  /** field → who typed it and when, and where a prefilled one came from */
  entries: Type.Record(
    Type.String(),
    Type.Object({
      by: Type.Enum(['applicant', 'clerk', 'prefill']),
      at: Instant,
      from: Nullable(Type.String()),
      confirmed: Type.Boolean(),
    }),
  ),
  given: Type.Array(
    Type.Object({
      id: Id,
      material: Type.String(),
      evidenceId: Id,
      fileName: Type.String(),
      origin: Type.String(),
      originWords: Nullable(Type.String()),
    }),
  ),
  /** materials that need not be brought, since the platform has them */
  shared: Type.Array(Type.Object({ material: Type.String(), words: Type.String() })),
  problems: Type.Array(Type.Object({ field: Type.String(), message: Type.String() })),
  twin: Nullable(Type.Object({ isPaired: Type.Boolean(), expiresAt: Instant })),
  matterId: Nullable(Id),
})
export type DraftView = Static<typeof DraftView>
