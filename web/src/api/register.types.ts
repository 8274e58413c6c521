import type { Area, Sentence } from './types.gen.ts'

/** Registers 名录 as they are read over HTTP; the same shapes serve every register. */

export type FieldKind =
  | 'text'
  | 'choice'
  | 'choices'
  | 'codes'
  | 'integer'
  | 'decimal'
  | 'share'
  | 'money'
  | 'flag'
  | 'date'
  | 'link'
  | 'links'
  | 'unit'
  | 'attachments'
  | 'point'

export interface FieldRow {
  readonly name: string
  readonly kind: FieldKind
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
  readonly help: string | null
  readonly origin: string | null
  readonly sensitivity: 'open' | 'internal' | 'personal' | 'sensitive'
  readonly format: { readonly id: string; readonly label: Sentence; readonly example: string } | null
  readonly longest: number | null
  readonly multiline: boolean
  readonly choices: readonly { readonly value: string; readonly label: string; readonly labelEn: string }[]
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

export interface RegisterRow {
  readonly id: string
  readonly area: Area
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

export interface RegisterDescription extends RegisterRow {
  readonly fields: readonly FieldRow[]
  readonly key: readonly string[]
  readonly title: string
  readonly columns: readonly string[]
  readonly validity: { readonly from: string; readonly until: readonly string[] } | null
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

export type FilterBy = 'is' | 'isNot' | 'in' | 'contains' | 'startsWith' | 'within' | 'isSet' | 'holds' | 'condition'

export interface Filter {
  readonly field: string
  readonly by: FilterBy
  readonly value: unknown
}

export type Values = Readonly<Record<string, unknown>>

export interface RecordUnit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly dissolvedOn: string | null
}

export interface RecordRow {
  readonly id: string
  readonly revision: number
  readonly label: string
  readonly unit: RecordUnit | null
  readonly expectedOn: string | null
  readonly inForce: boolean | null
  readonly values: Values
  readonly doubts: readonly { readonly field: string; readonly message: Sentence }[]
  readonly recordedAt: string
  readonly demonstration: boolean
}

export interface RecordPage {
  readonly rows: readonly RecordRow[]
  readonly next: string | null
  readonly count: number | null
  readonly countIsExact: boolean
  readonly totals: Readonly<Record<string, number>>
}

export interface RecordOrigin {
  readonly kind: 'form' | 'import' | 'demonstration' | 'matter'
  readonly runId: string | null
  readonly fileName: string | null
  readonly evidenceId: string | null
  readonly sheet: string | null
  readonly row: number | null
}

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface RevisionRow {
  readonly revision: number
  readonly recordedAt: string
  readonly replacedAt: string | null
  readonly act: string
  readonly byLabel: string
  readonly reason: string | null
  readonly journalSequence: number | null
  readonly origin: RecordOrigin
  readonly changes: readonly FieldChange[]
}

export interface RelatedRecords {
  readonly register: string
  readonly registerLabel: string
  readonly field: string
  readonly fieldLabel: string
  readonly count: number
  readonly rows: readonly RecordRow[]
}

export interface Mistake {
  readonly id: string
  readonly field: string | null
  readonly words: string
  readonly at: string
  readonly byLabel: string
  readonly answer: string | null
  readonly outcome: 'corrected' | 'kept' | null
}

export interface RecordCondition {
  readonly name: string
  readonly label: string
  readonly holds: boolean
  readonly from: string | null
  readonly until: string | null
  readonly reasons: readonly Sentence[]
}

export interface RecordDetail extends RecordRow {
  readonly register: string
  readonly state: 'living' | 'merged' | 'removed'
  readonly mergedInto: { readonly id: string; readonly label: string } | null
  readonly origin: RecordOrigin
  readonly revisions: readonly RevisionRow[]
  readonly related: readonly RelatedRecords[]
  readonly conditions: readonly RecordCondition[]
  readonly deadlines: readonly {
    readonly field: string
    readonly label: string
    readonly on: string
    readonly days: number
  }[]
  readonly mistakes: readonly Mistake[]
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

export interface SavedView {
  readonly id: string
  readonly label: string
  readonly isShared: boolean
  readonly isOwn: boolean
  readonly state: Readonly<Record<string, unknown>>
}

export interface DuplicateGroup {
  readonly why: Sentence
  readonly confidence: number
  readonly rows: readonly RecordRow[]
}

export interface BulkOutcome {
  readonly changed: number
  readonly unchanged: number
  readonly refused: readonly { readonly id: string; readonly label: string; readonly message: Sentence }[]
}
