import type { Area, Light, Sentence, UnitRef } from './types.gen.ts'

/** A part of a formula with its own value. */
export interface IndicatorInput {
  /** its place in the tree: `of`, `to.residents` */
  readonly path: string
  readonly label: Sentence
  readonly unit: string
  readonly value: number | null
  readonly missing: Sentence | null
  readonly register: string | null
  readonly records: number | null
}

export type IndicatorState = 'computed' | 'frozen' | 'missing'

export interface IndicatorRow {
  readonly id: string
  readonly code: string | null
  readonly label: string
  readonly labelEn: string
  readonly unit: string
  readonly decimals: number
  readonly better: 'higher' | 'lower'
  readonly value: number | null
  readonly missing: Sentence | null
  readonly state: IndicatorState
  readonly target: { readonly itemId: string; readonly comparator: string | null; readonly value: number | null } | null
  readonly light: Light | null
  readonly version: number
  readonly asOf: string
  readonly official: { readonly value: number; readonly on: string; readonly source: string | null } | null
  readonly area?: Area | null
  readonly trend?: readonly { readonly on: string; readonly value: number | null }[]
}

export interface ProvingRecord {
  readonly register: string
  readonly id: string
  readonly label: string
}

export interface CountedReason {
  readonly holds: boolean
  readonly zh: string
  readonly en: string
  readonly record: ProvingRecord | null
}

export interface CountedRecord {
  readonly register: string
  readonly id: string
  readonly label: string
  readonly counts: boolean
  readonly weight: number
  readonly unit: UnitRef | null
  readonly from: string | null
  readonly until: string | null
  readonly reasons: readonly CountedReason[]
}

export interface RecordsPage {
  readonly records: readonly CountedRecord[]
  readonly next: string | null
  readonly counting?: number | null
  readonly notCounting?: number | null
  /** where records count by any of several grounds: how many meet each, and how many that one only */
  readonly grounds?: readonly {
    readonly zh: string
    readonly en: string
    readonly records: number
    readonly alone: number
  }[]
}

export interface SeriesPoint {
  readonly on: string
  readonly period: string
  readonly value: number | null
  readonly missing: Sentence | null
  readonly version: number
  readonly frozen: number | null
  readonly official: number | null
}

export interface DefinitionVersion {
  readonly version: number
  readonly validFrom: string
  readonly origin: 'declared' | 'edited'
  readonly reason: string
  readonly decidedAt: string
  readonly byLabel: string
  readonly formula: string
  readonly sentence: Sentence
  readonly definition: unknown
}

export interface UsedCondition {
  readonly register: string
  readonly name: string
  readonly label: string
  readonly meaning: string
  readonly sentence: Sentence
}

export interface IndicatorForecast {
  readonly on: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly method: string
  readonly points: number
  readonly meets: boolean
}

export interface IndicatorDetail extends IndicatorRow {
  readonly meaning: string
  readonly caveats: readonly string[]
  readonly dataFrom: string
  readonly source: string
  readonly byUnit: boolean
  readonly formula: string
  readonly sentence: Sentence
  readonly tree: unknown
  readonly inputs: readonly IndicatorInput[]
  readonly conditions: readonly UsedCondition[]
  readonly parameters: readonly { readonly key: string; readonly label: string; readonly value: string }[]
  readonly versions: readonly DefinitionVersion[]
  readonly series: readonly SeriesPoint[]
  readonly units: readonly UnitFigure[]
  readonly forecast: IndicatorForecast | null
  readonly warnings: readonly Sentence[]
  readonly expected: { readonly records: number; readonly value: number | null }
  readonly may: { readonly define: boolean; readonly freeze: boolean }
}

export interface UnitFigure {
  readonly unit: UnitRef
  readonly value: number | null
  readonly missing: Sentence | null
  readonly share: number | null
}

/** The figure of one unit, or of another day than today. */
export interface IndicatorValue {
  readonly code: string
  readonly indicator: string
  readonly label: string
  readonly value: number | null
  readonly missing?: Sentence
  readonly unit: string
  readonly scope: UnitRef | null
  readonly state: IndicatorState
  readonly target: number | null
  readonly comparator: string | null
  readonly met: boolean | null
  readonly light: Light | null
  readonly formula: string
  readonly sentence: Sentence
  readonly inputs: readonly IndicatorInput[]
  readonly version: number
  readonly asOf: string
  readonly computedAt: string
  readonly frozen: {
    readonly value: number | null
    readonly at: string
    readonly byLabel: string
    readonly changedRecords: number
  } | null
}

export interface WaterfallStep {
  readonly label: Sentence
  readonly change: number
  readonly records: number | null
  readonly kind: 'joined' | 'left' | 'amount' | 'denominator' | 'definition' | 'rest'
  readonly path: string | null
}

export interface Waterfall {
  readonly indicator: string
  readonly from: string
  readonly to: string
  readonly unit: string
  readonly start: number | null
  readonly end: number | null
  readonly steps: readonly WaterfallStep[]
}

export interface DefinitionPreview {
  readonly formula: string
  readonly sentence: Sentence
  readonly unit: string
  readonly problems: readonly { readonly path: string; readonly message: Sentence }[]
  readonly warnings: readonly Sentence[]
  readonly points: readonly { readonly on: string; readonly now: number | null; readonly proposed: number | null }[]
  readonly units: readonly {
    readonly unit: UnitRef
    readonly now: number | null
    readonly proposed: number | null
  }[]
  readonly joining: { readonly count: number; readonly some: readonly CountedRecord[] }
  readonly leaving: { readonly count: number; readonly some: readonly CountedRecord[] }
}

export interface Drift {
  readonly indicator: string
  readonly scope: UnitRef | null
  readonly period: string
  readonly on: string
  readonly frozen: number | null
  readonly now: number | null
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

export interface WhatIf {
  readonly indicator: string
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
    readonly expectedOn: string
  }[]
}

export interface Finding {
  readonly id: string
  readonly rule: string
  readonly ruleLabel: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string }
  readonly field: string | null
  readonly message: Sentence
  readonly remedy: Sentence
  readonly unit: UnitRef | null
  readonly foundOn: string
  readonly dueOn: string | null
  readonly overdue: boolean
  readonly status: 'open' | 'resolved' | 'explained'
  readonly explanation: string | null
}

/** A condition with a name: what it means, how it is written, which indicators stand on it. */
export interface ConditionDetail {
  readonly register: string
  readonly name: string
  readonly label: string
  readonly meaning: string
  readonly sentence: Sentence
  readonly tree: unknown
  readonly versions: readonly DefinitionVersion[]
  readonly usedBy: readonly { readonly id: string; readonly label: string }[]
  readonly may: { readonly define: boolean }
}
