import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { QxError } from '../errors/define-errors.ts'
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
  /** with the password: for a connection, never for a log */
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

export interface DatabaseOptions {
  /** most connections at a time, 10 by default */
  readonly connections?: number
  /**
   * Called when the server cannot be reached: brings it back where that is ours to do, and says under which address.
   * Calls that come meanwhile wait for the same one.
   */
  readonly bringBack?: () => Promise<string>
}

const jurisdictionPattern = /^[0-9a-z-]{2,32}$/

/**
 * Opens the database at an address.
 *
 * @throws database.unreachable, database.tooOld
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  await refuseUnfit(url)
  const connections = new Connections(url, options)
  return {
    get url() {
      return connections.url
    },
    inJurisdiction: (jurisdiction, access, work) => inJurisdiction(connections, jurisdiction, access, work),
    asOwner: (work) => asOwner(connections.url, work),
    answers: async () => {
      try {
        const client = await connections.take()
        await client.query('select 1').finally(() => client.release())
        return true
      } catch {
        return false
      }
    },
    close: () => connections.close(),
  }
}

/** The pool of connections, which may move when the server comes back under another address. */
class Connections {
  url: string
  readonly #options: DatabaseOptions
  #pool: pg.Pool
  #closed = false
  #comingBack: Promise<void> | undefined

  constructor(url: string, options: DatabaseOptions) {
    this.url = url
    this.#options = options
    this.#pool = makePool(url, options)
  }

  async take(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (cause) {
      if (this.#options.bringBack === undefined || this.#closed || !isGone(cause)) throw this.#unreachable(cause)
    }
    try {
      this.#comingBack ??= this.#bringBack(this.#options.bringBack).finally(() => {
        this.#comingBack = undefined
      })
      await this.#comingBack
      return await this.#pool.connect()
    } catch (cause) {
      throw this.#unreachable(cause)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#comingBack?.catch(() => {})
    await this.#pool.end()
  }

  async #bringBack(bringBack: () => Promise<string>): Promise<void> {
    const url = await bringBack()
    if (url === this.url) return
    const old = this.#pool
    this.#pool = makePool(url, this.#options)
    this.url = url
    // Whoever still holds a connection of the old pool ends with it; nobody waits for that.
    void old.end()
  }

  #unreachable(cause: unknown): QxError {
    const details = { where: placeOf(this.url), why: reasonOf(cause) }
    return databaseErrors.unreachable(details, { cause, retryAfterSeconds: 5 })
  }
}

function makePool(url: string, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10, idleTimeoutMillis: 30_000 })
  // A connection that breaks (the server was stopped) must not end the program: while idle the pool hears of it, while
  // in use the connection itself, and the query in hand or the next one reports it.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Nobody listens there any more, or the server says that it is going down or coming up. */
function isGone(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03'].includes(code) || isLostConnection(cause)
}

/** Whether an error says that the connection is no more; the server did not answer, so it may have done the work. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && lostConnection.has(String(error.code))) return true
  return /Connection terminated|Client has encountered a connection error/.test(error.message)
}

const lostConnection = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  // the server is going down, crashed, or cannot be talked to now; connection failures; too many connections
  ...['57P01', '57P02', '57P03', '08000', '08003', '08006', '53300'],
])

async function inJurisdiction<Result>(
  connections: Connections,
  jurisdiction: string,
  access: 'read' | 'write',
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  if (!jurisdictionPattern.test(jurisdiction)) throw new Error(`"${jurisdiction}" is no jurisdiction key`)
  const client = await connections.take()
  let broken: Error | undefined
  try {
    // One message for all: a setting inside the transaction, as a statement, is what reaches every node of Citus.
    await client.query(
      `begin ${access === 'read' ? 'read only' : ''}; set local role ${applicationRole}; set local app.jurisdiction = '${jurisdiction}'`,
    )
    const result = await work(queriesOn(client))
    await commit(client, access)
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

async function commit(client: pg.PoolClient, access: 'read' | 'write'): Promise<void> {
  try {
    const { command } = await client.query('commit')
    // A transaction in which a statement failed answers ROLLBACK to a commit, and no error.
    if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit, and was undone')
  } catch (cause) {
    if (access === 'write' && isLostConnection(cause)) throw databaseErrors.outcomeUnknown({}, { cause })
    throw cause
  }
}

/** Kysely over one client that is in a transaction already. */
export function queriesOn(client: pg.ClientBase): Transaction {
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
    const { rows } = await client.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    for (const { number, version } of rows) refuseOldServer(Number(number), version)
  })
}

/** @throws database.tooOld before PostgreSQL 15, whose number is 150000 */
export function refuseOldServer(number: number, version: string): void {
  if (number < 150_000) throw databaseErrors.tooOld({ version })
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
