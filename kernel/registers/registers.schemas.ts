import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable, UnitRef } from '../plan/programme.schemas.ts'

/**
 * Registers as they are read and written over HTTP. The same shapes serve every register; what the values of one are is
 * said by its description, and per register in the interface description.
 */

/** field → value; the shapes by kind stand in field.types.ts. A field without a value is null, and never left out. */
export const Values = Type.Record(Type.String(), Type.Unknown())
/** what is to be set; fields that are not named stay as they are, null empties */
export const Changes = Type.Record(Type.String(), Type.Unknown())

export const ChoiceRow = Type.Object({ value: Type.String(), label: Type.String(), labelEn: Type.String() })

export const FieldRow = Type.Object({
  name: Type.String(),
  kind: Type.Enum([
    'text',
    'choice',
    'choices',
    'codes',
    'integer',
    'decimal',
    'share',
    'money',
    'flag',
    'date',
    'link',
    'links',
    'unit',
    'attachments',
    'point',
  ]),
  label: Type.String(),
  labelEn: Type.String(),
  required: Type.Boolean(),
  help: Nullable(Type.String()),
  origin: Nullable(Type.String()),
  sensitivity: Type.Enum(['open', 'internal', 'personal', 'sensitive']),
  /** of text and codes: how it is written, and an example */
  format: Nullable(
    Type.Object({
      id: Type.String(),
      label: Type.Object({ zh: Type.String(), en: Type.String() }),
      example: Type.String(),
    }),
  ),
  longest: Nullable(Type.Integer()),
  multiline: Type.Boolean(),
  choices: Type.Array(ChoiceRow),
  hasHistory: Type.Boolean(),
  /** 件, 万元 … as it is written in forms and lists */
  unit: Nullable(Type.String()),
  least: Nullable(Type.Number()),
  most: Nullable(Type.Number()),
  decimals: Nullable(Type.Integer()),
  precision: Nullable(Type.Enum(['day', 'month', 'year'])),
  mayLieAhead: Type.Boolean(),
  /** of links: the register pointed at */
  register: Nullable(Type.String()),
  group: Nullable(Type.String()),
  /** whether lists can be filtered and sorted by it */
  filterable: Type.Boolean(),
  sortable: Type.Boolean(),
})
export type FieldRow = Static<typeof FieldRow>

export const RegisterRow = Type.Object({
  id: Type.String(),
  area: Type.String(),
  systems: Type.Array(Type.String()),
  label: Type.String(),
  labelEn: Type.String(),
  recordLabel: Type.String(),
  countUnit: Type.String(),
  about: Type.String(),
  source: Type.String(),
  /** records that the reader may see; null where that is none of them */
  records: Nullable(Type.Integer()),
  changedAt: Nullable(Instant),
})

export const RegisterDescription = Type.Object({
  ...RegisterRow.properties,
  fields: Type.Array(FieldRow),
  key: Type.Array(Type.String()),
  title: Type.String(),
  columns: Type.Array(Type.String()),
  validity: Nullable(Type.Object({ from: Type.String(), until: Type.Array(Type.String()) })),
  conditions: Type.Array(
    Type.Object({ name: Type.String(), label: Type.String(), labelEn: Type.String(), meaning: Type.String() }),
  ),
  retentionYears: Nullable(Type.Integer()),
  /** registers whose records point at these: register, field, label */
  pointedAtBy: Type.Array(
    Type.Object({ register: Type.String(), field: Type.String(), label: Type.String(), labelEn: Type.String() }),
  ),
  may: Type.Object({
    add: Type.Boolean(),
    change: Type.Boolean(),
    manage: Type.Boolean(),
    import: Type.Boolean(),
    disclose: Type.Boolean(),
  }),
})
export type RegisterDescription = Static<typeof RegisterDescription>

/**
 * One filter of a list. `holds`: a list of values holds one; `within`: between two values, both included, either may be
 * null; `isSet`: true or false; `condition`: the field is the name of a condition, and the value true or false.
 */
export const Filter = Type.Object({
  field: Type.String(),
  by: Type.Enum(['is', 'isNot', 'in', 'contains', 'startsWith', 'within', 'isSet', 'holds', 'condition']),
  value: Type.Unknown(),
})
export type Filter = Static<typeof Filter>

/** Which records: `filters` is JSON text of a list of filters, for it stands in an address. */
export const listInput = {
  filters: Type.Optional(Type.String({ description: 'JSON: [{"field","by","value"}]', maxLength: 8_000 })),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  /** only records that count for this unit; `none`: those that count for none */
  unit: Type.Optional(Type.String({ maxLength: 64 })),
  /** the list as we knew it at the end of that day */
  asOf: Type.Optional(IsoDate),
}

