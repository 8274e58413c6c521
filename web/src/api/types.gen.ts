// Printed by scripts/generate-api-types.ts from the schemas of the HTTP interface. Do not edit.

export type Amount = {
  readonly comparator: Comparator
  readonly value: number
  readonly valueHigh: number | null
  readonly unit: string
  readonly baseValue: number
  readonly baseUnit: string
}

export type Area = 'management' | 'creation' | 'protection' | 'utilization' | 'services' | 'talent' | 'region'

export type Change = {
  readonly kind: 'plan' | 'target' | 'task' | 'milestone' | 'safeguard' | 'phase' | 'group'
  readonly itemId: string
  readonly label: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: readonly {
    readonly field: string
    readonly label: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

export type Cockpit = {
  readonly plan: PlanHead
  /** civil date, YYYY-MM-DD */
  readonly today: string
  readonly daysLeft: number
  readonly elapsed: {
    readonly days: number
    readonly ofDays: number
  }
  readonly phases: readonly PhaseRow[]
  readonly current: readonly string[]
  readonly targets: readonly TargetRow[]
  readonly milestones: {
    readonly total: number
    readonly achieve: number
    readonly strive: number
    readonly pastDue: number
    readonly dueSoon: number
    readonly warningDays: number
  }
  readonly tasks: readonly TaskRow[]
  readonly units: readonly UnitLoad[]
  readonly towns: readonly {
    readonly name: string
    readonly unitId: string | null
    readonly row: number
    readonly column: number
    readonly rowSpan: number
    readonly columnSpan: number
    readonly kind: 'unit' | 'water'
    readonly tasks: number
  }[]
  readonly upcoming: readonly Upcoming[]
  readonly timeline: readonly {
    /** civil date, YYYY-MM-DD */
    readonly date: string
    readonly kind: 'milestone' | 'version' | 'target'
    readonly label: string
    readonly count: number
  }[]
}

export type CommitmentLevel = 'achieve' | 'strive'

export type Comparator = 'gte' | 'gt' | 'eq' | 'lte' | 'lt' | 'range'

export type Comparison = {
  readonly from: VersionRow
  readonly to: VersionRow
  readonly changes: readonly Change[]
  readonly unchanged: number
}

export type GroupRow = {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly area: Area
}

export type Id = string

export type Instant = string

export type IsoDate = string

export type MilestoneRow = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly level: CommitmentLevel
  readonly area: Area
  readonly dueOn: string | null
  readonly parts: readonly string[]
  readonly owners: readonly UnitRef[]
  readonly tasks: readonly TaskRef[]
  readonly words: Words | null
}

export type OrganisationNode = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly members: readonly string[]
  readonly establishedOn: string | null
  readonly dissolvedOn: string | null
  readonly successorId: string | null
  readonly leads: number
  readonly supports: number
}

export type PhaseRow = {
  readonly itemId: string
  readonly name: string
  readonly start: string | null
  readonly end: string | null
  readonly state: PhaseState
  readonly days: number | null
  readonly summary: string
  readonly words: Words | null
}

export type PhaseState = 'past' | 'current' | 'coming'

export type PlanHead = {
  readonly id: string
  readonly title: string
  readonly issuer: string | null
  readonly documentNo: string | null
  readonly issuedOn: string | null
  readonly period: {
    /** civil date, YYYY-MM-DD */
    readonly start: string
    /** civil date, YYYY-MM-DD */
    readonly end: string
  }
  readonly version: number
  readonly versions: number
  /** civil date, YYYY-MM-DD */
  readonly effectiveFrom: string
}

export type PlanTree = {
  readonly plan: PlanHead
  readonly goal: string | null
  readonly groups: readonly GroupRow[]
  readonly tasks: readonly TaskRow[]
  readonly targets: readonly TargetRow[]
  readonly milestones: readonly MilestoneRow[]
  readonly safeguards: readonly SafeguardRow[]
  readonly phases: readonly PhaseRow[]
  readonly questions: readonly {
    readonly message: string
    readonly answer: string | null
  }[]
  readonly sourceText: string | null
}

export type SafeguardRow = {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly words: Words | null
}

export type SearchHit = {
  readonly kind: 'target' | 'task' | 'milestone' | 'safeguard' | 'phase' | 'unit' | 'version' | 'plan' | 'report'
  readonly id: string
  readonly title: string
  readonly context: string
  readonly path: string
}

export type TargetDetail = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly area: Area
  readonly kind: TargetKind
  readonly amount: Amount
  readonly deadline: string | null
  readonly owners: readonly UnitRef[]
  readonly tasks: readonly TaskRef[]
  readonly words: Words | null
  readonly years: readonly YearValue[]
  readonly definition: {
    readonly formula: string | null
    readonly dataFrom: string | null
    readonly pitfall: string | null
    readonly window: {
      /** civil date, YYYY-MM-DD */
      readonly start: string
      /** civil date, YYYY-MM-DD */
      readonly end: string
    } | null
    readonly confidence: string | null
  } | null
  readonly statements: readonly {
    readonly where: string
    readonly words: Words
  }[]
  readonly steps: readonly TargetStep[]
  readonly months: readonly {
    readonly month: string
    readonly value: number | null
    readonly version: number | null
  }[]
  readonly previous: TargetRef | null
  readonly next: TargetRef | null
}

export type TargetKind = 'stock' | 'cumulativeSinceStart' | 'cumulativeEver' | 'annual' | 'ratio' | 'survey' | 'growth' | null

export type TargetRef = {
  readonly itemId: string
  readonly code: string
  readonly name: string
}

export type TargetRow = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly area: Area
  readonly kind: TargetKind
  readonly amount: Amount
  readonly deadline: string | null
  readonly owners: readonly UnitRef[]
  readonly tasks: readonly TaskRef[]
  readonly words: Words | null
}

export type TargetStep = {
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly effectiveFrom: string
  readonly reason: string | null
  readonly amount: Amount | null
  readonly years: readonly YearValue[]
}

export type TaskDetail = {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly group: string | null
  readonly area: Area
  readonly lead: readonly UnitRef[]
  readonly support: readonly UnitRef[]
  readonly targets: number
  readonly milestones: number
  readonly summary: string
  readonly responsibilityText: string | null
  readonly words: Words | null
  readonly targetList: readonly TargetRow[]
  readonly milestoneList: readonly MilestoneRow[]
  readonly previous: TaskRef | null
  readonly next: TaskRef | null
}

export type TaskRef = {
  readonly itemId: string
  readonly number: number
  readonly title: string
}

export type TaskRow = {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly group: string | null
  readonly area: Area
  readonly lead: readonly UnitRef[]
  readonly support: readonly UnitRef[]
  readonly targets: number
  readonly milestones: number
}

export type UnitDetail = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly members: readonly string[]
  readonly establishedOn: string | null
  readonly dissolvedOn: string | null
  readonly successorId: string | null
  readonly leads: number
  readonly supports: number
  readonly parent: UnitRef | null
  readonly children: readonly UnitRef[]
  readonly leadTasks: readonly TaskRow[]
  readonly supportTasks: readonly {
    readonly itemId: string
    readonly number: number
    readonly title: string
    readonly group: string | null
    readonly area: Area
    readonly lead: readonly UnitRef[]
    readonly support: readonly UnitRef[]
    readonly targets: number
    readonly milestones: number
    readonly through: UnitRef | null
  }[]
  readonly ownTargets: readonly TargetRow[]
  readonly ownMilestones: readonly MilestoneRow[]
}

export type UnitLoad = {
  readonly unit: UnitRef
  readonly kind: string
  readonly leads: number
  readonly supports: number
  readonly targets: number
  readonly milestones: number
}

export type UnitRef = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly dissolvedOn: string | null
}

export type Upcoming = {
  readonly kind: 'milestone' | 'target' | 'phase'
  readonly itemId: string
  readonly name: string
  /** civil date, YYYY-MM-DD */
  readonly dueOn: string
  readonly days: number
}

export type VersionRow = {
  readonly number: number
  /** civil date, YYYY-MM-DD */
  readonly effectiveFrom: string
  readonly reason: string | null
  /** UTC instant, ISO 8601 */
  readonly adoptedAt: string
  readonly adoptedBy: string
  readonly counts: {
    readonly targets: number
    readonly milestones: number
    readonly tasks: number
    readonly units: number
  }
  readonly sourceEvidenceId: string | null
}

export type Words = {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
}

export type YearValue = {
  readonly year: number
  readonly value: number | null
}

export type BreakdownShare = {
  readonly year: number | null
  readonly unit: UnitRef | null
  readonly value: number | null
  readonly runningTotal: number | null
}

export type BreakdownView = {
  readonly axis: 'year' | 'unit'
  readonly year: number | null
  readonly method: 'equal' | 'statistic' | 'manual'
  readonly statistic: string | null
  readonly total: number
  readonly additive: boolean
  readonly sum: number | null
  readonly difference: number | null
  readonly missing: number
  readonly shares: readonly BreakdownShare[]
  readonly reason: string | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
}

export type CockpitProgress = {
  readonly targets: readonly TargetProgress[]
  readonly lights: {
    readonly green: number
    readonly amber: number
    readonly red: number
    readonly grey: number
  }
  readonly met: number
  readonly forecastMet: number
  readonly worst: readonly {
    readonly itemId: string
    readonly name: string
    readonly owner: UnitRef | null
    readonly amount: Amount
    readonly current: Reading | null
    readonly completion: number | null
    readonly light: Light
    readonly why: Sentence
  }[]
  readonly overdue: {
    readonly total: number
    readonly open: number
    readonly units: readonly {
      readonly unit: UnitRef
      readonly overdue: number
      readonly open: number
      readonly longestDays: number
    }[]
  } | null
  readonly milestones: {
    readonly done: number
    readonly green: number
    readonly amber: number
    readonly red: number
    readonly grey: number
  }
  readonly changes: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly kind: 'light' | 'value' | 'urging' | 'milestone' | 'part'
    readonly text: Sentence
    readonly path: string
  }[]
  readonly reports: {
    readonly period: string
    readonly owed: number
    readonly missing: number
    readonly submitted: number
    readonly checked: number
    readonly approved: number
    readonly returned: number
  } | null
  readonly towns: readonly {
    readonly unitId: string
    readonly met: number
    readonly owed: number
    readonly overdue: number
  }[]
}

export type Cycle = 'month' | 'quarter' | 'year'

export type DutyDetail = {
  readonly id: string
  readonly kind: 'report' | 'part' | 'milestone'
  readonly item: {
    readonly kind: 'target' | 'task' | 'milestone'
    readonly itemId: string
    readonly code: string
    readonly name: string
  }
  readonly title: string
  readonly unit: UnitRef
  readonly scope: Scope
  readonly period: string
  /** civil date, YYYY-MM-DD */
  readonly openedOn: string
  /** civil date, YYYY-MM-DD */
  readonly dueOn: string
  /** civil date, YYYY-MM-DD */
  readonly firstDueOn: string
  readonly provisional: boolean
  readonly extendedTo: string | null
  readonly state: DutyState
  readonly light: Light
  readonly why: Sentence
  readonly workingDaysLeft: number
  readonly daysOverdue: number
  readonly reportRevision: number | null
  readonly lastUrging: {
    readonly step: string
    readonly label: Sentence
    /** civil date, YYYY-MM-DD */
    readonly on: string
  } | null
  readonly closedOn: string | null
  readonly counting: {
    readonly rule: Sentence
    readonly source: string
    /** civil date, YYYY-MM-DD */
    readonly from: string
    readonly days: readonly {
      /** civil date, YYYY-MM-DD */
      readonly day: string
      readonly working: boolean
      readonly why: Sentence
    }[]
  }
  readonly ladder: readonly {
    readonly step: string
    readonly label: Sentence
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly sent: string | null
    readonly state: 'sent' | 'skipped' | 'coming' | 'notNeeded'
  }[]
  readonly urgings: readonly Urging[]
  readonly extensions: readonly Extension[]
  readonly may: {
    readonly urge: May
    readonly reply: May
    readonly askExtension: May
    readonly report: May
  }
}

