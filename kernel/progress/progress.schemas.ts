import Type, { type Static } from 'typebox'
import {
  Amount,
  Id,
  Instant,
  IsoDate,
  MilestoneRow,
  Nullable,
  PhaseRow,
  Cockpit as PlanCockpit,
  TargetRef,
  TargetRow,
  TaskRef,
  UnitRef,
} from '../plan/programme.schemas.ts'

/**
 * The living programme as it is read and written over HTTP: values, duties, reports, parts of tasks, supervision.
 *
 * - value 数值: in the target's printed unit (亿元, not 元); a value that is not there has a state and a reason
 * - reading 读数: the value of a target for one period, for the whole county or for one unit, with its status
 * - duty 应办事项: one thing that one unit owes by one day; the clock of supervision runs on it
 * - report 报送: what the unit says for a duty; draft → submitted 上报 → checked 已审 → approved 核定, or returned 退回
 * - part 分工: what one unit carries of a task
 * - urging 催办: a reminder or a step of the ladder 提醒函 → 督办单 → 通报 → 约谈
 */

/** In the reader's language the page chooses; both come along, since they are made from the same numbers. */
export const Sentence = Type.Object({ zh: Type.String(), en: Type.String() })

/** 正常 关注 滞后 缺数 已完成 */
export const Light = Type.Enum(['green', 'amber', 'red', 'grey', 'blue'])
export type Light = Static<typeof Light>

/** value 有值 · missing 缺数 · notApplicable 不适用 · suppressed 不公开. Four different things; 0 is a value. */
export const valueStates = ['value', 'missing', 'notApplicable', 'suppressed'] as const
export const ValueState = Type.Enum([...valueStates])
export type ValueState = Static<typeof ValueState>

/** reported 上报 · checked 已审 · approved 核定 · returned 退回 · computed 测算, from the records of the registers */
export const ValueStatus = Type.Enum(['reported', 'checked', 'approved', 'returned', 'computed'])
export type ValueStatus = Static<typeof ValueStatus>

export const Scope = Type.Enum(['county', 'unit'])
/** 2026-10, 2026-Q3 or 2026 */
export const Period = Type.String({ pattern: '^\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$' })
export const Cycle = Type.Enum(['month', 'quarter', 'year'])

export const Reading = Type.Object({
  period: Period,
  periodEnd: IsoDate,
  state: ValueState,
  value: Nullable(Type.Number()),
  /** a share never stands without its two numbers; null for what is no ratio */
  numerator: Nullable(Type.Number()),
  denominator: Nullable(Type.Number()),
  /** why there is no value */
  reason: Nullable(Type.String()),
  /** 数据截止日 */
  cutoffOn: Nullable(IsoDate),
  status: ValueStatus,
})
export type Reading = Static<typeof Reading>

export const Forecast = Type.Object({
  /** the day it is made for: the deadline */
  on: IsoDate,
  value: Type.Number(),
  /** 80 % interval */
  low: Type.Number(),
  high: Type.Number(),
  /** how it was made, named: theil-sen */
  method: Type.String(),
  points: Type.Integer(),
  meets: Type.Boolean(),
  /** needed per month from today on to meet the target; null where it is met or cannot be added up */
  pacePerMonth: Nullable(Type.Number()),
})

export const TargetProgress = Type.Object({
  itemId: Id,
  /** the last reading that the reader may see; null where none ever came */
  current: Nullable(Reading),
  light: Light,
  why: Sentence,
  met: Type.Boolean(),
  /** 0 to 1; null where there is no value */
  completion: Nullable(Type.Number()),
  /** 时序进度, 0 to 1 */
  share: Type.Number(),
  /** the last twelve periods; null is a gap */
  trend: Type.Array(Type.Object({ on: IsoDate, value: Nullable(Type.Number()) })),
  forecast: Nullable(Forecast),
})
export type TargetProgress = Static<typeof TargetProgress>

export const DutyState = Type.Enum(['open', 'drafted', 'returned', 'submitted', 'checked', 'met', 'withdrawn'])
export type DutyState = Static<typeof DutyState>

