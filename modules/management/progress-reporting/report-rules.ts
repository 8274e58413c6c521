import { compare, dividedBy, exact, times, toNumber } from '@qiangxian/engines/indicator/exact'
import { figure } from '@qiangxian/engines/indicator/figures'
import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import type { FieldProblem, Localized } from '@qiangxian/kernel/errors/define-errors'
import type { PlanMilestone } from '@qiangxian/kernel/plan/plan-snapshot'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { fellBackFrom } from '@qiangxian/kernel/progress/report-remarks'
import type { ReportSubject, ValueRules } from '@qiangxian/kernel/progress/report-subject'
import { valueStateWords } from '@qiangxian/kernel/progress/report-words'

/** What a report is judged by when its head signs it. */
export interface SubmissionFacts {
  readonly subject: ReportSubject
  readonly content: ReportContent
  readonly scope: 'county' | 'unit'
  readonly period: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly today: string
  /** what was said for the period before, if anything */
  readonly earlier: readonly { readonly period: string; readonly content: ReportContent }[]
}

/**
 * What a report must say before it can be submitted: every fault at once, each with what to do about it. An empty list
 * means that it may go.
 *
 * A value that falls is no fault: it needs a reason, and the office sees a remark.
 *
 * @source 统计法（2024 修正）第八条、第二十四条: true, full and in time; whoever signs answers for it
 */
export function submissionProblems(facts: SubmissionFacts, at = ''): readonly FieldProblem[] {
  const { subject, content } = facts
  switch (subject.kind) {
    case 'target':
      return targetProblems(facts, subject, at)
    case 'task':
      return [
        ...(content.progress === null ? [problem(at, 'progress', words.progressMissing)] : []),
        ...(content.narrative === '' ? [problem(at, 'narrative', words.narrativeMissing)] : []),
      ]
    case 'milestone':
      return milestoneProblems(content, partsOf(subject.milestone), facts.today, at)
  }
}

/**
 * The content as it is submitted: the value of a ratio is what its two numbers make, and not what somebody rounded.
 * 19.6 that was typed as 20 does not meet a target of 20.
 */
export function settledContent(content: ReportContent, subject: ReportSubject): ReportContent {
  if (subject.kind !== 'target' || !subject.value.ratio || content.valueState !== 'value') return content
  const quotient = quotientOf(content, subject.value)
  return quotient === undefined ? content : { ...content, value: quotient }
}

type TargetSubject = Extract<ReportSubject, { kind: 'target' }>

function targetProblems(facts: SubmissionFacts, { target, value: rules }: TargetSubject, at: string): FieldProblem[] {
  const { content } = facts
  const { valueState } = content
  if (valueState === null) return [problem(at, 'valueState', words.stateMissing)]
  const found = cutoffProblems(facts, at)
  if (valueState !== 'value') {
    if (content.valueReason === null) found.push(problem(at, 'valueReason', reasonMissing(valueStateWords[valueState])))
    return found
  }
  if (rules.ratio) return [...found, ...ratioProblems(content, rules, target.unit, at)]
  if (content.value === null) return [...found, problem(at, 'value', words.valueMissing)]
  if (rules.highest !== null && content.value > rules.highest) {
    found.push(problem(at, 'value', aboveWhole(content.value, target.unit, rules.highest)))
  }
  if (rules.whole && !Number.isInteger(content.value)) {
    found.push(problem(at, 'value', notWhole(content.value, target.unit)))
  }
  const before = fellBackFrom({ ...facts, unitTotal: null, evidence: 0, daysLate: 0 })
  if (before !== null && content.valueReason === null) {
    found.push(problem(at, 'valueReason', fell(before, content.value, target.unit)))
  }
  return found
}

function ratioProblems(content: ReportContent, rules: ValueRules, unit: string, at: string): FieldProblem[] {
  const { numerator, denominator, value } = content
  const found = [
    ...(numerator === null ? [problem(at, 'numerator', words.numeratorMissing)] : []),
    ...(denominator === null ? [problem(at, 'denominator', words.denominatorMissing)] : []),
  ]
  if (numerator === null || denominator === null) return found
  if (denominator === 0) return [problem(at, 'denominator', words.denominatorZero)]
  const quotient = quotientOf(content, rules)
  if (quotient === undefined) return []
  if (rules.highest !== null && quotient > rules.highest) {
    return [problem(at, 'numerator', aboveQuotient(numerator, denominator, quotient, unit))]
  }
  if (value !== null && !isRoundingOf(value, numerator, denominator, rules.factor)) {
    return [problem(at, 'value', notTheQuotient(value, numerator, denominator, quotient, unit))]
  }
  return []
}

