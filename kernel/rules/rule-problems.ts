import { isCivilDate } from '../clock/civil-date.ts'
import { type Length, type RuleDeclaration, type RuleVersion, stopReasons } from './rule.types.ts'

/** Everything that is wrong with declared rules, each with its place: in one go, so that nobody starts ten times. */
export function ruleProblems(declared: readonly RuleDeclaration[]): readonly string[] {
  return declared.flatMap((rule, at) => [
    ...(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(rule.id)
      ? []
      : [`${rule.id}: an id is subject.what-is-limited`]),
    ...(declared.slice(0, at).some(({ id }) => id === rule.id)
      ? [`${rule.id}: declared twice; give one another id`]
      : []),
    ...wordProblems(rule),
    ...historyProblems(rule),
    ...rule.history.flatMap((version) =>
      versionProblems(rule, version).map((problem) => `${rule.id} from ${version.from}: ${problem}`),
    ),
    ...caseProblems(rule),
  ])
}

function wordProblems(rule: RuleDeclaration): readonly string[] {
  const { subject, subjectEn, label, labelEn, startsOn, startsOnEn, whose } = rule
  return Object.entries({ subject, subjectEn, label, labelEn, startsOn, startsOnEn, whose })
    .filter(([, words]) => words.trim() === '')
    .map(([name]) => `${rule.id}.${name}: has no words`)
}

function historyProblems({ id, history }: RuleDeclaration): readonly string[] {
  if (history.length === 0) return [`${id}.history: names no version; say from which day which length is in force`]
  const malformed = history.flatMap(({ from, until }) =>
    [from, ...(until === undefined ? [] : [until])].filter((day) => !isCivilDate(day)),
  )
  if (malformed.length > 0) return malformed.map((day) => `${id}.history: “${day}” is no date`)
  return history.flatMap((version, at) => {
    const next = history[at + 1]
    const { from, until } = version
    return [
      ...(until !== undefined && until < from ? [`${id} from ${from}: ends on ${until}, before it begins`] : []),
      ...(next !== undefined && next.from <= from ? [`${id} from ${next.from}: versions stand oldest first`] : []),
      ...(next !== undefined && until !== undefined && until >= next.from
        ? [`${id} from ${from}: until ${until} overlaps with the version from ${next.from}`]
        : []),
      ...(next !== undefined && until !== undefined && dayAfter(until) < next.from
        ? [
            `${id} from ${from}: nothing is in force between ${until} and ${next.from}; leave until out, or say why in a version`,
          ]
        : []),
    ]
  })
}

function versionProblems({ limits }: RuleDeclaration, version: RuleVersion): readonly string[] {
  const { length, andAtMost, extensions = [], stops, source } = version
  const lengths = [length, ...(andAtMost === undefined ? [] : [andAtMost]), ...extensions.map((one) => one.length)]
  return [
    ...lengths.flatMap(lengthProblems),
    ...(lengths.some(({ unit }) => unit === 'hour') && lengths.some(({ unit }) => unit !== 'hour')
      ? ['hours are not mixed with days']
      : []),
    ...(length.unit === 'hour' && stops.length > 0 ? ['hours run through; nothing stops them'] : []),
    ...(limits === 'notice' ? noticeProblems(version) : []),
    ...(limits === 'state' && length.unit === 'hour' ? ['a state lasts for days'] : []),
    ...stops.filter((stop) => !(stop in stopReasons)).map((stop) => `stops: “${stop}” is no reason of rule.types.ts`),
    ...(new Set(stops).size === stops.length ? [] : ['stops: a reason stands twice']),
    ...(source.instrument.trim() === '' ? ['source: names no instrument'] : []),
    ...(source.certainty === 'found' && source.article.trim() === ''
      ? ['source: read in the text, and no article is named; name it, or say recalled']
      : []),
  ]
}

function noticeProblems({ length, andAtMost, extensions = [], stops }: RuleVersion): readonly string[] {
  return [
    ...(length.unit === 'workingDay' || length.unit === 'calendarDay' ? [] : ['a notice is served days before']),
    ...(andAtMost === undefined && extensions.length === 0 && stops.length === 0
      ? []
      : ['a notice is counted backwards, and has no second limit, extension or stop']),
  ]
}

function lengthProblems({ n, unit, parameter }: Length): readonly string[] {
  return [
    ...(Number.isInteger(n) && n >= 1 && n <= 1_000 ? [] : [`a length of ${n} ${unit}: a whole number from 1 to 1000`]),
    ...(parameter === undefined || /^limit(\.[a-z0-9-]+)+$/.test(parameter)
      ? []
      : [`parameter “${parameter}”: keys of limits begin with “limit.”`]),
  ]
}

function caseProblems({ id, cases, history }: RuleDeclaration): readonly string[] {
  const inHours = history.every(({ length }) => length.unit === 'hour')
  const form = inHours ? /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/ : /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/
  return [
    ...(cases.length === 0 ? [`${id}.cases: has no worked case`] : []),
    ...cases.flatMap(({ from, due }) =>
      [from, due].filter((day) => !form.test(day)).map((day) => `${id}.cases: “${day}” is no day or moment`),
    ),
  ]
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