export const DutyRow = Type.Object({
  id: Id,
  kind: Type.Enum(['report', 'part', 'milestone']),
  item: Type.Object({
    kind: Type.Enum(['target', 'task', 'milestone']),
    itemId: Id,
    /** C2, 任务 4, P6 */
    code: Type.String(),
    name: Type.String(),
  }),
  title: Type.String(),
  unit: UnitRef,
  scope: Scope,
  /** '' for what has no period */
  period: Type.String(),
  openedOn: IsoDate,
  /** the day that counts now: after an extension, or after a return */
  dueOn: IsoDate,
  /** the day as it was first set */
  firstDueOn: IsoDate,
  /** the working days of that year are not published yet */
  provisional: Type.Boolean(),
  extendedTo: Nullable(IsoDate),
  state: DutyState,
  light: Light,
  why: Sentence,
  /** working days left; 0 on the last day; negative is not used: see daysOverdue */
  workingDaysLeft: Type.Integer(),
  /** calendar days after the due day, 0 until then */
  daysOverdue: Type.Integer(),
  reportRevision: Nullable(Type.Integer()),
  lastUrging: Nullable(Type.Object({ step: Type.String(), label: Sentence, on: IsoDate })),
  closedOn: Nullable(IsoDate),
})
export type DutyRow = Static<typeof DutyRow>

export const UrgingReply = Type.Object({ id: Id, words: Type.String(), at: Instant, by: Type.String() })
export const Urging = Type.Object({
  id: Id,
  dutyId: Id,
  dutyTitle: Type.String(),
  unit: UnitRef,
  /** reminder:-5, reminder:-1, reminderLetter, supervisionNotice, circular, talk, manual */
  step: Type.String(),
  label: Sentence,
  /** 提醒函〔2026〕12号; null for plain reminders */
  number: Nullable(Type.String()),
  on: IsoDate,
  words: Type.String(),
  by: Type.String(),
  automatic: Type.Boolean(),
  replies: Type.Array(UrgingReply),
})
export type Urging = Static<typeof Urging>

export const Extension = Type.Object({
  id: Id,
  dutyId: Id,
  dutyTitle: Type.String(),
  unit: UnitRef,
  dueOn: IsoDate,
  askedTo: IsoDate,
  reason: Type.String(),
  askedOn: IsoDate,
  askedBy: Type.String(),
  decision: Nullable(Type.Enum(['granted', 'refused'])),
  grantedTo: Nullable(IsoDate),
  decidedBy: Nullable(Type.String()),
  decisionReason: Nullable(Type.String()),
  revision: Type.Integer(),
})
export type Extension = Static<typeof Extension>

/** Whether the reader may do something now, and if not, why not. */
export const May = Type.Object({ may: Type.Boolean(), why: Nullable(Sentence) })
export type May = Static<typeof May>

export const DutyDetail = Type.Object({
  ...DutyRow.properties,
  /** how the due day was counted, day by day */
  counting: Type.Object({
    /** 期末后 5 个工作日内报送 */
    rule: Sentence,
    source: Type.String(),
    from: IsoDate,
    days: Type.Array(Type.Object({ day: IsoDate, working: Type.Boolean(), why: Sentence })),
  }),
  /** what the clock did and will do: each step with its day */
  ladder: Type.Array(
    Type.Object({
      step: Type.String(),
      label: Sentence,
      on: IsoDate,
      /** sent on that day; null while it is to come or was skipped */
      sent: Nullable(IsoDate),
      state: Type.Enum(['sent', 'skipped', 'coming', 'notNeeded']),
    }),
  ),
  urgings: Type.Array(Urging),
  extensions: Type.Array(Extension),
  may: Type.Object({ urge: May, reply: May, askExtension: May, report: May }),
})
export type DutyDetail = Static<typeof DutyDetail>

export const MilestonePart = Type.Object({
  label: Type.String({ maxLength: 200 }),
  /** open 未完成 · applied 已申报 · done 已完成 */
  status: Type.Enum(['open', 'applied', 'done']),
  documentNo: Nullable(Type.String({ maxLength: 100 })),
  documentTitle: Nullable(Type.String({ maxLength: 200 })),
  on: Nullable(IsoDate),
})
export type MilestonePart = Static<typeof MilestonePart>

