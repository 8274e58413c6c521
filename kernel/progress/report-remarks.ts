import { compare, dividedBy, exact, minus } from '@qiangxian/engines/indicator/exact'
import { figure } from '@qiangxian/engines/indicator/figures'
import type { Localized } from '../errors/define-errors.ts'
import type { ReportContent } from './progress.schemas.ts'
import type { ReportSubject } from './report-subject.ts'

/** What a report is held against. */
export interface RemarkFacts {
  readonly subject: ReportSubject
  readonly period: string
  readonly scope: 'county' | 'unit'
  readonly content: ReportContent
  /** what was said for the periods before, latest first; the three last are looked at */
  readonly earlier: readonly { readonly period: string; readonly content: ReportContent }[]
  /** of a county's value: what the units reported for the same period; null where the target is not shared out */
  readonly unitTotal: { readonly sum: number; readonly reported: number; readonly of: number } | null
  /** files of evidence */
  readonly evidence: number
  /** calendar days after the due day on which it was submitted, or today while it is not; 0 in time */
  readonly daysLate: number
}

/** of the last period's value */
const jump = exact(0.5)

/**
 * What deserves a second look before a report is checked (疑点提示). None of it is an error: a remark asks, a person
 * decides.
 */
export function remarksOn(facts: RemarkFacts): Localized[] {
  return [
    ...lateness(facts),
    ...movement(facts),
    ...standstill(facts),
    ...unitsAndCounty(facts),
    ...evidenceMissing(facts),
  ]
}

/** The last value, when the report says less although the target only adds up; null where nothing fell. */
export function fellBackFrom({ subject, period, content, earlier }: RemarkFacts): number | null {
  const before = figureOf(earlier[0]?.content)
  const now = figureOf(content)
  if (subject.kind !== 'target' || now === null || before === null || now >= before) return null
  if (subject.value.cumulative === 'never') return null
  const isSameYear = period.slice(0, 4) === earlier[0]?.period.slice(0, 4)
  return subject.value.cumulative === 'withinYear' && !isSameYear ? null : before
}

function lateness({ daysLate }: RemarkFacts): Localized[] {
  if (daysLate <= 0) return []
  return [{ zh: `迟报 ${daysLate} 天`, en: `${daysLate} days late` }]
}

function movement(facts: RemarkFacts): Localized[] {
  const { subject, content, earlier } = facts
  if (subject.kind === 'task') return progressFell(content, earlier[0]?.content)
  if (subject.kind !== 'target') return []
  const { unit } = subject.target
  const fellFrom = fellBackFrom(facts)
  const now = figureOf(content)
  if (fellFrom !== null && now !== null) {
    return [
      {
        zh: `累计值比上期减少：上期 ${figure(fellFrom)}${unit}，本期 ${figure(now)}${unit}`,
        en: `A cumulative value fell: ${figure(fellFrom)} ${unit} before, ${figure(now)} ${unit} now`,
      },
    ]
  }
  const before = figureOf(earlier[0]?.content)
  const startsAnew =
    subject.value.cumulative === 'withinYear' && facts.period.slice(0, 4) !== earlier[0]?.period.slice(0, 4)
  if (now === null || before === null || before === 0 || startsAnew) return []
  const change = dividedBy(minus(exact(now), exact(before)), exact(Math.abs(before)))
  const size = change.over < 0n ? { ...change, over: -change.over } : change
  if (compare(size, jump) <= 0) return []
  const percent = figure(Math.round(Math.abs((now - before) / before) * 100))
  return [
    {
      zh: `比上期${now > before ? '增加' : '减少'} ${percent}%：上期 ${figure(before)}${unit}，本期 ${figure(now)}${unit}`,
      en: `${percent}% ${now > before ? 'more' : 'less'} than last time: ${figure(before)} ${unit} before, ${figure(now)} ${unit} now`,
    },
  ]
}

function progressFell(content: ReportContent, before: ReportContent | undefined): Localized[] {
  const [now, then] = [content.progress, before?.progress ?? null]
  if (now === null || then === null || now >= then) return []
  return [
    {
      zh: `进度比上期退回：上期 ${figure(then)}%，本期 ${figure(now)}%`,
      en: `Progress fell back: ${figure(then)}% before, ${figure(now)}% now`,
    },
  ]
}

function standstill({ subject, content, earlier }: RemarkFacts): Localized[] {
  const measure = (each: ReportContent) => (subject.kind === 'task' ? each.progress : figureOf(each))
  const now = measure(content)
  const isFinished = subject.kind === 'task' && now === 100
  if (subject.kind === 'milestone' || now === null || earlier.length < 3 || isFinished) return []
  if (!earlier.slice(0, 3).every((each) => measure(each.content) === now)) return []
  const unit = subject.kind === 'target' ? subject.target.unit : '%'
  return [
    {
      zh: `与前三期相同，都是 ${figure(now)}${unit}`,
      en: `The same as the three periods before: ${figure(now)} ${unit}`,
    },
  ]
}

function unitsAndCounty({ subject, scope, content, unitTotal }: RemarkFacts): Localized[] {
  const now = figureOf(content)
  if (subject.kind !== 'target' || scope !== 'county' || unitTotal === null || now === null) return []
  if (!subject.value.additive || unitTotal.reported === 0 || unitTotal.sum === now) return []
  const { unit } = subject.target
  const { sum, reported, of } = unitTotal
  return [
    {
      zh: `全县值 ${figure(now)}${unit} 与各单位合计 ${figure(sum)}${unit} 不一致（${of} 个单位中 ${reported} 个已报）`,
      en: `The county's ${figure(now)} ${unit} differs from the units' total of ${figure(sum)} ${unit} (${reported} of ${of} units reported)`,
    },
  ]
}

function evidenceMissing({ subject, content, evidence }: RemarkFacts): Localized[] {
  const claims =
    subject.kind === 'milestone'
      ? (content.parts ?? []).some(({ status }) => status !== 'open')
      : content.valueState === 'value' || (content.progress ?? 0) > 0
  return evidence > 0 || !claims ? [] : [{ zh: '没有附佐证', en: 'No evidence is attached' }]
}

function figureOf(content: ReportContent | undefined): number | null {
  return content?.valueState === 'value' ? content.value : null
}
