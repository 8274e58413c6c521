import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import type { CountyFacts } from '../../jurisdiction/county-facts.ts'
import { countLimit } from '../../rules/count-limit.ts'
import { versionOn } from '../../rules/define-rule.ts'
import { lengthHere, readingHere } from '../../rules/due-of.ts'
import { lengthWords } from '../../rules/length-words.ts'
import type { Length } from '../../rules/rule.types.ts'
import { ruleErrors } from '../../rules/rule-errors.ts'
import type { Matters } from '../matters.ts'
import { promisedLength } from './plan-limits.ts'

/**
 * Promises that come later than the law allows, in words; and overrides of limits that do not exist.
 *
 * Working days and calendar days are compared by counting both from days of the year, since neither is always longer.
 */
export function promiseProblems(
  matters: Pick<Matters, 'all' | 'rules'>,
  county: CountyFacts,
  { calendar, today }: { readonly calendar: WorkCalendar; readonly today: string },
): readonly string[] {
  const declared = matters.all.flatMap((matter) =>
    matter.limits.flatMap((limit) => {
      const rule = matters.rules.find(limit.rule)
      const version = rule === undefined ? undefined : versionOn(rule, today)
      const promised = promisedLength(limit, matter, { county })
      if (rule === undefined || version === undefined || promised === undefined) return []
      const legal = lengthHere(version.length, county)
      const late = startsToTry(promised, legal, today).find((from) => {
        const ends = [promised, legal].map((length) =>
          countLimit(
            {
              ...{ limits: rule.limits, length, extensions: [], stops: [], reading: readingHere(county) },
              andAtMost: length === legal ? version.andAtMost : undefined,
              from: length.unit === 'hour' ? `${from}T09:00` : from,
            },
            calendar,
          ).due.slice(0, 10),
        )
        return (ends[0] ?? '') > (ends[1] ?? '')
      })
      return late === undefined
        ? []
        : [
            `${matter.id}.${limit.id}: 承诺 ${lengthWords(promised)}，长于法定 ${lengthWords(legal)}（从 ${late} 起算就会晚于法定期限）`,
          ]
    }),
  )
  const unknown = county.services.matters.flatMap(({ matter, promised }) => {
    const known = matters.all.find(({ id }) => id === matter)
    const limits = new Set(known?.limits.map(({ id }) => id))
    return Object.keys(promised)
      .filter((id) => !limits.has(id))
      .map((id) => `${matter}.${id}: 没有这个期限，不能承诺`)
  })
  return [...declared, ...unknown]
}

/** @throws rule.promisedTooLong with all of them */
export function refuseLongPromises(...given: Parameters<typeof promiseProblems>): void {
  const problems = promiseProblems(...given)
  if (problems.length > 0) throw ruleErrors.promisedTooLong({ problems })
}

/** Of one unit any start tells; working days and calendar days are compared from every day of a year. */
function startsToTry(promised: Length, legal: Length, today: string): readonly string[] {
  if (promised.unit === legal.unit) return [today]
  const first = Date.parse(`${today.slice(0, 4)}-01-01T00:00:00Z`)
  return Array.from({ length: 365 }, (_, at) => new Date(first + at * 86_400_000).toISOString().slice(0, 10))
}
