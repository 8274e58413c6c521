import Type, { type Static } from 'typebox'
import { Id, Instant, IsoDate, Nullable, UnitRef } from '../plan/programme.schemas.ts'
import { Light, Sentence } from '../progress/progress.schemas.ts'

/** Computed indicators as they are read over HTTP: formula, values, records behind a value, versions, findings. */

/** A part of a formula with its value: what a figure opens into. */
export const Input = Type.Object({
  /** its place in the tree: `of`, `to.residents` */
  path: Type.String(),
  label: Sentence,
  unit: Type.String(),
  value: Nullable(Type.Number()),
  missing: Nullable(Sentence),
  /** register whose records it counts; null for numbers and statistics */
  register: Nullable(Type.String()),
  /** how many records contribute; null where it counts none */
  records: Nullable(Type.Integer()),
})
export type Input = Static<typeof Input>

export const IndicatorRow = Type.Object({
  id: Type.String(),
  /** code of the plan's target that is held against it; null: none */
  code: Nullable(Type.String()),
  label: Type.String(),
  labelEn: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  better: Type.Enum(['higher', 'lower']),
  /** of the first register that it counts; null where it counts none */
  area: Nullable(Type.Enum(['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region'])),
  /** of the county, today */
  value: Nullable(Type.Number()),
  missing: Nullable(Sentence),
  /** 测算 computed, or 核定 frozen */
  state: Type.Enum(['computed', 'frozen', 'missing']),
  target: Nullable(Type.Object({ itemId: Id, comparator: Nullable(Type.String()), value: Nullable(Type.Number()) })),
  light: Nullable(Light),
  version: Type.Integer(),
  asOf: IsoDate,
  /** officially published: the last value and its day */
  official: Nullable(Type.Object({ value: Type.Number(), on: IsoDate, source: Nullable(Type.String()) })),
  /** of the county: month ends of the programme, and today; null is a gap */
  trend: Type.Array(Type.Object({ on: IsoDate, value: Nullable(Type.Number()) })),
})

/** `qx indicator value CODE --at …`; `code` is what was asked for */
export const IndicatorValue = Type.Object({
  code: Type.String(),
  indicator: Type.String(),
  label: Type.String(),
  value: Nullable(Type.Number()),
  missing: Type.Optional(Sentence),
  unit: Type.String(),
  scope: Nullable(UnitRef),
  state: Type.Enum(['computed', 'frozen', 'missing']),
  target: Nullable(Type.Number()),
  comparator: Nullable(Type.String()),
  met: Nullable(Type.Boolean()),
  light: Nullable(Light),
  /** 高价值发明专利 ÷ 常住人口 … as people write it */
  formula: Type.String(),
  sentence: Sentence,
  inputs: Type.Array(Input),
  version: Type.Integer(),
  /** the day it is computed for */
  asOf: IsoDate,
  computedAt: Instant,
  frozen: Nullable(
    Type.Object({
      value: Nullable(Type.Number()),
      at: Instant,
      byLabel: Type.String(),
      changedRecords: Type.Integer(),
    }),
  ),
})

export const CountedRecord = Type.Object({
  register: Type.String(),
  id: Id,
  label: Type.String(),
  /** whether it counts on the day; those that nearly do are listed on request */
  counts: Type.Boolean(),
  /** how much it adds to the part: 1, or its amount */
  weight: Type.Number(),
  unit: Nullable(UnitRef),
  from: Nullable(IsoDate),
  until: Nullable(IsoDate),
  /** why it counts, or why not: each a ground that holds or fails, with what it stands on */
  reasons: Type.Array(
    Type.Object({
      holds: Type.Boolean(),
      zh: Type.String(),
      en: Type.String(),
      /** the record that proves it: an award, a pledge, a member of the family */
      record: Nullable(Type.Object({ register: Type.String(), id: Id, label: Type.String() })),
    }),
  ),
})
export type CountedRecord = Static<typeof CountedRecord>

export const RecordsPage = Type.Object({
  records: Type.Array(CountedRecord),
  /** give it as `after` for the next page; null at the end */
  next: Nullable(Type.String()),
  /** how many records count in all, and how many of the register do not; null on further pages */
  counting: Nullable(Type.Integer()),
  notCounting: Nullable(Type.Integer()),
  /** of an alternative of grounds: how many records meet each, and how many that one only; first page */
  grounds: Type.Array(
    Type.Object({ zh: Type.String(), en: Type.String(), records: Type.Integer(), alone: Type.Integer() }),
  ),
})

export const SeriesPoint = Type.Object({
  on: IsoDate,
  period: Type.String(),
  value: Nullable(Type.Number()),
  missing: Nullable(Sentence),
  version: Type.Integer(),
  frozen: Nullable(Type.Number()),
  official: Nullable(Type.Number()),
})

export const DefinitionVersion = Type.Object({
  version: Type.Integer(),
  validFrom: IsoDate,
  origin: Type.Enum(['declared', 'edited']),
  reason: Type.String(),
  decidedAt: Instant,
  byLabel: Type.String(),
  formula: Type.String(),
  sentence: Sentence,
  definition: Type.Unknown(),
})

