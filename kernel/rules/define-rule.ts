import type { Length, RuleDeclaration, RuleSource, RuleVersion } from './rule.types.ts'
import { ruleErrors } from './rule-errors.ts'
import { ruleProblems } from './rule-problems.ts'

/**
 * Declares a rule of time; all of them are checked together when the program starts.
 *
 * @example
 * export const hearingRequest = defineRule({
 *   id: 'penalty.hearing-request', subject: '行政处罚', label: '要求听证的期限', startsOn: '告知之日', limits: 'act', …
 *   history: [
 *     { from: '1996-10-01', length: days(3), stops: [], source: found('行政处罚法（1996）', '第四十二条') },
 *     { from: '2021-07-15', length: workingDays(5), stops: [], source: found('行政处罚法（2021 修订）', '第六十四条') },
 *   ],
 *   cases: [{ from: '2024-09-27', due: '2024-10-10' }],
 * })
 */
export function defineRule(declaration: RuleDeclaration): RuleDeclaration {
  return declaration
}

/** @param parameter key of the county's parameter that decides the number; `n` is what stands until it does */
export function workingDays(n: number, parameter?: string): Length {
  return length(n, 'workingDay', parameter)
}

export function days(n: number, parameter?: string): Length {
  return length(n, 'calendarDay', parameter)
}

export function months(n: number, parameter?: string): Length {
  return length(n, 'month', parameter)
}

export function years(n: number, parameter?: string): Length {
  return length(n, 'year', parameter)
}

export function hours(n: number, parameter?: string): Length {
  return length(n, 'hour', parameter)
}

function length(n: number, unit: Length['unit'], parameter: string | undefined): Length {
  return parameter === undefined ? { n, unit } : { n, unit, parameter }
}

/** A version from a day on; `more` says what stops it, what it may be prolonged by, when it ends. */
export function since(
  from: string,
  length: Length,
  source: RuleSource,
  more: Partial<Omit<RuleVersion, 'from' | 'length' | 'source'>> = {},
): RuleVersion {
  return { from, length, source, stops: [], ...more }
}

/** 经行政机关负责人批准 */
export const byHead = { by: '行政机关负责人批准', byEn: 'approved by the head of the authority' } as const

/** A source whose text was read. */
export function found(instrument: string, article: string): RuleSource {
  return { instrument, article, certainty: 'found' }
}

/** A source from knowledge, to be confirmed in the text; pages say so. */
export function recalled(instrument: string, article = ''): RuleSource {
  return { instrument, article, certainty: 'recalled' }
}

/** All rules of time, checked. */
export interface Rules {
  /** in the order in which they are declared */
  readonly all: readonly RuleDeclaration[]
  find(id: string): RuleDeclaration | undefined
  /** @throws rule.unknown, with ids that are written alike */
  get(id: string): RuleDeclaration
}

/**
 * Puts the declared rules together and checks them.
 *
 * @throws rule.badDeclarations with every problem at once, each with its place
 */
export function assembleRules(declared: readonly RuleDeclaration[]): Rules {
  const problems = ruleProblems(declared)
  if (problems.length > 0) throw ruleErrors.badDeclarations({ problems })
  const byId = new Map(declared.map((rule) => [rule.id, rule]))
  return {
    all: declared,
    find: (id) => byId.get(id),
    get: (id) => {
      const rule = byId.get(id)
      if (rule === undefined) throw ruleErrors.unknown({ id, similar: similarTo(id, [...byId.keys()]) })
      return rule
    },
  }
}

/** The version that is in force on a day; the next version, or its own last day, ends one. */
export function versionOn(rule: RuleDeclaration, on: string): RuleVersion | undefined {
  return rule.history.findLast(({ from, until }) => from <= on && (until === undefined || on <= until))
}

/** The last day of a version; null while nothing ends it. */
export function lastDayOf(rule: RuleDeclaration, version: RuleVersion): string | null {
  if (version.until !== undefined) return version.until
  const next = rule.history.find(({ from }) => from > version.from)
  return next === undefined ? null : dayBefore(next.from)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const mostNamed = 5
const leastAlike = 0.4

/** Ids that share most pairs of letters with what was typed. */
function similarTo(id: string, ids: readonly string[]): readonly string[] {
  const typed = pairsOf(id)
  return ids
    .map((known) => {
      const pairs = pairsOf(known)
      const shared = [...typed].filter((pair) => pairs.has(pair)).length
      return { known, alike: (2 * shared) / (typed.size + pairs.size || 1) }
    })
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, mostNamed)
    .map(({ known }) => known)
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase()
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
}
