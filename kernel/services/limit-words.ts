import type { CountyService } from '../jurisdiction/county-facts.ts'
import type { Guide, LimitDeclaration, MatterDeclaration } from '../matters/matter.types.ts'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { versionOn } from '../rules/define-rule.ts'
import { lengthHere } from '../rules/due-of.ts'
import { lengthWords } from '../rules/length-words.ts'
import type { Length, RuleVersion } from '../rules/rule.types.ts'

type Reading = Pick<QueryContext, 'county' | 'today' | 'language'>

/** days that a unit of a length lasts, roughly: for telling longer from shorter only */
const roughDays = { workingDay: 1.4, calendarDay: 1, month: 30, year: 365, hour: 1 / 24 } as const

/**
 * The limit by which people measure a service: that of the decision; where none is called so, the longest of those that
 * bind the handling unit.
 */
export function mainLimit(
  declaration: MatterDeclaration,
  matters: Matters,
  context: Reading,
): LimitDeclaration | undefined {
  const ours = declaration.limits.filter(({ whose }) => whose === 'unit')
  const named = ours.find(({ id }) => id === 'decide')
  if (named !== undefined) return named
  const days = (limit: LimitDeclaration) => {
    const length = ruleNow(limit, matters, context)?.length ?? limit.promised
    return length === undefined ? 0 : length.n * roughDays[length.unit]
  }
  return [...ours].sort((a, b) => days(b) - days(a))[0]
}

/** The version of the rule in force today, with the county's numbers put in. */
export function ruleNow(
  limit: LimitDeclaration,
  matters: Matters,
  { county, today }: Reading,
): RuleVersion | undefined {
  const rule = matters.rules.find(limit.rule)
  const version = rule === undefined ? undefined : versionOn(rule, today)
  if (version === undefined) return undefined
  const { andAtMost } = version
  return {
    ...version,
    length: lengthHere(version.length, county),
    ...(andAtMost === undefined ? {} : { andAtMost: lengthHere(andAtMost, county) }),
  }
}

/** The legal limit as people say it: 20 个工作日；45 个工作日，且不超过 60 日. Null where no version is in force today. */
export function legalWords(limit: LimitDeclaration, matters: Matters, context: Reading): string | null {
  const version = ruleNow(limit, matters, context)
  if (version === undefined) return null
  const words = lengthWords(version.length, context.language)
  if (version.andAtMost === undefined) return words
  const most = lengthWords(version.andAtMost, context.language)
  return context.language === 'zh' ? `${words}，且不超过 ${most}` : `${words}, and at most ${most}`
}

/** What is promised here: by the county, or else by the declaration. */
export function promisedHere(limit: LimitDeclaration, service: CountyService, { county }: Reading): Length | undefined {
  const promised = service.promised[limit.id] ?? limit.promised
  return promised === undefined ? undefined : lengthHere(promised, county)
}

/** The promise as the guide says it; without one, the legal limit holds. */
export function promisedWords(handling: Guide['handling'], promised: Length | undefined, legal: string | null): string {
  if (handling === 'atOnce') return '当场办结'
  if (promised !== undefined) return lengthWords(promised)
  return legal === null ? '未定' : `${legal}（按规定时限）`
}
