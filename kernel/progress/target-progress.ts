import { forecastAt, paceNeeded } from '@qiangxian/engines/indicator/forecast'
import { type IndicatorLight, indicatorLight, lightInWords } from '@qiangxian/engines/indicator/light'
import { type Cycle, type Period, parsePeriod, periodsBetween } from '@qiangxian/engines/indicator/period'
import { type IndicatorKind, isMet, judgedWindow } from '@qiangxian/engines/indicator/progress'
import type { Static } from 'typebox'
import type { PlanSnapshot, PlanTarget } from '../plan/plan-snapshot.ts'
import { inPrinted } from './printed-unit.ts'
import type { Forecast, Sentence, TargetProgress } from './progress.schemas.ts'
import { presentReading, type StoredReading } from './readings.ts'
import type { ProgressSettings } from './settings.ts'

export interface TargetStanding {
  readonly target: PlanTarget
  readonly plan: Pick<PlanSnapshot, 'head'>
  /** of the scope in question, oldest first, base unit; a value that was returned does not count */
  readonly readings: readonly StoredReading[]
  readonly settings: Pick<ProgressSettings, 'greenFrom' | 'yellowFrom' | 'reportCycle'>
  /** 基期值, base unit */
  readonly baseline: number | null
  readonly today: string
  /** of this target, where it has one of its own */
  readonly cycle?: Cycle | null | undefined
  /** what the years were broken down to, base unit: an annual target is held against its year */
  readonly years?: ReadonlyMap<number, number | null> | undefined
  /** of a unit: its share of the target, base unit; null is 未分解 */
  readonly share?: number | null
}

export interface TargetLight {
  readonly light: IndicatorLight['light']
  readonly why: Static<typeof Sentence>
  readonly met: boolean
  readonly completion: number | null
  readonly share: number
  /** completion ÷ schedule share; null without a completion */
  readonly ratio: number | null
  readonly current: StoredReading | null
}

/**
 * Where a target stands: its last value held against the time that has passed, its trend and where that leads.
 *
 * All figures that go out are in the printed unit.
 */
export function targetProgressOf(standing: TargetStanding): Static<typeof TargetProgress> {
  const { target } = standing
  const { current, light, why, met, completion, share } = targetLightOf(standing)
  return {
    itemId: target.itemId,
    current: current === null ? null : presentReading(target, current),
    light,
    why,
    met,
    completion,
    share,
    trend: trendOf(standing),
    forecast: forecastOf(standing, current),
  }
}

/**
 * The light alone.
 *
 * A value is judged on its cut-off date (数据截止日), so that a report that takes a while does not look late. Once two
 * whole periods have ended without another one it is judged on today: a target nobody reports does not stay green.
 */
export function targetLightOf(standing: TargetStanding): TargetLight {
  const { target, settings, today } = standing
  const current = counting(standing.readings).at(-1) ?? null
  const stale = current !== null && isStale(current, standing)
  const on = current === null || stale ? today : judgedOn(current, today)
  const printed = (base: number) => inPrinted(target, base)
  const { value, high } = asked(standing, on)
  const judged = indicatorLight({
    value: current === null ? 'missing' : current.state === 'value' ? printed(current.value ?? 0) : current.state,
    target: value,
    targetHigh: high,
    comparator: target.comparator,
    baseline: standing.baseline === null || standing.share !== undefined ? null : printed(standing.baseline),
    kind: kindOf(target),
    unit: target.unit,
    window: windowOf(target, standing.plan),
    on,
    greenFrom: settings.greenFrom,
    yellowFrom: settings.yellowFrom,
  })
  const { light, met, completion, share, ratio } = judged
  return { light, met, completion, share, ratio, current, why: wordsOf(judged, current, on, stale) }
}

/** The days that a target is given: from its window or the programme, to its deadline. */
export function windowOf(
  { definition, deadline }: Pick<PlanTarget, 'definition' | 'deadline'>,
  { head }: Pick<PlanSnapshot, 'head'>,
): { start: string; end: string } {
  const end = deadline ?? definition?.window?.end ?? head.periodEnd
  const start = definition?.window?.start ?? head.periodStart
  // A deadline before the programme began leaves the day itself.
  return start > end ? { start: end, end } : { start, end }
}

/** The periods from one day until the last that has ended, by the cycle; at least those that a reading names. */
export function periodsUntil(start: string, today: string, cycle: Cycle, readings: readonly StoredReading[]): Period[] {
  const ended = endedPeriods(start, today, cycle)
  const seen = new Set(ended.map(({ key }) => key))
  const reported = readings.flatMap(({ period }) => (seen.has(period) ? [] : (parsePeriod(period) ?? [])))
  if (reported.length === 0) return [...ended]
  const byKey = new Map([...ended, ...reported].map((period) => [period.key, period]))
  return [...byKey.values()].sort((a, b) => (a.end === b.end ? (a.key < b.key ? -1 : 1) : a.end < b.end ? -1 : 1))
}

/** Lists made lately: all targets of a cockpit ask for the same few. */
const made = new Map<string, readonly Period[]>()

function endedPeriods(start: string, today: string, cycle: Cycle): readonly Period[] {
  const key = `${start} ${today} ${cycle}`
  const known = made.get(key) ?? periodsBetween(start, today, cycle).filter((period) => period.end <= today)
  if (made.size > 50) made.clear()
  made.set(key, known)
  return known
}

