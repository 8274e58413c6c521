/**
 * One version of a plan, whole: what `plan_version` and its item tables hold, as one value.
 *
 * Items keep their id from version to version. Adopting writes a snapshot; every page reads one; comparing is a
 * function of two. Amounts keep the printed unit beside the base unit; a value nobody has settled is null.
 */
export interface PlanSnapshot {
  readonly head: PlanVersionHead
  readonly groups: readonly PlanGroup[]
  readonly tasks: readonly PlanTask[]
  readonly targets: readonly PlanTarget[]
  readonly milestones: readonly PlanMilestone[]
  readonly safeguards: readonly PlanSafeguard[]
  readonly phases: readonly PlanPhase[]
  readonly questions: readonly PlanQuestion[]
}

export interface PlanVersionHead {
  readonly planId: string
  readonly version: number
  readonly title: string
  readonly issuer: string | null
  readonly documentNo: string | null
  readonly issuedOn: string | null
  readonly periodStart: string
  readonly periodEnd: string
  readonly goal: string | null
  readonly effectiveFrom: string
  readonly reason: string | null
  readonly adoptedAt: string
  readonly adoptedBy: string | null
  readonly adoptedByLabel: string
  readonly importId: string | null
  readonly evidenceId: string | null
}

/** The words of the document that an item came from, and where they stand in its text. */
export interface PlanWords {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
}

export interface PlanGroup {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly area: string
}

export interface PlanTask {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly group: string | null
  readonly area: string
  readonly summary: string
  readonly responsibilityText: string | null
  readonly words: PlanWords | null
  readonly responsibilities: readonly Responsibility[]
}

/** A unit that answers for a task: 牵头 leads, 配合 supports. */
export interface Responsibility {
  readonly partyId: string
  readonly share: 'lead' | 'support'
  /** the name as the document prints it */
  readonly printed: string
}

export type PlanComparator = 'gte' | 'gt' | 'eq' | 'lte' | 'lt' | 'range'

export interface PlanTarget {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly area: string
  readonly kind: string | null
  readonly comparator: PlanComparator
  /** in `unit`, as printed */
  readonly value: number
  /** upper end of a range, else null */
  readonly valueHigh: number | null
  readonly unit: string
  /** in `baseUnit` */
  readonly baseValue: number
  readonly baseValueHigh: number | null
  readonly baseUnit: string
  readonly deadline: string | null
  readonly definition: TargetDefinition | null
  readonly words: PlanWords | null
  readonly years: readonly { readonly year: number; readonly value: number | null }[]
  readonly statements: readonly { readonly place: string; readonly words: PlanWords }[]
  readonly ownerIds: readonly string[]
  readonly taskItemIds: readonly string[]
}

/** How a target is counted, in words. */
export interface TargetDefinition {
  readonly formula: string | null
  readonly dataFrom: string | null
  readonly pitfall: string | null
  readonly window: { readonly start: string; readonly end: string } | null
  readonly confidence: string | null
}

export interface PlanMilestone {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly level: 'achieve' | 'strive'
  readonly area: string
  readonly dueOn: string | null
  readonly parts: readonly string[]
  readonly words: PlanWords | null
  readonly ownerIds: readonly string[]
  readonly taskItemIds: readonly string[]
}

export interface PlanSafeguard {
  readonly itemId: string
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly words: PlanWords | null
}

export interface PlanPhase {
  readonly itemId: string
  readonly name: string
  readonly start: string | null
  readonly end: string | null
  readonly summary: string
  readonly words: PlanWords | null
}

export interface PlanQuestion {
  readonly itemId: string
  readonly message: string
  readonly answer: string | null
}