/** What a unit says. Of a task: progress and words; of a target: the value; of a milestone: its parts. */
export const ReportContent = Type.Object({
  /** percent, 0 to 100 */
  progress: Nullable(Type.Number()),
  narrative: Type.String(),
  problems: Type.String(),
  nextSteps: Type.String(),
  valueState: Nullable(ValueState),
  value: Nullable(Type.Number()),
  numerator: Nullable(Type.Number()),
  denominator: Nullable(Type.Number()),
  valueReason: Nullable(Type.String()),
  cutoffOn: Nullable(IsoDate),
  parts: Nullable(Type.Array(MilestonePart)),
})
export type ReportContent = Static<typeof ReportContent>

export const ReportState = Type.Enum(['draft', 'submitted', 'checked', 'approved', 'returned'])
export type ReportState = Static<typeof ReportState>

export const ReportAct = Type.Object({
  id: Id,
  act: Type.Enum(['submit', 'withdraw', 'check', 'approve', 'return', 'correct']),
  at: Instant,
  by: Type.String(),
  reason: Nullable(Type.String()),
  /** the report as it stood at this act */
  snapshot: ReportContent,
})

export const ReportEvidence = Type.Object({
  evidenceId: Id,
  name: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
  mediaType: Type.String(),
  givenBy: Type.String(),
  givenAt: Instant,
})

/** One row of a list of reports: of the desk of the office, of a task's page, of the search. */
export const ReportRow = Type.Object({
  duty: DutyRow,
  state: ReportState,
  revision: Type.Integer(),
  /** the value or the progress in words, for the list */
  summary: Sentence,
  content: ReportContent,
  /** what the period before said, to hold this one against */
  previous: Nullable(ReportContent),
  /** what looks odd and deserves a second look: fell back, jumped, equals the last one, unit total differs */
  remarks: Type.Array(Sentence),
  evidence: Type.Integer(),
  updatedAt: Instant,
  updatedBy: Type.String(),
  submittedAt: Nullable(Instant),
})
export type ReportRow = Static<typeof ReportRow>

export const ReportDetail = Type.Object({
  duty: DutyRow,
  /** null while nobody has begun */
  report: Nullable(
    Type.Object({
      id: Id,
      state: ReportState,
      revision: Type.Integer(),
      content: ReportContent,
      updatedAt: Instant,
      updatedBy: Type.String(),
    }),
  ),
  /** a new report begins with this, and says where it came from; null where nothing is known */
  prefill: Nullable(Type.Object({ content: ReportContent, from: Sentence })),
  target: Nullable(
    Type.Object({
      amount: Amount,
      kind: Nullable(Type.String()),
      /** true: the value is numerator over denominator, and both are asked for */
      ratio: Type.Boolean(),
      formula: Nullable(Type.String()),
      dataFrom: Nullable(Type.String()),
      pitfall: Nullable(Type.String()),
      current: Nullable(Reading),
      /** for the county's value of a target that was shared out: what the units reported, added up */
      unitTotal: Nullable(Type.Object({ sum: Type.Number(), reported: Type.Integer(), of: Type.Integer() })),
    }),
  ),
  task: Nullable(
    Type.Object({
      summary: Type.String(),
      content: Nullable(Type.String()),
      standard: Nullable(Type.String()),
      weight: Nullable(Type.Number()),
      share: Type.Enum(['lead', 'support']),
    }),
  ),
  previous: Nullable(Type.Object({ period: Period, content: ReportContent, state: ReportState })),
  remarks: Type.Array(Sentence),
  evidence: Type.Array(ReportEvidence),
  acts: Type.Array(ReportAct),
  may: Type.Object({ draft: May, submit: May, withdraw: May, check: May, approve: May, return: May, correct: May }),
})
export type ReportDetail = Static<typeof ReportDetail>

/** 我的工作 */
export const Work = Type.Object({
  today: IsoDate,
  /** the units that the reader acts for; the office and leaders see all and choose one */
  units: Type.Array(UnitRef),
  unit: Nullable(UnitRef),
  counts: Type.Object({
    open: Type.Integer(),
    overdue: Type.Integer(),
    dueSoon: Type.Integer(),
    returned: Type.Integer(),
    submitted: Type.Integer(),
    /** urgings that ask for a reply and have none */
    unanswered: Type.Integer(),
  }),
  /** open, soonest first, overdue before all */
  duties: Type.Array(DutyRow),
  /** closed within the last 40 days */
  recent: Type.Array(DutyRow),
  urgings: Type.Array(Urging),
  may: Type.Object({ draft: Type.Boolean(), submit: Type.Boolean() }),
})
export type Work = Static<typeof Work>