export type DutyRow = {
  readonly id: string
  readonly kind: 'report' | 'part' | 'milestone'
  readonly item: {
    readonly kind: 'target' | 'task' | 'milestone'
    readonly itemId: string
    readonly code: string
    readonly name: string
  }
  readonly title: string
  readonly unit: UnitRef
  readonly scope: Scope
  readonly period: string
  /** civil date, YYYY-MM-DD */
  readonly openedOn: string
  /** civil date, YYYY-MM-DD */
  readonly dueOn: string
  /** civil date, YYYY-MM-DD */
  readonly firstDueOn: string
  readonly provisional: boolean
  readonly extendedTo: string | null
  readonly state: DutyState
  readonly light: Light
  readonly why: Sentence
  readonly workingDaysLeft: number
  readonly daysOverdue: number
  readonly reportRevision: number | null
  readonly lastUrging: {
    readonly step: string
    readonly label: Sentence
    /** civil date, YYYY-MM-DD */
    readonly on: string
  } | null
  readonly closedOn: string | null
}

export type DutyState = 'open' | 'drafted' | 'returned' | 'submitted' | 'checked' | 'met' | 'withdrawn'

export type Extension = {
  readonly id: string
  readonly dutyId: string
  readonly dutyTitle: string
  readonly unit: UnitRef
  /** civil date, YYYY-MM-DD */
  readonly dueOn: string
  /** civil date, YYYY-MM-DD */
  readonly askedTo: string
  readonly reason: string
  /** civil date, YYYY-MM-DD */
  readonly askedOn: string
  readonly askedBy: string
  readonly decision: 'granted' | 'refused' | null
  readonly grantedTo: string | null
  readonly decidedBy: string | null
  readonly decisionReason: string | null
  readonly revision: number
}

export type Forecast = {
  /** civil date, YYYY-MM-DD */
  readonly on: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly method: string
  readonly points: number
  readonly meets: boolean
  readonly pacePerMonth: number | null
}

export type Light = 'green' | 'amber' | 'red' | 'grey' | 'blue'

export type LivingCockpit = {
  readonly plan: PlanHead
  /** civil date, YYYY-MM-DD */
  readonly today: string
  readonly daysLeft: number
  readonly elapsed: {
    readonly days: number
    readonly ofDays: number
  }
  readonly phases: readonly PhaseRow[]
  readonly current: readonly string[]
  readonly targets: readonly TargetRow[]
  readonly milestones: {
    readonly total: number
    readonly achieve: number
    readonly strive: number
    readonly pastDue: number
    readonly dueSoon: number
    readonly warningDays: number
  }
  readonly tasks: readonly TaskRow[]
  readonly units: readonly UnitLoad[]
  readonly towns: readonly {
    readonly name: string
    readonly unitId: string | null
    readonly row: number
    readonly column: number
    readonly rowSpan: number
    readonly columnSpan: number
    readonly kind: 'unit' | 'water'
    readonly tasks: number
  }[]
  readonly upcoming: readonly Upcoming[]
  readonly timeline: readonly {
    /** civil date, YYYY-MM-DD */
    readonly date: string
    readonly kind: 'milestone' | 'version' | 'target'
    readonly label: string
    readonly count: number
  }[]
  readonly progress: CockpitProgress
}

export type May = {
  readonly may: boolean
  readonly why: Sentence | null
}

export type MilestonePart = {
  readonly label: string
  readonly status: 'open' | 'applied' | 'done'
  readonly documentNo: string | null
  readonly documentTitle: string | null
  readonly on: string | null
}

export type MilestoneProgress = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly level: CommitmentLevel
  readonly area: Area
  readonly dueOn: string | null
  readonly parts: readonly string[]
  readonly owners: readonly UnitRef[]
  readonly tasks: readonly TaskRef[]
  readonly words: Words | null
  readonly light: Light
  readonly why: Sentence
  readonly standing: {
    readonly parts: readonly MilestonePart[]
    readonly appliedOn: string | null
    readonly doneOn: string | null
    readonly status: ValueStatus
  } | null
  readonly dutyId: string | null
}

export type Observation = {
  readonly id: string
  readonly period: string
  /** civil date, YYYY-MM-DD */
  readonly periodEnd: string
  readonly state: ValueState
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
  readonly cutoffOn: string | null
  readonly status: ValueStatus
  readonly by: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly checkedBy: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly returnedReason: string | null
  readonly corrects: string | null
  readonly correctionReason: string | null
  readonly planVersion: number
  readonly current: boolean
}

export type Period = string

export type Reading = {
  readonly period: string
  /** civil date, YYYY-MM-DD */
  readonly periodEnd: string
  readonly state: ValueState
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly reason: string | null
  readonly cutoffOn: string | null
  readonly status: ValueStatus
}

export type ReportAct = {
  readonly id: string
  readonly act: 'submit' | 'withdraw' | 'check' | 'approve' | 'return' | 'correct'
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly by: string
  readonly reason: string | null
  readonly snapshot: ReportContent
}

export type ReportContent = {
  readonly progress: number | null
  readonly narrative: string
  readonly problems: string
  readonly nextSteps: string
  readonly valueState: ValueState | null
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly valueReason: string | null
  readonly cutoffOn: string | null
  readonly parts: readonly MilestonePart[] | null
}

export type ReportDetail = {
  readonly duty: DutyRow
  readonly report: {
    readonly id: string
    readonly state: ReportState
    readonly revision: number
    readonly content: ReportContent
    /** UTC instant, ISO 8601 */
    readonly updatedAt: string
    readonly updatedBy: string
  } | null
  readonly prefill: {
    readonly content: ReportContent
    readonly from: Sentence
  } | null
  readonly target: {
    readonly amount: Amount
    readonly kind: string | null
    readonly ratio: boolean
    readonly formula: string | null
    readonly dataFrom: string | null
    readonly pitfall: string | null
    readonly current: Reading | null
    readonly unitTotal: {
      readonly sum: number
      readonly reported: number
      readonly of: number
    } | null
  } | null
  readonly task: {
    readonly summary: string
    readonly content: string | null
    readonly standard: string | null
    readonly weight: number | null
    readonly share: 'lead' | 'support'
  } | null
  readonly previous: {
    readonly period: string
    readonly content: ReportContent
    readonly state: ReportState
  } | null
  readonly remarks: readonly Sentence[]
  readonly evidence: readonly ReportEvidence[]
  readonly acts: readonly ReportAct[]
  readonly may: {
    readonly draft: May
    readonly submit: May
    readonly withdraw: May
    readonly check: May
    readonly approve: May
    readonly return: May
    readonly correct: May
  }
}

export type ReportEvidence = {
  readonly evidenceId: string
  readonly name: string
  /** bytes */
  readonly size: number
  readonly mediaType: string
  readonly givenBy: string
  /** UTC instant, ISO 8601 */
  readonly givenAt: string
}

export type ReportRow = {
  readonly duty: DutyRow
  readonly state: ReportState
  readonly revision: number
  readonly summary: Sentence
  readonly content: ReportContent
  readonly previous: ReportContent | null
  readonly remarks: readonly Sentence[]
  readonly evidence: number
  /** UTC instant, ISO 8601 */
  readonly updatedAt: string
  readonly updatedBy: string
  readonly submittedAt: string | null
}

export type ReportState = 'draft' | 'submitted' | 'checked' | 'approved' | 'returned'

export type Scope = 'county' | 'unit'

export type Sentence = {
  readonly zh: string
  readonly en: string
}

export type SheetImport = {
  readonly id: string
  readonly unit: UnitRef
  readonly period: string
  readonly fileName: string
  readonly state: 'waiting' | 'taken' | 'discarded'
  readonly rows: readonly {
    readonly row: number
    readonly dutyId: string
    readonly title: string
    readonly change: 'new' | 'changed' | 'same'
    readonly content: ReportContent
    readonly before: ReportContent | null
  }[]
  readonly issues: readonly SheetIssue[]
  /** UTC instant, ISO 8601 */
  readonly createdAt: string
  readonly createdBy: string
}

export type SheetIssue = {
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly message: Sentence
  readonly remedy: Sentence
}

export type Statistic = {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly source: string
  readonly values: readonly {
    readonly unit: UnitRef
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number | null
  }[]
}

export type Supervision = {
  /** civil date, YYYY-MM-DD */
  readonly today: string
  readonly designationDocNo: string | null
  readonly lights: {
    readonly green: number
    readonly amber: number
    readonly red: number
  }
  readonly units: readonly SupervisionUnit[]
  readonly urgings: readonly Urging[]
  readonly extensions: readonly Extension[]
  readonly clock: {
    readonly lastOn: string | null
    readonly lastAt: string | null
    readonly held: {
      /** civil date, YYYY-MM-DD */
      readonly from: string
      /** civil date, YYYY-MM-DD */
      readonly to: string
    } | null
    readonly next: readonly {
      /** civil date, YYYY-MM-DD */
      readonly on: string
      readonly count: number
    }[]
  }
  readonly ladder: readonly {
    readonly step: string
    readonly label: Sentence
    readonly after: Sentence
    readonly source: string
  }[]
  readonly may: {
    readonly manage: boolean
    readonly runClock: boolean
  }
}

export type SupervisionUnit = {
  readonly unit: UnitRef
  readonly open: number
  readonly overdue: number
  readonly dueSoon: number
  readonly returned: number
  readonly longestDays: number
  readonly step: string | null
}

export type TargetBreakdown = {
  readonly target: TargetRow
  readonly additive: boolean
  readonly years: readonly number[]
  readonly byYear: BreakdownView | null
  readonly byUnit: readonly BreakdownView[]
  readonly history: readonly BreakdownView[]
  readonly statistics: readonly Statistic[]
  readonly candidates: readonly {
    readonly unit: UnitRef
    readonly kind: string
  }[]
  readonly weights: readonly {
    readonly task: TaskRef
    readonly weight: number | null
  }[]
  readonly may: {
    readonly decide: May
  }
}

export type TargetMonitor = {
  readonly itemId: string
  readonly current: Reading | null
  readonly light: Light
  readonly why: Sentence
  readonly met: boolean
  readonly completion: number | null
  readonly share: number
  readonly trend: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number | null
  }[]
  readonly forecast: Forecast | null
  readonly amount: Amount
  readonly window: {
    /** civil date, YYYY-MM-DD */
    readonly start: string
    /** civil date, YYYY-MM-DD */
    readonly end: string
  }
  readonly cycle: Cycle
  readonly baseline: {
    readonly value: number
    readonly on: string | null
  } | null
  readonly series: readonly {
    readonly period: string
    /** civil date, YYYY-MM-DD */
    readonly periodEnd: string
    readonly reading: Reading | null
    readonly owedBy: UnitRef | null
  }[]
  readonly line: readonly {
    /** civil date, YYYY-MM-DD */
    readonly from: string
    /** civil date, YYYY-MM-DD */
    readonly to: string
    readonly value: number
    readonly label: Sentence
  }[]
  readonly units: {
    readonly rows: readonly UnitShare[]
    readonly additive: boolean
    readonly sum: number | null
    readonly difference: number | null
  } | null
  readonly observations: readonly Observation[]
  readonly nextDuty: DutyRow | null
  readonly tasks: readonly {
    readonly task: TaskRef
    readonly weight: number | null
    readonly progress: number | null
  }[]
  readonly lights: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly from: Light | null
    readonly to: Light
    readonly why: Sentence
  }[]
  readonly may: {
    readonly decide: May
    readonly urge: May
  }
}

