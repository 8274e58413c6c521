import type { FieldRow } from './register.types.ts'
import type { UnitRef } from './types.gen.ts'

/** Services and matters as they are read over HTTP: the shapes of kernel/matters/matters.schemas.ts. */

export interface SourceRow {
  readonly instrument: string
  readonly article: string
  readonly certainty: 'found' | 'recalled'
}

export interface LengthRow {
  readonly n: number
  readonly unit: 'workingDay' | 'calendarDay' | 'month' | 'year' | 'hour'
}

export interface LimitRow {
  readonly id: string
  readonly limit: string
  readonly kind: 'legal' | 'promised'
  readonly label: string
  readonly rule: string
  readonly length: LengthRow
  readonly whose: 'unit' | 'applicant'
  readonly status: 'running' | 'stopped' | 'met' | 'missed' | 'void'
  readonly startedOn: string
  readonly startsOn: string
  readonly rawDue: string
  readonly dueOn: string
  readonly isProvisional: boolean
  readonly endedOn: string | null
  readonly daysLeft: number | null
  readonly light: 'green' | 'yellow' | 'red' | 'stopped' | 'done'
  readonly source: SourceRow
  readonly stops: readonly {
    readonly from: string
    readonly to: string | null
    readonly reason: string
    readonly reasonLabel: string
  }[]
  readonly extensions: readonly {
    readonly length: LengthRow
    readonly by: string
    readonly on: string
    readonly reason: string
  }[]
}

export interface CountedDay {
  readonly day: string
  readonly counts: boolean
  readonly why:
    | 'start'
    | 'weekday'
    | 'makeUp'
    | 'calendarDay'
    | 'weekend'
    | 'holiday'
    | 'stopped'
    | 'shifted'
    | 'extension'
  readonly words: string | null
  readonly isDue: boolean
}

/** The same tree as the server evaluates: FormCondition of kernel/matters/matter.types.ts. */
export type FormCondition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }

export type FormFieldRow = FieldRow & {
  readonly when: unknown
  readonly prefilledFrom: string | null
  readonly isSealed: boolean
}

export interface FormStepRow {
  readonly id: string
  readonly label: string
  readonly about: string | null
  readonly fields: readonly FormFieldRow[]
}

export interface MaterialSpec {
  readonly id: string
  readonly label: string
  readonly kind: 'original' | 'copy' | 'electronic'
  readonly copies: number
  readonly necessity: 'required' | 'optional' | 'later'
  readonly when: unknown
  readonly origin: 'applicant' | 'government' | 'other'
  readonly notes: string | null
  readonly several: boolean
  readonly sharedFrom: string | null
}

export type Entrance = 'account' | 'visit' | 'anonymous' | 'window' | 'staff'

export interface ServiceRow {
  readonly id: string
  readonly area: string
  readonly label: string
  readonly labelEn: string
  readonly about: string
  readonly unit: { readonly id: string; readonly name: string }
  readonly forWhom: readonly string[]
  readonly itemType: string
  readonly handling: 'atOnce' | 'promised'
  readonly promised: string
  readonly legal: string | null
  readonly fee: string
  readonly visits: number
  readonly entrances: readonly Entrance[]
  readonly isOpen: boolean
  readonly closedBecause: string | null
}

export interface GuideLimit {
  readonly id: string
  readonly label: string
  readonly rule: string
  readonly legal: string
  readonly promised: string | null
  readonly startsOn: string
  readonly stops: readonly string[]
  readonly source: SourceRow
}

export interface ServiceGuide extends ServiceRow {
  readonly version: number
  readonly effectiveOn: string
  readonly itemCode: string | null
  readonly conditions: readonly string[]
  readonly steps: readonly { readonly label: string; readonly what: string }[]
  readonly materials: readonly MaterialSpec[]
  readonly limits: readonly GuideLimit[]
  readonly result: { readonly label: string; readonly kind: string; readonly delivery: readonly string[] }
  readonly visitReason: string | null
  readonly online: string
  readonly acrossRegions: string
  readonly likelyOutcome: string
  readonly questions: readonly { readonly ask: string; readonly answer: string }[]
  readonly sources: readonly SourceRow[]
  readonly changes: readonly { readonly from: string; readonly what: string }[]
  readonly place: {
    readonly unit: string
    readonly address: string | null
    readonly hours: string | null
    readonly phone: string | null
    readonly complaints: string | null
  }
  readonly rating: { readonly count: number; readonly good: number; readonly average: number } | null
  readonly form: readonly FormStepRow[]
  readonly flow: unknown
}

export interface FlowPicture {
  readonly columns: number
  readonly rows: number
  readonly boxes: readonly FlowBox[]
  readonly arrows: readonly FlowArrow[]
}

export interface FlowBox {
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
}

export interface FlowArrow {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly by: readonly string[]
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface NextAct {
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

export interface MaterialRow {
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
  readonly at: string
  readonly byLabel: string
}

export interface DocumentRow {
  readonly id: string
  readonly document: string
  readonly label: string
  readonly number: string
  readonly title: string
  readonly issuedOn: string
  readonly byLabel: string
  readonly verificationCode: string
  readonly isSealed: boolean
  readonly revokedAt: string | null
}

export interface MissingMaterial {
  readonly material: string
  readonly label: string
  readonly laterBy: string | null
}

export interface MatterStatus {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeLabel: string
  readonly title: string
  readonly status: 'open' | 'suspended' | 'ended'
  readonly outcome: string | null
  readonly unit: string
  readonly phone: string | null
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
  readonly missing: readonly MissingMaterial[]
  readonly documents: readonly DocumentRow[]
  readonly next: readonly NextAct[]
  readonly mayRate: boolean
  readonly rating: { readonly level: number; readonly answer: string | null } | null
  readonly submittedOn: string
  readonly endedOn: string | null
}

export interface DraftRow {
  readonly id: string
  readonly type: string
  readonly typeLabel: string
  readonly version: number
  readonly step: string
  readonly revision: number
  readonly updatedAt: string
  readonly expiresAt: string
  readonly party: string | null
  readonly filled: number
  readonly asked: number
}

export interface DraftEntry {
  readonly by: 'applicant' | 'clerk' | 'prefill'
  readonly at: string
  readonly from: string | null
  readonly confirmed: boolean
}

export interface GivenMaterial {
  readonly id: string
  readonly material: string
  readonly evidenceId: string
  readonly fileName: string
  readonly origin: string
  readonly originWords: string | null
}

export interface DraftView extends DraftRow {
  readonly form: readonly FormStepRow[]
  readonly materials: readonly MaterialSpec[]
  readonly values: Readonly<Record<string, unknown>>
  readonly entries: Readonly<Record<string, DraftEntry>>
  readonly given: readonly GivenMaterial[]
  readonly shared: readonly { readonly material: string; readonly words: string }[]
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  readonly twin: { readonly isPaired: boolean; readonly expiresAt: string } | null
  readonly matterId: string | null
}

export type { UnitRef }
