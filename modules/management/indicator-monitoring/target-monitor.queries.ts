import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { StoredReading } from '@qiangxian/kernel/progress/readings'
import { sql } from 'kysely'

/** An observation with what happened to it. */
export interface ObservationRow extends Omit<StoredReading, 'status' | 'observationId'> {
  readonly id: string
  readonly partyId: string
  readonly by: string
  readonly at: string
  readonly checkedBy: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly returned: boolean
  readonly returnedReason: string | null
  readonly withdrawn: boolean
  readonly corrects: string | null
  readonly correctionReason: string | null
  readonly planVersion: number
}

/** What was ever said about a target for the county, newest first. */
export async function listObservations(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
): Promise<readonly ObservationRow[]> {
  const instant = (column: string) =>
    sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const mark = (name: string, column: string) => sql`max(${sql.raw(column)}) filter (where m.mark = ${name})`
  const { rows } = await sql<ObservationRow>`
    select o.id, o.item_id as "itemId", o.scope_key as "scopeKey", o.party_id as "partyId", o.period,
      o.period_end as "periodEnd", o.value_state as state, o.value, o.numerator, o.denominator, o.reason,
      o.cutoff_on as "cutoffOn", o.by_label as by, ${instant('o.at')} as at, o.corrects,
      o.correction_reason as "correctionReason", o.plan_version as "planVersion", marks.*
    from observation o cross join lateral (
      select ${mark('checked', 'm.by_label')} as "checkedBy", ${mark('approved', 'm.by_label')} as "approvedBy",
        ${instant(`max(m.at) filter (where m.mark = 'approved')`)} as "approvedAt",
        coalesce(bool_or(m.mark = 'returned'), false) as returned,
        ${mark('returned', 'm.reason')} as "returnedReason",
        coalesce(bool_or(m.mark = 'withdrawn'), false) as withdrawn
      from observation_mark m where m.jurisdiction = ${jurisdiction} and m.observation_id = o.id
    ) marks
    where o.jurisdiction = ${jurisdiction} and o.item_id = ${itemId} and o.scope_key = 'county'
    order by o.period_end desc, o.at desc, o.id desc`.execute(tx)
  return rows
}

/** Who owed the county's value of a target, by period. */
export async function reportersOf(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('duty')
    .select(['period', 'party_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('item_id', '=', itemId)
    .where('kind', '=', 'report')
    .where('scope', '=', 'county')
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'met')]))
    .execute()
  return new Map(rows.map(({ period, party_id }) => [period, party_id]))
}

export interface TaskOfTarget {
  readonly taskItemId: string
  /** percent of the target that rests on the task; null: not settled */
  readonly weight: number | null
  /**
   * percent, weighted over the parts of the task that have reported; null while none has. Parts without a weight share
   * equally what the others leave; complete ones count as 100
   */
  readonly progress: number | null
}

/** What rests on the tasks of a target, and how far they are. */
export async function tasksOfTarget(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
  taskItemIds: readonly string[],
): Promise<readonly TaskOfTarget[]> {
  if (taskItemIds.length === 0) return []
  const { rows } = await sql<TaskOfTarget>`
    select task.id as "taskItemId", (
        select w.weight from target_task_weight w
        where w.jurisdiction = ${jurisdiction} and w.item_id = ${itemId} and w.task_item_id = task.id) as weight, (
        select round(sum(part.weight * part.progress) / nullif(sum(part.weight), 0), 2)
        from (
          select case when p.status in ('done', 'closed') then 100 else p.progress end as progress,
            coalesce(p.weight, greatest(0, 100 - coalesce(sum(p.weight) over (), 0))
              / nullif(count(*) filter (where p.weight is null) over (), 0)) as weight
          from task_part p where p.jurisdiction = ${jurisdiction} and p.task_item_id = task.id
            and p.status <> 'withdrawn'
        ) part where part.progress is not null) as progress
    from unnest(${[...taskItemIds]}::text[]) with ordinality as task (id, ordinal)
    order by task.ordinal`.execute(tx)
  return rows
}

export interface LightChangeRow {
  readonly on: string
  readonly from: string | null
  readonly to: string
  readonly zh: string
  readonly en: string
}

/** How the light of an item changed, newest first. */
export async function listLightChanges(
  { tx, jurisdiction }: QueryContext,
  itemId: string,
  basis: 'reported' | 'approved',
): Promise<readonly LightChangeRow[]> {
  const { rows } = await sql<LightChangeRow>`
    select on_date as "on", from_light as "from", to_light as "to", why_zh as zh, why_en as en from light_change
    where jurisdiction = ${jurisdiction} and item_kind = 'target' and item_id = ${itemId} and basis = ${basis}
    order by ordinal desc`.execute(tx)
  return rows
}
