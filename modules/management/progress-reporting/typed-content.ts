import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import type { FieldProblem, Localized } from '@qiangxian/kernel/errors/define-errors'
import { Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { MilestonePart, type ReportContent, ValueState } from '@qiangxian/kernel/progress/progress.schemas'
import { emptyContent } from '@qiangxian/kernel/progress/report-record'
import type { ReportSubject } from '@qiangxian/kernel/progress/report-subject'
import Type, { type Static } from 'typebox'
import { readTypedNumber } from './typed-number.ts'

const TypedNumber = Type.Optional(
  Nullable(Type.Union([Type.Number(), Type.String({ maxLength: 60, description: '3.5万 and full-width digits too' })])),
)
const Words = Type.Optional(Type.String({ maxLength: 4_000 }))

/** What a unit says, as it was typed: numbers may be texts, and what is left out is not said. */
export const TypedContent = Type.Object(
  {
    progress: TypedNumber,
    narrative: Words,
    problems: Words,
    nextSteps: Words,
    valueState: Type.Optional(Nullable(ValueState)),
    value: TypedNumber,
    numerator: TypedNumber,
    denominator: TypedNumber,
    valueReason: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
    cutoffOn: Type.Optional(Nullable(Type.String({ maxLength: 10 }))),
    parts: Type.Optional(Nullable(Type.Array(MilestonePart, { maxItems: 30 }))),
  },
  { additionalProperties: false },
)
export type TypedContent = Static<typeof TypedContent>

export const labels = {
  progress: { zh: '进度', en: 'Progress' },
  narrative: { zh: '进展情况', en: 'What was done' },
  problems: { zh: '存在问题', en: 'Problems' },
  nextSteps: { zh: '下一步', en: 'Next steps' },
  valueState: { zh: '数值状态', en: 'State of the value' },
  value: { zh: '数值', en: 'Value' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  valueReason: { zh: '说明', en: 'Reason' },
  cutoffOn: { zh: '数据截止日', en: 'Cut-off day' },
  parts: { zh: '完成情况', en: 'Parts' },
} as const satisfies Record<keyof ReportContent, Localized>

/** What a report of each kind is asked for; the other fields stay empty. */
export const fieldsOf = {
  target: [
    ...['valueState', 'value', 'numerator', 'denominator', 'valueReason', 'cutoffOn'],
    ...['narrative', 'problems', 'nextSteps'],
  ],
  task: ['progress', 'narrative', 'problems', 'nextSteps'],
  milestone: ['parts', 'narrative', 'problems', 'nextSteps'],
} as const satisfies Record<ReportSubject['kind'], readonly string[]>

/**
 * Typed content as a report holds it. A draft may be unfinished, but what stands in it is what it says to be: numbers
 * are numbers, days are days, and a task has no value.
 *
 * @param at where the content stands in what was sent, for the paths of the problems
 */
export function readTypedContent(
  typed: TypedContent,
  subject: ReportSubject,
  at: string,
): { readonly content: ReportContent; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const content: ReportContent = { ...emptyContent, ...wordsOf(typed) }
  const allowed: readonly string[] = fieldsOf[subject.kind]
  for (const [field, given] of Object.entries(typed)) {
    if (allowed.includes(field) || given === null || given === '' || given === undefined) continue
    problems.push({ path: `${at}/${field}`, message: notAsked(field as keyof ReportContent, subject) })
  }
  for (const field of ['progress', 'value', 'numerator', 'denominator'] as const) {
    const given = typed[field]
    if (given === null || given === undefined || given === '' || !allowed.includes(field)) continue
    const read = readTypedNumber(given, labels[field], {
      unit: unitOf(field, subject),
      allowNegative: field === 'value' && subject.kind === 'target' && subject.target.kind === 'growth',
    })
    if (read.ok) content[field] = read.value
    else problems.push({ path: `${at}/${field}`, message: read.message })
  }
  if (content.progress !== null && content.progress > 100) {
    problems.push({ path: `${at}/progress`, message: progressAbove(content.progress) })
  }
  if (subject.kind === 'target') {
    content.valueState = typed.valueState ?? (content.value === null && content.numerator === null ? null : 'value')
    content.valueReason = emptyAsNull(typed.valueReason)
    content.cutoffOn = emptyAsNull(typed.cutoffOn)
    if (content.valueState !== 'value' && content.value !== null) {
      problems.push({ path: `${at}/value`, message: valueBesideState })
    }
    if (content.cutoffOn !== null && !isCivilDate(content.cutoffOn)) {
      problems.push({ path: `${at}/cutoffOn`, message: noDate(labels.cutoffOn, content.cutoffOn) })
    }
  }
  if (subject.kind === 'milestone') {
    content.parts = typed.parts ?? null
    for (const [index, { on }] of (content.parts ?? []).entries()) {
      if (on === null || isCivilDate(on)) continue
      problems.push({ path: `${at}/parts/${index}/on`, message: noDate({ zh: '日期', en: 'Date' }, on) })
    }
  }
  return { content, problems }
}

function wordsOf({ narrative = '', problems = '', nextSteps = '' }: TypedContent) {
  return { narrative: narrative.trim(), problems: problems.trim(), nextSteps: nextSteps.trim() }
}

function unitOf(field: 'progress' | 'value' | 'numerator' | 'denominator', subject: ReportSubject) {
  if (field === 'progress') return '%'
  return field === 'value' && subject.kind === 'target' ? subject.target.unit : undefined
}

function emptyAsNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

const subjectWords: Readonly<Record<ReportSubject['kind'], Localized>> = {
  target: { zh: '目标的报送', en: 'report of a target' },
  task: { zh: '任务的报送', en: 'report of a task' },
  milestone: { zh: '里程碑的报送', en: 'report of a milestone' },
}

function notAsked(field: keyof ReportContent, subject: ReportSubject): Localized {
  const label = labels[field] ?? { zh: field, en: field }
  const about = subjectWords[subject.kind]
  return {
    zh: `${about.zh}没有“${label.zh}”这一项，请留空。`,
    en: `A ${about.en} has no “${label.en}”. Leave it empty.`,
  }
}

function progressAbove(progress: number): Localized {
  return {
    zh: `进度 ${progress}% 超过 100%。请填 0 到 100 之间的数。`,
    en: `Progress of ${progress}% is above 100%. Enter a number from 0 to 100.`,
  }
}

const valueBesideState: Localized = {
  zh: '数值状态不是“有值”，却填了数值。请删去数值，或把状态改为“有值”。',
  en: 'There is a value although its state says that there is none. Delete it, or change the state to “value”.',
}

function noDate(label: Localized, text: string): Localized {
  return {
    zh: `${label.zh}“${text}”不是存在的日期。请写成 2026-10-31 这样的日期。`,
    en: `${label.en} “${text}” is no date that exists. Write it like 2026-10-31.`,
  }
}
