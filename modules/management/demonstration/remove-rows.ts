import type { Transaction } from '@qiangxian/kernel/database/database'
import type { Tables } from '@qiangxian/kernel/database/tables.gen'
import { sql } from 'kysely'
import { matterRemovables } from './matters/matter-removables.ts'

export interface Removable {
  readonly table: keyof Tables
  /** `table.column → own column` of rows that refer to it: as long as one is there, the row stays */
  readonly heldBy: readonly (readonly [table: keyof Tables, column: string, own: string])[]
}

/** Children before parents, so that a row is asked for its references when those that go are gone. */
const removables: readonly Removable[] = [
  ...matterRemovables,
  { table: 'search_entry', heldBy: [] },
  { table: 'notice', heldBy: [] },
  { table: 'outbox', heldBy: [['notice', 'outbox_id', 'id']] },
  { table: 'sheet_import', heldBy: [] },
  { table: 'light_change', heldBy: [] },
  { table: 'milestone_standing', heldBy: [] },
  { table: 'extension_request', heldBy: [] },
  { table: 'urging_reply', heldBy: [] },
  { table: 'urging', heldBy: [['urging_reply', 'urging_id', 'id']] },
  { table: 'indicator_value', heldBy: [] },
  { table: 'observation_mark', heldBy: [] },
  {
    table: 'observation',
    heldBy: [
      ['observation', 'corrects', 'id'],
      ['observation_mark', 'observation_id', 'id'],
      ['indicator_value', 'observation_id', 'id'],
      ['indicator_value', 'approved_observation_id', 'id'],
    ],
  },
  { table: 'report_evidence', heldBy: [] },
  {
    table: 'evidence',
    heldBy: [
      ['report_evidence', 'evidence_id', 'id'],
      ['plan_import', 'evidence_id', 'id'],
      ['import_run', 'evidence_id', 'id'],
      ['plan_version', 'evidence_id', 'id'],
      ['matter_material', 'evidence_id', 'id'],
      ['draft_material', 'evidence_id', 'id'],
    ],
  },
  { table: 'report_act', heldBy: [] },
  {
    table: 'report',
    heldBy: [
      ['report_act', 'report_id', 'id'],
      ['report_evidence', 'report_id', 'id'],
      ['observation', 'report_id', 'id'],
      ['milestone_standing', 'report_id', 'id'],
    ],
  },
  {
    table: 'duty',
    heldBy: [
      ['report', 'duty_id', 'id'],
      ['urging', 'duty_id', 'id'],
      ['extension_request', 'duty_id', 'id'],
    ],
  },
  { table: 'task_part_act', heldBy: [] },
  {
    table: 'task_part',
    heldBy: [
      ['task_part_act', 'part_id', 'id'],
      ['duty', 'part_id', 'id'],
    ],
  },
  { table: 'target_task_weight', heldBy: [] },
  { table: 'breakdown_share', heldBy: [] },
  { table: 'breakdown', heldBy: [['breakdown_share', 'breakdown_id', 'id']] },
  { table: 'unit_statistic_value', heldBy: [] },
  {
    table: 'unit_statistic',
    heldBy: [
      ['unit_statistic_value', 'statistic_id', 'id'],
      ['breakdown', 'statistic_id', 'id'],
    ],
  },
  { table: 'item_setting', heldBy: [] },
]

export interface Removed {
  /** rows that went, by table; tables without any are left out */
  readonly removed: Readonly<Record<string, number>>
  /** rows of the demonstration that stay, since something real hangs on them */
  readonly kept: Readonly<Record<string, number>>
}

/** Takes every row of the demonstration away to which nothing real refers. */
export async function removeRows(tx: Transaction, jurisdiction: string): Promise<Removed> {
  const removed: Record<string, number> = {}
  const kept: Record<string, number> = {}
  // A delivery is part of its announcement and has no mark of its own.
  await sql`
    delete from delivery using outbox
    where delivery.jurisdiction = ${jurisdiction} and outbox.jurisdiction = ${jurisdiction}
      and outbox.jurisdiction = delivery.jurisdiction and outbox.id = delivery.outbox_id and outbox.demonstration`.execute(
    tx,
  )
  // So is a file that was given for an invented report, unless something real rests on it too.
  await sql`
    update evidence set demonstration = true
    where evidence.jurisdiction = ${jurisdiction} and not evidence.demonstration and evidence.id in (
      select evidence_id from report_evidence where jurisdiction = ${jurisdiction}
      group by evidence_id having bool_and(demonstration))`.execute(tx)
  for (const removable of removables) {
    const count = await removeFrom(tx, jurisdiction, removable)
    if (count > 0) removed[removable.table] = count
    const left = await countLeft(tx, jurisdiction, removable.table)
    if (left > 0) kept[removable.table] = left
  }
  return { removed, kept }
}

/** In rounds: a value that was corrected goes when the one that corrects it is gone. */
async function removeFrom(tx: Transaction, jurisdiction: string, { table, heldBy }: Removable): Promise<number> {
  const free = heldBy.map(
    ([holder, column, own]) => sql`not exists (select from ${sql.table(holder)} holder
      where holder.jurisdiction = ${jurisdiction} and holder.${sql.ref(column)} = gone.${sql.ref(own)})`,
  )
  const condition = free.length === 0 ? sql`true` : sql.join(free, sql` and `)
  for (let total = 0; ; ) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} gone
      where gone.jurisdiction = ${jurisdiction} and gone.demonstration and ${condition}`.execute(tx)
    total += Number(numAffectedRows ?? 0)
    const again = heldBy.some(([holder]) => holder === table) && (numAffectedRows ?? 0n) > 0n
    if (!again) return total
  }
}

async function countLeft(tx: Transaction, jurisdiction: string, table: keyof Tables): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}
    where jurisdiction = ${jurisdiction} and demonstration`.execute(tx)
  return rows[0]?.count ?? 0
}
