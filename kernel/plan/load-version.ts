import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import { type OrganisationRow, organisationRows } from '../parties/party.operations.ts'
import type { PlanSnapshot, PlanVersionHead } from './plan-snapshot.ts'

/**
 * One version of a plan, whole, in one round trip.
 *
 * PostgreSQL writes each list of items as JSON; numbers come as JSON numbers and dates as text, which is what a
 * snapshot holds.
 *
 * @returns undefined when there is no such plan or version in this jurisdiction
 */
export async function findVersion(
  tx: Transaction,
  jurisdiction: string,
  planId: string,
  version: number,
): Promise<PlanSnapshot | undefined> {
  const { rows } = await sql<PlanSnapshot>`
    select ${headObject('v')} as head,
      ${items('plan_group', sql`'number', i.number, 'title', i.title, 'area', i.area`, sql`i.number`)} as groups,
      ${items(
        'plan_task',
        sql`'number', i.number, 'title', i.title, 'group', i.group_title, 'area', i.area, 'summary', i.summary,
          'responsibilityText', i.responsibility_text, 'words', ${words}, 'responsibilities', (
            select coalesce(json_agg(json_build_object('partyId', r.party_id, 'share', r.share, 'printed', r.printed)
              order by r.ordinal), '[]')
            from plan_responsibility r where r.jurisdiction = ${jurisdiction} and r.plan_id = v.plan_id
              and r.version = v.version and r.task_item_id = i.item_id)`,
        sql`i.ordinal`,
      )} as tasks,
      ${items(
        'plan_target',
        sql`'code', i.code, 'name', i.name, 'shortName', i.short_name, 'area', i.area, 'kind', i.kind,
          'comparator', i.comparator, 'value', i.value, 'valueHigh', i.value_high, 'unit', i.unit,
          'baseValue', i.base_value, 'baseValueHigh', i.base_value_high, 'baseUnit', i.base_unit,
          'deadline', i.deadline, 'definition', i.definition, 'words', ${words},
          'years', (select coalesce(json_agg(json_build_object('year', y.year, 'value', y.value) order by y.year), '[]')
            from plan_target_year y where y.jurisdiction = ${jurisdiction} and y.plan_id = v.plan_id
              and y.version = v.version and y.item_id = i.item_id),
          'statements', (select coalesce(json_agg(json_build_object('place', s.place, 'words',
              json_build_object('text', s.words, 'start', s.span_start, 'end', s.span_end)) order by s.ordinal), '[]')
            from plan_statement s where s.jurisdiction = ${jurisdiction} and s.plan_id = v.plan_id
              and s.version = v.version and s.item_id = i.item_id),
          'ownerIds', ${owners(jurisdiction)}, 'taskItemIds', ${linkedTasks(jurisdiction)}`,
        sql`i.ordinal`,
      )} as targets,
      ${items(
        'plan_milestone',
        sql`'code', i.code, 'name', i.name, 'level', i.level, 'area', i.area, 'dueOn', i.due_on, 'parts', i.parts,
          'words', ${words}, 'ownerIds', ${owners(jurisdiction)}, 'taskItemIds', ${linkedTasks(jurisdiction)}`,
        sql`i.ordinal`,
      )} as milestones,
      ${items(
        'plan_safeguard',
        sql`'number', i.number, 'title', i.title, 'summary', i.summary, 'words', ${words}`,
        sql`i.number`,
      )} as safeguards,
      ${items(
        'plan_phase',
        sql`'name', i.name, 'start', i.starts_on, 'end', i.ends_on, 'summary', i.summary, 'words', ${words}`,
        sql`i.ordinal`,
      )} as phases,
      ${items('plan_question', sql`'message', i.message, 'answer', i.answer`, sql`i.ordinal`)} as questions
    from plan_version v
    where v.jurisdiction = ${jurisdiction} and v.plan_id = ${planId} and v.version = ${version}`.execute(tx)
  return rows[0]

  function items(table: string, fields: ReturnType<typeof sql>, order: ReturnType<typeof sql>) {
    return sql`(select coalesce(json_agg(json_build_object('itemId', i.item_id, ${fields}) order by ${order}), '[]')
      from ${sql.table(table)} i
      where i.jurisdiction = ${jurisdiction} and i.plan_id = v.plan_id and i.version = v.version)`
  }
}