export type TargetProgress = {
  readonly itemId: string
  readonly current: Reading | null
  readonly light: Light
  readonly why: Sentence
  readonly met: boolean
  readonly completion: number | null
  readonly share: number
  readonly trend: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number | null
  }[]
  readonly forecast: Forecast | null
}

export type TaskPart = {
  readonly id: string
  readonly task: TaskRef
  readonly unit: UnitRef
  readonly share: 'lead' | 'support'
  readonly content: string
  readonly standard: string | null
  readonly person: string | null
  readonly weight: number | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly status: 'waiting' | 'ongoing' | 'reported' | 'done' | 'closed' | 'withdrawn'
  readonly progress: number | null
  readonly progressStatus: ValueStatus | null
  readonly progressOn: string | null
  readonly light: Light
  readonly why: Sentence
  readonly acts: readonly TaskPartAct[]
  readonly revision: number
  readonly may: {
    readonly receive: May
    readonly complete: May
    readonly accept: May
    readonly return: May
    readonly close: May
    readonly reopen: May
  }
}

export type TaskPartAct = {
  readonly act: 'assign' | 'receive' | 'complete' | 'accept' | 'return' | 'close' | 'reopen' | 'withdraw'
  /** civil date, YYYY-MM-DD */
  readonly on: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly by: string
  readonly reason: string | null
}

export type TaskProgress = {
  readonly itemId: string
  readonly progress: number | null
  readonly light: Light
  readonly why: Sentence
  readonly share: number
  readonly parts: readonly TaskPart[]
  readonly weights: {
    readonly sum: number
    readonly difference: number
    readonly missing: number
  }
  readonly targets: readonly {
    readonly target: TargetRef
    readonly weight: number | null
    readonly light: Light
  }[]
  readonly reports: readonly ReportRow[]
  readonly urgings: readonly Urging[]
  readonly cycle: Cycle
  readonly may: {
    readonly assign: May
  }
}

export type Timeline = {
  /** civil date, YYYY-MM-DD */
  readonly today: string
  readonly period: {
    /** civil date, YYYY-MM-DD */
    readonly start: string
    /** civil date, YYYY-MM-DD */
    readonly end: string
  }
  readonly phases: readonly PhaseRow[]
  readonly milestones: readonly MilestoneProgress[]
  readonly events: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly kind: 'version' | 'milestone' | 'light' | 'circular'
    readonly label: Sentence
    readonly path: string
  }[]
}

export type UnitShare = {
  readonly unit: UnitRef
  readonly share: number | null
  readonly current: Reading | null
  readonly completion: number | null
  readonly light: Light
}

export type Urging = {
  readonly id: string
  readonly dutyId: string
  readonly dutyTitle: string
  readonly unit: UnitRef
  readonly step: string
  readonly label: Sentence
  readonly number: string | null
  /** civil date, YYYY-MM-DD */
  readonly on: string
  readonly words: string
  readonly by: string
  readonly automatic: boolean
  readonly replies: readonly UrgingReply[]
}

export type UrgingReply = {
  readonly id: string
  readonly words: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly by: string
}

export type ValueState = 'value' | 'missing' | 'notApplicable' | 'suppressed'

export type ValueStatus = 'reported' | 'checked' | 'approved' | 'returned' | 'computed'

export type Work = {
  /** civil date, YYYY-MM-DD */
  readonly today: string
  readonly units: readonly UnitRef[]
  readonly unit: UnitRef | null
  readonly counts: {
    readonly open: number
    readonly overdue: number
    readonly dueSoon: number
    readonly returned: number
    readonly submitted: number
    readonly unanswered: number
  }
  readonly duties: readonly DutyRow[]
  readonly recent: readonly DutyRow[]
  readonly urgings: readonly Urging[]
  readonly may: {
    readonly draft: boolean
    readonly submit: boolean
  }
}

export type Decision = 'pending' | 'confirmed' | 'corrected' | 'added' | 'struck'

export type DraftItem = {
  readonly id: string
  readonly kind: DraftKind
  readonly ordinal: number
  readonly content: unknown
  readonly original: unknown | null
  readonly base: unknown | null
  readonly span: {
    readonly start: number
    readonly end: number
  } | null
  readonly confidence: number | null
  readonly decision: Decision
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly revision: number
  readonly against: 'same' | 'changed' | 'added' | 'missing' | null
  readonly candidates: readonly UnitCandidate[]
}

export type DraftKind = 'head' | 'group' | 'task' | 'target' | 'milestone' | 'safeguard' | 'phase' | 'unit' | 'question' | 'unread'

export type GroupContent = {
  readonly number: number
  readonly title: string
  readonly area: Area
}

export type HeadContent = {
  readonly title: string
  readonly issuer: string | null
  readonly documentNo: string | null
  readonly issuedOn: string | null
  readonly periodStart: string | null
  readonly periodEnd: string | null
}

export type ImportDetail = {
  readonly id: string
  readonly kind: 'first' | 'amendment'
  readonly status: ImportStatus
  readonly title: string
  readonly fileName: string | null
  /** UTC instant, ISO 8601 */
  readonly createdAt: string
  readonly createdBy: string
  readonly planId: string | null
  readonly baseVersion: number | null
  readonly adoptedVersion: number | null
  readonly open: {
    readonly units: number
    readonly questions: number
    readonly unread: number
    readonly pending: number
  }
  readonly counts: {
    readonly targets: number
    readonly milestones: number
    readonly tasks: number
    readonly phases: number
    readonly safeguards: number
  }
  readonly evidenceId: string | null
  readonly format: string | null
  readonly sourceText: string
  readonly notes: readonly string[]
  readonly items: readonly DraftItem[]
  readonly blockers: readonly {
    readonly itemId: string | null
    readonly message: string
  }[]
  readonly reviewers: readonly string[]
}

export type ImportRow = {
  readonly id: string
  readonly kind: 'first' | 'amendment'
  readonly status: ImportStatus
  readonly title: string
  readonly fileName: string | null
  /** UTC instant, ISO 8601 */
  readonly createdAt: string
  readonly createdBy: string
  readonly planId: string | null
  readonly baseVersion: number | null
  readonly adoptedVersion: number | null
  readonly open: {
    readonly units: number
    readonly questions: number
    readonly unread: number
    readonly pending: number
  }
  readonly counts: {
    readonly targets: number
    readonly milestones: number
    readonly tasks: number
    readonly phases: number
    readonly safeguards: number
  }
}

export type ImportStatus = 'review' | 'adopted' | 'discarded'

export type MilestoneContent = {
  readonly code: string
  readonly name: string
  readonly level: CommitmentLevel
  readonly area: Area
  readonly dueOn: string | null
  readonly tasks: readonly number[]
  readonly owners: readonly string[]
  readonly sameAs: string | null
}

export type PhaseContent = {
  readonly name: string
  readonly start: string | null
  readonly end: string | null
  readonly summary: string
}

export type QuestionContent = {
  readonly message: string
  readonly answer: string | null
}

export type SafeguardContent = {
  readonly number: number
  readonly title: string
  readonly summary: string
}

export type TargetContent = {
  readonly code: string
  readonly name: string
  readonly comparator: Comparator
  readonly value: number
  readonly valueHigh: number | null
  readonly unit: string
  readonly kind: TargetKind
  readonly area: Area
  readonly category: string | null
  readonly deadline: string | null
  readonly tasks: readonly number[]
  readonly owners: readonly string[]
  readonly years: readonly {
    readonly year: number
    readonly value: number | null
  }[]
  readonly sameAs: string | null
}

export type TaskContent = {
  readonly number: number
  readonly title: string
  readonly group: string | null
  readonly area: Area
  readonly summary: string
  readonly responsibilityText: string | null
  readonly lead: readonly string[]
  readonly support: readonly string[]
}

export type UnitCandidate = {
  readonly unit: UnitRef
  readonly score: number
  readonly why: string
}

export type UnitContent = {
  readonly printed: string
  readonly partyId: string | null
  readonly create: {
    readonly name: string
    readonly kind: string
  } | null
}

export type UnreadContent = {
  readonly text: string
  readonly reason: string
}

export type BulkOutcome = {
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly RowRefusal[]
}

export type Changes = Readonly<Record<string, unknown>>

export type ChoiceRow = {
  readonly value: string
  readonly label: string
  readonly labelEn: string
}

export type DuplicateGroup = {
  readonly why: Sentence
  readonly confidence: number
  readonly rows: readonly RecordRow[]
}

export type FieldRow = {
  readonly name: string
  readonly kind: 'text' | 'choice' | 'choices' | 'codes' | 'integer' | 'decimal' | 'share' | 'money' | 'flag' | 'date' | 'link' | 'links' | 'unit' | 'attachments' | 'point'
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
  readonly help: string | null
  readonly origin: string | null
  readonly sensitivity: 'open' | 'internal' | 'personal' | 'sensitive'
  readonly format: {
    readonly id: string
    readonly label: Sentence
    readonly example: string
  } | null
  readonly longest: number | null
  readonly multiline: boolean
  readonly choices: readonly ChoiceRow[]
  readonly hasHistory: boolean
  readonly unit: string | null
  readonly least: number | null
  readonly most: number | null
  readonly decimals: number | null
  readonly precision: 'day' | 'month' | 'year' | null
  readonly mayLieAhead: boolean
  readonly register: string | null
  readonly group: string | null
  readonly filterable: boolean
  readonly sortable: boolean
}

export type Filter = {
  readonly field: string
  readonly by: 'is' | 'isNot' | 'in' | 'contains' | 'startsWith' | 'within' | 'isSet' | 'holds' | 'condition'
  readonly value: unknown
}

export type RecordDetail = {
  readonly id: string
  readonly revision: number
  readonly label: string
  readonly unit: UnitRef | null
  readonly expectedOn: string | null
  readonly inForce: boolean | null
  readonly values: Readonly<Record<string, unknown>>
  readonly doubts: readonly {
    readonly field: string
    readonly message: Sentence
  }[]
  /** UTC instant, ISO 8601 */
  readonly recordedAt: string
  readonly demonstration: boolean
  readonly register: string
  readonly state: 'living' | 'merged' | 'removed'
  readonly mergedInto: {
    readonly id: string
    readonly label: string
  } | null
  readonly origin: RecordOrigin
  readonly revisions: readonly RevisionRow[]
  readonly related: readonly RelatedRecords[]
  readonly conditions: readonly {
    readonly name: string
    readonly label: string
    readonly holds: boolean
    readonly from: string | null
    readonly until: string | null
    readonly reasons: readonly Sentence[]
  }[]
  readonly deadlines: readonly {
    readonly field: string
    readonly label: string
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly days: number
  }[]
  readonly mistakes: readonly {
    readonly id: string
    readonly field: string | null
    readonly words: string
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly byLabel: string
    readonly answer: string | null
    readonly outcome: 'corrected' | 'kept' | null
  }[]
  readonly findings: readonly {
    readonly id: string
    readonly rule: string
    readonly label: string
    readonly severity: 'error' | 'warning' | 'note'
    readonly message: Sentence
    readonly status: 'open' | 'explained' | 'resolved'
  }[]
  readonly may: {
    readonly change: boolean
    readonly remove: boolean
    readonly disclose: boolean
    readonly report: boolean
  }
}

export type RecordOrigin = {
  readonly kind: 'form' | 'import' | 'demonstration' | 'matter'
  readonly runId: string | null
  readonly fileName: string | null
  readonly evidenceId: string | null
  readonly sheet: string | null
  readonly row: number | null
}

export type RecordPage = {
  readonly rows: readonly RecordRow[]
  readonly next: string | null
  readonly count: number | null
  readonly countIsExact: boolean
  readonly totals: Readonly<Record<string, number>>
}

