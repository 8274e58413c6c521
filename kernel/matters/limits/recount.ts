import { addCalendarDays, daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { CountyFacts } from '../../jurisdiction/county-facts.ts'
import { numberParameter } from '../../jurisdiction/county-facts.ts'
import { type CountedLimit, type Counting, countLimit } from '../../rules/count-limit.ts'
import type { Rules } from '../../rules/define-rule.ts'
import { lengthHere, readingHere } from '../../rules/due-of.ts'
import { type RuleDeclaration, type RuleVersion, stopReasons } from '../../rules/rule.types.ts'
import type { LimitRecord } from './limit-record.ts'

/** What limits are counted by: the rules of the program, the county's numbers, the calendar, and the day. */
export interface CountingBy {
  readonly rules: Pick<Rules, 'find'>
  readonly county: CountyFacts
  readonly calendar: WorkCalendar
  readonly today: string
}

/** The rule and the version by which a limit was begun; undefined where the program knows it no longer. */
export function ruleOf(
  limit: Pick<LimitRecord, 'rule' | 'ruleFrom'>,
  rules: Pick<Rules, 'find'>,
): { readonly rule: RuleDeclaration; readonly version: RuleVersion } | undefined {
  const rule = rules.find(limit.rule)
  const version = rule?.history.find(({ from }) => from === limit.ruleFrom)
  return rule === undefined || version === undefined ? undefined : { rule, version }
}

/** A state that lasts (公示期) and is over when its days are: nobody has to do anything by its last day. */
export function lasts({ rule }: Pick<LimitRecord, 'rule'>, rules: Pick<Rules, 'find'>): boolean {
  return rules.find(rule)?.limits === 'state'
}

/** How a limit is counted as it stands; a stop that still runs counts as far as today. */
export function countingOf(limit: LimitRecord, { rules, county, today }: Omit<CountingBy, 'calendar'>): Counting {
  const known = ruleOf(limit, rules)
  const andAtMost = limit.kind === 'legal' ? known?.version.andAtMost : undefined
  return {
    // Without its rule a limit is an act, which every rest day moves: nobody is late by what was forgotten.
    limits: known?.rule.limits ?? 'act',
    length: limit.length,
    andAtMost: andAtMost === undefined ? undefined : lengthHere(andAtMost, county),
    extensions: limit.extensions,
    from: limit.startedAt === null ? limit.startedOn : civilMoment(limit.startedAt),
    stops: limit.stops.map(({ from, to, reason }) => ({
      from,
      to: to ?? (today < from ? from : today),
      reason: stopReasons[reason].zh,
    })),
    reading: readingHere(county),
  }
}

/** The limit with its last day counted anew, and the next day on which the clock has something to do. */
export function recounted(limit: LimitRecord, by: CountingBy): LimitRecord {
  const counted: CountedLimit = countLimit(countingOf(limit, by), by.calendar)
  const dueOn = counted.due.slice(0, 10)
  // A day that moved later takes back that it was missed, and who was told of it is told again when it comes.
  const step = dueOn > limit.dueOn && dueOn >= by.today ? Math.min(limit.step, warnedBy(limit, by, dueOn)) : limit.step
  const next = { ...limit, rawDue: counted.rawDue.slice(0, 10), dueOn, isProvisional: counted.provisional, step }
  return { ...next, nextStepOn: nextStepOf(next, by) }
}

function warnedBy(limit: LimitRecord, by: CountingBy, dueOn: string): number {
  return warnOn({ ...limit, dueOn }, by.calendar) <= by.today ? 1 : 0
}

/**
 * From this day on a limit is yellow: one working day is left, or a fifth of it.
 *
 * @example warnOn({ startedOn: '2026-09-30', dueOn: '2026-10-13', length: { n: 5, unit: 'workingDay' } }, china) // 10-12
 */
export function warnOn(
  { startedOn, dueOn, length }: Pick<LimitRecord, 'startedOn' | 'dueOn' | 'length'>,
  calendar: WorkCalendar,
): string {
  const lastWorkingDay = addWorkingDays(dueOn, -1, calendar).due
  const fifth =
    length.unit === 'workingDay'
      ? addWorkingDays(dueOn, -Math.max(1, Math.floor(length.n / 5)), calendar).due
      : addCalendarDays(dueOn, -Math.floor(Math.max(0, daysBetween(startedOn, dueOn)) / 5))
  return later(earlier(fifth, lastWorkingDay), startedOn)
}

/** Working days after the last day on which the head, and then the office, is told. */
export function escalationDays(county: CountyFacts): { readonly head: number; readonly office: number } {
  const days = (key: string, otherwise: number) => Math.max(1, numberParameter(county, key, otherwise))
  return {
    head: days('matter.overdue.head-after-working-days', 1),
    office: days('matter.overdue.office-after-working-days', 3),
  }
}

/**
 * The days of the steps: warned, missed, told to the head, told to the office. Of what lasts only that it is over is
 * told, on the day after: nobody was late by it, and nobody is warned of it.
 */
export function stepDays(
  limit: Pick<LimitRecord, 'startedOn' | 'dueOn' | 'length' | 'whose' | 'kind' | 'rule'>,
  { calendar, county, rules }: Pick<CountingBy, 'calendar' | 'county' | 'rules'>,
): readonly (string | null)[] {
  if (lasts(limit, rules)) return [null, addCalendarDays(limit.dueOn, 1), null, null]
  const { head, office } = escalationDays(county)
  const after = (n: number) => addWorkingDays(limit.dueOn, n, calendar).due
  const escalates = limit.whose === 'unit'
  return [
    warnOn(limit, calendar),
    addCalendarDays(limit.dueOn, 1),
    escalates ? later(after(head), addCalendarDays(limit.dueOn, 1)) : null,
    escalates && limit.kind === 'legal' ? later(after(office), addCalendarDays(limit.dueOn, 1)) : null,
  ]
}

/** The day of the next step; null when nothing is left to do, or nothing runs. */
export function nextStepOf(limit: LimitRecord, by: Omit<CountingBy, 'today'>): string | null {
  if (limit.status !== 'running') return null
  return stepDays(limit, by).find((day, step) => day !== null && step >= limit.step) ?? null
}

function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a
}

function later(a: string, b: string): string {
  return [a, b].sort()[1] ?? a
}

/** `2026-09-30T17:00` in the county, where hours are counted from. */
function civilMoment(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}