function quotientOf({ numerator, denominator }: ReportContent, { factor }: ValueRules): number | undefined {
  if (numerator === null || denominator === null || denominator === 0) return undefined
  return toNumber(dividedBy(times(exact(numerator), exact(factor)), exact(denominator)))
}

/** Whether the typed value is the quotient rounded to as many decimals as it has, one unit of the last at most apart. */
function isRoundingOf(value: number, numerator: number, denominator: number, factor: number): boolean {
  const decimals = (String(value).split('.')[1] ?? '').length
  const half = { over: 5n, under: 10n ** BigInt(decimals + 1) }
  const quotient = dividedBy(times(exact(numerator), exact(factor)), exact(denominator))
  const typed = exact(value)
  const difference = quotient.over * typed.under - typed.over * quotient.under
  const size = { over: difference < 0n ? -difference : difference, under: quotient.under * typed.under }
  return compare(size, half) <= 0
}

function cutoffProblems({ content, periodStart, periodEnd, today }: SubmissionFacts, at: string): FieldProblem[] {
  const { cutoffOn } = content
  if (cutoffOn === null) {
    return content.valueState === 'value' ? [problem(at, 'cutoffOn', cutoffMissing(periodEnd))] : []
  }
  if (!isCivilDate(cutoffOn)) return [problem(at, 'cutoffOn', words.noDate)]
  if (cutoffOn > today) return [problem(at, 'cutoffOn', cutoffInFuture(cutoffOn, today))]
  if (periodStart !== null && periodEnd !== null && (cutoffOn < periodStart || cutoffOn > periodEnd)) {
    return [problem(at, 'cutoffOn', cutoffOutside(cutoffOn, periodStart, periodEnd))]
  }
  return []
}

/** What a milestone is made of; one that names no parts is its own only one. */
export function partsOf({ parts, name }: PlanMilestone): readonly string[] {
  return parts.length === 0 ? [name] : parts
}

function milestoneProblems(
  content: ReportContent,
  asked: readonly string[],
  today: string,
  at: string,
): FieldProblem[] {
  const parts = content.parts ?? []
  const isWhole = parts.length === asked.length && asked.every((label) => parts.some((part) => part.label === label))
  if (!isWhole) return [problem(at, 'parts', partsMissing(asked))]
  const found = content.narrative === '' ? [problem(at, 'narrative', words.narrativeMissing)] : []
  for (const [index, part] of parts.entries()) {
    const missing = (field: string, message: Localized) => problem(`${at}/parts/${index}`, field, message)
    if (part.status === 'open') continue
    if (part.on === null) found.push(missing('on', of(part.label, words.dateMissing)))
    else if (part.on > today) found.push(missing('on', of(part.label, words.dateInFuture)))
    if (part.status === 'applied') continue
    if (blank(part.documentNo)) found.push(missing('documentNo', of(part.label, words.documentNoMissing)))
    if (blank(part.documentTitle)) found.push(missing('documentTitle', of(part.label, words.documentTitleMissing)))
  }
  return found
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === ''
}

function problem(at: string, field: string, message: Localized): FieldProblem {
  return { path: `${at}/${field}`, message }
}

function of(label: string, { zh, en }: Localized): Localized {
  return { zh: `“${label}”${zh}`, en: `“${label}”: ${en}` }
}

const words = {
  stateMissing: {
    zh: '没有数值状态。请填数值；没有数值的，选“缺数”“不适用”或“不公开”并说明原因。',
    en: 'The value has no state. Enter the value, or choose missing, not applicable or suppressed and say why.',
  },
  valueMissing: {
    zh: '没有填数值。请填数值；没有数值的，把状态改为“缺数”“不适用”或“不公开”并说明原因。0 要写成 0。',
    en: 'There is no value. Enter it, or change its state and say why. Zero is written as 0.',
  },
  numeratorMissing: {
    zh: '占比类目标要填分子。请填分子，数值由平台计算。',
    en: 'A ratio needs its numerator. Enter it; the value is computed.',
  },
  denominatorMissing: {
    zh: '占比类目标要填分母。请填分母，数值由平台计算。',
    en: 'A ratio needs its denominator. Enter it; the value is computed.',
  },
  denominatorZero: {
    zh: '分母是 0，算不出占比。请核对分母；本期确实没有的，状态选“不适用”并说明原因。',
    en: 'The denominator is 0, and nothing can be divided by it. Check it, or choose “not applicable” and say why.',
  },
  noDate: {
    zh: '数据截止日不是存在的日期。请写成 2026-10-31 这样的日期。',
    en: 'The cut-off day is no date that exists. Write it like 2026-10-31.',
  },
  progressMissing: {
    zh: '没有填进度。请填 0 到 100 之间的数；还没有开始的填 0。',
    en: 'Progress is missing. Enter a number from 0 to 100; 0 where nothing has begun.',
  },
  narrativeMissing: {
    zh: '没有写进展情况。请写明本期做了什么；没有进展的，写明原因。',
    en: 'There are no words on what was done. Say what was done, or why nothing was.',
  },
  dateMissing: { zh: '没有填日期。请填申报或完成的日期。', en: 'its date is missing. Enter the day.' },
  dateInFuture: { zh: '的日期还没有到。请核对日期。', en: 'its date is in the future. Check it.' },
  documentNoMissing: {
    zh: '已完成，但没有填文号。请填批准或发文的文号。',
    en: 'it is done without a document number. Enter the number of the approval.',
  },
  documentTitleMissing: {
    zh: '已完成，但没有填文件名称。请填批准或发文的名称。',
    en: 'it is done without a document. Enter the title of the approval.',
  },
} as const satisfies Record<string, Localized>