export const RecordRow = Type.Object({
  id: Id,
  revision: Type.Integer(),
  label: Type.String(),
  unit: Nullable(UnitRef),
  expectedOn: Nullable(IsoDate),
  /** null where the register has no validity */
  inForce: Nullable(Type.Boolean()),
  values: Values,
  /** fields whose check character does not fit: field → what is wrong */
  doubts: Type.Array(
    Type.Object({ field: Type.String(), message: Type.Object({ zh: Type.String(), en: Type.String() }) }),
  ),
  recordedAt: Instant,
  demonstration: Type.Boolean(),
})
export type RecordRow = Static<typeof RecordRow>

export const RecordPage = Type.Object({
  rows: Type.Array(RecordRow),
  /** for the next page; null at the end */
  next: Nullable(Type.String()),
  /** how many there are in all; asked for with the first page only, else null */
  count: Nullable(Type.Integer()),
  /** false: there are at least so many */
  countIsExact: Type.Boolean(),
  /** sums of numbers and money over all that are listed, field → sum; with the first page only */
  totals: Type.Record(Type.String(), Type.Number()),
})

/** Where a record came from. */
export const RecordOrigin = Type.Object({
  kind: Type.Enum(['form', 'import', 'demonstration', 'matter']),
  runId: Nullable(Id),
  fileName: Nullable(Type.String()),
  evidenceId: Nullable(Id),
  sheet: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
})

export const RevisionRow = Type.Object({
  revision: Type.Integer(),
  /** when we came to know it so, and until when; null: it still is */
  recordedAt: Instant,
  replacedAt: Nullable(Instant),
  /** added · changed · merged · removed · undone · restored */
  act: Type.String(),
  byLabel: Type.String(),
  reason: Nullable(Type.String()),
  /** entry of the journal: its number */
  journalSequence: Nullable(Type.Integer()),
  origin: RecordOrigin,
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
})

export const RelatedRecords = Type.Object({
  register: Type.String(),
  registerLabel: Type.String(),
  field: Type.String(),
  fieldLabel: Type.String(),
  count: Type.Integer(),
  /** the newest few */
  rows: Type.Array(RecordRow),
})

export const RecordDetail = Type.Object({
  ...RecordRow.properties,
  register: Type.String(),
  /** living · merged into another · removed */
  state: Type.Enum(['living', 'merged', 'removed']),
  mergedInto: Nullable(Type.Object({ id: Id, label: Type.String() })),
  origin: RecordOrigin,
  revisions: Type.Array(RevisionRow),
  related: Type.Array(RelatedRecords),
  /** conditions with a name, whether they hold today, and why */
  conditions: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      holds: Type.Boolean(),
      from: Nullable(IsoDate),
      until: Nullable(IsoDate),
      reasons: Type.Array(Type.Object({ zh: Type.String(), en: Type.String() })),
    }),
  ),
  /** deadlines that follow from its days: ends of terms, fees, reports */
  deadlines: Type.Array(Type.Object({ field: Type.String(), label: Type.String(), on: IsoDate, days: Type.Integer() })),
  mistakes: Type.Array(
    Type.Object({
      id: Id,
      field: Nullable(Type.String()),
      words: Type.String(),
      at: Instant,
      byLabel: Type.String(),
      answer: Nullable(Type.String()),
      outcome: Nullable(Type.Enum(['corrected', 'kept'])),
    }),
  ),
  findings: Type.Array(
    Type.Object({
      id: Id,
      rule: Type.String(),
      label: Type.String(),
      severity: Type.Enum(['error', 'warning', 'note']),
      message: Type.Object({ zh: Type.String(), en: Type.String() }),
      status: Type.Enum(['open', 'explained', 'resolved']),
    }),
  ),
  may: Type.Object({
    change: Type.Boolean(),
    remove: Type.Boolean(),
    disclose: Type.Boolean(),
    report: Type.Boolean(),
  }),
})
export type RecordDetail = Static<typeof RecordDetail>

export const SavedView = Type.Object({
  id: Id,
  label: Type.String(),
  isShared: Type.Boolean(),
  isOwn: Type.Boolean(),
  /** what the page keeps: filters, columns, sort, density */
  state: Type.Record(Type.String(), Type.Unknown()),
})

export const DuplicateGroup = Type.Object({
  why: Type.Object({ zh: Type.String(), en: Type.String() }),
  confidence: Type.Number(),
  rows: Type.Array(RecordRow),
})

/** A row that could not be written, in a bulk act: which, and why. */
export const RowRefusal = Type.Object({
  id: Id,
  label: Type.String(),
  message: Type.Object({ zh: Type.String(), en: Type.String() }),
})
export const BulkOutcome = Type.Object({
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Array(RowRefusal),
})
