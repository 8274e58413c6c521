import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { databaseErrors } from './database-errors.ts'

/**
 * Migrations go forward only, each in one transaction with the row that says it was made.
 *
 * Walls are put up here too, for every table the same: the application works as the role `qx_app`, which is neither
 * owner nor superuser; row-level security shows it the rows of one jurisdiction; of append-only tables (the journal,
 * adopted plan versions) it can insert and read rows, never change or delete them.
 */

/** tenant: rows belong to a jurisdiction · reference: copied to every node · local: the coordinator's own */
export type Placement = 'tenant' | 'reference' | 'local'

export interface Migration {
  /** date and number: the order in which migrations are made */
  readonly id: string
  /** every table that it creates, with its place on a distributed database */
  readonly tables: Readonly<Record<string, Placement>>
  /** tables whose rows the application can insert and read only */
  readonly appendOnly?: readonly string[]
  /** append-only tables of which the application can delete the rows that are marked as demonstration, and no others */
  readonly removableDemonstration?: readonly string[]
  readonly sql: string
}

export const applicationRole = 'qx_app'

/** One number for every program that migrates: only one of them does it at a time. */
const migrationLock = 7_320_282

/**
 * Brings a database to the state that this program knows.
 *
 * @returns the ids of the migrations that were made now; empty when the database was up to date
 * @throws database.newerThanProgram when the database has migrations that this program does not know
 * @throws database.migrationChanged when a migration that was made earlier reads differently in this program
 */
export async function migrate(client: Client, migrations: readonly Migration[], now: Date): Promise<readonly string[]> {
  const ordered = [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1))
  await client.query('select pg_advisory_lock($1)', [migrationLock])
  try {
    await createLedger(client)
    const made = await migrationsMade(client)
    refuseNewer(made, ordered)
    const due = ordered.filter((migration) => !made.has(migration.id))
    if (due.length > 0) await createApplicationRole(client)
    for (const migration of due) await make(client, migration, now)
    return due.map((migration) => migration.id)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
  }
}

async function createLedger(client: Client): Promise<void> {
  await client.query(`create table if not exists qx_migration (
    id text primary key, digest text not null, made_at timestamptz not null)`)
}

async function migrationsMade(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; digest: string }>('select id, digest from qx_migration')
  return new Map(rows.map((row) => [row.id, row.digest]))
}

function refuseNewer(made: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const unknown = [...made.keys()].filter((id) => !known.some((migration) => migration.id === id))
  if (unknown.length > 0) throw databaseErrors.newerThanProgram({ migrations: unknown.sort() })
  const changed = known.find((migration) => made.has(migration.id) && made.get(migration.id) !== digestOf(migration))
  if (changed !== undefined) throw databaseErrors.migrationChanged({ id: changed.id })
}

function digestOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/**
 * Roles belong to the whole server: another database, or another program at this moment, may have made it already.
 * Whether we may act as the role is tried, not asked: from PostgreSQL 16 on, a member may be one who may not.
 */
async function createApplicationRole(client: Client): Promise<void> {
  const exists = async () =>
    (await client.query('select from pg_roles where rolname = $1', [applicationRole])).rowCount === 1
  if (!(await exists())) {
    await attempt(client, `create role ${applicationRole} nologin noinherit`, exists)
  }
  const mayAct = () => mayActAs(client)
  if (!(await mayAct())) await attempt(client, `grant ${applicationRole} to current_user`, mayAct)
  // Where an administrator closed the schema to the public; without the right to grant, this warns and changes nothing.
  await client.query(`grant usage on schema public to ${applicationRole}`)
}

/** Runs a statement that another program may be running too; what counts is whether its purpose is reached. */
async function attempt(client: Client, statement: string, isReached: () => Promise<boolean>): Promise<void> {
  try {
    await client.query(statement)
  } catch (cause) {
    if (!(await isReached())) throw databaseErrors.mayNotCreateRole({ role: applicationRole }, { cause })
  }
}

async function mayActAs(client: Client): Promise<boolean> {
  try {
    await client.query(`begin; set local role ${applicationRole}`)
    return true
  } catch {
    return false
  } finally {
    await client.query('rollback')
  }
}

async function make(client: Client, migration: Migration, now: Date): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    for (const [table, placement] of Object.entries(migration.tables)) {
      await client.query(wallAround(table, placement, migration))
    }
    await client.query('insert into qx_migration (id, digest, made_at) values ($1, $2, $3)', [
      migration.id,
      digestOf(migration),
      now,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The statements that put the walls around a table: the application's rights, and the wall of its jurisdiction. */
export function wallAround(
  table: string,
  placement: Placement,
  migration: Pick<Migration, 'appendOnly' | 'removableDemonstration'>,
): string {
  const { appendOnly = [], removableDemonstration = [] } = migration
  const rights = table === 'journal' || appendOnly.includes(table) ? 'select, insert' : 'select, insert, update, delete'
  const grant = `grant ${rights} on ${table} to ${applicationRole};`
  if (placement !== 'tenant') return grant
  // After one `set local` the setting reads as '' and not NULL for the rest of the connection: nullif makes both "none".
  return `${grant}
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy one_jurisdiction on ${table}
      using (jurisdiction = nullif(current_setting('app.jurisdiction', true), ''));
    ${removableDemonstration.includes(table) ? demonstrationOnly(table) : ''}`
}

/** What was only shown can be taken away again; the wall stands around what is real, row by row. */
function demonstrationOnly(table: string): string {
  return `grant delete on ${table} to ${applicationRole};
    create policy demonstration_only on ${table} as restrictive for delete using (demonstration);`
}
