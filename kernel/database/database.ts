import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { databaseErrors } from './database-errors.ts'
import { applicationRole } from './migrate.ts'
import type { Tables } from './tables.gen.ts'

// A date is a civil date without a zone: it stays the text that PostgreSQL writes. Counts fit a double.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** One transaction in one jurisdiction, as the application's role. */
export type Transaction = Kysely<Tables>

export interface Database {
  readonly url: string
  /** Runs work in one transaction inside one jurisdiction; the transaction is read-only for queries. */
  inJurisdiction<Result>(
    jurisdiction: string,
    access: 'read' | 'write',
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result>
  /** For start-up and maintenance: a connection as the owner, outside any jurisdiction. */
  asOwner<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result>
  /** Whether the server answers; for /readyz. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

const jurisdictionPattern = /^[0-9a-z-]{2,32}$/

/**
 * Opens the database at an address.
 *
 * @throws database.unreachable, database.tooOld
 */
export async function openDatabase(url: string, options: { connections?: number } = {}): Promise<Database> {
  await refuseUnfit(url)
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, idleTimeoutMillis: 30_000 })
  // A connection that breaks while idle (the server was stopped) must not end the program; the next use reports it.
  pool.on('error', () => {})
  return {
    url,
    inJurisdiction: (jurisdiction, access, work) => inJurisdiction(pool, jurisdiction, access, work),
    asOwner: (work) => asOwner(url, work),
    answers: async () => {
      try {
        await pool.query('select 1')
        return true
      } catch {
        return false
      }
    },
    close: () => pool.end(),
  }
}

async function inJurisdiction<Result>(
  pool: pg.Pool,
  jurisdiction: string,
  access: 'read' | 'write',
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  if (!jurisdictionPattern.test(jurisdiction)) throw new Error(`"${jurisdiction}" is no jurisdiction key`)
  const client = await connect(pool)
  let broken: Error | undefined
  try {
    // One message for all: a setting inside the transaction, as a statement, is what reaches every node of Citus.
    await client.query(
      `begin ${access === 'read' ? 'read only' : ''}; set local role ${applicationRole}; set local app.jurisdiction = '${jurisdiction}'`,
    )
    const result = await work(onClient(client))
    await client.query('commit')
    return result
  } catch (error) {
    try {
      await client.query('rollback')
    } catch (lost) {
      broken = lost instanceof Error ? lost : new Error(String(lost))
    }
    throw error
  } finally {
    client.release(broken)
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (cause) {
    throw databaseErrors.unreachable(
      { where: placeOf(pool.options.connectionString ?? ''), why: reasonOf(cause) },
      { cause, retryAfterSeconds: 5 },
    )
  }
}

/** Kysely over one client that is in a transaction already. */
function onClient(client: pg.PoolClient): Transaction {
  const held = { connect: async () => ({ query: client.query.bind(client), release: () => {} }), end: async () => {} }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: held as unknown as pg.Pool }) })
}

async function asOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (cause) {
    throw databaseErrors.unreachable({ where: placeOf(url), why: reasonOf(cause) }, { cause })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function refuseUnfit(url: string): Promise<void> {
  await asOwner(url, async (client) => {
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    )
    const [row] = rows
    if (row !== undefined && Number(row.server_version_num) < 150_000) {
      throw databaseErrors.tooOld({ version: row.server_version })
    }
  })
}

/** The address without user and password, fit for a message. */
export function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return '(地址无法识别 / unreadable address)'
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return [code, cause.message].filter((part) => part !== '').join(' ')
}
