import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { seesApproved, seesUnapproved } from '@qiangxian/kernel/progress/readings'
import { sql } from 'kysely'

/** Something that changed: what each word holds depends on the kind. */
export interface ChangeRow {
  readonly kind: 'light' | 'value' | 'urging' | 'milestone' | 'part'
  readonly on: string
  readonly itemId: string
  /** light: before · value: the one before, base unit · urging: step */
  readonly before: string | null
  /** light: after · value: the new one, base unit · urging: number */
  readonly after: string | null
  /** value: period · urging: duty · part: unit */
  readonly about: string | null
  /** value: its state · urging and part: unit */
  readonly detail: string | null
}

const mostChanges = 20
const days = 7

/**
 * What changed within seven days, today included, newest first: one query over the facts themselves.
 *
 * The public reads lights and milestones that rest on what was approved; units besides what was approved for the
 * county, and urgings and parts of their own.
 */
export async function listWeekChanges(context: QueryContext): Promise<readonly ChangeRow[]> {
  const { tx, jurisdiction, actor, today } = context
  const all = seesUnapproved(context)
  const units = [...unitsActedFor(actor, 'work.read')]
  const isPublic = !all && units.length === 0
  if (isPublic && !seesApproved(context)) return []
  const since = sql`(${today}::date - ${days - 1}::int)`
  // A day begins in the county at 16:00 UTC of the day before.
  const sinceInstant = sql`((${today}::date - ${days - 1}::int)::timestamp - interval '8 hours') at time zone 'UTC'`
  const own = (column: string) => (all ? sql`true` : sql`${sql.raw(column)} = any(${units}::text[])`)
  const approvedBefore = sql`(
    select p.value::text from observation p join observation_mark pm on pm.jurisdiction = ${jurisdiction}
      and pm.jurisdiction = p.jurisdiction and pm.observation_id = p.id and pm.mark = 'approved'
    where p.jurisdiction = ${jurisdiction} and p.item_id = o.item_id and p.scope_key = 'county'
      and p.period_end <= o.period_end and p.id <> o.id and pm.at <= m.at
    order by p.period_end desc, pm.at desc limit 1)`
  // A value that was corrected to 不公开 must not come back through the list of what changed.
  const publishedBefore = sql`(
    select v.approved_value::text from indicator_value v where v.jurisdiction = ${jurisdiction}
      and v.item_id = o.item_id and v.scope_key = 'county' and v.period_end < o.period_end
      and v.approved_state is not null order by v.period_end desc limit 1)`
  const stillPublished = sql`exists (select from indicator_value v where v.jurisdiction = ${jurisdiction}
    and v.approved_observation_id = o.id)`
  const parts = [
    sql`select 'light' as kind, l.on_date as "on", l.at, l.item_id as "itemId", l.from_light as before,
        l.to_light as after, null::text as about, l.item_kind as detail
      from light_change l
      where l.jurisdiction = ${jurisdiction} and l.on_date >= ${since} and l.on_date <= ${today}::date
        and l.basis = ${all ? 'reported' : 'approved'}`,
    sql`select 'milestone', coalesce(s.done_on, ${today}::date), s.updated_at, s.item_id, null, null, null, null
      from milestone_standing s
      where s.jurisdiction = ${jurisdiction} and s.done_on is not null and s.updated_at >= ${sinceInstant}
        and ${all ? sql`true` : sql`s.status = 'approved'`}`,
    ...(isPublic ? [] : [valuesApproved(), urgingsSent(), partsAccepted()]),
  ]
  const { rows } = await sql<ChangeRow>`
    select kind, "on", "itemId", before, after, about, detail from (${sql.join(parts, sql` union all `)}) change
    order by at desc, kind, "itemId" limit ${mostChanges}`.execute(tx)
  return rows

  function valuesApproved() {
    return sql`select 'value', ((m.at at time zone 'UTC') + interval '8 hours')::date, m.at, o.item_id,
        ${all ? approvedBefore : publishedBefore}, o.value::text, o.period, o.value_state
      from observation_mark m join observation o on o.jurisdiction = ${jurisdiction}
        and o.jurisdiction = m.jurisdiction and o.id = m.observation_id
      where m.jurisdiction = ${jurisdiction} and m.mark = 'approved' and m.at >= ${sinceInstant}
        and o.scope_key = 'county' and ${all ? sql`true` : stillPublished}`
  }

  function urgingsSent() {
    return sql`select 'urging', u.on_date, u.at, u.duty_id, u.step, u.number, d.title, u.party_id
      from urging u join duty d on d.jurisdiction = ${jurisdiction} and d.jurisdiction = u.jurisdiction
        and d.id = u.duty_id
      where u.jurisdiction = ${jurisdiction} and u.on_date >= ${since} and u.on_date <= ${today}::date
        and u.step in ('reminderLetter', 'supervisionNotice', 'circular', 'talk') and ${own('u.party_id')}`
  }

  function partsAccepted() {
    return sql`select 'part', a.on_date, a.at, p.task_item_id, null, null, p.content, p.party_id
      from task_part_act a join task_part p on p.jurisdiction = ${jurisdiction} and p.jurisdiction = a.jurisdiction
        and p.id = a.part_id
      where a.jurisdiction = ${jurisdiction} and a.act = 'accept' and a.on_date >= ${since}
        and a.on_date <= ${today}::date and ${own('p.party_id')}`
  }
}
