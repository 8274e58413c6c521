import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openContentStore } from '@qiangxian/kernel/evidence/content-store'
import { createEmptyDatabase, createPreparedDatabase, type OwnDatabase } from '@qiangxian/kernel/testing/test-database'
import { putTestKey } from '@qiangxian/kernel/testing/test-key'
import { storeStoryFiles } from '@qiangxian/server/load-story'
import { openedTemplate } from '@qiangxian/server/testing/opened-template'
import { builtProgram } from '@qiangxian/server/testing/server-process'

/** The real program, as a newcomer starts it, on a port and a folder of its own. */
export interface RunningServer {
  readonly url: string
  readonly dataDir: string
  /** everything that it printed so far */
  output(): string
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const printedAddress = /(http:\/\/127\.0\.0\.1:\d+)/

/**
 * Starts the program and waits for its address. With QX_TEST_DATABASE_URL it works on a new database of that server,
 * else on the embedded one.
 */
export async function startServer(args: readonly string[] = []): Promise<RunningServer> {
  const installed = process.env['QX_TEST_DATABASE_URL']
  return start(args, newFolder(), installed === undefined || installed === '' ? undefined : await createEmptyDatabase())
}

/**
 * Starts the program on a copy of the demonstration that was opened once for the state of the code: a second instead of
 * many. For what is looked at on its pages; how a county begins is seen by `startServer`.
 */
export async function startDemonstration(): Promise<RunningServer & { readonly databaseUrl: string }> {
  const dataDir = newFolder()
  const own = await createPreparedDatabase(openedTemplate({ reports: true, records: true, matters: true }))
  putTestKey(dataDir)
  await storeStoryFiles(openContentStore(join(dataDir, 'files')))
  return { ...(await start([], dataDir, own)), databaseUrl: own.url }
}

function newFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'qx-journey-'))
  // The embedded server works under an account of its own when we are root: it must be able to enter.
  chmodSync(dataDir, 0o755)
  return dataDir
}

async function start(args: readonly string[], dataDir: string, own: OwnDatabase | undefined): Promise<RunningServer> {
  const database = own === undefined ? [] : ['--database-url', own.url]
  const child = spawn(process.execPath, [builtProgram(), '--port', '0', '--data', dataDir, ...database, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8')
  })
  const url = await addressOf(child, () => printed)
  return {
    url,
    dataDir,
    output: () => printed,
    stop: async () => {
      await ended(child)
      await own?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const [, url] = printedAddress.exec(printed().split('Ctrl+C')[0] ?? '') ?? []
      if (url !== undefined && printed().includes('Ctrl+C')) resolve(url)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${printed()}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await exit
}