export type RecordRow = {
  readonly id: string
  readonly revision: number
  readonly label: string
  readonly unit: UnitRef | null
  readonly expectedOn: string | null
  readonly inForce: boolean | null
  readonly values: Readonly<Record<string, unknown>>
  readonly doubts: readonly {
    readonly field: string
    readonly message: Sentence
  }[]
  /** UTC instant, ISO 8601 */
  readonly recordedAt: string
  readonly demonstration: boolean
}

export type RegisterDescription = {
  readonly id: string
  readonly area: string
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  readonly recordLabel: string
  readonly countUnit: string
  readonly about: string
  readonly source: string
  readonly records: number | null
  readonly changedAt: string | null
  readonly fields: readonly FieldRow[]
  readonly key: readonly string[]
  readonly title: string
  readonly columns: readonly string[]
  readonly validity: {
    readonly from: string
    readonly until: readonly string[]
  } | null
  readonly conditions: readonly {
    readonly name: string
    readonly label: string
    readonly labelEn: string
    readonly meaning: string
  }[]
  readonly retentionYears: number | null
  readonly pointedAtBy: readonly {
    readonly register: string
    readonly field: string
    readonly label: string
    readonly labelEn: string
  }[]
  readonly may: {
    readonly add: boolean
    readonly change: boolean
    readonly manage: boolean
    readonly import: boolean
    readonly disclose: boolean
  }
}

export type RegisterRow = {
  readonly id: string
  readonly area: string
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  readonly recordLabel: string
  readonly countUnit: string
  readonly about: string
  readonly source: string
  readonly records: number | null
  readonly changedAt: string | null
}

export type RelatedRecords = {
  readonly register: string
  readonly registerLabel: string
  readonly field: string
  readonly fieldLabel: string
  readonly count: number
  readonly rows: readonly RecordRow[]
}

export type RevisionRow = {
  readonly revision: number
  /** UTC instant, ISO 8601 */
  readonly recordedAt: string
  readonly replacedAt: string | null
  readonly act: string
  readonly byLabel: string
  readonly reason: string | null
  readonly journalSequence: number | null
  readonly origin: RecordOrigin
  readonly changes: readonly {
    readonly field: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

export type RowRefusal = {
  readonly id: string
  readonly label: string
  readonly message: Sentence
}

export type SavedView = {
  readonly id: string
  readonly label: string
  readonly isShared: boolean
  readonly isOwn: boolean
  readonly state: Readonly<Record<string, unknown>>
}

export type Values = Readonly<Record<string, unknown>>

export type ImportCounts = {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly faulty: number
  readonly doubtful: number
}

export type ImportFault = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly field: string | null
  readonly value: string
  readonly code: string
  readonly message: Sentence
  readonly remedy: Sentence
}

export type ImportRowView = {
  readonly sheet: string
  readonly row: number
  readonly verdict: 'faulty' | 'doubtful' | 'changed'
  readonly label: string
  readonly recordId: string | null
  readonly written: Readonly<Record<string, string>>
  readonly faults: readonly ImportFault[]
  readonly changes: readonly {
    readonly field: string
    readonly before: unknown
    readonly after: unknown
  }[]
  readonly decision: 'take' | 'skip' | null
}

export type ImportRun = {
  readonly id: string
  readonly register: string
  readonly registerLabel: string
  readonly fileName: string
  readonly evidenceId: string
  readonly format: 'xlsx' | 'csv' | 'json' | 'st96'
  readonly status: RunStatus
  readonly counts: ImportCounts
  readonly rowsDone: number
  readonly rowsTotal: number | null
  readonly progress: number
  readonly secondsLeft: number | null
  readonly sheets: readonly SheetLayout[]
  readonly missingFields: readonly {
    readonly field: string
    readonly label: string
  }[]
  readonly trouble: Sentence | null
  /** UTC instant, ISO 8601 */
  readonly startedAt: string
  readonly endedAt: string | null
  readonly byLabel: string
  readonly undoReason: string | null
  readonly may: {
    readonly map: boolean
    readonly commit: boolean
    readonly undo: boolean
    readonly discard: boolean
  }
}

export type RunStatus = 'mapping' | 'reading' | 'ready' | 'committing' | 'committed' | 'undoing' | 'undone' | 'failed' | 'discarded'

export type ImportSummary = {
  readonly runId: string
  readonly status: RunStatus
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly doubtful: number
  readonly faulty: readonly ImportFault[]
  readonly faultyRows: number
}

export type NameCandidate = {
  readonly recordId: string
  readonly name: string
  readonly confidence: number
  readonly why: Sentence
}

export type NameMatch = {
  readonly id: string
  readonly register: string
  readonly registerLabel: string
  readonly written: string
  readonly status: 'open' | 'decided' | 'none'
  readonly candidates: readonly NameCandidate[]
  readonly decidedFor: {
    readonly id: string
    readonly label: string
  } | null
  readonly confidence: number | null
  readonly uses: number
  /** UTC instant, ISO 8601 */
  readonly firstSeenAt: string
  readonly byLabel: string | null
}

export type SheetColumn = {
  readonly index: number
  readonly letter: string
  readonly heading: string
  readonly field: string | null
  readonly confidence: number
  readonly why: 'label' | 'alias' | 'learned' | 'content' | 'similar' | 'decided' | 'none'
  readonly samples: readonly string[]
}

export type SheetLayout = {
  readonly sheet: string
  readonly taken: boolean
  readonly headRow: number
  readonly headRows: number
  readonly columns: readonly SheetColumn[]
}

export type ConditionDetail = {
  readonly register: string
  readonly name: string
  readonly label: string
  readonly meaning: string
  readonly sentence: Sentence
  readonly version: number
  readonly usedBy: readonly {
    readonly id: string
    readonly label: string
  }[]
  readonly labelEn: string
  readonly source: string
  readonly tree: unknown
  readonly versions: readonly DefinitionVersion[]
  readonly grounds: readonly {
    readonly name: string
    readonly label: string
    readonly sentence: Sentence
  }[]
  readonly may: {
    readonly define: boolean
  }
}

export type ConditionRow = {
  readonly register: string
  readonly name: string
  readonly label: string
  readonly meaning: string
  readonly sentence: Sentence
  readonly version: number
  readonly usedBy: readonly {
    readonly id: string
    readonly label: string
  }[]
}

export type CountedRecord = {
  readonly register: string
  readonly id: string
  readonly label: string
  readonly counts: boolean
  readonly weight: number
  readonly unit: UnitRef | null
  readonly from: string | null
  readonly until: string | null
  readonly reasons: readonly {
    readonly holds: boolean
    readonly zh: string
    readonly en: string
    readonly record: {
      readonly register: string
      readonly id: string
      readonly label: string
    } | null
  }[]
}

export type DefinitionPreview = {
  readonly formula: string
  readonly sentence: Sentence
  readonly unit: string
  readonly problems: readonly {
    readonly path: string
    readonly message: Sentence
  }[]
  readonly warnings: readonly Sentence[]
  readonly points: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly now: number | null
    readonly proposed: number | null
  }[]
  readonly units: readonly {
    readonly unit: UnitRef
    readonly now: number | null
    readonly proposed: number | null
  }[]
  readonly joining: {
    readonly count: number
    readonly some: readonly CountedRecord[]
  }
  readonly leaving: {
    readonly count: number
    readonly some: readonly CountedRecord[]
  }
}

export type DefinitionVersion = {
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly validFrom: string
  readonly origin: 'declared' | 'edited'
  readonly reason: string
  /** UTC instant, ISO 8601 */
  readonly decidedAt: string
  readonly byLabel: string
  readonly formula: string
  readonly sentence: Sentence
  readonly definition: unknown
}

export type Drift = {
  readonly indicator: string
  readonly scope: UnitRef | null
  readonly period: string
  /** civil date, YYYY-MM-DD */
  readonly on: string
  readonly frozen: number | null
  readonly now: number | null
  /** UTC instant, ISO 8601 */
  readonly frozenAt: string
  readonly byLabel: string
  readonly changedRecords: number
  readonly records: readonly {
    readonly register: string
    readonly id: string
    readonly label: string
    readonly change: 'joined' | 'left' | 'amount'
    readonly before: number
    readonly after: number
    readonly since: string | null
  }[]
}

export type Finding = {
  readonly id: string
  readonly rule: string
  readonly ruleLabel: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly subject: {
    readonly kind: string
    readonly id: string
    readonly label: string
  }
  readonly field: string | null
  readonly message: Sentence
  readonly remedy: Sentence
  readonly unit: UnitRef | null
  /** civil date, YYYY-MM-DD */
  readonly foundOn: string
  readonly dueOn: string | null
  readonly overdue: boolean
  readonly status: 'open' | 'resolved' | 'explained'
  readonly explanation: string | null
}

export type IndicatorDetail = {
  readonly id: string
  readonly code: string | null
  readonly label: string
  readonly labelEn: string
  readonly unit: string
  readonly decimals: number
  readonly better: 'higher' | 'lower'
  readonly area: Area | null
  readonly value: number | null
  readonly missing: Sentence | null
  readonly state: 'computed' | 'frozen' | 'missing'
  readonly target: {
    readonly itemId: string
    readonly comparator: string | null
    readonly value: number | null
  } | null
  readonly light: Light | null
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly asOf: string
  readonly official: {
    readonly value: number
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly source: string | null
  } | null
  readonly trend: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number | null
  }[]
  readonly meaning: string
  readonly caveats: readonly string[]
  readonly dataFrom: string
  readonly source: string
  readonly byUnit: boolean
  readonly formula: string
  readonly sentence: Sentence
  readonly tree: unknown
  readonly inputs: readonly Input[]
  readonly conditions: readonly {
    readonly register: string
    readonly name: string
    readonly label: string
    readonly meaning: string
    readonly sentence: Sentence
  }[]
  readonly parameters: readonly {
    readonly key: string
    readonly label: string
    readonly value: string
  }[]
  readonly versions: readonly DefinitionVersion[]
  readonly series: readonly SeriesPoint[]
  readonly units: readonly {
    readonly unit: UnitRef
    readonly value: number | null
    readonly missing: Sentence | null
    readonly share: number | null
  }[]
  readonly forecast: {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number
    readonly low: number
    readonly high: number
    readonly method: string
    readonly points: number
    readonly meets: boolean
  } | null
  readonly warnings: readonly Sentence[]
  readonly expected: {
    readonly records: number
    readonly value: number | null
  }
  readonly may: {
    readonly define: boolean
    readonly freeze: boolean
  }
}

export type IndicatorRow = {
  readonly id: string
  readonly code: string | null
  readonly label: string
  readonly labelEn: string
  readonly unit: string
  readonly decimals: number
  readonly better: 'higher' | 'lower'
  readonly area: Area | null
  readonly value: number | null
  readonly missing: Sentence | null
  readonly state: 'computed' | 'frozen' | 'missing'
  readonly target: {
    readonly itemId: string
    readonly comparator: string | null
    readonly value: number | null
  } | null
  readonly light: Light | null
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly asOf: string
  readonly official: {
    readonly value: number
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly source: string | null
  } | null
  readonly trend: readonly {
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly value: number | null
  }[]
}

export type IndicatorValue = {
  readonly code: string
  readonly indicator: string
  readonly label: string
  readonly value: number | null
  readonly missing?: Sentence
  readonly unit: string
  readonly scope: UnitRef | null
  readonly state: 'computed' | 'frozen' | 'missing'
  readonly target: number | null
  readonly comparator: string | null
  readonly met: boolean | null
  readonly light: Light | null
  readonly formula: string
  readonly sentence: Sentence
  readonly inputs: readonly Input[]
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly asOf: string
  /** UTC instant, ISO 8601 */
  readonly computedAt: string
  readonly frozen: {
    readonly value: number | null
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly byLabel: string
    readonly changedRecords: number
  } | null
}