export const TaskPartAct = Type.Object({
  act: Type.Enum(['assign', 'receive', 'complete', 'accept', 'return', 'close', 'reopen', 'withdraw']),
  on: IsoDate,
  at: Instant,
  by: Type.String(),
  reason: Nullable(Type.String()),
})

export const TaskPart = Type.Object({
  id: Id,
  task: TaskRef,
  unit: UnitRef,
  share: Type.Enum(['lead', 'support']),
  content: Type.String(),
  standard: Nullable(Type.String()),
  person: Nullable(Type.String()),
  weight: Nullable(Type.Number()),
  startsOn: Nullable(IsoDate),
  dueOn: Nullable(IsoDate),
  /** waiting 待签收 · ongoing 办理中 · reported 待审核 · done 办结 · closed 销号 · withdrawn 撤回 */
  status: Type.Enum(['waiting', 'ongoing', 'reported', 'done', 'closed', 'withdrawn']),
  progress: Nullable(Type.Number()),
  progressStatus: Nullable(ValueStatus),
  progressOn: Nullable(IsoDate),
  light: Light,
  why: Sentence,
  acts: Type.Array(TaskPartAct),
  revision: Type.Integer(),
  may: Type.Object({ receive: May, complete: May, accept: May, return: May, close: May, reopen: May }),
})
export type TaskPart = Static<typeof TaskPart>

/** The living side of a task's page. */
export const TaskProgress = Type.Object({
  itemId: Id,
  /** weighted over the parts, percent; null while no part has reported */
  progress: Nullable(Type.Number()),
  /** the light belongs to the leading units only */
  light: Light,
  why: Sentence,
  share: Type.Number(),
  parts: Type.Array(TaskPart),
  weights: Type.Object({ sum: Type.Number(), difference: Type.Number(), missing: Type.Integer() }),
  targets: Type.Array(
    Type.Object({
      target: TargetRef,
      /** how much of the target rests on this task, percent; null: the tasks of the target share it equally */
      weight: Nullable(Type.Number()),
      light: Light,
    }),
  ),
  reports: Type.Array(ReportRow),
  urgings: Type.Array(Urging),
  cycle: Cycle,
  may: Type.Object({ assign: May }),
})
export type TaskProgress = Static<typeof TaskProgress>

export const Observation = Type.Object({
  id: Id,
  ...Reading.properties,
  by: Type.String(),
  at: Instant,
  checkedBy: Nullable(Type.String()),
  approvedBy: Nullable(Type.String()),
  approvedAt: Nullable(Instant),
  returnedReason: Nullable(Type.String()),
  /** the observation that this one corrects, and why */
  corrects: Nullable(Id),
  correctionReason: Nullable(Type.String()),
  planVersion: Type.Integer(),
  /** true while it is the one that counts */
  current: Type.Boolean(),
})

export const UnitShare = Type.Object({
  unit: UnitRef,
  share: Nullable(Type.Number()),
  current: Nullable(Reading),
  completion: Nullable(Type.Number()),
  light: Light,
})

/** The living side of a target's page. */
export const TargetMonitor = Type.Object({
  ...TargetProgress.properties,
  amount: Amount,
  window: Type.Object({ start: IsoDate, end: IsoDate }),
  cycle: Cycle,
  baseline: Nullable(Type.Object({ value: Type.Number(), on: Nullable(IsoDate) })),
  /** every period since the programme began; state missing with a reason where nothing came */
  series: Type.Array(
    Type.Object({
      period: Period,
      periodEnd: IsoDate,
      reading: Nullable(Reading),
      /** who owes it, where it was owed and did not come */
      owedBy: Nullable(UnitRef),
    }),
  ),
  /** the line of the target as it moved: yearly levels where it is broken down, else the plan's value, by version */
  line: Type.Array(Type.Object({ from: IsoDate, to: IsoDate, value: Type.Number(), label: Sentence })),
  /** null where the target is not shared out to units */
  units: Nullable(
    Type.Object({
      rows: Type.Array(UnitShare),
      additive: Type.Boolean(),
      sum: Nullable(Type.Number()),
      /** the county's value minus the sum of the units' values; null where either is not there */
      difference: Nullable(Type.Number()),
    }),
  ),
  observations: Type.Array(Observation),
  nextDuty: Nullable(DutyRow),
  tasks: Type.Array(Type.Object({ task: TaskRef, weight: Nullable(Type.Number()), progress: Nullable(Type.Number()) })),
  lights: Type.Array(Type.Object({ on: IsoDate, from: Nullable(Light), to: Light, why: Sentence })),
  may: Type.Object({ decide: May, urge: May }),
})
export type TargetMonitor = Static<typeof TargetMonitor>

