/** The figures of one plan, and what went wrong in it. */

/** right ⊆ got, right ⊆ wanted */
export interface Overlap {
  readonly right: number
  readonly got: number
  readonly wanted: number
}

export interface Share {
  readonly right: number
  readonly of: number
}

export interface Miss {
  readonly kind:
    | 'target missed'
    | 'target in the wrong place'
    | 'not a target'
    | 'op'
    | 'kind'
    | 'deadline'
    | 'sameAs'
    | 'lead'
    | 'units'
    | 'due'
    | 'task missed'
    | 'not a task'
    | 'group'
    | 'phase'
    | 'safeguards'
    | 'milestone'
    | 'title'
    | 'issuer'
    | 'date'
    | 'documentNo'
    | 'period'
    | 'span'
  readonly detail: string
}

export interface PlanScore {
  readonly targets: Overlap
  readonly op: Share
  readonly kind: Share
  readonly deadline: Share
  readonly sameAs: Share
  readonly spans: Share
  readonly leads: Share
  readonly units: Overlap
  readonly due: Share
  readonly tasks: Overlap
  readonly groups: Share
  readonly phases: Overlap
  readonly safeguards: Share
  readonly milestones: Share
  readonly title: Share
  readonly issuer: Share
  readonly date: Share
  readonly documentNo: Share
  readonly period: Share
  readonly misses: readonly Miss[]
}

/** Writes down one difference between the careful reader and the compiler. */
export type NoteMiss = (kind: Miss['kind'], detail: string) => void
