import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { holdEmbeddedDatabase } from '../database/embedded/embedded-database.ts'

/**
 * The PostgreSQL server on which the tests stand.
 *
 * `QX_TEST_DATABASE_URL` names an installed one, with a login role that may create databases and roles and is no
 * superuser. Without it, all programs of all runs in this checkout share one embedded server, which stops with the last.
 * `QX_TEST_FOLDER` says where its files lie; `npm test` puts them into memory where there is room.
 */
export interface TestServer {
  /** a maintenance database of the server; tests work in databases of their own */
  readonly url: string
  /** whether the server may carry a million invented rows and be killed: it is ours alone */
  readonly embedded: boolean
  release(): Promise<void>
}

const folder = process.env['QX_TEST_FOLDER'] ?? fileURLToPath(new URL('../../.cache/test-database', import.meta.url))

/** Where the run says which embedded server it holds: its workers need not hold it again for every database. */
export const serverOfTheRun = 'QX_TEST_SERVER_OF_THE_RUN'

export async function holdTestServer(): Promise<TestServer> {
  const installed = process.env['QX_TEST_DATABASE_URL']
  if (installed !== undefined && installed !== '') {
    return { url: installed, embedded: false, release: async () => {} }
  }
  const ofTheRun = process.env[serverOfTheRun]
  if (ofTheRun !== undefined) return { url: ofTheRun, embedded: true, release: async () => {} }
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const held = await holdEmbeddedDatabase({ dataDir: folder, holder: 'test', expendable: true })
  return { url: held.url, embedded: true, release: () => held.release() }
}

/** The address of another database on the same server. */
export function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A name that says which process of which machine uses the database, so that what a killed run left can be told. */
export function nameForProcess(pid: number, number: number): string {
  return `${prefix}${pid}_${number}`
}

const prefix = `qx_test_${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}_`

/** Drops the databases of test processes of this machine that are no more. */
export async function dropAbandoned(serverUrl: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) {
      const pid = Number(datname.slice(prefix.length).split('_')[0])
      if (!lives(pid)) await dropDatabase(client, datname)
    }
  })
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export async function onServer<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Drops a database with whoever is connected to it. The server's own worker that tidies tables may be there for a
 * moment; it belongs to the superuser, and an ordinary owner may not end it, so the drop is tried again after it.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      const isTidied = error instanceof Error && 'code' in error && error.code === '42501'
      if (!isTidied || attempt >= 50) throw error
      await sleep(200)
    }
  }
}