export type Input = {
  readonly path: string
  readonly label: Sentence
  readonly unit: string
  readonly value: number | null
  readonly missing: Sentence | null
  readonly register: string | null
  readonly records: number | null
}

export type RecordsPage = {
  readonly records: readonly CountedRecord[]
  readonly next: string | null
  readonly counting: number | null
  readonly notCounting: number | null
  readonly grounds: readonly {
    readonly zh: string
    readonly en: string
    readonly records: number
    readonly alone: number
  }[]
}

export type SeriesPoint = {
  /** civil date, YYYY-MM-DD */
  readonly on: string
  readonly period: string
  readonly value: number | null
  readonly missing: Sentence | null
  readonly version: number
  readonly frozen: number | null
  readonly official: number | null
}

export type Waterfall = {
  readonly indicator: string
  /** civil date, YYYY-MM-DD */
  readonly from: string
  /** civil date, YYYY-MM-DD */
  readonly to: string
  readonly unit: string
  readonly start: number | null
  readonly end: number | null
  readonly steps: readonly {
    readonly label: Sentence
    readonly change: number
    readonly records: number | null
    readonly kind: 'joined' | 'left' | 'amount' | 'denominator' | 'definition' | 'rest'
    readonly path: string | null
  }[]
}

export type WhatIf = {
  readonly indicator: string
  /** civil date, YYYY-MM-DD */
  readonly on: string
  readonly value: number | null
  readonly withExpected: number | null
  readonly target: number | null
  readonly meets: boolean | null
  readonly stillNeeded: number | null
  readonly records: readonly {
    readonly register: string
    readonly id: string
    readonly label: string
    /** civil date, YYYY-MM-DD */
    readonly expectedOn: string
  }[]
}

export type ActRow = {
  readonly ordinal: number
  readonly act: string
  readonly label: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly byLabel: string
  readonly byKind: string
  readonly unit: string | null
  readonly fromPhases: readonly string[]
  readonly toPhases: readonly string[]
  readonly opinion: string | null
  readonly input: readonly {
    readonly label: string
    readonly words: string
  }[]
  readonly documentId: string | null
  readonly forApplicant: boolean
}

export type CallRow = {
  readonly id: string
  readonly kind: 'countersign' | 'addSigner' | 'delegate' | 'copy'
  readonly to: string
  readonly words: string
  readonly byLabel: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly dueOn: string | null
  readonly answer: 'agrees' | 'objects' | 'seen' | 'withdrawn' | null
  readonly answerWords: string | null
  readonly answeredByLabel: string | null
  readonly answeredAt: string | null
  readonly isForMe: boolean
}

export type CommentRow = {
  readonly id: string
  readonly words: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly byLabel: string
  readonly isOwn: boolean
}

export type CountedDay = {
  /** civil date, YYYY-MM-DD */
  readonly day: string
  readonly counts: boolean
  readonly why: 'start' | 'weekday' | 'makeUp' | 'calendarDay' | 'weekend' | 'holiday' | 'stopped' | 'shifted' | 'extension'
  readonly words: string | null
  readonly isDue: boolean
}

export type DocumentRow = {
  readonly id: string
  readonly document: string
  readonly label: string
  readonly number: string
  readonly title: string
  /** civil date, YYYY-MM-DD */
  readonly issuedOn: string
  readonly byLabel: string
  readonly verificationCode: string
  readonly isSealed: boolean
  readonly revokedAt: string | null
}

export type DraftRow = {
  readonly id: string
  readonly type: string
  readonly typeLabel: string
  readonly version: number
  readonly step: string
  readonly revision: number
  /** UTC instant, ISO 8601 */
  readonly updatedAt: string
  /** UTC instant, ISO 8601 */
  readonly expiresAt: string
  readonly party: string | null
  readonly filled: number
  readonly asked: number
}

export type DraftView = {
  readonly id: string
  readonly type: string
  readonly typeLabel: string
  readonly version: number
  readonly step: string
  readonly revision: number
  /** UTC instant, ISO 8601 */
  readonly updatedAt: string
  /** UTC instant, ISO 8601 */
  readonly expiresAt: string
  readonly party: string | null
  readonly filled: number
  readonly asked: number
  readonly form: readonly FormStepRow[]
  readonly materials: readonly MaterialSpec[]
  readonly values: Readonly<Record<string, unknown>>
  readonly entries: Readonly<Record<string, {
    readonly by: 'applicant' | 'clerk' | 'prefill'
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly from: string | null
    readonly confirmed: boolean
  }>>
  readonly given: readonly {
    readonly id: string
    readonly material: string
    readonly evidenceId: string
    readonly fileName: string
    readonly origin: string
    readonly originWords: string | null
  }[]
  readonly shared: readonly {
    readonly material: string
    readonly words: string
  }[]
  readonly problems: readonly {
    readonly field: string
    readonly message: string
  }[]
  readonly twin: {
    readonly isPaired: boolean
    /** UTC instant, ISO 8601 */
    readonly expiresAt: string
  } | null
  readonly matterId: string | null
}

export type FlowPicture = {
  readonly columns: number
  readonly rows: number
  readonly boxes: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'start' | 'state' | 'region' | 'end'
    readonly turn: string | null
    readonly column: number
    readonly row: number
    readonly columnSpan: number
    readonly rowSpan: number
    readonly isCurrent: boolean
    readonly isPast: boolean
  }[]
  readonly arrows: readonly {
    readonly from: string
    readonly to: string
    readonly label: string
    readonly by: readonly string[]
    readonly points: readonly {
      readonly x: number
      readonly y: number
    }[]
  }[]
}

export type FormFieldRow = {
  readonly name: string
  readonly kind: 'text' | 'choice' | 'choices' | 'codes' | 'integer' | 'decimal' | 'share' | 'money' | 'flag' | 'date' | 'link' | 'links' | 'unit' | 'attachments' | 'point'
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
  readonly help: string | null
  readonly origin: string | null
  readonly sensitivity: 'open' | 'internal' | 'personal' | 'sensitive'
  readonly format: {
    readonly id: string
    readonly label: Sentence
    readonly example: string
  } | null
  readonly longest: number | null
  readonly multiline: boolean
  readonly choices: readonly ChoiceRow[]
  readonly hasHistory: boolean
  readonly unit: string | null
  readonly least: number | null
  readonly most: number | null
  readonly decimals: number | null
  readonly precision: 'day' | 'month' | 'year' | null
  readonly mayLieAhead: boolean
  readonly register: string | null
  readonly group: string | null
  readonly filterable: boolean
  readonly sortable: boolean
  readonly when: unknown | null
  readonly prefilledFrom: string | null
  readonly isSealed: boolean
}

export type FormStepRow = {
  readonly id: string
  readonly label: string
  readonly about: string | null
  readonly fields: readonly FormFieldRow[]
}

export type LengthRow = {
  readonly n: number
  readonly unit: 'workingDay' | 'calendarDay' | 'month' | 'year' | 'hour'
}

export type LimitRow = {
  readonly id: string
  readonly limit: string
  readonly kind: 'legal' | 'promised'
  readonly label: string
  readonly rule: string
  readonly length: LengthRow
  readonly lengthNow: LengthRow | null
  readonly whose: 'unit' | 'applicant'
  readonly status: 'running' | 'stopped' | 'met' | 'missed' | 'void'
  /** civil date, YYYY-MM-DD */
  readonly startedOn: string
  /** the event in the words of the law: 受理之日 */
  readonly startsOn: string
  /** civil date, YYYY-MM-DD */
  readonly rawDue: string
  /** civil date, YYYY-MM-DD */
  readonly dueOn: string
  readonly isProvisional: boolean
  readonly endedOn: string | null
  readonly daysLeft: number | null
  readonly light: 'green' | 'yellow' | 'red' | 'stopped' | 'done'
  readonly source: SourceRow
  readonly stops: readonly {
    /** civil date, YYYY-MM-DD */
    readonly from: string
    readonly to: string | null
    readonly reason: string
    readonly reasonLabel: string
  }[]
  readonly extensions: readonly {
    readonly length: LengthRow
    readonly by: string
    /** civil date, YYYY-MM-DD */
    readonly on: string
    readonly reason: string
  }[]
}

export type MaterialRow = {
  readonly id: string
  readonly material: string
  readonly label: string
  readonly evidenceId: string | null
  readonly fileName: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly origin: string
  readonly originWords: string | null
  readonly status: 'given' | 'later' | 'accepted' | 'rejected'
  readonly laterBy: string | null
  readonly note: string | null
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly byLabel: string
  readonly isSealed: boolean
}

export type MaterialSpec = {
  readonly id: string
  readonly label: string
  readonly kind: 'original' | 'copy' | 'electronic'
  readonly copies: number
  readonly necessity: 'required' | 'optional' | 'later'
  readonly when: unknown | null
  readonly origin: 'applicant' | 'government' | 'other'
  readonly notes: string | null
  readonly several: boolean
  readonly sharedFrom: string | null
  readonly isSealed: boolean
}

export type MatterDetail = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly area: string
  readonly title: string
  readonly applicant: string
  readonly entrance: 'account' | 'visit' | 'anonymous' | 'window' | 'staff'
  readonly phases: readonly {
    readonly id: string
    readonly label: string
  }[]
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly turn: string | null
  readonly unit: UnitRef
  readonly handler: string | null
  readonly isMine: boolean
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  /** UTC instant, ISO 8601 */
  readonly lastActAt: string
  readonly revision: number
  readonly dueOn: string | null
  readonly dueLabel: string | null
  readonly daysLeft: number | null
  readonly daysIn: 'workingDay' | 'calendarDay' | null
  readonly isProvisional: boolean
  readonly light: 'green' | 'yellow' | 'red' | 'stopped' | 'done' | 'none'
  readonly urged: number
  readonly endedOn: string | null
  readonly demonstration: boolean
  readonly version: number
  readonly forApplicant: string
  readonly values: readonly ShownValue[]
  readonly materials: readonly MaterialRow[]
  readonly missing: readonly {
    readonly material: string
    readonly label: string
    readonly laterBy: string | null
  }[]
  readonly limits: readonly LimitRow[]
  readonly acts: readonly ActRow[]
  readonly documents: readonly DocumentRow[]
  readonly comments: readonly CommentRow[]
  readonly calls: readonly CallRow[]
  readonly next: readonly NextAct[]
  readonly links: readonly {
    readonly kind: string
    readonly direction: 'to' | 'from'
    readonly id: string
    readonly number: string
    readonly title: string
  }[]
  readonly flow: FlowPicture
  readonly registerEntries: readonly {
    readonly register: string
    readonly recordId: string
    readonly label: string
  }[]
  readonly journal: readonly number[]
}

export type MatterRow = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly area: string
  readonly title: string
  readonly applicant: string
  readonly entrance: 'account' | 'visit' | 'anonymous' | 'window' | 'staff'
  readonly phases: readonly {
    readonly id: string
    readonly label: string
  }[]
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly turn: string | null
  readonly unit: UnitRef
  readonly handler: string | null
  readonly isMine: boolean
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  /** UTC instant, ISO 8601 */
  readonly lastActAt: string
  readonly revision: number
  readonly dueOn: string | null
  readonly dueLabel: string | null
  readonly daysLeft: number | null
  readonly daysIn: 'workingDay' | 'calendarDay' | null
  readonly isProvisional: boolean
  readonly light: 'green' | 'yellow' | 'red' | 'stopped' | 'done' | 'none'
  readonly urged: number
  readonly endedOn: string | null
  readonly demonstration: boolean
}

