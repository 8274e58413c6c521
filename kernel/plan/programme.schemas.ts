import Type, { type Static } from 'typebox'
import { UnitRef } from '../parties/unit-ref.ts'

/**
 * The programme as it is read: plan, targets, tasks, units, cockpit.
 *
 * Amounts keep the unit as printed (3.5 万件) beside the base unit (35000 件). A value that nobody has settled is
 * null and never 0.
 */

export const areas = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region'] as const
export const Area = Type.Enum([...areas])
export type Area = Static<typeof Area>

const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'civil date, YYYY-MM-DD' })
const instant = Type.String({ description: 'UTC instant, ISO 8601' })
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const IsoDate = isoDate
export const Instant = instant
export const Id = Type.String({ minLength: 1, maxLength: 64 })

export const Comparator = Type.Enum(['gte', 'gt', 'eq', 'lte', 'lt', 'range'])
/**
 * What a target's value at a date means: 存量 what exists then · 建设期内累计 added since the programme began ·
 * 历年累计 since records began · 年度 one calendar year · 占比 numerator over denominator · 调查 a sample survey ·
 * 增长 a rate of growth. Null where the document does not say and nobody has decided.
 */
export const targetKinds = [
  'stock',
  'cumulativeSinceStart',
  'cumulativeEver',
  'annual',
  'ratio',
  'survey',
  'growth',
] as const
export const TargetKind = Nullable(Type.Enum([...targetKinds]))
export const CommitmentLevel = Type.Enum(['achieve', 'strive'])

/** The words of the document that an item came from. */
export const Words = Type.Object({
  text: Type.String(),
  /** offsets into the source text of the version, UTF-16 code units; null where the county wrote the item itself */
  start: Nullable(Type.Integer()),
  end: Nullable(Type.Integer()),
})

export { UnitRef }

export const TaskRef = Type.Object({ itemId: Id, number: Type.Integer(), title: Type.String() })
export const TargetRef = Type.Object({ itemId: Id, code: Type.String(), name: Type.String() })

export const Amount = Type.Object({
  comparator: Comparator,
  value: Type.Number(),
  /** upper end of a range, else null */
  valueHigh: Nullable(Type.Number()),
  unit: Type.String(),
  baseValue: Type.Number(),
  baseUnit: Type.String(),
})

export const TargetRow = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  area: Area,
  kind: TargetKind,
  amount: Amount,
  deadline: Nullable(isoDate),
  owners: Type.Array(UnitRef),
  tasks: Type.Array(TaskRef),
  words: Nullable(Words),
})
export type TargetRow = Static<typeof TargetRow>

export const YearValue = Type.Object({ year: Type.Integer(), value: Nullable(Type.Number()) })

/** The target as it stood from a day on, by the version that set it. */
export const TargetStep = Type.Object({
  version: Type.Integer(),
  effectiveFrom: isoDate,
  reason: Nullable(Type.String()),
  amount: Nullable(Amount),
  years: Type.Array(YearValue),
})

export const TargetDetail = Type.Object({
  ...TargetRow.properties,
  years: Type.Array(YearValue),
  /** how it is counted, in words; null where the plan does not say and the county has not */
  definition: Nullable(
    Type.Object({
      formula: Nullable(Type.String()),
      dataFrom: Nullable(Type.String()),
      pitfall: Nullable(Type.String()),
      window: Nullable(Type.Object({ start: isoDate, end: isoDate })),
      confidence: Nullable(Type.String()),
    }),
  ),
  /** the same number said again elsewhere in the document */
  statements: Type.Array(Type.Object({ where: Type.String(), words: Words })),
  steps: Type.Array(TargetStep),
  /** for each month of the period, the target then in force; base unit; null before the first version */
  months: Type.Array(
    Type.Object({ month: Type.String(), value: Nullable(Type.Number()), version: Nullable(Type.Integer()) }),
  ),
  previous: Nullable(TargetRef),
  next: Nullable(TargetRef),
})

export const MilestoneRow = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  level: CommitmentLevel,
  area: Area,
  dueOn: Nullable(isoDate),
  parts: Type.Array(Type.String()),
  owners: Type.Array(UnitRef),
  tasks: Type.Array(TaskRef),
  words: Nullable(Words),
})

export const TaskRow = Type.Object({
  itemId: Id,
  number: Type.Integer(),
  title: Type.String(),
  group: Nullable(Type.String()),
  area: Area,
  lead: Type.Array(UnitRef),
  support: Type.Array(UnitRef),
  targets: Type.Integer(),
  milestones: Type.Integer(),
})
export type TaskRow = Static<typeof TaskRow>

export const TaskDetail = Type.Object({
  ...TaskRow.properties,
  summary: Type.String(),
  responsibilityText: Nullable(Type.String()),
  words: Nullable(Words),
  targetList: Type.Array(TargetRow),
  milestoneList: Type.Array(MilestoneRow),
  previous: Nullable(TaskRef),
  next: Nullable(TaskRef),
})

export const PhaseState = Type.Enum(['past', 'current', 'coming'])
export const PhaseRow = Type.Object({
  itemId: Id,
  name: Type.String(),
  start: Nullable(isoDate),
  end: Nullable(isoDate),
  state: PhaseState,
  /** days left in the current phase, days until a coming one, null for a past one */
  days: Nullable(Type.Integer()),
  summary: Type.String(),
  words: Nullable(Words),
})

export const SafeguardRow = Type.Object({
  itemId: Id,
  number: Type.Integer(),
  title: Type.String(),
  summary: Type.String(),
  words: Nullable(Words),
})

