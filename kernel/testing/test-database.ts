import { createHash } from 'node:crypto'
import type pg from 'pg'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { migrations } from '../database/migrations/migrations.ts'
import { databaseOn, dropDatabase, holdTestServer, nameForProcess, onServer, type TestServer } from './test-server.ts'

/** A database of one's own, gone when it is dropped. */
export interface OwnDatabase {
  readonly url: string
  /** Runs SQL as the owner with the walls taken down, as someone who broke into the server could. */
  tamper(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  drop(): Promise<void>
}

/** The same, migrated and opened. */
export interface TestDatabase extends Omit<OwnDatabase, 'drop'> {
  readonly database: Database
  close(): Promise<void>
}

let made = 0

/** An empty database, for tests of the migrations themselves. */
export function createEmptyDatabase(): Promise<OwnDatabase> {
  return createDatabaseFrom('template0')
}

/** A copy of the migrated template. */
export function createMigratedDatabase(): Promise<OwnDatabase> {
  return createDatabaseFrom(undefined)
}

/** What a template is made by, and what tells that it would be made differently now. */
export interface Preparation {
  /** short, of letters: `reports` */
  readonly kind: string
  /** a change of it makes a template of its own */
  readonly digest: string
  /** what is prepared before it; a migrated database where it is left out */
  readonly on?: Preparation
  /** fills what it stands on, and leaves no connection to it */
  readonly prepare: (url: string) => Promise<void>
}

/** A copy of a database that was migrated and filled once for all. */
export function createPreparedDatabase(preparation: Preparation): Promise<OwnDatabase> {
  return createDatabaseFrom(preparation)
}

/** A migrated database for one test file, opened. */
export async function openTestDatabase(options: { connections?: number } = {}): Promise<TestDatabase> {
  const { url, tamper, drop } = await createMigratedDatabase()
  const database = await openDatabase(url, { connections: options.connections ?? 5 })
  return {
    url,
    tamper,
    database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

async function createDatabaseFrom(template: 'template0' | Preparation | undefined): Promise<OwnDatabase> {
  const server = await holdTestServer()
  try {
    made += 1
    const name = nameForProcess(process.pid, made)
    await onServer(server.url, async (client) => {
      const source = template === 'template0' ? template : await templateFor(client, server.url, template)
      await dropDatabase(client, name)
      await client.query(`create database ${name} template ${source} ${strategyOf(server)}`)
    })
    const url = databaseOn(server.url, name)
    return {
      url,
      tamper: (sql, values) => tamper(url, sql, values ?? []),
      drop: async () => {
        await onServer(server.url, (client) => dropDatabase(client, name))
        await server.release()
      },
    }
  } catch (error) {
    await server.release()
    throw error
  }
}

/**
 * Copying the files is several times quicker where nothing waits for the disk. On an installed server it would write out
 * everything that all databases hold in memory, twice.
 */
const strategyOf = ({ embedded }: TestServer) => (embedded ? 'strategy file_copy' : '')

/** One number for all programs that make a template: the first makes it, the others wait and find it. */
const templateLock = 7_320_283

/**
 * The database that others are copied from: migrated, and filled where something is asked to be prepared. Its name is a
 * digest of the role, the migrations and what fills it, so whatever is changed has a template of its own; it gets that
 * name only when it is complete.
 */
async function templateFor(client: pg.Client, serverUrl: string, wanted: Preparation | undefined): Promise<string> {
  // Only its owner may copy a database: on a server that several roles use for tests, each has a template of its own.
  const { rows } = await client.query<{ role: string }>('select current_user as role')
  const contents = JSON.stringify([rows[0]?.role, migrations, wanted?.digest ?? ''])
  const digest = createHash('sha256').update(contents).digest('hex').slice(0, 12)
  const name = `qx_template_${wanted === undefined ? '' : `${wanted.kind}_`}${digest}`
  const exists = async () => (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1
  if (await exists()) return name
  await client.query('select pg_advisory_lock($1)', [templateLock])
  try {
    if (await exists()) return name
    const source = wanted === undefined ? 'template0' : await templateFor(client, serverUrl, wanted.on)
    await dropDatabase(client, `${name}_unfinished`)
    await client.query(`create database ${name}_unfinished template ${source}`)
    const url = databaseOn(serverUrl, `${name}_unfinished`)
    if (wanted === undefined) {
      await onServer(url, (fresh) => migrate(fresh, migrations, new Date('2026-11-25T00:00:00Z')))
    } else {
      await wanted.prepare(url)
      await dropOutdated(client, wanted.kind, name)
    }
    await client.query(`alter database ${name}_unfinished rename to ${name}`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

/** A filled template weighs tens of megabytes: those of earlier states of the code go, unless somebody copies one now. */
async function dropOutdated(client: pg.Client, kind: string, except: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database join pg_roles on pg_roles.oid = datdba
     where datname ~ $1 and datname <> all($2) and rolname = current_user`,
    [`^qx_template_${kind}_[0-9a-f]{12}$`, [except, `${except}_unfinished`]],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname}`).catch(() => {})
}

async function tamper(url: string, sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
  return onServer(url, async (client) => {
    // An owner who is no superuser stands behind the walls too, and takes them down for a moment.
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relforcerowsecurity
        and current_setting('is_superuser') = 'off'`,
    )
    await client.query('begin')
    await client.query(rows.map(({ name }) => `alter table ${name} no force row level security;`).join(''))
    const result = await client.query(sql, [...values])
    await client.query(rows.map(({ name }) => `alter table ${name} force row level security;`).join(''))
    await client.query('commit')
    return result
  })
}