export type MatterStatus = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly unit: string
  readonly phone: string | null
  /** where it is, in a sentence */
  readonly now: string
  readonly turn: string | null
  readonly dueOn: string | null
  readonly dueLabel: string | null
  readonly daysLeft: number | null
  readonly light: string
  readonly steps: readonly {
    readonly label: string
    readonly state: 'done' | 'now' | 'ahead'
    readonly on: string | null
    readonly words: string | null
  }[]
  readonly limits: readonly LimitRow[]
  readonly materials: readonly MaterialRow[]
  readonly missing: readonly {
    readonly material: string
    readonly label: string
    readonly laterBy: string | null
  }[]
  readonly documents: readonly DocumentRow[]
  readonly next: readonly NextAct[]
  readonly mayRate: boolean
  readonly rating: {
    readonly level: number
    readonly answer: string | null
  } | null
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  readonly endedOn: string | null
}

export type NextAct = {
  readonly act: string
  readonly label: string
  readonly labelEn: string
  readonly kind: 'declared' | 'common'
  readonly isMain: boolean
  readonly key: string | null
  readonly fields: readonly FormFieldRow[]
  readonly opinion: 'required' | 'optional' | 'none'
  readonly issues: string | null
  readonly asksForSupplement: boolean
  readonly isBatch: boolean
  readonly refusal: string | null
}

export type ServiceGuide = {
  readonly id: string
  readonly area: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly unit: {
    readonly id: string
    readonly name: string
  }
  readonly forWhom: readonly string[]
  readonly itemType: string
  readonly handling: 'atOnce' | 'promised'
  readonly promised: string
  readonly legal: string | null
  readonly fee: string
  readonly visits: number
  readonly entrances: readonly ('account' | 'visit' | 'anonymous' | 'window' | 'staff')[]
  readonly isOpen: boolean
  readonly closedBecause: string | null
  readonly version: number
  /** civil date, YYYY-MM-DD */
  readonly effectiveOn: string
  readonly itemCode: string | null
  readonly conditions: readonly string[]
  readonly steps: readonly {
    readonly label: string
    readonly what: string
  }[]
  readonly materials: readonly MaterialSpec[]
  readonly limits: readonly {
    readonly id: string
    readonly label: string
    readonly rule: string
    readonly legal: string
    readonly promised: string | null
    readonly startsOn: string
    readonly stops: readonly string[]
    readonly source: SourceRow
  }[]
  readonly result: {
    readonly label: string
    readonly kind: string
    readonly delivery: readonly string[]
  }
  readonly visitReason: string | null
  readonly online: string
  readonly acrossRegions: string
  readonly likelyOutcome: string
  readonly questions: readonly {
    readonly ask: string
    readonly answer: string
  }[]
  readonly sources: readonly SourceRow[]
  readonly changes: readonly {
    /** civil date, YYYY-MM-DD */
    readonly from: string
    readonly what: string
  }[]
  readonly place: {
    readonly unit: string
    readonly address: string | null
    readonly hours: string | null
    readonly phone: string | null
    readonly complaints: string | null
  }
  readonly rating: {
    readonly count: number
    readonly good: number
    readonly average: number
  } | null
  readonly form: readonly FormStepRow[]
  /** states and acts as a picture: FlowPicture */
  readonly flow: unknown
}

export type ServiceRow = {
  readonly id: string
  readonly area: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly unit: {
    readonly id: string
    readonly name: string
  }
  readonly forWhom: readonly string[]
  readonly itemType: string
  readonly handling: 'atOnce' | 'promised'
  readonly promised: string
  readonly legal: string | null
  readonly fee: string
  readonly visits: number
  readonly entrances: readonly ('account' | 'visit' | 'anonymous' | 'window' | 'staff')[]
  readonly isOpen: boolean
  readonly closedBecause: string | null
}

export type ShownValue = {
  readonly field: string
  readonly label: string
  readonly step: string
  readonly value: unknown
  readonly words: string
  readonly isMasked: boolean
  readonly isSealed: boolean
  readonly origin: string
  readonly originWords: string
  readonly at: string | null
}

export type SourceRow = {
  readonly instrument: string
  readonly article: string
  readonly certainty: 'found' | 'recalled'
}

export type BeginDraftInput = {
  readonly type: string
  readonly applicantRecord?: string
}

export type DraftChanges = {
  readonly revision: number
  readonly draft: DraftView | null
}

export type DraftList = {
  readonly drafts: readonly DraftRow[]
}

export type LaterMaterial = {
  readonly material: string
  /** civil date, YYYY-MM-DD */
  readonly laterBy: string
}

export type OwnActInput = {
  readonly act: string
  readonly revision?: number
  readonly input?: Readonly<Record<string, unknown>>
  readonly opinion?: string
  readonly requestKey?: string
}

export type OwnMatterRow = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly now: string
  readonly turn: string | null
  readonly dueOn: string | null
  readonly isProvisional: boolean
  readonly light: 'green' | 'yellow' | 'red' | 'stopped' | 'done' | 'none'
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  readonly endedOn: string | null
  /** UTC instant, ISO 8601 */
  readonly lastActAt: string
  readonly mayRate: boolean
  readonly demonstration: boolean
}

export type SaveDraftInput = {
  readonly revision: number
  readonly values: Readonly<Record<string, unknown>>
  readonly step?: string
  readonly type?: string
}

export type SavedDraft = {
  readonly draft: DraftView
  readonly overtaken: readonly {
    readonly field: string
    readonly by: 'applicant' | 'clerk' | 'prefill'
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly was: unknown
  }[]
}

export type SubmitDraftInput = {
  readonly later?: readonly LaterMaterial[]
  readonly agreed?: boolean
  readonly requestKey?: string
}

export type Submitted = {
  readonly matterId: string
  readonly number: string
  readonly receiptDocumentId: string | null
  readonly statusPath: string
  readonly wasDone: boolean
}

export type TypedValues = Readonly<Record<string, unknown>>

export type CodeAsked = {
  readonly sent: boolean
  readonly validMinutes: number
  readonly againInSeconds: number
  readonly demonstrationCode: string | null
}

export type OpenVisitInput = {
  /** 手机号码 */
  readonly phone: string
  readonly code: string
}

export type Phone = string

export type VisitView = {
  readonly id: string
  readonly isAnonymous: boolean
  readonly phoneMasked: string | null
  /** UTC instant, ISO 8601 */
  readonly expiresAt: string
}

export type CallTicketInput = {
  readonly hall: string
  readonly desk: string
}

export type HallRow = {
  readonly id: string
  readonly name: string
  readonly address: string | null
  readonly hours: string | null
  readonly phone: string | null
  readonly desks: readonly string[]
  readonly waiting: number
}

export type OwnTicket = {
  readonly id: string
  readonly number: string
  readonly hall: string
  /** civil date, YYYY-MM-DD */
  readonly day: string
  readonly status: 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'cancelled'
  readonly bookedFor: string | null
  readonly desk: string | null
  readonly ahead: number
  readonly mayRate: boolean
}

export type PairInput = {
  readonly code: string
}

export type Reception = {
  readonly receptionId: string
  readonly drafts: readonly DraftRow[]
}

export type ReceptionInput = {
  readonly types: readonly string[]
  readonly recordId?: string
  readonly name?: string
  readonly phone?: string
  readonly idNumber?: string
  readonly earlier?: string
  readonly ticketId?: string
}

export type TakeTicketInput = {
  readonly hall: string
  readonly types?: readonly string[]
  readonly phone?: string
  /** civil date, YYYY-MM-DD */
  readonly day?: string
  readonly time?: string
}

export type TicketBoard = {
  readonly hall: {
    readonly id: string
    readonly name: string
  }
  /** civil date, YYYY-MM-DD */
  readonly day: string
  readonly called: readonly {
    readonly number: string
    readonly desk: string
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly isServing: boolean
  }[]
  readonly waiting: number
  readonly next: readonly string[]
  readonly medianWaitMinutes: number | null
}

export type TicketRow = {
  readonly id: string
  readonly number: string
  readonly hall: string
  /** civil date, YYYY-MM-DD */
  readonly day: string
  readonly status: 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'cancelled'
  readonly bookedFor: string | null
  readonly desk: string | null
  readonly types: readonly {
    readonly id: string
    readonly label: string
  }[]
  readonly phoneMasked: string | null
  /** UTC instant, ISO 8601 */
  readonly takenAt: string
  readonly calledAt: string | null
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly waitedMinutes: number | null
  readonly isMine: boolean
}

export type TicketTaken = {
  readonly id: string
  readonly number: string
  readonly hall: string
  /** civil date, YYYY-MM-DD */
  readonly day: string
  readonly status: 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'cancelled'
  readonly bookedFor: string | null
  readonly desk: string | null
  readonly ahead: number
  readonly mayRate: boolean
  readonly code: string
  readonly path: string
}

export type TwinCode = {
  readonly code: string
  readonly path: string
  /** UTC instant, ISO 8601 */
  readonly expiresAt: string
}

export type TwinPaired = {
  readonly draftId: string
  /** UTC instant, ISO 8601 */
  readonly expiresAt: string
}

export type WindowMatter = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly unit: string
  readonly phone: string | null
  /** where it is, in a sentence */
  readonly now: string
  readonly turn: string | null
  readonly dueOn: string | null
  readonly dueLabel: string | null
  readonly daysLeft: number | null
  readonly light: string
  readonly steps: readonly {
    readonly label: string
    readonly state: 'done' | 'now' | 'ahead'
    readonly on: string | null
    readonly words: string | null
  }[]
  readonly limits: readonly LimitRow[]
  readonly materials: readonly MaterialRow[]
  readonly missing: readonly {
    readonly material: string
    readonly label: string
    readonly laterBy: string | null
  }[]
  readonly documents: readonly DocumentRow[]
  readonly next: readonly NextAct[]
  readonly mayRate: boolean
  readonly rating: {
    readonly level: number
    readonly answer: string | null
  } | null
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  readonly endedOn: string | null
  readonly applicant: string
  readonly revision: number
}

export type WindowMatterRow = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly status: 'open' | 'suspended' | 'ended'
  readonly turn: string | null
  readonly now: string
  readonly applicant: string
  readonly dueOn: string | null
  /** civil date, YYYY-MM-DD */
  readonly submittedOn: string
  readonly endedOn: string | null
  readonly demonstration: boolean
}

export type WindowParties = {
  readonly parties: readonly WindowParty[]
}

export type WindowParty = {
  readonly kind: 'entity' | 'person'
  readonly recordId: string | null
  readonly label: string
  readonly code: string | null
  readonly phoneMasked: string | null
  readonly matters: number
  readonly latest: {
    readonly number: string
    readonly typeLabel: string
    /** civil date, YYYY-MM-DD */
    readonly submittedOn: string
  } | null
}

export type BadRating = {
  readonly id: string
  readonly level: number
  readonly round: number
  readonly dimensions: Readonly<Record<string, number>>
  readonly words: string | null
  readonly channel: 'web' | 'window' | 'code' | 'phone'
  readonly typeLabel: string | null
  readonly unit: {
    readonly id: string
    readonly name: string
  } | null
  /** YYYY-MM */
  readonly month: string
  readonly status: 'open' | 'contacted' | 'rectified' | 'appealed' | 'excluded'
  readonly contactBy: string | null
  readonly rectifyBy: string | null
  readonly appealBy: string | null
  readonly isProvisional: boolean
  readonly light: 'green' | 'yellow' | 'red' | 'done'
  readonly answer: string | null
  readonly acts: readonly {
    readonly act: 'contact' | 'rectify' | 'appeal' | 'firstCheck' | 'secondCheck' | 'reject'
    readonly words: string
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly byLabel: string
  }[]
  readonly may: {
    readonly contact: boolean
    readonly rectify: boolean
    readonly appeal: boolean
    readonly check: boolean
  }
}

export type BadRatingWords = {
  readonly words: string
}

export type CheckRatingInput = {
  readonly unfounded: boolean
  readonly words: string
}

