import Type, { type Static } from 'typebox'
import { UnitRef } from '../../parties/unit-ref.ts'
import { Id, Instant, IsoDate, Nullable } from '../../plan/programme.schemas.ts'
import { MatterRow } from '../matters.schemas.ts'

/**
 * The desk as it is read over HTTP: queues, their counts, opinions, figures, publications. The case itself is
 * `MatterDetail` of matters.schemas.ts.
 */

/**
 * Views of the queue. `mine`, `others` and `untaken` share out what is open among my units, so that every open case is
 * in exactly one of them; `unit` is all three. `called` and `copied` are what others ask of me, wherever it is handled.
 */
export const matterViews = ['mine', 'others', 'untaken', 'unit', 'overdue', 'called', 'copied', 'ended', 'all'] as const
export const MatterView = Type.Enum([...matterViews], {
  description:
    'mine 我在办的 · others 同事在办的 · untaken 待领办 · unit 本单位在办 · overdue 超期 · called 待我会签 · copied 抄送我的 · ended 已办结 · all 全部可看的',
})
export type MatterView = Static<typeof MatterView>

export const MatterLight = Type.Enum(['green', 'yellow', 'red', 'stopped', 'none'])

/** Which cases: a view, and what narrows it. */
export const queueInput = {
  view: Type.Optional(MatterView),
  type: Type.Optional(Type.String({ maxLength: 64 })),
  phase: Type.Optional(Type.String({ maxLength: 64, description: 'id of a state; together with a type' })),
  light: Type.Optional(MatterLight),
  unit: Type.Optional(Type.String({ maxLength: 64, description: 'id of the handling unit' })),
  /** a number, or words of the title and of who applied */
  text: Type.Optional(Type.String({ maxLength: 200 })),
  submittedFrom: Type.Optional(IsoDate),
  submittedTo: Type.Optional(IsoDate),
  endedFrom: Type.Optional(IsoDate),
  endedTo: Type.Optional(IsoDate),
  status: Type.Optional(Type.Enum(['open', 'ended'], { description: 'open: not ended, stopped ones among them' })),
  outcome: Type.Optional(
    Type.Enum(['granted', 'refused', 'withdrawn', 'lapsed'], { description: 'as statistics group them' }),
  ),
  kept: Type.Optional(
    Type.Enum(['promised-inTime', 'promised-late', 'legal-inTime', 'legal-late'], {
      description: 'ended ones that were measured by such a limit of the unit, in time or late',
    }),
  ),
}

export const MatterPage = Type.Object({
  rows: Type.Array(MatterRow),
  next: Nullable(Type.String()),
  /** with the first page only */
  count: Nullable(Type.Integer()),
  /** false: there are more than so many */
  countIsExact: Type.Boolean(),
})
export type MatterPage = Static<typeof MatterPage>

export const BoundedCount = Type.Object({
  count: Type.Integer(),
  /** false: there are more */
  isExact: Type.Boolean(),
})

/** The left column of the desk. */
export const MatterCounts = Type.Object({
  mine: BoundedCount,
  /** of mine, what is overdue, and what is nearly */
  mineOverdue: BoundedCount,
  mineYellow: BoundedCount,
  others: BoundedCount,
  untaken: BoundedCount,
  unit: BoundedCount,
  /** of the unit's */
  overdue: BoundedCount,
  called: BoundedCount,
  copied: BoundedCount,
  endedThisMonth: BoundedCount,
  /** open ones of the unit by type: for the filter */
  types: Type.Array(
    Type.Object({ type: Type.String(), label: Type.String(), count: Type.Integer(), isExact: Type.Boolean() }),
  ),
})
export type MatterCounts = Static<typeof MatterCounts>

export const OpinionTemplate = Type.Object({
  id: Id,
  words: Type.String(),
  type: Nullable(Type.String()),
  typeLabel: Nullable(Type.String()),
  act: Nullable(Type.String()),
  /** shared with everybody of the unit */
  unit: Nullable(UnitRef),
  isOwn: Type.Boolean(),
  createdAt: Instant,
})
export type OpinionTemplate = Static<typeof OpinionTemplate>

/** How many of those that were measured were in time; a share without its numbers is none. */
export const KeptTime = Type.Object({
  /** ended ones that ran under such a limit */
  measured: Type.Integer(),
  inTime: Type.Integer(),
  late: Type.Integer(),
})

export const matterFigures = {
  received: Type.Integer(),
  ended: Type.Integer(),
  granted: Type.Integer(),
  refused: Type.Integer(),
  /** by the applicant's own word */
  withdrawn: Type.Integer(),
  /** ended because nothing came, or terminated */
  lapsed: Type.Integer(),
  promised: KeptTime,
  legal: KeptTime,
  /** ended ones that ran under any limit of the unit, and the working days for which they lay with it, together */
  timed: Type.Integer(),
  workingDays: Type.Integer(),
  /** of those, to one decimal; without the days of waiting for others. null: nothing was measured */
  meanWorkingDays: Nullable(Type.Number()),
  /** some of the days lie in a year whose holidays are not published */
  isProvisional: Type.Boolean(),
}

export const StatisticsRow = Type.Object({
  /** the type, the unit or the month */
  key: Type.String(),
  label: Type.String(),
  ...matterFigures,
  /** open now; null in rows by month */
  open: Nullable(Type.Integer()),
})
export type StatisticsRow = Static<typeof StatisticsRow>

export const MatterStatistics = Type.Object({
  from: IsoDate,
  to: IsoDate,
  by: Type.Enum(['type', 'unit', 'month']),
  rows: Type.Array(StatisticsRow),
  total: Type.Object(matterFigures),
})
export type MatterStatistics = Static<typeof MatterStatistics>

/** 说到有没有做到: what is promised, and what was done. */
export const KeptPromises = Type.Object({
  from: IsoDate,
  to: IsoDate,
  services: Type.Array(
    Type.Object({
      type: Type.String(),
      label: Type.String(),
      unit: Type.String(),
      /** the promise as people say it */
      promise: Type.String(),
      ...matterFigures,
    }),
  ),
  total: Type.Object(matterFigures),
})
export type KeptPromises = Static<typeof KeptPromises>

export const PublicationRow = Type.Object({
  id: Id,
  type: Type.String(),
  typeLabel: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  publishedOn: IsoDate,
  objectionsUntil: Nullable(IsoDate),
  takesObjections: Type.Boolean(),
  shownUntil: Nullable(IsoDate),
  withdrawnOn: Nullable(IsoDate),
  withdrawnReason: Nullable(Type.String()),
  demonstration: Type.Boolean(),
})
export type PublicationRow = Static<typeof PublicationRow>

/** An objection as who made it reads it. */
const OwnObjection = Type.Object({
  id: Id,
  words: Type.String(),
  at: Instant,
  answer: Nullable(Type.String()),
  upheld: Nullable(Type.Boolean()),
  answeredAt: Nullable(Instant),
})

export const PublicationDetail = Type.Object({
  ...PublicationRow.properties,
  body: Type.Array(Type.Object({ label: Type.String(), words: Type.String() })),
  objections: Type.Integer(),
  /** of the reader */
  own: Type.Array(OwnObjection),
})
export type PublicationDetail = Static<typeof PublicationDetail>

/** An objection as the handling unit reads it: who made it is masked. */
export const ObjectionRow = Type.Object({
  ...OwnObjection.properties,
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  answeredByLabel: Nullable(Type.String()),
})
export type ObjectionRow = Static<typeof ObjectionRow>
