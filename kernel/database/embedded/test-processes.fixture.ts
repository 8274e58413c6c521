/** Folders and processes of the tests, and their end. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type HoldOptions, holdEmbeddedDatabase } from './embedded-database.ts'
import { findServer, untilGone } from './postgres-server.ts'

export interface Said {
  readonly url?: string
  readonly attached?: boolean
  readonly uid?: number
  readonly code?: string
  readonly zh?: string
  readonly en?: string
}

export interface HoldingProcess {
  readonly said: Said
  readonly child: ChildProcess
  /** asks it to release, and waits until it and its pipes are gone */
  release(): Promise<void>
  /** kill -9, and waits until it is gone */
  kill(): Promise<void>
}

const folders: string[] = []
const children: ChildProcess[] = []

/** An empty folder that every account can enter; mkdtemp alone makes one for its owner only. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qiangxian-embedded-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

let ranOnce: Promise<string> | undefined

/** A database that ran once and is stopped: made once in a test file, and copied with its owners for each that asks. */
export async function stoppedDatabase(): Promise<string> {
  ranOnce ??= runOnce()
  const [from, to] = [await ranOnce, join(openFolder(), 'db')]
  if (process.platform === 'win32') cpSync(from, to, { recursive: true })
  else execFileSync('cp', ['-pPR', from, to])
  return to
}

async function runOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'qiangxian-embedded-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'db')
  await (await holdEmbeddedDatabase({ dataDir, holder: 'test' })).release()
  return dataDir
}

/** Removes what `stoppedDatabase` copies; when the file ends. */
export async function forgetStoppedDatabase(): Promise<void> {
  if (ranOnce === undefined) return
  const dataDir = await ranOnce
  ranOnce = undefined
  rmSync(dirname(dataDir), { recursive: true, force: true })
}

/** Starts a program that holds the database and waits for what it says first. */
export async function startHolding(
  options: HoldOptions & { ending?: 'wait' | 'exit' | 'write'; uid?: number; gid?: number },
): Promise<HoldingProcess> {
  const { uid, gid, ...rest } = options
  const program = fileURLToPath(new URL('./holding-process.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify({ ending: 'wait', ...rest })], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own, so that a test can press Ctrl-C in it.
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
  })
  children.push(child)
  const closed = once(child, 'close')
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), closed.then(() => ['{"code":"silent"}'])])) as [string]
  return {
    said: JSON.parse(line) as Said,
    child,
    release: async () => {
      child.stdin.end('release\n')
      await closed
    },
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}

/** One query on a fresh connection. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Ends what a failed test left: its programs, the servers on its folders, and the folders. */
export async function cleanUp(...clusters: string[]): Promise<void> {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }
  const places = folders.splice(0)
  for (const cluster of [...clusters, ...places.map((folder) => join(folder, 'db', 'cluster'))]) {
    const server = findServer(cluster)
    if (server === undefined) continue
    process.kill(server.pid, 'SIGINT')
    await untilGone(server, 10)
  }
  for (const folder of places) rmSync(folder, { recursive: true, force: true })
}