export type RateInput = {
  readonly level: number
  readonly dimensions?: {
    readonly efficiency?: number
    readonly accuracy?: number
    readonly convenience?: number
    readonly operation?: number
    readonly skill?: number
    readonly attitude?: number
  }
  readonly words?: string
}

export type Rated = {
  readonly level: number
  readonly round: number
  readonly contactBy: string | null
  readonly rectifyBy: string | null
}

export type RatingFigures = {
  /** civil date, YYYY-MM-DD */
  readonly from: string
  /** civil date, YYYY-MM-DD */
  readonly to: string
  readonly atLeast: number
  readonly total: {
    readonly count: number
    readonly good: number | null
    readonly goodRate: number | null
    readonly byLevel: readonly number[] | null
    readonly average: number | null
  }
  readonly ended: number
  readonly ratedMatters: number
  readonly participationRate: number | null
  readonly badDue: number | null
  readonly rectified: number | null
  readonly rectificationRate: number | null
  readonly excluded: number
  readonly dimensions: readonly {
    readonly dimension: string
    readonly count: number
    readonly average: number | null
  }[]
  readonly rows: readonly {
    readonly by: 'type' | 'unit' | 'channel'
    readonly id: string
    readonly label: string
    readonly count: number
    readonly goodRate: number | null
    readonly average: number | null
  }[]
}

export type BoundedCount = {
  readonly count: number
  readonly isExact: boolean
}

export type KeptPromises = {
  /** civil date, YYYY-MM-DD */
  readonly from: string
  /** civil date, YYYY-MM-DD */
  readonly to: string
  readonly services: readonly {
    readonly type: string
    readonly label: string
    readonly unit: string
    readonly promise: string
    readonly received: number
    readonly ended: number
    readonly granted: number
    readonly refused: number
    readonly withdrawn: number
    readonly lapsed: number
    readonly promised: KeptTime
    readonly legal: KeptTime
    readonly timed: number
    readonly workingDays: number
    readonly meanWorkingDays: number | null
    readonly isProvisional: boolean
  }[]
  readonly total: {
    readonly received: number
    readonly ended: number
    readonly granted: number
    readonly refused: number
    readonly withdrawn: number
    readonly lapsed: number
    readonly promised: KeptTime
    readonly legal: KeptTime
    readonly timed: number
    readonly workingDays: number
    readonly meanWorkingDays: number | null
    readonly isProvisional: boolean
  }
}

export type KeptTime = {
  readonly measured: number
  readonly inTime: number
  readonly late: number
}

export type MatterCounts = {
  readonly mine: BoundedCount
  readonly mineOverdue: BoundedCount
  readonly mineYellow: BoundedCount
  readonly others: BoundedCount
  readonly untaken: BoundedCount
  readonly unit: BoundedCount
  readonly overdue: BoundedCount
  readonly called: BoundedCount
  readonly copied: BoundedCount
  readonly endedThisMonth: BoundedCount
  readonly types: readonly {
    readonly type: string
    readonly label: string
    readonly count: number
    readonly isExact: boolean
  }[]
}

export type MatterLight = 'green' | 'yellow' | 'red' | 'stopped' | 'none'

export type MatterPage = {
  readonly rows: readonly MatterRow[]
  readonly next: string | null
  readonly count: number | null
  readonly countIsExact: boolean
}

export type MatterStatistics = {
  /** civil date, YYYY-MM-DD */
  readonly from: string
  /** civil date, YYYY-MM-DD */
  readonly to: string
  readonly by: 'type' | 'unit' | 'month'
  readonly rows: readonly StatisticsRow[]
  readonly total: {
    readonly received: number
    readonly ended: number
    readonly granted: number
    readonly refused: number
    readonly withdrawn: number
    readonly lapsed: number
    readonly promised: KeptTime
    readonly legal: KeptTime
    readonly timed: number
    readonly workingDays: number
    readonly meanWorkingDays: number | null
    readonly isProvisional: boolean
  }
}

export type MatterView = 'mine' | 'others' | 'untaken' | 'unit' | 'overdue' | 'called' | 'copied' | 'ended' | 'all'

export type ObjectionRow = {
  readonly id: string
  readonly words: string
  /** UTC instant, ISO 8601 */
  readonly at: string
  readonly answer: string | null
  readonly upheld: boolean | null
  readonly answeredAt: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly answeredByLabel: string | null
}

export type OpinionTemplate = {
  readonly id: string
  readonly words: string
  readonly type: string | null
  readonly typeLabel: string | null
  readonly act: string | null
  readonly unit: UnitRef | null
  readonly isOwn: boolean
  /** UTC instant, ISO 8601 */
  readonly createdAt: string
}

export type PublicationDetail = {
  readonly id: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly unit: string
  /** civil date, YYYY-MM-DD */
  readonly publishedOn: string
  readonly objectionsUntil: string | null
  readonly takesObjections: boolean
  readonly shownUntil: string | null
  readonly withdrawnOn: string | null
  readonly withdrawnReason: string | null
  readonly demonstration: boolean
  readonly body: readonly {
    readonly label: string
    readonly words: string
  }[]
  readonly objections: number
  readonly own: readonly {
    readonly id: string
    readonly words: string
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly answer: string | null
    readonly upheld: boolean | null
    readonly answeredAt: string | null
  }[]
}

export type PublicationRow = {
  readonly id: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly unit: string
  /** civil date, YYYY-MM-DD */
  readonly publishedOn: string
  readonly objectionsUntil: string | null
  readonly takesObjections: boolean
  readonly shownUntil: string | null
  readonly withdrawnOn: string | null
  readonly withdrawnReason: string | null
  readonly demonstration: boolean
}

export type StatisticsRow = {
  readonly key: string
  readonly label: string
  readonly received: number
  readonly ended: number
  readonly granted: number
  readonly refused: number
  readonly withdrawn: number
  readonly lapsed: number
  readonly promised: KeptTime
  readonly legal: KeptTime
  readonly timed: number
  readonly workingDays: number
  readonly meanWorkingDays: number | null
  readonly isProvisional: boolean
  readonly open: number | null
}

export type FoundService = {
  readonly id: string
  readonly area: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly unit: {
    readonly id: string
    readonly name: string
  }
  readonly forWhom: readonly string[]
  readonly itemType: string
  readonly handling: 'atOnce' | 'promised'
  readonly promised: string
  readonly legal: string | null
  readonly fee: string
  readonly visits: number
  readonly entrances: readonly ('account' | 'visit' | 'anonymous' | 'window' | 'staff')[]
  readonly isOpen: boolean
  readonly closedBecause: string | null
  readonly score: number
  readonly because: readonly string[]
}

export type LifeEventRow = {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly start: string
  readonly most: number
  readonly questions: readonly {
    readonly id: string
    readonly ask: string
    readonly help: string | null
    readonly choices: readonly {
      readonly label: string
      readonly ask: string | null
      readonly ways: readonly string[]
    }[]
  }[]
  readonly ways: readonly LifeEventWay[]
}

export type LifeEventWay = {
  readonly id: string
  readonly label: string
  readonly what: string
  readonly time: string
  readonly cost: string
  readonly likelyOutcome: string
  readonly bring: readonly string[]
  readonly service: ServiceRow | null
  readonly outside: OutsideOffice | null
  readonly page: string | null
}

export type OutsideOffice = {
  readonly id: string
  readonly label: string
  readonly about: string
  readonly office: string
  readonly phone: string | null
  readonly address: string | null
  readonly site: string | null
  readonly time: string | null
  readonly cost: string | null
  readonly sources: readonly SourceRow[]
}

export type PolicyRow = {
  readonly id: string
  readonly title: string
  readonly issuer: string
  readonly number: string | null
  readonly inForceFrom: string | null
  readonly level: 'nation' | 'province' | 'city' | 'county'
  readonly about: string
  readonly services: readonly {
    readonly id: string
    readonly label: string
  }[]
  readonly source: SourceRow
}

export type ServiceSearch = {
  readonly services: readonly FoundService[]
  readonly events: readonly {
    readonly id: string
    readonly label: string
    readonly about: string
    readonly because: readonly string[]
  }[]
  readonly outside: readonly {
    readonly id: string
    readonly label: string
    readonly about: string
    readonly office: string
    readonly phone: string | null
    readonly address: string | null
    readonly site: string | null
    readonly time: string | null
    readonly cost: string | null
    readonly sources: readonly SourceRow[]
    readonly because: readonly string[]
  }[]
  readonly policies: readonly {
    readonly id: string
    readonly title: string
    readonly issuer: string
    readonly number: string | null
    readonly inForceFrom: string | null
    readonly level: 'nation' | 'province' | 'city' | 'county'
    readonly about: string
    readonly services: readonly {
      readonly id: string
      readonly label: string
    }[]
    readonly source: SourceRow
    readonly because: readonly string[]
  }[]
  readonly looked: {
    readonly words: readonly string[]
    readonly services: number
    readonly events: number
    readonly outside: number
    readonly policies: number
  }
  readonly said: string | null
}

export type MatterTypeDetail = {
  readonly id: string
  readonly area: string
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly entrances: readonly string[]
  readonly version: number | null
  readonly publishedAt: string | null
  readonly isDeclared: boolean
  readonly isChanged: boolean
  readonly isOpen: boolean
  readonly closedBecause: string | null
  readonly states: number
  readonly limits: readonly string[]
  readonly registers: readonly string[]
  /** MatterDeclaration, as it is in force */
  readonly declaration: unknown
  readonly versions: readonly {
    readonly version: number
    /** UTC instant, ISO 8601 */
    readonly publishedAt: string
    readonly reason: string
    readonly byLabel: string
  }[]
  readonly form: readonly FormStepRow[]
  readonly materials: readonly MaterialSpec[]
  readonly sources: readonly SourceRow[]
  readonly flow: FlowPicture
}

export type MatterTypeRow = {
  readonly id: string
  readonly area: string
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly entrances: readonly string[]
  readonly version: number | null
  readonly publishedAt: string | null
  readonly isDeclared: boolean
  readonly isChanged: boolean
  readonly isOpen: boolean
  readonly closedBecause: string | null
  readonly states: number
  readonly limits: readonly string[]
  readonly registers: readonly string[]
}

export type VersionEffectView = {
  readonly type: string
  readonly label: string
  readonly fromVersion: number | null
  readonly toVersion: number | null
  readonly differences: readonly {
    readonly kind: string
    readonly id: string
    readonly label: string
    readonly before: string | null
    readonly after: string | null
    readonly words: string
  }[]
  readonly inHand: readonly {
    readonly version: number
    readonly phase: string
    readonly label: string
    readonly count: number
    readonly isGone: boolean
  }[]
  readonly drafts: number
  readonly words: readonly string[]
  readonly seen: string
}

export type DocumentKindView = {
  readonly document: string
  readonly label: string
  readonly form: string
  readonly number: string
  readonly inForce: number | null
  readonly versions: readonly {
    readonly version: number
    readonly fileName: string
    readonly bytes: number
    readonly sha256: string
    readonly reason: string
    readonly uploadedAt: string
    readonly byLabel: string
    readonly isInForce: boolean
    readonly documents: number
    readonly unknown: readonly string[]
    readonly cautions: readonly string[]
  }[]
  readonly choices: readonly {
    readonly version: number | null
    readonly reason: string
    readonly chosenAt: string
    readonly byLabel: string
  }[]
  readonly placeholders: readonly {
    /** written {文号} */
    readonly name: string
    /** the technical name, which does as well: form.title */
    readonly key: string
    readonly meaning: string
    readonly isObligatory: boolean
    readonly standsAlone: boolean
    readonly mayBeEmpty: boolean
  }[]
}

export type MatterTemplates = {
  readonly matter: string
  readonly label: string
  readonly documents: readonly DocumentKindView[]
}