export const IndicatorDetail = Type.Object({
  ...IndicatorRow.properties,
  meaning: Type.String(),
  caveats: Type.Array(Type.String()),
  dataFrom: Type.String(),
  source: Type.String(),
  byUnit: Type.Boolean(),
  formula: Type.String(),
  sentence: Sentence,
  /** the tree as data, for the editor */
  tree: Type.Unknown(),
  inputs: Type.Array(Input),
  /** named conditions it uses, in words */
  conditions: Type.Array(
    Type.Object({
      register: Type.String(),
      name: Type.String(),
      label: Type.String(),
      meaning: Type.String(),
      sentence: Sentence,
    }),
  ),
  /** parameters of the county that it uses, with the value in force */
  parameters: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Type.String() })),
  versions: Type.Array(DefinitionVersion),
  series: Type.Array(SeriesPoint),
  /** on the day of the answer; null value is missing */
  units: Type.Array(
    Type.Object({
      unit: UnitRef,
      value: Nullable(Type.Number()),
      missing: Nullable(Sentence),
      share: Nullable(Type.Number()),
    }),
  ),
  forecast: Nullable(
    Type.Object({
      on: IsoDate,
      value: Type.Number(),
      low: Type.Number(),
      high: Type.Number(),
      method: Type.String(),
      points: Type.Integer(),
      meets: Type.Boolean(),
    }),
  ),
  warnings: Type.Array(Sentence),
  /** records expected and not there yet, by which the figure would move */
  expected: Type.Object({ records: Type.Integer(), value: Nullable(Type.Number()) }),
  may: Type.Object({ define: Type.Boolean(), freeze: Type.Boolean() }),
})
export type IndicatorDetail = Static<typeof IndicatorDetail>

export const ConditionRow = Type.Object({
  register: Type.String(),
  name: Type.String(),
  label: Type.String(),
  meaning: Type.String(),
  sentence: Sentence,
  version: Type.Integer(),
  usedBy: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
})

export const ConditionDetail = Type.Object({
  ...ConditionRow.properties,
  labelEn: Type.String(),
  source: Type.String(),
  tree: Type.Unknown(),
  versions: Type.Array(DefinitionVersion),
  grounds: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), sentence: Sentence })),
  may: Type.Object({ define: Type.Boolean() }),
})

/** 瀑布: how a value came from one day to another. The steps add up from `start` to `end`. */
export const Waterfall = Type.Object({
  indicator: Type.String(),
  from: IsoDate,
  to: IsoDate,
  unit: Type.String(),
  start: Nullable(Type.Number()),
  end: Nullable(Type.Number()),
  steps: Type.Array(
    Type.Object({
      label: Sentence,
      change: Type.Number(),
      /** how many records made it; null where none did (another denominator, another definition) */
      records: Nullable(Type.Integer()),
      /** to ask `records` for: joined, left, changed */
      kind: Type.Enum(['joined', 'left', 'amount', 'denominator', 'definition', 'rest']),
      path: Nullable(Type.String()),
    }),
  ),
})

export const DefinitionPreview = Type.Object({
  formula: Type.String(),
  sentence: Sentence,
  unit: Type.String(),
  problems: Type.Array(Type.Object({ path: Type.String(), message: Sentence })),
  warnings: Type.Array(Sentence),
  /** what would change: the days by version now and as proposed */
  points: Type.Array(Type.Object({ on: IsoDate, now: Nullable(Type.Number()), proposed: Nullable(Type.Number()) })),
  units: Type.Array(Type.Object({ unit: UnitRef, now: Nullable(Type.Number()), proposed: Nullable(Type.Number()) })),
  /** records that would newly count, and that would no longer; a few of each */
  joining: Type.Object({ count: Type.Integer(), some: Type.Array(CountedRecord) }),
  leaving: Type.Object({ count: Type.Integer(), some: Type.Array(CountedRecord) }),
})

export const Drift = Type.Object({
  indicator: Type.String(),
  scope: Nullable(UnitRef),
  period: Type.String(),
  on: IsoDate,
  frozen: Nullable(Type.Number()),
  now: Nullable(Type.Number()),
  frozenAt: Instant,
  byLabel: Type.String(),
  changedRecords: Type.Integer(),
  records: Type.Array(
    Type.Object({
      register: Type.String(),
      id: Id,
      label: Type.String(),
      change: Type.Enum(['joined', 'left', 'amount']),
      before: Type.Number(),
      after: Type.Number(),
      since: Nullable(Instant),
    }),
  ),
})

export const WhatIf = Type.Object({
  indicator: Type.String(),
  on: IsoDate,
  value: Nullable(Type.Number()),
  withExpected: Nullable(Type.Number()),
  target: Nullable(Type.Number()),
  meets: Nullable(Type.Boolean()),
  /** how many more are needed after the expected ones; null where that cannot be said */
  stillNeeded: Nullable(Type.Number()),
  records: Type.Array(Type.Object({ register: Type.String(), id: Id, label: Type.String(), expectedOn: IsoDate })),
})

export const Finding = Type.Object({
  id: Id,
  rule: Type.String(),
  ruleLabel: Type.String(),
  severity: Type.Enum(['error', 'warning', 'note']),
  subject: Type.Object({ kind: Type.String(), id: Type.String(), label: Type.String() }),
  field: Nullable(Type.String()),
  message: Sentence,
  remedy: Sentence,
  unit: Nullable(UnitRef),
  foundOn: IsoDate,
  dueOn: Nullable(IsoDate),
  overdue: Type.Boolean(),
  status: Type.Enum(['open', 'resolved', 'explained']),
  explanation: Nullable(Type.String()),
})