export const Statistic = Type.Object({
  id: Id,
  label: Type.String(),
  unit: Type.String(),
  source: Type.String(),
  /** the last value of each unit; null: not known */
  values: Type.Array(Type.Object({ unit: UnitRef, on: IsoDate, value: Nullable(Type.Number()) })),
})

export const BreakdownShare = Type.Object({
  year: Nullable(Type.Integer()),
  unit: Nullable(UnitRef),
  /** null: 未分解 */
  value: Nullable(Type.Number()),
  /** of years that add up: where the target is to stand at the end of the year; null where nothing is added up */
  runningTotal: Nullable(Type.Number()),
})
export const BreakdownView = Type.Object({
  axis: Type.Enum(['year', 'unit']),
  /** of a breakdown to units: of which year; null for the target as a whole */
  year: Nullable(Type.Integer()),
  method: Type.Enum(['equal', 'statistic', 'manual']),
  statistic: Nullable(Type.String()),
  /** what is shared out */
  total: Type.Number(),
  /** false for shares, scores and rates: they are not added up, each is held against the target */
  additive: Type.Boolean(),
  sum: Nullable(Type.Number()),
  /** total minus sum, exact; null where nothing is added up */
  difference: Nullable(Type.Number()),
  missing: Type.Integer(),
  shares: Type.Array(BreakdownShare),
  reason: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  decidedBy: Nullable(Type.String()),
})
export type BreakdownView = Static<typeof BreakdownView>

export const TargetBreakdown = Type.Object({
  target: TargetRow,
  additive: Type.Boolean(),
  years: Type.Array(Type.Integer()),
  byYear: Nullable(BreakdownView),
  /** one per year that was shared out, and one of the whole target */
  byUnit: Type.Array(BreakdownView),
  /** earlier decisions, newest first */
  history: Type.Array(BreakdownView),
  statistics: Type.Array(Statistic),
  /** units that can take a share */
  candidates: Type.Array(Type.Object({ unit: UnitRef, kind: Type.String() })),
  weights: Type.Array(Type.Object({ task: TaskRef, weight: Nullable(Type.Number()) })),
  may: Type.Object({ decide: May }),
})
export type TargetBreakdown = Static<typeof TargetBreakdown>

export const MilestoneProgress = Type.Object({
  ...MilestoneRow.properties,
  light: Light,
  why: Sentence,
  standing: Nullable(
    Type.Object({
      parts: Type.Array(MilestonePart),
      appliedOn: Nullable(IsoDate),
      doneOn: Nullable(IsoDate),
      status: ValueStatus,
    }),
  ),
  dutyId: Nullable(Id),
})
export type MilestoneProgress = Static<typeof MilestoneProgress>

export const Timeline = Type.Object({
  today: IsoDate,
  period: Type.Object({ start: IsoDate, end: IsoDate }),
  phases: Type.Array(PhaseRow),
  milestones: Type.Array(MilestoneProgress),
  events: Type.Array(
    Type.Object({
      on: IsoDate,
      kind: Type.Enum(['version', 'milestone', 'light', 'circular']),
      label: Sentence,
      path: Type.String(),
    }),
  ),
})
export type Timeline = Static<typeof Timeline>