export const GroupRow = Type.Object({ itemId: Id, number: Type.Integer(), title: Type.String(), area: Area })

export const VersionRow = Type.Object({
  number: Type.Integer(),
  effectiveFrom: isoDate,
  reason: Nullable(Type.String()),
  adoptedAt: instant,
  adoptedBy: Type.String(),
  counts: Type.Object({
    targets: Type.Integer(),
    milestones: Type.Integer(),
    tasks: Type.Integer(),
    units: Type.Integer(),
  }),
  /** the file it was read from, for those who may see it */
  sourceEvidenceId: Nullable(Id),
})

export const PlanHead = Type.Object({
  id: Id,
  title: Type.String(),
  issuer: Nullable(Type.String()),
  documentNo: Nullable(Type.String()),
  issuedOn: Nullable(isoDate),
  period: Type.Object({ start: isoDate, end: isoDate }),
  version: Type.Integer(),
  versions: Type.Integer(),
  effectiveFrom: isoDate,
})

export const PlanTree = Type.Object({
  plan: PlanHead,
  goal: Nullable(Type.String()),
  groups: Type.Array(GroupRow),
  tasks: Type.Array(TaskRow),
  targets: Type.Array(TargetRow),
  milestones: Type.Array(MilestoneRow),
  safeguards: Type.Array(SafeguardRow),
  phases: Type.Array(PhaseRow),
  questions: Type.Array(Type.Object({ message: Type.String(), answer: Nullable(Type.String()) })),
  /** the whole text, for those who may see it; spans point into it */
  sourceText: Nullable(Type.String()),
})
export type PlanTree = Static<typeof PlanTree>

export const Change = Type.Object({
  kind: Type.Enum(['plan', 'target', 'task', 'milestone', 'safeguard', 'phase', 'group']),
  itemId: Id,
  label: Type.String(),
  change: Type.Enum(['added', 'removed', 'changed']),
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      label: Type.String(),
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
    }),
  ),
})
export const Comparison = Type.Object({
  from: VersionRow,
  to: VersionRow,
  changes: Type.Array(Change),
  unchanged: Type.Integer(),
})

export const UnitLoad = Type.Object({
  unit: UnitRef,
  kind: Type.String(),
  leads: Type.Integer(),
  supports: Type.Integer(),
  targets: Type.Integer(),
  milestones: Type.Integer(),
})

/** A dated thing that is still to come: for the cockpit's list of what is near. */
export const Upcoming = Type.Object({
  kind: Type.Enum(['milestone', 'target', 'phase']),
  itemId: Id,
  name: Type.String(),
  dueOn: isoDate,
  days: Type.Integer(),
})

export const Cockpit = Type.Object({
  plan: PlanHead,
  today: isoDate,
  /** days until the programme ends, 0 on its last day, negative after it */
  daysLeft: Type.Integer(),
  /** elapsed share of the programme window, both ends counted, 0 to 1 */
  elapsed: Type.Object({ days: Type.Integer(), ofDays: Type.Integer() }),
  phases: Type.Array(PhaseRow),
  /** the phase of today, and the one that comes next */
  current: Type.Array(Id),
  targets: Type.Array(TargetRow),
  milestones: Type.Object({
    total: Type.Integer(),
    achieve: Type.Integer(),
    strive: Type.Integer(),
    pastDue: Type.Integer(),
    /** promised ones that fall due within `warningDays` */
    dueSoon: Type.Integer(),
    /** the county's parameter milestone.warning-days */
    warningDays: Type.Integer(),
  }),
  tasks: Type.Array(TaskRow),
  units: Type.Array(UnitLoad),
  towns: Type.Array(
    Type.Object({
      name: Type.String(),
      unitId: Nullable(Id),
      row: Type.Integer(),
      column: Type.Integer(),
      rowSpan: Type.Integer(),
      columnSpan: Type.Integer(),
      kind: Type.Enum(['unit', 'water']),
      tasks: Type.Integer(),
    }),
  ),
  upcoming: Type.Array(Upcoming),
  timeline: Type.Array(
    Type.Object({
      date: isoDate,
      kind: Type.Enum(['milestone', 'version', 'target']),
      label: Type.String(),
      count: Type.Integer(),
    }),
  ),
})
export type Cockpit = Static<typeof Cockpit>

export const OrganisationNode = Type.Object({
  id: Id,
  parentId: Nullable(Id),
  name: Type.String(),
  shortName: Type.String(),
  kind: Type.String(),
  aliases: Type.Array(Type.String()),
  /** for a named set such as 各镇（园区、街道） */
  members: Type.Array(Id),
  establishedOn: Nullable(isoDate),
  dissolvedOn: Nullable(isoDate),
  successorId: Nullable(Id),
  leads: Type.Integer(),
  supports: Type.Integer(),
})

export const UnitDetail = Type.Object({
  ...OrganisationNode.properties,
  parent: Nullable(UnitRef),
  children: Type.Array(UnitRef),
  leadTasks: Type.Array(TaskRow),
  supportTasks: Type.Array(Type.Object({ ...TaskRow.properties, through: Nullable(UnitRef) })),
  ownTargets: Type.Array(TargetRow),
  ownMilestones: Type.Array(MilestoneRow),
})

export const SearchHit = Type.Object({
  kind: Type.Enum(['target', 'task', 'milestone', 'safeguard', 'phase', 'unit', 'version', 'plan', 'report']),
  id: Id,
  title: Type.String(),
  /** where it stands, and a piece of its words */
  context: Type.String(),
  path: Type.String(),
})
