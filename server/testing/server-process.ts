import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describeEmbedded } from '@qiangxian/kernel/database/embedded/embedded-database'

/** The server as a program of its own, as an operator starts it. */
export interface ServerProcess {
  /** where it listens, `http://127.0.0.1:43210` */
  readonly url: string
  readonly child: ChildProcess
  /** everything that it has written so far */
  output(): string
  /** kill -9, and waits until it is gone */
  kill(): Promise<void>
  /** asks it to stop, and says with which code it did */
  stop(): Promise<number | null>
}

export interface Ended {
  readonly code: number | null
  readonly output: string
}

interface StartOptions {
  readonly arguments: readonly string[]
  readonly uid?: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const running = new Set<ChildProcess>()
const folders: string[] = []

/** A folder that every account can enter, as the embedded database needs it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qiangxian-server-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Starts the server and waits until it greets; throws what it said when it ends before. */
export async function startServer(options: StartOptions): Promise<ServerProcess> {
  const { child, output, ended } = launch({ ...options, arguments: ['--port', '0', ...options.arguments] })
  const greeted = async () => {
    for (;;) {
      const address = /^ {2}(http:\/\/\S+)$/m.exec(output())?.[1]
      if (address !== undefined && output().includes('Ctrl+C')) return address
      await sleep(20)
    }
  }
  const url = await Promise.race([greeted(), ended.then(({ code }) => code)])
  if (typeof url !== 'string') throw new Error(`the server ended with ${url}: ${output()}`)
  return {
    url,
    child,
    output,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      return (await ended).code
    },
  }
}

/** Starts the server where it is expected to end by itself. */
export function runServer(options: StartOptions): Promise<Ended> {
  return launch(options).ended
}

/** Where the program lies that was built for this run; see scripts/set-up/program-for-tests.mjs. */
export function builtProgram(): string {
  const file = process.env['QX_TEST_PROGRAM']
  if (file === undefined) throw new Error('the server was not built for this run')
  return file
}

function launch({ arguments: given, uid }: StartOptions) {
  const child = spawn(process.execPath, [builtProgram(), ...given], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: tmpdir(), QX_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child)
    return { code: code as number | null, output: text }
  })
  return { child, output: () => text, ended }
}

/** Ends what a failed test left: programs, the database servers in the folders, and the folders. */
export async function cleanUpServers(): Promise<void> {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    const { pid } = await describeEmbedded(join(folder, 'database'))
    if (pid !== undefined) {
      process.kill(pid, 'SIGQUIT')
      while ((await describeEmbedded(join(folder, 'database'))).running) await sleep(50)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A signed-in person at a running server. */
export class HttpVisitor {
  readonly #url: string
  readonly #cookie: string

  constructor(url: string, cookie: string) {
    this.#url = url
    this.#cookie = cookie
  }

  static async signIn(url: string, login: string, password: string): Promise<HttpVisitor> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    })
    if (response.status !== 200) throw new Error(`${login} could not sign in: ${await response.text()}`)
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    return new HttpVisitor(url, cookie ?? '')
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape and say what they expect
  async send(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: { cookie: this.#cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
}