/** For a kind that engines know: a growth rate is judged as a score is, by the figure alone. */
export function kindOf({ kind }: Pick<PlanTarget, 'kind'>): IndicatorKind {
  switch (kind) {
    case 'stock':
    case 'cumulativeSinceStart':
    case 'cumulativeEver':
    case 'annual':
    case 'ratio':
    case 'survey':
      return kind
    case 'growth':
      return 'survey'
    default:
      return null
  }
}

function counting(readings: readonly StoredReading[]): readonly StoredReading[] {
  return readings.filter(({ status }) => status !== 'returned')
}

function judgedOn({ cutoffOn, periodEnd }: StoredReading, today: string): string {
  return [cutoffOn ?? periodEnd, today].sort()[0] ?? today
}

function isStale({ period }: StoredReading, { cycle, settings, today, plan }: TargetStanding): boolean {
  const own = parsePeriod(period)
  if (own === null || today > plan.head.periodEnd) return false
  const passed = periodsBetween(own.end, today, cycle ?? own.cycle ?? settings.reportCycle).filter(
    ({ start, end }) => start > own.end && end < today,
  )
  return passed.length >= 2
}

/** What is asked for on a day, printed unit: of an annual target what its year asks for. */
function asked(
  { target, years, share, plan }: TargetStanding,
  on: string,
): { value: number | null; high: number | null } {
  if (share !== undefined) return { value: share === null ? null : inPrinted(target, share), high: null }
  if (kindOf(target) !== 'annual') return { value: target.value, high: target.valueHigh }
  const year = Number(judgedWindow('annual', windowOf(target, plan), on).start.slice(0, 4))
  const decided = years?.get(year)
  const ofYear =
    decided === undefined || decided === null
      ? target.years.find((each) => each.year === year)?.value
      : inPrinted(target, decided)
  if (ofYear === undefined || ofYear === null || ofYear === target.value) {
    return { value: target.value, high: target.valueHigh }
  }
  return { value: ofYear, high: null }
}

function wordsOf(
  { reason }: IndicatorLight,
  current: StoredReading | null,
  on: string,
  stale: boolean,
): Static<typeof Sentence> {
  const words = { zh: lightInWords(reason, 'zh'), en: lightInWords(reason, 'en') }
  if (current === null) return words
  if (current.state !== 'value') {
    const given = current.reason === null ? '' : current.reason
    return given === '' ? words : { zh: `${words.zh}（${given}）`, en: `${words.en} (${given})` }
  }
  const cutoff = current.cutoffOn ?? current.periodEnd
  if (stale) {
    return {
      zh: `${words.zh}；数据截至 ${cutoff}，此后两个周期没有新数，按 ${on} 判断`,
      en: `${words.en}; data as of ${cutoff}, two periods without a new value, judged on ${on}`,
    }
  }
  return { zh: `${words.zh}；数据截至 ${cutoff}`, en: `${words.en}; data as of ${cutoff}` }
}

const periodsShown = 12
const monthsOfCycle = { month: 1, quarter: 3, year: 12 } as const

function trendOf({ target, plan, readings, today, cycle, settings }: TargetStanding) {
  const by = cycle ?? settings.reportCycle
  const counted = counting(readings)
  const start = laterOf(monthsBefore(today, monthsOfCycle[by] * (periodsShown + 1)), plan.head.periodStart)
  const known = new Map(counted.map((reading) => [reading.period, reading]))
  return periodsUntil(start, today, by, counted)
    .slice(-periodsShown)
    .map(({ key, end }) => {
      const value = known.get(key)?.value ?? null
      return { on: end, value: value === null ? null : inPrinted(target, value) }
    })
}

/** The first day of the month some months before. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}

function laterOf(one: string, other: string): string {
  return [one, other].sort().at(-1) ?? one
}

/** What is added up over time, so that a pace per month means something. */
const counted = new Set<IndicatorKind>(['cumulativeSinceStart', 'cumulativeEver', 'annual', 'stock'])

function forecastOf(standing: TargetStanding, current: StoredReading | null): Static<typeof Forecast> | null {
  const { target, plan, today } = standing
  if (current === null || current.state !== 'value' || current.value === null) return null
  const kind = kindOf(target)
  const on = judgedOn(current, today)
  const window = judgedWindow(kind, windowOf(target, plan), on)
  const points = counting(standing.readings).flatMap(({ value, cutoffOn, periodEnd }) => {
    const day = cutoffOn ?? periodEnd
    const inside = kind !== 'annual' || (day >= window.start && day <= window.end)
    return value === null || !inside ? [] : [{ on: day, value: inPrinted(target, value) }]
  })
  const monotone = kind === 'cumulativeSinceStart' || kind === 'cumulativeEver' || kind === 'annual'
  const ahead = forecastAt(points, window.end, {
    monotone,
    ...(target.kind === 'growth' ? {} : { least: 0 }),
    ...(target.unit === '%' && target.kind !== 'growth' ? { most: 100 } : {}),
  })
  if (ahead.kind !== 'forecast') return null
  const { value: goal, high } = asked(standing, on)
  if (goal === null) return null
  const pace = paceNeeded(
    { value: inPrinted(target, current.value), target: goal, comparator: target.comparator },
    today,
    window.end,
  )
  const { value, low, high: most, method, points: number } = ahead
  const met = isMet(inPrinted(target, current.value), target.comparator, goal, high)
  return {
    on: window.end,
    value: shown(value),
    low: shown(low),
    high: shown(most),
    method,
    points: number,
    meets: isMet(value, target.comparator, goal, high),
    pacePerMonth: !met && counted.has(kind) && pace.kind === 'needed' ? shown(pace.perMonth) : null,
  }
}

/** A computed figure without the digits that nobody can mean. */
function shown(value: number): number {
  return Number(value.toPrecision(8))
}
