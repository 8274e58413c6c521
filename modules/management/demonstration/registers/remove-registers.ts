import { hintJob } from '@qiangxian/kernel/jobs/job-hints'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { refreshJob } from '@qiangxian/kernel/registers/register-change'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import type { Removed } from '../remove-rows.ts'

/** A register's table as it was made: also one whose declaration is no more. */
interface MadeTable {
  readonly table: string
  readonly register: string
  /** columns that hold ids of other records, alone or in a list */
  readonly links: readonly string[]
  /** lists of texts, of which some are ids of files */
  readonly lists: readonly string[]
}

/**
 * Takes the invented records of all registers away, with their past and all that was said of them or computed from them.
 * An invented record that a real one points at stays, and is counted; a file that a real one carries is no demonstration
 * any more.
 */
export async function removeRegisterRecords(context: CommandContext): Promise<Removed> {
  const { tx, jurisdiction } = context
  const made = await madeTables(context)
  const held = await pointedAtByReal(context, made)
  await keepFilesOfReal(context, made)
  const removed: Record<string, number> = {}
  const kept: Record<string, number> = {}
  for (const { table, register } of made) {
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

async function madeTables({ tx }: CommandContext): Promise<readonly MadeTable[]> {
  const rows = await runSql<{ table: string; register: string; columns: Readonly<Record<string, string>> }>(
    tx,
    `select made.table_name as "table", made.register, json_object_agg(a.attname, format_type(a.atttypid, null)) as columns
     from register_table made
     join pg_attribute a on a.attrelid = to_regclass(made.table_name) and a.attnum > 0 and not a.attisdropped
     group by 1, 2`,
    [],
  )
  return rows.map(({ table, register, columns }) => {
    const names = Object.keys(columns)
    // A link is told by the names of its two columns.
    const links = names.filter((name) => /_ids?$/.test(name) && names.includes(name.replace(/_id(s?)$/, '_name$1')))
    return { table, register, links, lists: names.filter((name) => columns[name] === 'text[]') }
  })
}

/** Ids that records without the mark name in any link. */
async function pointedAtByReal(
  { tx, jurisdiction }: CommandContext,
  made: readonly MadeTable[],
): Promise<readonly string[]> {
  const asked = made.flatMap(({ table, links }) =>
    links.map((column) => {
      const id = column.endsWith('s') ? `unnest(${column})` : column
      return `select ${id} as id from ${table} where jurisdiction = $1 and not demonstration and ${column} is not null`
    }),
  )
  if (asked.length === 0) return []
  const rows = await runSql<{ id: string }>(tx, asked.join(' union '), [jurisdiction])
  return rows.map(({ id }) => id)
}

/** Lists of codes are looked at as well: none of them is the id of a file. */
async function keepFilesOfReal({ tx, jurisdiction }: CommandContext, made: readonly MadeTable[]): Promise<void> {
  const asked = made.flatMap(({ table, lists }) =>
    lists.map((column) => `select unnest(${column}) as id from ${table} where jurisdiction = $1 and not demonstration`),
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
