import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import { lastDayOf, versionOn } from './define-rule.ts'
import { type Due, lengthHere } from './due-of.ts'
import { lengthWords } from './length-words.ts'
import { type Length, type RuleDeclaration, type RuleVersion, stopReasons } from './rule.types.ts'
import type { DueAnswer, DueExplanation, RuleDetail, RuleRow, RuleVersionRow } from './rules.schemas.ts'

type County = Pick<CountyFacts, 'parameters'>

export function presentRule(rule: RuleDeclaration, county: County, today: string): RuleRow {
  const { id, subject, subjectEn, label, labelEn, startsOn, startsOnEn, limits, whose, note = null } = rule
  const history = rule.history.map((version) => presentVersion(rule, version, county, today))
  return { id, subject, subjectEn, label, labelEn, startsOn, startsOnEn, limits, whose, note, history }
}

export function presentRuleDetail(rule: RuleDeclaration, county: County, today: string): RuleDetail {
  return {
    ...presentRule(rule, county, today),
    cases: rule.cases.map(({ from, paused = [], extended = 0, due, because = null }) => ({
      from,
      paused: paused.map((span) => `${span.from}..${span.to}`),
      extended,
      due,
      because,
    })),
  }
}

export function presentVersion(
  rule: RuleDeclaration,
  version: RuleVersion,
  county: County,
  today: string,
): RuleVersionRow {
  const { from, length, andAtMost, extensions = [], stops, source } = version
  return {
    from,
    until: lastDayOf(rule, version),
    length: presentLength(length, county),
    andAtMost: andAtMost === undefined ? null : presentLength(andAtMost, county),
    extensions: extensions.map((one) => ({ ...one, length: presentLength(one.length, county) })),
    stops: stops.map((id) => ({ id, label: stopReasons[id].zh, labelEn: stopReasons[id].en })),
    source,
    isInForce: versionOn(rule, today) === version,
  }
}

export function presentLength(length: Length, county: County) {
  const { n, unit, parameter = null } = lengthHere(length, county)
  return { n, unit, words: lengthWords({ n, unit }), parameter }
}

export function presentDue(due: Due, county: County): DueAnswer {
  return {
    due: due.due,
    provisional: due.provisional,
    counted: due.days().flatMap(({ day, counts, why }) => (counts && isCounted(why) ? [{ day, why }] : [])),
    source: due.version.source,
    version: {
      from: due.version.from,
      until: lastDayOf(due.rule, due.version),
      length: presentLength(due.version.length, county),
      andAtMost: due.version.andAtMost === undefined ? null : presentLength(due.version.andAtMost, county),
    },
  }
}

export function presentExplanation(due: Due, from: string, county: County, today: string): DueExplanation {
  const days = due.days()
  return {
    rule: presentRule(due.rule, county, today),
    from,
    rawDue: due.rawDue,
    due: due.due,
    provisional: due.provisional,
    decideBy: due.decideBy,
    endedBySecond: due.endedBySecond,
    version: presentVersion(due.rule, due.version, county, today),
    days: [...days],
    countedDays: days.filter(({ counts }) => counts).length,
    restDays: days.filter(({ why }) => why === 'weekend' || why === 'holiday').length,
    stoppedDays: days.filter(({ why }) => why === 'stopped').length,
  }
}

const countedReasons = ['start', 'weekday', 'makeUp', 'calendarDay', 'extension'] as const

function isCounted(why: string): why is (typeof countedReasons)[number] {
  return (countedReasons as readonly string[]).includes(why)
}