function reasonMissing(state: Localized): Localized {
  return {
    zh: `数值状态是“${state.zh}”，没有说明原因。请在“说明”里写明。`,
    en: `The state is “${state.en}” without a reason. Say why.`,
  }
}

function aboveWhole(value: number, unit: string, highest: number): Localized {
  return {
    zh: `占比 ${figure(value)}${unit} 超过 ${highest}${unit}。请核对数值和单位。`,
    en: `A share of ${figure(value)} ${unit} is above ${highest} ${unit}. Check the value and its unit.`,
  }
}

function aboveQuotient(numerator: number, denominator: number, quotient: number, unit: string): Localized {
  return {
    zh: `分子 ${figure(numerator)} 大于分母 ${figure(denominator)}，占比 ${figure(quotient)}${unit} 超过全部。请核对分子、分母是否填反、是否同一统计期。`,
    en: `The numerator ${figure(numerator)} is larger than the denominator ${figure(denominator)}: ${figure(quotient)} ${unit} is more than the whole. Check whether they are swapped or of different periods.`,
  }
}

function notTheQuotient(
  value: number,
  numerator: number,
  denominator: number,
  quotient: number,
  unit: string,
): Localized {
  return {
    zh: `数值 ${figure(value)}${unit} 与分子 ${figure(numerator)} ÷ 分母 ${figure(denominator)} = ${figure(quotient)}${unit} 不符。请改正其中之一，或把数值留空由平台计算。`,
    en: `The value ${figure(value)} ${unit} is not ${figure(numerator)} ÷ ${figure(denominator)} = ${figure(quotient)} ${unit}. Correct one of them, or leave the value empty to have it computed.`,
  }
}

function notWhole(value: number, unit: string): Localized {
  return {
    zh: `${figure(value)}${unit} 不是整数。以“${unit}”计的数请填整数。`,
    en: `${figure(value)} ${unit} is no whole number. What is counted in ${unit} is whole.`,
  }
}

function fell(before: number, now: number, unit: string): Localized {
  return {
    zh: `累计值由上期 ${figure(before)}${unit} 减少到 ${figure(now)}${unit}。如确有核减，请在“说明”里写明原因。`,
    en: `A cumulative value fell from ${figure(before)} to ${figure(now)} ${unit}. If that is right, say why in the reason.`,
  }
}

function partsMissing(asked: readonly string[]): Localized {
  return {
    zh: `完成情况没有填全。请逐项选择状态，每项一次：${asked.join('、')}。`,
    en: `The parts are not complete. Choose a state for each of them, once: ${asked.join(', ')}.`,
  }
}

function cutoffMissing(periodEnd: string | null): Localized {
  const day = periodEnd ?? '期末日'
  return {
    zh: `没有填数据截止日。请填数据统计到哪一天，一般是 ${day}。`,
    en: `The cut-off day is missing. Enter the day that the data reach, usually ${periodEnd ?? 'the end of the period'}.`,
  }
}

function cutoffInFuture(cutoffOn: string, today: string): Localized {
  return {
    zh: `数据截止日 ${cutoffOn} 还没有到（今天是 ${today}）。请填已经过去的日期。`,
    en: `The cut-off day ${cutoffOn} is still to come (today is ${today}). Enter a day that has passed.`,
  }
}

function cutoffOutside(cutoffOn: string, start: string, end: string): Localized {
  return {
    zh: `数据截止日 ${cutoffOn} 不在报送期 ${start} 至 ${end} 之内。请填期内的日期，一般是期末 ${end}。`,
    en: `The cut-off day ${cutoffOn} is not within the period from ${start} to ${end}. Enter a day in it, usually ${end}.`,
  }
}
