/** The server process of one cluster: found, started, asked, stopped. */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection, DatabaseHome } from './database-home.ts'
import { embeddedErrors } from './embedded-errors.ts'
import { type PostgresBinaries, program } from './postgres-binaries.ts'
import { isPidAlive } from './process-identity.ts'
import { programOptions, readOrEmpty, runProgram, unfitBinary } from './run-program.ts'
import type { SwitchedAccount } from './server-account.ts'

export const DATABASE = 'qiangxian'

export interface RunningServer {
  readonly pid: number
  readonly port: number
}

const POLL_MS = 10

/** The server that runs on this cluster, whoever started it; undefined when there is none. Changes nothing. */
export function findServer(cluster: string): RunningServer | undefined {
  const file = readPidFile(cluster)
  if (file === undefined || !isPidAlive(file.pid) || !isPostgresOn(file.pid, cluster)) return undefined
  return file
}

/**
 * Starts the server and waits until it takes connections.
 *
 * Its process is the head of its own session and keeps none of our pipes: Ctrl-C in the terminal does not reach it
 * before the program has written its last row, and a parent that waits for the end of our output is not kept waiting.
 */
export async function startServer(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  account: SwitchedAccount,
  connection: Connection,
  isExpendable: boolean,
): Promise<StartOutcome> {
  removeMisleadingPidFile(home.cluster)
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? connection.port : undefined)
    const outcome = await tryStart(home, binaries, account, fixedSettings(port, isExpendable))
    if (outcome.kind === 'running') return outcome
    const mayPass =
      // Somebody took the port between our look and the start.
      (/Address already in use|could not create any TCP\/IP sockets/.test(outcome.output) && attempt <= 5) ||
      // After a kill -9 of the server its children need a moment to notice.
      (/is still in use|pre-existing shared memory/.test(outcome.output) && attempt <= 50)
    if (!mayPass) return outcome
    await sleep(200)
  }
}

/**
 * Stops the server and waits until it is gone: open transactions are rolled back, everything committed is on disk.
 */
export async function stopServer(
  server: RunningServer,
  cluster: string,
  binaries: PostgresBinaries,
  account: SwitchedAccount,
): Promise<void> {
  if (process.platform === 'win32') {
    await runProgram(program(binaries.native, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], account)
    return
  }
  askToStop(server)
  await untilGone(server, 120)
}

/** Tells the server to stop (fast shutdown) and does not wait. */
export function askToStop(server: RunningServer): void {
  try {
    process.kill(server.pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the process is gone. @throws notAnswering when it still lives after so many seconds */
export async function untilGone(server: RunningServer, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (isPidAlive(server.pid)) {
    if (Date.now() > deadline) throw embeddedErrors.notAnswering({ ...server, seconds, reason: 'still stopping' })
    await sleep(POLL_MS)
  }
}

export type Answer =
  | { readonly kind: 'ours'; readonly version: string; readonly databaseExists: boolean }
  /** starting, recovering or stopping, or not listening (any more) */
  | { readonly kind: 'notNow'; readonly reason: string }
  | { readonly kind: 'wrongPassword' }
  /** somebody else's server took the port */
  | { readonly kind: 'notOurs' }

/** Asks whether the server behind the port knows our password and serves our cluster. */
export async function askServer(port: number, connection: Connection, cluster: string): Promise<Answer> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: connection.user,
    password: connection.password,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5000,
    application_name: 'qiangxian hold',
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; version: string; exists: boolean }>(
      `select current_setting('data_directory') as folder, current_setting('server_version') as version,
              exists (select from pg_database where datname = $1) as exists`,
      [DATABASE],
    )
    const row = rows[0]
    if (row === undefined || realpathSync(row.folder) !== realpathSync(cluster)) return { kind: 'notOurs' }
    return { kind: 'ours', version: row.version, databaseExists: row.exists }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === '28P01' || code === '28000') return { kind: 'wrongPassword' }
    return { kind: 'notNow', reason: code === undefined ? message : `${code} ${message}` }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Creates the application's database. */
export async function createDatabase(port: number, connection: Connection): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: connection.user,
    password: connection.password,
    database: 'postgres',
    ssl: false,
  })
  await client.connect()
  try {
    await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

export type StartOutcome =
  | { readonly kind: 'running'; readonly server: RunningServer }
  | { readonly kind: 'ended'; readonly output: string }

async function tryStart(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  account: SwitchedAccount,
  settings: Readonly<Record<string, string>>,
): Promise<StartOutcome> {
  const file = program(binaries.native, 'postgres')
  const args = ['-D', home.cluster, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
  // Removed first: root may have left one that this user can remove but not write.
  rmSync(home.startLog, { force: true })
  const output = openSync(home.startLog, 'w', 0o600)
  const child = spawn(file, args, {
    ...programOptions(file, account),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let ended = false
  const failure = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) => reject(unfitBinary(file, error)))
  })
  failure.catch(() => {})
  child.once('exit', () => {
    ended = true
  })
  child.unref()

  while (!ended) {
    const server = readPidFile(home.cluster)
    if (server?.pid === child.pid && server?.ready === true) return { kind: 'running', server }
    await Promise.race([sleep(POLL_MS), failure])
  }
  // Trouble before its own log begins (settings, port, rights) is in the start log, later trouble in the log.
  const early = readOrEmpty(home.startLog)
  return { kind: 'ended', output: early.includes('FATAL') ? early : readOrEmpty(currentLog(home.cluster)) || early }
}

