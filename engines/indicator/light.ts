import type { CivilDate, DateWindow } from './days.ts'
import { compare, dividedBy, exact, type Fraction, times, toNumber } from './exact.ts'
import { figure, figureBeside, type Language, percents } from './figures.ts'
import {
  type Comparator,
  countsFromNothing,
  exactCompletion,
  exactScheduleShare,
  type IndicatorKind,
  isMet,
  judgedWindow,
} from './progress.ts'

/** Why there is no figure: four different things with zero, which is a figure. */
export type Absence = 'missing' | 'notApplicable' | 'suppressed'

export interface IndicatorStanding {
  readonly value: number | Absence
  /** null is 未分解: nobody has set one */
  readonly target: number | null
  readonly targetHigh?: number | null
  readonly comparator: Comparator
  readonly baseline: number | null
  readonly kind: IndicatorKind
  /** as in column heads, for the sentence */
  readonly unit: string
  /** of the target; an annual indicator is judged inside the year of `on` */
  readonly window: DateWindow
  /** the day on which the value is judged: its cut-off date */
  readonly on: CivilDate
  /** green from this multiple of the schedule share; parameter indicator.light.green-from, 1 */
  readonly greenFrom: number
  /** amber from this multiple; parameter indicator.light.yellow-from, 0.8 */
  readonly yellowFrom: number
}

interface Measured {
  readonly value: number
  readonly target: number
  readonly targetHigh: number | null
  readonly comparator: Comparator
  /** only where the way began at it */
  readonly baseline: number | null
  readonly unit: string
  readonly completion: number
  readonly share: number
  readonly greenFrom: number
  readonly yellowFrom: number
}

/**
 * Why a light has its colour, as data; `lightInWords` says it.
 *
 * `reachedNotBeyond`: 超 asks for more than the figure that is reached, so the way is complete and the promise not kept.
 */
export type Reason =
  | ({ readonly code: 'met' | 'reachedNotBeyond' | 'onSchedule' | 'slightlyBehind' | 'behind' } & Measured)
  | { readonly code: Absence | 'noTarget' }

export interface IndicatorLight {
  readonly light: 'green' | 'amber' | 'red' | 'grey'
  /** by the stored value and the comparator; false without a value */
  readonly met: boolean
  /** 0 to 1; null without a value or a target */
  readonly completion: number | null
  /** schedule share, 0 to 1 */
  readonly share: number
  /** completion ÷ share; null without a completion, and before the window begins */
  readonly ratio: number | null
  readonly reason: Reason
}

/**
 * The light of an indicator: completion held against the time that has passed.
 *
 * Green from `greenFrom` times the schedule share, amber from `yellowFrom` times, red below; grey without a value or a
 * target. Compared exactly, so that 0.72 of 0.9 is 0.8.
 */
export function indicatorLight(standing: IndicatorStanding): IndicatorLight {
  const { value, target, comparator, kind, greenFrom, yellowFrom } = standing
  const share = exactScheduleShare(judgedWindow(kind, standing.window, standing.on), standing.on)
  if (typeof value === 'string') return grey(share, value)
  if (target === null) return grey(share, 'noTarget')

  const targetHigh = standing.targetHigh ?? null
  const completion = exactCompletion({ ...standing, value, target, targetHigh })
  const met = isMet(value, comparator, target, targetHigh)
  const reaches = (multiple: number) => compare(completion, times(exact(multiple), share)) >= 0
  const complete = completion.over === completion.under
  // A county that asks for more than the schedule cannot ask for more than the whole.
  const light = complete || reaches(greenFrom) ? 'green' : reaches(yellowFrom) ? 'amber' : 'red'
  const code = met ? 'met' : complete ? 'reachedNotBeyond' : codes[light]
  return {
    light,
    met,
    completion: toNumber(completion),
    share: toNumber(share),
    ratio: share.over === 0n ? null : toNumber(dividedBy(completion, share)),
    reason: {
      code,
      value,
      target,
      targetHigh,
      comparator,
      baseline: wayBeganAt(standing, target),
      unit: standing.unit,
      completion: toNumber(completion),
      share: toNumber(share),
      greenFrom,
      yellowFrom,
    },
  }
}

