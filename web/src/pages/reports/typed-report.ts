import type { MilestonePart, ReportContent, ReportDetail, ValueState } from '../../api/types.gen.ts'
import { parseFigure } from '../../format/parse-figure.ts'

/** A report as it stands in the form: numbers as they were typed, so that 3.5万 stays 3.5万 under the fingers. */
export interface TypedReport {
  readonly progress: string
  readonly narrative: string
  readonly problems: string
  readonly nextSteps: string
  readonly valueState: ValueState | null
  readonly value: string
  readonly numerator: string
  readonly denominator: string
  readonly valueReason: string
  readonly cutoffOn: string
  readonly parts: readonly MilestonePart[] | null
}

export type NumberField = 'progress' | 'value' | 'numerator' | 'denominator'

export function typedFrom(content: ReportContent): TypedReport {
  const figure = (value: number | null) => (value === null ? '' : String(value))
  return {
    ...content,
    progress: figure(content.progress),
    value: figure(content.value),
    numerator: figure(content.numerator),
    denominator: figure(content.denominator),
    valueReason: content.valueReason ?? '',
    cutoffOn: content.cutoffOn ?? '',
  }
}

const nothing: ReportContent = {
  progress: null,
  narrative: '',
  problems: '',
  nextSteps: '',
  valueState: null,
  value: null,
  numerator: null,
  denominator: null,
  valueReason: null,
  cutoffOn: null,
  parts: null,
}

/** What the form begins with: the report as it is kept, else what the platform knows to begin with. */
export function startingContent(detail: ReportDetail): ReportContent {
  return detail.report?.content ?? detail.prefill?.content ?? nothing
}

/**
 * What is sent. A number that nobody touched goes as the number it is: the quotient of a ratio has more decimals than
 * anybody types. What was typed goes as it was typed, and the server says how it read it.
 */
export function contentToSend(typed: TypedReport, detail: ReportDetail): Readonly<Record<string, unknown>> {
  const stored = startingContent(detail)
  const number = (field: NumberField) => {
    const text = typed[field].trim()
    if (text === '') return null
    return text === String(stored[field]) ? stored[field] : text
  }
  const words = { narrative: typed.narrative, problems: typed.problems, nextSteps: typed.nextSteps }
  if (detail.duty.item.kind === 'task') return { progress: number('progress'), ...words }
  if (detail.duty.item.kind === 'milestone') return { parts: typed.parts, ...words }
  const absent = typed.valueState !== null && typed.valueState !== 'value'
  const ratio = detail.target?.ratio === true
  return {
    valueState: typed.valueState,
    value: absent || ratio ? null : number('value'),
    numerator: absent ? null : number('numerator'),
    denominator: absent ? null : number('denominator'),
    valueReason: typed.valueReason,
    cutoffOn: typed.cutoffOn === '' ? null : typed.cutoffOn,
    ...words,
  }
}

export function sameTyped(a: TypedReport, b: TypedReport): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder(typed: TypedReport) {
  return Object.keys(nothing).map((field) => typed[field as keyof TypedReport])
}

/** The figure that stands in a field, for what is shown while one types; null while it is none. */
export function plainNumber(text: string): number | null {
  const figure = parseFigure(text) ?? null
  return figure !== null && figure < 0 ? null : figure
}

/** The quotient that the two numbers make, in the unit of the target; null while one is missing or nothing divides. */
export function quotientOf(numerator: string, denominator: string, unit: string): number | null {
  const over = plainNumber(numerator)
  const under = plainNumber(denominator)
  if (over === null || under === null || under === 0) return null
  const factor = { '%': 100, '％': 100, '‰': 1000 }[unit] ?? 1
  return (over * factor) / under
}
