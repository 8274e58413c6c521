import type pg from 'pg'

/**
 * The rows of the cockpit as someone would fetch them by hand: one plain statement for each table, on one connection,
 * no roles, no declarations, nothing presented.
 */
export async function cockpitByHand(client: pg.Client | pg.PoolClient, jurisdiction: string): Promise<object> {
  const { rows: plans } = await client.query<{ id: string; current_version: number }>(
    'select id, current_version from plan where jurisdiction = $1 and current_version > 0 order by created_at limit 1',
    [jurisdiction],
  )
  const plan = plans[0]
  const key = [jurisdiction, plan?.id, plan?.current_version]
  const where = 'where jurisdiction = $1 and plan_id = $2 and version = $3'
  const tables = [
    'plan_version',
    'plan_target',
    'plan_target_year',
    'plan_statement',
    'plan_milestone',
    'plan_task',
    'plan_responsibility',
    'plan_item_owner',
    'plan_item_task',
    'plan_phase',
    'plan_group',
    'plan_safeguard',
    'plan_question',
  ]
  const found: Record<string, readonly object[]> = {}
  for (const table of tables) found[table] = (await client.query(`select * from ${table} ${where}`, key)).rows
  for (const table of ['party', 'party_alias', 'party_member']) {
    found[table] = (await client.query(`select * from ${table} where jurisdiction = $1`, [jurisdiction])).rows
  }
  const ids = (found['plan_target'] ?? []).map((row) => ('item_id' in row ? String(row.item_id) : ''))
  for (const [name, [text, values]] of Object.entries(living(jurisdiction, ids))) {
    found[name] = (await client.query(text, values)).rows
  }
  return found
}

/** What the public reads of values, shares, milestones and of the week's lights: one statement each, as of today. */
function living(jurisdiction: string, ids: readonly string[]): Record<string, [string, unknown[]]> {
  const own = [jurisdiction]
  return {
    values: [
      `select newest.* from unnest($2::text[]) as item (id) cross join lateral (
        select * from indicator_value where jurisdiction = $1 and scope_key = 'county' and item_id = item.id
        order by period_end desc limit 14) newest`,
      [jurisdiction, ids],
    ],
    settings: ['select * from item_setting where jurisdiction = $1', own],
    breakdowns: ['select * from breakdown where jurisdiction = $1', own],
    shares: ['select * from breakdown_share where jurisdiction = $1', own],
    milestones: ['select * from milestone_standing where jurisdiction = $1', own],
    lights: ['select * from light_change where jurisdiction = $1 and on_date > current_date - 7', own],
  }
}