const codes = { green: 'onSchedule', amber: 'slightlyBehind', red: 'behind' } as const

function grey(share: Fraction, code: Absence | 'noTarget'): IndicatorLight {
  return { light: 'grey', met: false, completion: null, share: toNumber(share), ratio: null, reason: { code } }
}

function wayBeganAt({ baseline, kind, comparator }: IndicatorStanding, target: number): number | null {
  const upward = comparator === 'gte' || comparator === 'gt'
  return baseline === null || !upward || countsFromNothing(kind) || target <= baseline ? null : baseline
}

/**
 * The reason as a sentence for the page.
 *
 * @example '滞后：完成度 60.0%（6/10 家），低于时序进度 96.4% 的 0.8 倍'
 */
export function lightInWords(reason: Reason, language: Language): string {
  switch (reason.code) {
    case 'missing':
      return language === 'zh' ? '缺数：尚无可用的数值' : 'No data: there is no value yet'
    case 'notApplicable':
      return language === 'zh' ? '不适用：此处不考核这一指标' : 'Not applicable: this indicator is not asked for here'
    case 'suppressed':
      return language === 'zh'
        ? '不公开：数值不予公布，不评灯'
        : 'Suppressed: the value is withheld, so it gets no light'
    case 'noTarget':
      return language === 'zh' ? '未分解：还没有定目标值' : 'No target: nobody has set one yet'
    default:
      return language === 'zh' ? inChinese(reason) : inEnglish(reason)
  }
}

type MeasuredReason = Exclude<Reason, { readonly code: Absence | 'noTarget' }>

function inChinese(reason: MeasuredReason): string {
  const [completion = '', share = ''] = percents(reason.completion, reason.share)
  const from = reason.baseline === null ? '' : `，自基期 ${figure(reason.baseline)} 起算`
  const way = `完成度 ${completion}（${amounts(reason)}${from}）`
  switch (reason.code) {
    case 'met':
      return `正常：${way}，已达到目标`
    case 'reachedNotBeyond':
      return `正常：${way}，但目标要求${reason.comparator === 'lt' ? '低于' : '超过'}此数，尚不算完成`
    case 'onSchedule':
      return `正常：${way}，不低于时序进度 ${share}${multiple(reason.greenFrom)}`
    case 'slightlyBehind':
      return `关注：${way}，低于时序进度 ${share}${multiple(reason.greenFrom)}，不低于其 ${reason.yellowFrom} 倍`
    case 'behind':
      return `滞后：${way}，低于时序进度 ${share} 的 ${reason.yellowFrom} 倍`
  }
}

function inEnglish(reason: MeasuredReason): string {
  const [completion = '', share = ''] = percents(reason.completion, reason.share)
  const from = reason.baseline === null ? '' : `, counted from the baseline ${figure(reason.baseline)}`
  const way = `${completion} complete (${amounts(reason)}${from})`
  const times = (of: number) => (of === 1 ? '' : `${of} × `)
  switch (reason.code) {
    case 'met':
      return `On track: ${way}, the target is met`
    case 'reachedNotBeyond':
      return `On track: ${way}, but the target asks for ${reason.comparator === 'lt' ? 'less' : 'more'} than this, so it is not met yet`
    case 'onSchedule':
      return `On track: ${way}, not below ${times(reason.greenFrom)}the schedule of ${share}`
    case 'slightlyBehind':
      return `Watch: ${way}, below ${times(reason.greenFrom)}the schedule of ${share}, not below ${reason.yellowFrom} × it`
    case 'behind':
      return `Behind: ${way}, below ${reason.yellowFrom} × the schedule of ${share}`
  }
}

function amounts({ value, target, targetHigh, unit }: MeasuredReason): string {
  const asked = targetHigh === null ? figure(target) : `${figure(target)}—${figure(targetHigh)}`
  return `${figureBeside(value, targetHigh === null ? [target] : [target, targetHigh])}/${asked} ${unit}`.trim()
}

function multiple(of: number): string {
  return of === 1 ? '' : ` 的 ${of} 倍`
}
