import Type, { type Static } from 'typebox'
import { Id, Instant, Nullable } from '../plan/programme.schemas.ts'

/** 导入: a file that is brought into a register, as it is read and decided over HTTP. */

const Words = Type.Object({ zh: Type.String(), en: Type.String() })

export const ImportStatus = Type.Enum([
  'mapping',
  'reading',
  'ready',
  'committing',
  'committed',
  'undoing',
  'undone',
  'failed',
  'discarded',
])

export const ImportCounts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  faulty: Type.Integer(),
  doubtful: Type.Integer(),
})

/** One thing wrong with one cell. */
export const ImportFault = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  /** as the spreadsheet has it: the letter and the heading, `C 申请号` */
  column: Type.String(),
  field: Nullable(Type.String()),
  value: Type.String(),
  code: Type.String(),
  message: Words,
  remedy: Words,
})
export type ImportFault = Static<typeof ImportFault>

export const SheetColumn = Type.Object({
  index: Type.Integer(),
  letter: Type.String(),
  heading: Type.String(),
  /** null: not taken */
  field: Nullable(Type.String()),
  /** how sure the recognition is, 0 to 1; 1 also where a person said it */
  confidence: Type.Number(),
  why: Type.Enum(['label', 'alias', 'learned', 'content', 'similar', 'decided', 'none']),
  samples: Type.Array(Type.String()),
})
export const SheetLayout = Type.Object({
  sheet: Type.String(),
  /** false: the sheet is not taken (notes, empty) */
  taken: Type.Boolean(),
  headRow: Type.Integer(),
  headRows: Type.Integer(),
  columns: Type.Array(SheetColumn),
})
export type SheetLayout = Static<typeof SheetLayout>

export const ImportRun = Type.Object({
  id: Id,
  register: Type.String(),
  registerLabel: Type.String(),
  fileName: Type.String(),
  evidenceId: Id,
  format: Type.Enum(['xlsx', 'csv', 'json', 'st96']),
  status: ImportStatus,
  counts: ImportCounts,
  rowsDone: Type.Integer(),
  rowsTotal: Nullable(Type.Integer()),
  /** 0 to 1 of the phase in hand */
  progress: Type.Number(),
  /** seconds until the phase in hand is done, by the pace so far; null before there is one */
  secondsLeft: Nullable(Type.Number()),
  sheets: Type.Array(SheetLayout),
  /** fields that must have a column and have none */
  missingFields: Type.Array(Type.Object({ field: Type.String(), label: Type.String() })),
  trouble: Nullable(Words),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  byLabel: Type.String(),
  undoReason: Nullable(Type.String()),
  may: Type.Object({ map: Type.Boolean(), commit: Type.Boolean(), undo: Type.Boolean(), discard: Type.Boolean() }),
})
export type ImportRun = Static<typeof ImportRun>

export const ImportRowView = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  verdict: Type.Enum(['faulty', 'doubtful', 'changed']),
  label: Type.String(),
  recordId: Nullable(Id),
  written: Type.Record(Type.String(), Type.String()),
  faults: Type.Array(ImportFault),
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
  decision: Nullable(Type.Enum(['take', 'skip'])),
})

export const NameCandidate = Type.Object({ recordId: Id, name: Type.String(), confidence: Type.Number(), why: Words })
export const NameMatch = Type.Object({
  id: Id,
  register: Type.String(),
  registerLabel: Type.String(),
  written: Type.String(),
  status: Type.Enum(['open', 'decided', 'none']),
  candidates: Type.Array(NameCandidate),
  decidedFor: Nullable(Type.Object({ id: Id, label: Type.String() })),
  confidence: Nullable(Type.Number()),
  /** in how many places it is written */
  uses: Type.Integer(),
  firstSeenAt: Instant,
  byLabel: Nullable(Type.String()),
})

/** What `qx import` and the preview answer. */
export const ImportSummary = Type.Object({
  runId: Id,
  status: ImportStatus,
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  doubtful: Type.Integer(),
  faulty: Type.Array(ImportFault),
  /** more faults than are listed */
  faultyRows: Type.Integer(),
})