export const CockpitProgress = Type.Object({
  targets: Type.Array(TargetProgress),
  lights: Type.Object({ green: Type.Integer(), amber: Type.Integer(), red: Type.Integer(), grey: Type.Integer() }),
  met: Type.Integer(),
  /** targets that meet their amount by the forecast, or have met it */
  forecastMet: Type.Integer(),
  /** the five that are furthest behind */
  worst: Type.Array(
    Type.Object({
      itemId: Id,
      name: Type.String(),
      owner: Nullable(UnitRef),
      amount: Amount,
      current: Nullable(Reading),
      completion: Nullable(Type.Number()),
      light: Light,
      why: Sentence,
    }),
  ),
  /** units with things overdue first; null for the public, who reads what is published */
  overdue: Nullable(
    Type.Object({
      total: Type.Integer(),
      open: Type.Integer(),
      units: Type.Array(
        Type.Object({ unit: UnitRef, overdue: Type.Integer(), open: Type.Integer(), longestDays: Type.Integer() }),
      ),
    }),
  ),
  milestones: Type.Object({
    done: Type.Integer(),
    green: Type.Integer(),
    amber: Type.Integer(),
    red: Type.Integer(),
    grey: Type.Integer(),
  }),
  /** what changed in the last seven days, newest first */
  changes: Type.Array(
    Type.Object({
      on: IsoDate,
      kind: Type.Enum(['light', 'value', 'urging', 'milestone', 'part']),
      text: Sentence,
      path: Type.String(),
    }),
  ),
  /** of the period that is being reported now */
  reports: Nullable(
    Type.Object({
      period: Period,
      owed: Type.Integer(),
      missing: Type.Integer(),
      submitted: Type.Integer(),
      checked: Type.Integer(),
      approved: Type.Integer(),
      returned: Type.Integer(),
    }),
  ),
  /** per unit with a tile of the map: duties met of those that fell due in the programme */
  towns: Type.Array(Type.Object({ unitId: Id, met: Type.Integer(), owed: Type.Integer(), overdue: Type.Integer() })),
})

export const LivingCockpit = Type.Object({ ...PlanCockpit.properties, progress: CockpitProgress })
export type LivingCockpit = Static<typeof LivingCockpit>

export const SupervisionUnit = Type.Object({
  unit: UnitRef,
  open: Type.Integer(),
  overdue: Type.Integer(),
  dueSoon: Type.Integer(),
  returned: Type.Integer(),
  longestDays: Type.Integer(),
  /** the furthest step of the ladder that is running */
  step: Nullable(Type.String()),
})

/** 督查督办 (named 督办 while no government document designates the office to inspect) */
export const Supervision = Type.Object({
  today: IsoDate,
  /** 督查 may be said: the county entered the document that designates the office (国令733 art. 7) */
  designationDocNo: Nullable(Type.String()),
  lights: Type.Object({ green: Type.Integer(), amber: Type.Integer(), red: Type.Integer() }),
  units: Type.Array(SupervisionUnit),
  urgings: Type.Array(Urging),
  extensions: Type.Array(Extension),
  clock: Type.Object({
    lastOn: Nullable(IsoDate),
    lastAt: Nullable(Instant),
    /** the clock jumped, and waits for a person to say that the day is right */
    held: Nullable(Type.Object({ from: IsoDate, to: IsoDate })),
    next: Type.Array(Type.Object({ on: IsoDate, count: Type.Integer() })),
  }),
  /** the ladder as the county has set it */
  ladder: Type.Array(Type.Object({ step: Type.String(), label: Sentence, after: Sentence, source: Type.String() })),
  may: Type.Object({ manage: Type.Boolean(), runClock: Type.Boolean() }),
})
export type Supervision = Static<typeof Supervision>

/** One fault of a spreadsheet that came in: where it is, what stands there, what to do. */
export const SheetIssue = Type.Object({
  sheet: Type.String(),
  /** null for faults of the sheet as a whole */
  row: Nullable(Type.Integer()),
  column: Nullable(Type.String()),
  value: Nullable(Type.String()),
  message: Sentence,
  remedy: Sentence,
})

export const SheetImport = Type.Object({
  id: Id,
  unit: UnitRef,
  period: Period,
  fileName: Type.String(),
  state: Type.Enum(['waiting', 'taken', 'discarded']),
  /** rows that can be taken, with what they would change */
  rows: Type.Array(
    Type.Object({
      row: Type.Integer(),
      dutyId: Id,
      title: Type.String(),
      change: Type.Enum(['new', 'changed', 'same']),
      content: ReportContent,
      before: Nullable(ReportContent),
    }),
  ),
  issues: Type.Array(SheetIssue),
  createdAt: Instant,
  createdBy: Type.String(),
})
export type SheetImport = Static<typeof SheetImport>
