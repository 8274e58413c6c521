import { daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import { workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'
import { lengthHere } from '../../rules/due-of.ts'
import { stopReasons } from '../../rules/rule.types.ts'
import type { LimitRow } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { type LimitRecord, readLimits } from './limit-record.ts'
import { isOpen } from './plan-limits.ts'
import { type CountingBy, lasts, recounted, ruleOf, warnOn } from './recount.ts'

/** The limits of some matters as people read them: what runs first, in the order in which it ends. */
export async function presentLimits(
  context: QueryContext,
  matters: Pick<Matters, 'rules'>,
  matterIds: readonly string[],
): Promise<LimitRow[]> {
  if (matterIds.length === 0) return []
  const limits = await readLimits(context, sql`l.matter_id = any(${[...matterIds]}::text[])`)
  const { county, today } = context
  const by = { rules: matters.rules, county, today, calendar: await calendarOf(context) }
  return limits
    .map((limit) => presentLimit(limit, by))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** One limit. Of one that stands still the last day moves with every day: it is counted as if it ran on tomorrow. */
export function presentLimit(kept: LimitRecord, by: CountingBy): LimitRow {
  const limit = kept.status === 'stopped' ? recounted(kept, by) : kept
  const known = ruleOf(limit, by.rules)
  return {
    ...{ id: limit.id, limit: limit.limitId, kind: limit.kind, label: limit.label, rule: limit.rule },
    length: { n: limit.length.n, unit: limit.length.unit },
    lengthNow: isOpen(limit) ? lengthNow(limit, by) : null,
    ...{ whose: limit.whose, status: limit.status, startedOn: limit.startedOn },
    startsOn: known?.rule.startsOn ?? '',
    ...{ rawDue: limit.rawDue, dueOn: limit.dueOn, isProvisional: limit.isProvisional, endedOn: limit.endedOn },
    daysLeft: limit.status === 'running' ? daysLeftOf(limit, by) : null,
    light: lightOf(limit, by),
    source: known?.version.source ?? { instrument: '', article: '', certainty: 'recalled' },
    stops: limit.stops.map(({ from, to, reason }) => ({ from, to, reason, reasonLabel: stopReasons[reason].zh })),
    extensions: limit.extensions.map(({ n, unit, by: whom, on, reason }) => ({
      length: { n, unit },
      ...{ by: whom, on, reason },
    })),
  }
}

/**
 * What the county set meanwhile. A limit ends as it began, and nobody’s time is changed behind their back: the number of
 * a parameter counts for limits that begin from then on.
 */
function lengthNow(limit: LimitRecord, { rules, county }: CountingBy): LimitRow['lengthNow'] {
  const declared = limit.kind === 'legal' ? ruleOf(limit, rules)?.version.length : undefined
  if (declared === undefined) return null
  const { n, unit } = lengthHere(declared, county)
  return n === limit.length.n && unit === limit.length.unit ? null : { n, unit }
}

/** Working days for a limit in working days, else days of the calendar; 0 on the last day, negative when late. */
function daysLeftOf({ length, dueOn }: LimitRecord, { today, calendar }: CountingBy): number {
  return length.unit === 'workingDay' ? workingDaysBetween(today, dueOn, calendar) : daysBetween(today, dueOn)
}

/** What lasts is never yellow or red; that its days are over is good. */
function lightOf(limit: LimitRecord, { today, calendar, rules }: CountingBy): LimitRow['light'] {
  if (!isOpen(limit)) return limit.status === 'missed' ? 'red' : 'done'
  if (limit.status === 'stopped') return 'stopped'
  if (lasts(limit, rules)) return today > limit.dueOn ? 'done' : 'green'
  if (today > limit.dueOn) return 'red'
  return warnOn(limit, calendar) <= today ? 'yellow' : 'green'
}

function rankOf({ status }: LimitRow): number {
  return status === 'running' ? 0 : status === 'stopped' ? 1 : 2
}
