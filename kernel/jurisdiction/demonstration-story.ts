/**
 * The story of a demonstration, as a county's folder tells it (演示故事): invented values and events of the programme's
 * years, from which the rows of reports, values and urgings are made. Items are named by code or number, units by key.
 */
export interface DemonstrationStory {
  readonly seed: number
  /** the last day of the story */
  readonly until: string
  readonly statistics: readonly StoryStatistic[]
  readonly targets: readonly StoryTarget[]
  readonly tasks: readonly StoryTask[]
  readonly milestones: readonly StoryMilestone[]
  /** in percent of reports; the entry without a unit is everybody's */
  readonly habits: readonly { readonly organisation: string | null; readonly late: number; readonly returned: number }[]
  readonly events: readonly StoryEvent[]
  readonly extensions: readonly StoryExtension[]
  readonly phrases: {
    readonly narrative: readonly string[]
    readonly problems: readonly string[]
    readonly nextSteps: readonly string[]
    readonly returned: readonly string[]
    readonly replies: readonly string[]
  }
}

export interface StoryStatistic {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly source: string
  readonly on: string
  readonly values: readonly { readonly organisation: string; readonly value: number | null }[]
}

type StoryCycle = 'month' | 'quarter' | 'year'

export type StoryCourse =
  | {
      readonly kind: 'curve'
      readonly start: number
      readonly end: number
      readonly shape: 'even' | 'early' | 'late'
      readonly noise: number
      readonly decimals: number
    }
  | { readonly kind: 'steps'; readonly steps: readonly { readonly on: string; readonly value: number }[] }
  | {
      readonly kind: 'yearly'
      readonly years: readonly { readonly year: number; readonly value: number }[]
      readonly decimals: number
      readonly within: 'grows' | 'stands'
    }

export interface StoryTarget {
  readonly code: string
  readonly cycle: StoryCycle
  readonly baseline: { readonly value: number; readonly on: string } | null
  readonly years: readonly { readonly year: number; readonly value: number | null }[] | null
  readonly course: StoryCourse
  readonly denominator: {
    readonly values: readonly { readonly year: number; readonly value: number }[]
    readonly of: string | null
    readonly times: number
  } | null
  readonly units: {
    readonly method: 'equal' | 'statistic' | 'manual'
    readonly statistic: string | null
    readonly shares: readonly { readonly organisation: string; readonly value: number | null }[]
    readonly reason: string | null
  } | null
  readonly absences: readonly {
    readonly organisation: string | null
    readonly period: string | null
    readonly state: 'missing' | 'notApplicable' | 'suppressed'
    readonly reason: string
  }[]
}

export interface StoryTask {
  readonly number: number
  readonly cycle: StoryCycle
  readonly progress: number
  readonly leadWeight: number | null
  readonly parts: readonly {
    readonly organisation: string
    readonly content: string
    readonly standard: string | null
    readonly person: string | null
    readonly weight: number | null
    readonly startsOn: string | null
    readonly dueOn: string | null
    readonly progress: number
    readonly status: 'waiting' | 'ongoing' | 'reported' | 'done' | 'closed'
    readonly statusOn: string | null
  }[]
}

export interface StoryMilestone {
  readonly code: string
  readonly parts: readonly {
    readonly status: 'open' | 'applied' | 'done'
    readonly on: string | null
    readonly documentNo: string | null
    readonly documentTitle: string | null
  }[]
}

export interface StoryEvent {
  /** C8, P9, task:4, or part:4 for the completion of a part */
  readonly item: string
  readonly organisation: string
  readonly scope: 'county' | 'unit'
  readonly period: string
  readonly what: 'missing' | 'drafted' | 'submitted' | 'checked' | 'returned' | 'corrected' | 'late'
  readonly days: number | null
  readonly reason: string | null
}

export interface StoryExtension {
  readonly item: string
  readonly organisation: string
  readonly scope: 'county' | 'unit'
  readonly period: string
  readonly askedOn: string
  readonly askedTo: string
  readonly reason: string
  readonly decision: 'granted' | 'refused' | null
  readonly grantedTo: string | null
  readonly decidedOn: string | null
  readonly decisionReason: string | null
}
