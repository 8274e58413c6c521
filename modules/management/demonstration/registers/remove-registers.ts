import { hintJob } from '@qiangxian/kernel/jobs/job-hints'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { refreshJob } from '@qiangxian/kernel/registers/register-change'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import type { Removed } from '../remove-rows.ts'

/** A register's table as the ledger knows it: also one whose declaration is no more. */
interface LedgerRow {
  readonly table: string
  readonly register: string
  readonly shape: { readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>> }
}

/**
 * Takes the invented records of all registers away, with their past and all that was said of them or computed from them.
 * An invented record that a real one points at stays, and is counted; a file that a real one carries is no demonstration
 * any more.
 */
export async function removeRegisterRecords(context: CommandContext): Promise<Removed> {
  const { tx, jurisdiction } = context
  const ledger = await runSql<LedgerRow>(tx, `select table_name as "table", register, shape from register_table`, [])
  const held = await pointedAtByReal(context, ledger)
  await keepFilesOfReal(context, ledger)
  const removed: Record<string, number> = {}
  const kept: Record<string, number> = {}
  for (const { table, register } of ledger) {
    const gone = await countOf(
      context,
      `with gone as (delete from ${table} where jurisdiction = $1 and demonstration and not id = any($2) returning 1)
       select count(*) as count from gone`,
      [held],
    )
    await runSql(
      tx,
      `delete from ${table}_past past where jurisdiction = $1 and demonstration
         and not exists (select from ${table} living where living.jurisdiction = $1 and living.jurisdiction = past.jurisdiction and living.id = past.id)`,
      [jurisdiction],
    )
    const left = await countOf(
      context,
      `select count(*) as count from ${table} where jurisdiction = $1 and demonstration`,
    )
    if (gone > 0) removed[table] = gone
    if (left > 0) kept[table] = left
    await forgetWhatWasSaid(context, table, register)
  }
  for (const [table, condition] of marked) {
    const gone = await countOf(
      context,
      `with gone as (delete from ${table} where jurisdiction = $1 and ${condition} returning 1) select count(*) as count from gone`,
    )
    if (gone > 0) removed[table] = gone
  }
  await computeAnew(context)
  return { removed, kept }
}

const ofInventedRun =
  'run_id in (select id from import_run where import_run.jurisdiction = $1 and import_run.demonstration)'

/** Tables around the registers whose rows have the mark themselves, or hang on one that has; children first. */
const marked: readonly (readonly [table: string, condition: string])[] = [
  ['import_row', ofInventedRun],
  ['import_decision', ofInventedRun],
  ['import_batch', 'demonstration'],
  ['import_run', 'demonstration'],
  ['name_match', 'demonstration'],
  ['record_merge', 'demonstration'],
  ['record_mistake', 'demonstration'],
  ['quality_finding', 'demonstration'],
  ['value_freeze', 'demonstration'],
]

/** Ids that records without the mark name in any link. */
async function pointedAtByReal(
  { tx, jurisdiction }: CommandContext,
  ledger: readonly LedgerRow[],
): Promise<readonly string[]> {
  const asked = ledger.flatMap(({ table, shape }) =>
    Object.values(shape.fields).flatMap((columns) => {
      const [first, second] = Object.entries(columns)
      if (second === undefined || first === undefined) return []
      const from = `from ${table} where jurisdiction = $1 and not demonstration and ${second[0]} is not null`
      if (first[0].endsWith('_name') && second[0].endsWith('_id')) return [`select ${second[0]} as id ${from}`]
      if (first[0].endsWith('_names') && second[0].endsWith('_ids'))
        return [`select unnest(${second[0]}) as id ${from}`]
      return []
    }),
  )
  if (asked.length === 0) return []
  const rows = await runSql<{ id: string }>(tx, asked.join(' union '), [jurisdiction])
  return rows.map(({ id }) => id)
}

/** Lists of codes are looked at as well: none of them is the id of a file. */
async function keepFilesOfReal({ tx, jurisdiction }: CommandContext, ledger: readonly LedgerRow[]): Promise<void> {
  const asked = ledger.flatMap(({ table, shape }) =>
    Object.values(shape.fields).flatMap((columns) => {
      const [only, more] = Object.entries(columns)
      return only?.[1] === 'text[]' && more === undefined
        ? [`select unnest(${only[0]}) as id from ${table} where jurisdiction = $1 and not demonstration`]
        : []
    }),
  )
  if (asked.length === 0) return
  await runSql(
    tx,
    `update evidence set demonstration = false
     where evidence.jurisdiction = $1 and demonstration and id in (${asked.join(' union ')})`,
    [jurisdiction],
  )
}

/** Findings, reported mistakes, accounts and matched names of records that are no more. */
async function forgetWhatWasSaid({ tx, jurisdiction }: CommandContext, table: string, register: string): Promise<void> {
  const isGone = (column: string) =>
    `not exists (select from ${table} living where living.jurisdiction = $1 and living.id = ${column})`
  await runSql(
    tx,
    `delete from quality_finding where jurisdiction = $1 and subject_kind = $2 and ${isGone('quality_finding.subject_id')}`,
    [jurisdiction, register],
  )
  await runSql(
    tx,
    `delete from record_mistake where jurisdiction = $1 and register = $2 and ${isGone('record_mistake.record_id')}
       and not exists (select from ${table}_past past where past.jurisdiction = $1 and past.id = record_mistake.record_id)`,
    [jurisdiction, register],
  )
  await runSql(
    tx,
    `delete from account_entity where jurisdiction = $1 and register = $2 and ${isGone('account_entity.record_id')}`,
    [jurisdiction, register],
  )
  // Whom a name means is asked again when it is written next.
  await runSql(
    tx,
    `delete from name_match where jurisdiction = $1 and register = $2 and record_id is not null
       and ${isGone('name_match.record_id')}`,
    [jurisdiction, register],
  )
}

/** Values that were computed from invented records say nothing any more. */
async function computeAnew({ tx, jurisdiction, now, afterCommit }: CommandContext): Promise<void> {
  for (const table of ['computed_value', 'computed_state']) {
    await runSql(tx, `delete from ${table} where jurisdiction = $1`, [jurisdiction])
  }
  await runSql(tx, `update register_change set change_no = change_no + 1, changed_at = $2 where jurisdiction = $1`, [
    jurisdiction,
    now,
  ])
  afterCommit(() => hintJob(jurisdiction, refreshJob))
}

async function countOf(
  { tx, jurisdiction }: CommandContext,
  text: string,
  more: readonly unknown[] = [],
): Promise<number> {
  const [row] = await runSql<{ count: number | string }>(tx, text, [jurisdiction, ...more])
  return Number(row?.count ?? 0)
}
