import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { type CountyFacts, numberParameter, textParameter } from '../jurisdiction/county-facts.ts'
import type { CountedDay } from '../matters/matters.schemas.ts'
import { type CountedLimit, type Counting, countLimit, explainCounting } from './count-limit.ts'
import { lastDayOf, versionOn } from './define-rule.ts'
import { type Length, type RuleDeclaration, type RuleVersion, type StopReason, stopReasons } from './rule.types.ts'
import { ruleErrors } from './rule-errors.ts'

/** Days that a limit does not count; of one that still runs, `to` is today. */
export interface Pause {
  /** first day not counted */
  readonly from: string
  /** last day not counted */
  readonly to: string
  /** undefined: one of those that the rule allows */
  readonly reason?: StopReason | undefined
}

export interface DueQuestion {
  /** the day of the event, which is not counted; with a time of day where the rule counts hours */
  readonly from: string
  readonly paused?: readonly Pause[]
  /** how many of the rule's extensions were granted */
  readonly extended?: number
  /** the day that decides which version applies; left out: the day of the event */
  readonly on?: string | undefined
  readonly calendar: WorkCalendar
  readonly county: Pick<CountyFacts, 'parameters'>
}

/** When a rule's limit ends, and what that rests on. */
export interface Due extends CountedLimit {
  readonly rule: RuleDeclaration
  readonly version: RuleVersion
  /** the length as it is in force in this county */
  readonly length: Length
  /** every day from the start to the end, with the reason why it counts or does not */
  days(): readonly CountedDay[]
}

/**
 * When the limit of a rule ends.
 *
 * @throws rule.notInForce, rule.neverStops, rule.stopNotAllowed, rule.tooOftenExtended, rule.momentNeeded
 * @example dueOf(hearingRequest, { from: '2024-09-27', calendar, county }).due // '2024-10-10'
 */
export function dueOf(rule: RuleDeclaration, question: DueQuestion): Due {
  const { from, paused = [], extended = 0, on = from.slice(0, 10), calendar, county } = question
  const version = getVersionOn(rule, on)
  refuseStops(rule, version, paused)
  const length = lengthHere(version.length, county)
  if (length.unit === 'hour' && !from.includes('T')) throw ruleErrors.momentNeeded({ label: rule.label })
  const counting: Counting = {
    limits: rule.limits,
    length,
    andAtMost: version.andAtMost === undefined ? undefined : lengthHere(version.andAtMost, county),
    extensions: extensionsGranted(rule, version, extended).map((one) => lengthHere(one, county)),
    from,
    stops: paused.map(({ from: first, to, reason }) => ({
      from: first,
      to,
      ...(reason === undefined ? {} : { reason: stopReasons[reason].zh }),
    })),
    reading: readingHere(county),
  }
  return { ...countLimit(counting, calendar), rule, version, length, days: () => explainCounting(counting, calendar) }
}

/** @throws rule.notInForce */
export function getVersionOn(rule: RuleDeclaration, on: string): RuleVersion {
  const version = versionOn(rule, on)
  if (version !== undefined) return version
  const [first] = rule.history
  const last = rule.history.at(-1)
  throw ruleErrors.notInForce({
    label: rule.label,
    on,
    from: first?.from ?? '',
    until: last === undefined ? null : lastDayOf(rule, last),
  })
}

/** A length with the number that the county set, where it may set one. */
export function lengthHere(length: Length, county: Pick<CountyFacts, 'parameters'>): Length {
  if (length.parameter === undefined) return length
  const n = numberParameter(county, length.parameter, length.n)
  // A parameter that is no length of time must not shorten somebody's time to nothing.
  return Number.isInteger(n) && n >= 1 ? { ...length, n } : length
}

/** 几日前: whether the day of serving may be one of the days. */
export function readingHere(county: Pick<CountyFacts, 'parameters'>): 'strict' | 'lax' {
  return textParameter(county, 'limit.clear-days-reading', 'strict') === 'lax' ? 'lax' : 'strict'
}

function refuseStops(rule: RuleDeclaration, version: RuleVersion, paused: readonly Pause[]): void {
  if (paused.length === 0) return
  const { instrument, article } = version.source
  if (version.stops.length === 0) throw ruleErrors.neverStops({ label: rule.label, source: `${instrument}${article}` })
  for (const { reason } of paused) {
    if (reason === undefined || version.stops.includes(reason)) continue
    const allowed = version.stops.map((stop) => stopReasons[stop].zh)
    throw ruleErrors.stopNotAllowed({ label: rule.label, reason: stopReasons[reason].zh, allowed })
  }
}

function extensionsGranted(rule: RuleDeclaration, version: RuleVersion, extended: number): readonly Length[] {
  const allowed = version.extensions ?? []
  if (extended > allowed.length) {
    throw ruleErrors.tooOftenExtended({ label: rule.label, asked: extended, allowed: allowed.length })
  }
  return allowed.slice(0, extended).map(({ length }) => length)
}