const words = sql`case when i.words is null then null else
  json_build_object('text', i.words, 'start', i.span_start, 'end', i.span_end) end`

function owners(jurisdiction: string) {
  return sql`(select coalesce(json_agg(o.party_id order by o.ordinal), '[]') from plan_item_owner o
    where o.jurisdiction = ${jurisdiction} and o.plan_id = v.plan_id and o.version = v.version
      and o.item_id = i.item_id)`
}

function linkedTasks(jurisdiction: string) {
  return sql`(select coalesce(json_agg(l.task_item_id order by t.ordinal), '[]')
    from plan_item_task l join plan_task t on t.jurisdiction = l.jurisdiction and t.plan_id = l.plan_id
      and t.version = l.version and t.item_id = l.task_item_id
    where l.jurisdiction = ${jurisdiction} and t.jurisdiction = ${jurisdiction} and l.plan_id = v.plan_id
      and l.version = v.version and l.item_id = i.item_id)`
}

function headObject(alias: string) {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('planId', ${column('plan_id')}, 'version', ${column('version')},
    'title', ${column('title')}, 'issuer', ${column('issuer')}, 'documentNo', ${column('document_no')},
    'issuedOn', ${column('issued_on')}, 'periodStart', ${column('period_start')}, 'periodEnd', ${column('period_end')},
    'goal', ${column('goal')}, 'effectiveFrom', ${column('effective_from')}, 'reason', ${column('reason')},
    'adoptedAt', ${column('adopted_at')}, 'adoptedBy', ${column('adopted_by')},
    'adoptedByLabel', ${column('adopted_by_label')}, 'importId', ${column('import_id')},
    'evidenceId', ${column('evidence_id')})`
}

/** The jurisdiction's plan and its current version number; a jurisdiction has one programme plan. */
export async function findCurrentPlan(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ id: string; version: number } | undefined> {
  const row = await tx
    .selectFrom('plan')
    .select(['id', 'current_version'])
    .where('jurisdiction', '=', jurisdiction)
    .where('current_version', '>', 0)
    .orderBy('created_at')
    .executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, version: row.current_version }
}

/** The heads of all versions of the jurisdiction's plan, oldest first; none while nothing is adopted. */
export async function listVersionHeads(tx: Transaction, jurisdiction: string): Promise<readonly PlanVersionHead[]> {
  const { rows } = await versionHeads(jurisdiction).execute(tx)
  return rows.map((row) => row.head)
}

/** The heads as `listVersionHeads` gives them and every unit, in one round trip: what nearly every page begins with. */
export async function readHeadsAndUnits(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly heads: readonly PlanVersionHead[]; readonly organisations: readonly OrganisationRow[] }> {
  const { rows } = await sql<{ heads: PlanVersionHead[]; organisations: OrganisationRow[] }>`
    select (select coalesce(json_agg(v.head), '[]') from (${versionHeads(jurisdiction)}) v) as heads,
      (select coalesce(json_agg(u), '[]') from (${organisationRows(jurisdiction)}) u) as organisations`.execute(tx)
  return rows[0] ?? { heads: [], organisations: [] }
}

function versionHeads(jurisdiction: string) {
  return sql<{ head: PlanVersionHead }>`
    select ${headObject('v')} as head from plan_version v
    where v.jurisdiction = ${jurisdiction} and v.plan_id = (
      select p.id from plan p where p.jurisdiction = ${jurisdiction} and p.current_version > 0
      order by p.created_at limit 1)
    order by v.version`
}

/** The version that is in force on a day: the last adopted of those that take effect by then. */
export function versionInForce(heads: readonly PlanVersionHead[], on: string): PlanVersionHead | undefined {
  return heads.filter((head) => head.effectiveFrom <= on).at(-1)
}