const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

/** Nothing waits for the disk, and only as much is written as a crash of the server alone needs. */
const expendable = {
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: '0' },
  ...{ checkpoint_timeout: '1h', max_wal_size: '4GB' },
}

/** What no configuration file may change: where it listens, and that a row it has confirmed is on disk. */
function fixedSettings(port: number, isExpendable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // Nothing but the port, so that there is one way in and one password.
    unix_socket_directories: '',
    ...(isExpendable ? expendable : durable),
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: 'log',
  }
}

interface PidFile extends RunningServer {
  readonly ready: boolean
}

/** The file PostgreSQL keeps while it runs: pid, folder, start, port, socket folder, address, memory, status. */
function readPidFile(cluster: string): PidFile | undefined {
  const lines = readOrEmpty(join(cluster, 'postmaster.pid')).split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (!(pid > 0) || !(port > 0)) return undefined
  return { pid, port, ready: lines[7]?.trim() === 'ready' }
}

/** Whether the living process with that number is a PostgreSQL server on this cluster, and not one that got its number. */
function isPostgresOn(pid: number, cluster: string): boolean {
  // On Windows the password alone decides (askServer).
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') return commandLine(pid).includes(cluster)
  const args = readOrEmpty(`/proc/${pid}/cmdline`).split('\0')
  if (!basename(args[0] ?? '').startsWith('postgres')) return false
  const folder = args[args.indexOf('-D') + 1]
  if (args.includes('-D') && folder !== undefined && isSameFolder(folder, cluster)) return true
  try {
    return isSameFolder(readlinkSync(`/proc/${pid}/cwd`), cluster)
  } catch {
    return false
  }
}

function commandLine(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function isSameFolder(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)
}

/**
 * After a crash of the machine the number in postmaster.pid may belong to another program of the same account.
 * PostgreSQL then refuses to start, since it only looks whether the number is alive. We looked closer.
 */
function removeMisleadingPidFile(cluster: string): void {
  const file = readPidFile(cluster)
  if (file === undefined || !isPidAlive(file.pid) || isPostgresOn(file.pid, cluster)) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** A port on 127.0.0.1 that nobody uses now; the preferred one if it is free. */
async function freePort(preferred: number | undefined): Promise<number> {
  for (const port of preferred === undefined ? [0] : [preferred, 0]) {
    const free = await listenOnce(port)
    if (free !== undefined) return free
  }
  throw new Error('no free port on 127.0.0.1')
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}

function currentLog(cluster: string): string {
  const lines = readOrEmpty(join(cluster, 'current_logfiles')).split('\n')
  const name = lines.find((line) => line.startsWith('stderr '))?.slice('stderr '.length)
  return name === undefined ? '' : join(cluster, name)
}