export type UploadedTemplate = {
  readonly document: string
  readonly version: number
  readonly placeholders: readonly string[]
  readonly cautions: readonly string[]
}

export type ConfiguredChannels = {
  readonly mail: boolean
  readonly sms: boolean
  /** webhooks may lead into the private network */
  readonly privateWebhooks: boolean
}

export type MessageRow = {
  readonly id: string
  readonly channel: 'sms' | 'mail' | 'webhook'
  /** masked address; of a webhook its name */
  readonly to: string
  readonly title: string
  /** what is secret stands as {secret} */
  readonly body: string
  readonly subject: {
    readonly kind: string
    readonly id: string
  }
  readonly webhookId: string | null
  readonly status: 'waiting' | 'sent' | 'failed' | 'givenUp'
  readonly attempts: number
  readonly nextAt: string | null
  /** instant, ISO 8601 */
  readonly createdAt: string
  readonly sentAt: string | null
  readonly trouble: string | null
  readonly demonstration: boolean
}

export type WantedKinds = readonly string[]

export type WebhookId = string

export type WebhookMade = {
  readonly id: string
  /** whsec_…, by which the receiver verifies webhook-signature; shown this once */
  readonly secret: string
}

export type WebhookRow = {
  readonly id: string
  readonly label: string
  readonly url: string
  readonly kinds: readonly string[]
  readonly isActive: boolean
  /** instant, ISO 8601 */
  readonly createdAt: string
  readonly byLabel: string
  readonly lastOkAt: string | null
  readonly lastFailure: string | null
  readonly lastFailureAt: string | null
  /** messages that wait for it */
  readonly waiting: number
  /** messages that were given up */
  readonly givenUp: number
}

export type DrawDetail = {
  readonly id: string
  readonly purpose: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly wanted: number
  readonly reserves: number
  readonly candidates: number
  readonly excluded: number
  readonly commitment: string
  /** UTC instant, ISO 8601 */
  readonly committedAt: string
  readonly committedBy: string
  readonly drawnAt: string | null
  readonly drawnBy: string | null
  readonly demonstration: boolean
  readonly inputs: {
    readonly candidates: readonly {
      readonly id: string
      readonly label: string
    }[]
    readonly excluded: readonly {
      readonly id: string
      readonly reason: string
    }[]
    readonly wanted: number
    readonly reserves: number
  }
  readonly inputsDigest: string
  readonly result: {
    readonly seed: string
    readonly publicValue: string
    readonly drawn: readonly {
      readonly id: string
      readonly label: string
    }[]
    readonly reserves: readonly {
      readonly id: string
      readonly label: string
    }[]
    readonly steps: readonly {
      readonly among: number
      readonly place: number
      readonly id: string
    }[]
    readonly tooFew: boolean
  } | null
  readonly faults: readonly {
    readonly fault: 'seed' | 'inputs' | 'result'
    readonly words: string
  }[] | null
}

export type DrawRow = {
  readonly id: string
  readonly purpose: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly wanted: number
  readonly reserves: number
  readonly candidates: number
  readonly excluded: number
  readonly commitment: string
  /** UTC instant, ISO 8601 */
  readonly committedAt: string
  readonly committedBy: string
  readonly drawnAt: string | null
  readonly drawnBy: string | null
  readonly demonstration: boolean
}

export type CriterionRow = {
  readonly id: string
  readonly label: string
  readonly about: string | null
  readonly most: number
}

export type MatterReviews = {
  readonly criteria: readonly CriterionRow[]
  readonly reviews: readonly {
    readonly id: string
    readonly expert: string
    readonly expertRecord: string
    readonly status: 'asked' | 'recused' | 'submitted' | 'cancelled'
    readonly recusedReason: string | null
    readonly dueOn: string | null
    readonly submittedAt: string | null
    readonly scores: Readonly<Record<string, number>> | null
    readonly total: number | null
    readonly opinion: string | null
  }[]
  readonly drawIds: readonly string[]
  readonly least: number
  readonly combine: 'mean' | 'trimmedMean'
  readonly result: {
    readonly score: number
    readonly of: number
    readonly counted: number
    readonly words: string
  } | null
}

export type OwnReview = {
  readonly id: string
  readonly code: string
  readonly typeLabel: string
  readonly status: 'asked' | 'recused' | 'submitted' | 'cancelled'
  /** UTC instant, ISO 8601 */
  readonly askedAt: string
  readonly dueOn: string | null
  readonly submittedAt: string | null
  readonly total: number | null
  readonly criteria: readonly CriterionRow[]
  readonly shown: readonly {
    readonly label: string
    readonly words: string
  }[]
  readonly materials: readonly {
    readonly id: string
    readonly label: string
    readonly fileName: string
    readonly evidenceId: string
    readonly bytes: number
  }[]
  readonly scores: Readonly<Record<string, number>> | null
  readonly opinion: string | null
  readonly recusedReason: string | null
}

export type OwnReviewRow = {
  readonly id: string
  readonly code: string
  readonly typeLabel: string
  readonly status: 'asked' | 'recused' | 'submitted' | 'cancelled'
  /** UTC instant, ISO 8601 */
  readonly askedAt: string
  readonly dueOn: string | null
  readonly submittedAt: string | null
  readonly total: number | null
}

export type CalendarHoliday = {
  readonly name: string
  /** civil date, YYYY-MM-DD */
  readonly from: string
  /** civil date, YYYY-MM-DD */
  readonly to: string
}

export type CalendarMakeUpDay = {
  /** civil date, YYYY-MM-DD */
  readonly date: string
  readonly holiday: string
}

export type CalendarYearRow = {
  readonly year: number
  readonly status: 'official' | 'provisional'
  readonly holidays: readonly CalendarHoliday[]
  readonly makeUpDays: readonly CalendarMakeUpDay[]
  readonly source: string
  /** in the whole year */
  readonly workingDays: number
  readonly loaded: {
    readonly id: string
    /** UTC instant, ISO 8601 */
    readonly at: string
    readonly byLabel: string
  } | null
}

export type DueAnswer = {
  /** the last day in time; a moment where hours are counted */
  readonly due: string
  /** 暂定: rests on a year whose holidays are not published */
  readonly provisional: boolean
  readonly counted: readonly {
    /** civil date, YYYY-MM-DD */
    readonly day: string
    readonly why: 'start' | 'weekday' | 'makeUp' | 'calendarDay' | 'extension'
  }[]
  readonly source: SourceRow
  readonly version: {
    /** civil date, YYYY-MM-DD */
    readonly from: string
    readonly until: string | null
    readonly length: RuleLength
    readonly andAtMost: RuleLength | null
  }
}

export type DueExplanation = {
  readonly rule: RuleRow
  readonly from: string
  /** where counting ends, also on a rest day */
  readonly rawDue: string
  readonly due: string
  readonly provisional: boolean
  readonly decideBy: string | null
  /** the second limit (且不超过…) ended it */
  readonly endedBySecond: boolean
  readonly version: RuleVersionRow
  readonly days: readonly CountedDay[]
  readonly countedDays: number
  readonly restDays: number
  readonly stoppedDays: number
}

export type RuleDetail = {
  readonly id: string
  readonly subject: string
  readonly subjectEn: string
  readonly label: string
  readonly labelEn: string
  /** the event from which it is counted: 受理之日 */
  readonly startsOn: string
  readonly startsOnEn: string
  readonly limits: 'act' | 'state' | 'notice'
  readonly whose: string
  readonly note: string | null
  readonly history: readonly RuleVersionRow[]
  readonly cases: readonly {
    readonly from: string
    readonly paused: readonly string[]
    readonly extended: number
    readonly due: string
    readonly because: string | null
  }[]
}

export type RuleLength = {
  readonly n: number
  readonly unit: 'workingDay' | 'calendarDay' | 'month' | 'year' | 'hour'
  readonly words: string
  readonly parameter: string | null
}

export type RuleRow = {
  readonly id: string
  readonly subject: string
  readonly subjectEn: string
  readonly label: string
  readonly labelEn: string
  /** the event from which it is counted: 受理之日 */
  readonly startsOn: string
  readonly startsOnEn: string
  readonly limits: 'act' | 'state' | 'notice'
  readonly whose: string
  readonly note: string | null
  readonly history: readonly RuleVersionRow[]
}

export type RuleVersionRow = {
  /** civil date, YYYY-MM-DD */
  readonly from: string
  readonly until: string | null
  readonly length: RuleLength
  readonly andAtMost: RuleLength | null
  readonly extensions: readonly {
    readonly length: RuleLength
    readonly by: string
    readonly byEn: string
  }[]
  readonly stops: readonly {
    readonly id: string
    readonly label: string
    readonly labelEn: string
  }[]
  readonly source: SourceRow
  /** today */
  readonly isInForce: boolean
}

export type ParameterRow = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly value: number | boolean | string | readonly number[] | null
  readonly choice: string | null
  readonly isDefault: boolean
  readonly about: readonly string[]
  readonly source: string
  readonly note: string | null
}

export type DocumentCheck = {
  /** 发文字号 */
  readonly number: string
  /** 受理通知书 */
  readonly label: string
  readonly title: string
  /** 签发单位 */
  readonly office: string
  /** ISO date */
  readonly issuedOn: string
  readonly digest: string
  /** the content fits the digest that was sealed */
  readonly isUnchanged: boolean
  readonly seal: {
    readonly state: 'none' | 'valid' | 'testOnly' | 'broken' | 'otherKey'
    readonly algorithm: string | null
    readonly publicKey: string | null
    readonly signature: string | null
    readonly sealedAt: string | null
    readonly caution: string | null
  }
  readonly revoked: {
    /** ISO date */
    readonly on: string
    readonly reason: string
  } | null
  readonly isDemonstration: boolean
}

export type CallEligibility = {
  readonly id: string
  readonly callNo: string
  readonly title: string
  readonly rule: string
  /** civil date, YYYY-MM-DD */
  readonly opensOn: string
  /** civil date, YYYY-MM-DD */
  readonly closesOn: string
  readonly isOpen: boolean
  readonly perProjectMost: number | null
  readonly verdict: 'eligible' | 'notEligible' | 'unknown'
  readonly conditions: readonly {
    readonly id: string
    readonly label: string
    readonly verdict: 'fulfilled' | 'notFulfilled' | 'unknown'
    readonly words: string
    readonly records: readonly {
      readonly register: string
      readonly recordId: string
      readonly label: string
    }[]
  }[]
}

export type Eligibility = {
  readonly entity: {
    readonly id: string
    readonly name: string
  } | null
  /** civil date, YYYY-MM-DD */
  readonly asOf: string
  readonly calls: readonly CallEligibility[]
}

export type UpcomingSession = {
  readonly id: string
  readonly title: string
  readonly category: string | null
  /** civil date, YYYY-MM-DD */
  readonly heldOn: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly hours: number | null
  readonly teachers: string | null
  readonly place: string | null
  readonly places: number | null
  readonly taken: number
  readonly waiting: number
  /** civil date, YYYY-MM-DD */
  readonly enrolUntil: string
  readonly isOpen: boolean
  readonly walkIns: boolean
}

export type SignInCode = {
  readonly sessionId: string
  readonly title: string
  /** civil date, YYYY-MM-DD */
  readonly heldOn: string
  readonly code: string | null
  readonly closedBecause: string | null
  readonly path: string | null
  readonly step: number
  /** UTC instant, ISO 8601 */
  readonly validUntil: string
  readonly refreshSeconds: number
  readonly signedIn: number
  readonly enrolled: number
}

export type SignedIn = {
  readonly outcome: 'signedIn' | 'already'
  readonly title: string
  /** civil date, YYYY-MM-DD */
  readonly heldOn: string
  readonly at: string | null
  readonly personNo: string
  readonly hasEnrolled: boolean
}
