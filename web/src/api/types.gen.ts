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
  readonly kind: 'target' | 'task' | 'milestone' | 'safeguard' | 'phase' | 'unit' | 'version' | 'plan'
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
