import { type Cycle, type Period, periodOf } from '@qiangxian/engines/indicator/period'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'

export interface UnitDuties {
  readonly partyId: string
  readonly open: number
  readonly overdue: number
  /** calendar days after the due day of what is overdue longest; 0 where nothing is */
  readonly longestDays: number
}

type Units = 'all' | readonly string[]

export interface DutyCounts {
  readonly duties: readonly UnitDuties[]
  readonly reports: ReportCounts & { readonly period: string }
}

/** Open duties of units and how their last reports stand, in one round trip; undefined where no unit is asked for. */
export async function dutyCounts(context: QueryContext, units: Units, cycle: Cycle): Promise<DutyCounts | undefined> {
  if (units !== 'all' && units.length === 0) return undefined
  const period = periodOf(dayBefore(periodOf(context.today, cycle).start), cycle)
  const { rows } = await sql<{ duties: UnitDuties[]; reports: ReportCounts }>`
    select (select coalesce(json_agg(u), '[]') from (${unitDuties(context, units)}) u) as duties,
      (select row_to_json(c) from (${reportCounts(context, units, period)}) c) as reports`.execute(context.tx)
  const none = { owed: 0, missing: 0, submitted: 0, checked: 0, approved: 0, returned: 0 }
  return { duties: rows[0]?.duties ?? [], reports: { period: period.key, ...(rows[0]?.reports ?? none) } }
}

/** Open duties of each unit. What was answered waits for the office, and is not overdue. */
function unitDuties({ jurisdiction, today }: QueryContext, units: Units) {
  const late = sql`d.answered_on is null and greatest(d.due_on, d.extended_to, d.return_due_on) < ${today}::date`
  return sql`
    select d.party_id as "partyId", count(*)::int as open, (count(*) filter (where ${late}))::int as overdue,
      coalesce(max(${today}::date - greatest(d.due_on, d.extended_to, d.return_due_on)) filter (where ${late}), 0)::int
        as "longestDays"
    from duty d where d.jurisdiction = ${jurisdiction} and d.closed_on is null and ${ofUnits(units)}
    group by d.party_id
    order by overdue desc, "longestDays" desc, open desc, d.party_id`
}

/** Of the units with a place on the map: duties that fell due in the programme, and those of them that were met. */
export async function townDuties(
  { tx, jurisdiction, today }: QueryContext,
  units: readonly string[],
  since: string,
): Promise<readonly { readonly partyId: string; readonly met: number; readonly owed: number }[]> {
  if (units.length === 0) return []
  const { rows } = await sql<{ partyId: string; met: number; owed: number }>`
    select d.party_id as "partyId", (count(*) filter (where d.outcome = 'met'))::int as met, count(*)::int as owed
    from duty d
    where d.jurisdiction = ${jurisdiction} and d.party_id = any(${[...units]}::text[])
      and d.due_on between ${since}::date and ${today}::date and d.outcome is distinct from 'withdrawn'
    group by d.party_id
    order by d.party_id`.execute(tx)
  return rows
}

interface ReportCounts {
  readonly owed: number
  readonly missing: number
  readonly submitted: number
  readonly checked: number
  readonly approved: number
  readonly returned: number
}

/** How the reports of the last period stand, by the county's cycle: the one that is being reported now. */
function reportCounts({ jurisdiction }: QueryContext, units: Units, { key, end }: Period) {
  // A report falls due after its period, which leads to the newest of a unit's duties.
  return sql`
    select count(*)::int as owed,
      (count(*) filter (where r.state is null or r.state = 'draft'))::int as missing,
      (count(*) filter (where r.state = 'submitted'))::int as submitted,
      (count(*) filter (where r.state = 'checked'))::int as checked,
      (count(*) filter (where r.state = 'approved'))::int as approved,
      (count(*) filter (where r.state = 'returned'))::int as returned
    from duty d left join report r on r.jurisdiction = ${jurisdiction} and r.jurisdiction = d.jurisdiction
      and r.duty_id = d.id
    where d.jurisdiction = ${jurisdiction} and d.period = ${key} and d.kind = 'report' and d.due_on >= ${end}::date
      and d.outcome is distinct from 'withdrawn' and ${ofUnits(units)}`
}

function ofUnits(units: Units) {
  return units === 'all' ? sql`true` : sql`d.party_id = any(${[...units]}::text[])`
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
