/**
 * A real PostgreSQL server that the program brings along and looks after.
 *
 * Terminology: a *home* is the folder with everything of one database; the *cluster* is PostgreSQL's own folder in it;
 * a *holder* is a program that uses the server; the *turn* is the right to start or stop it.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCluster, hasCluster, refuseOtherVersion } from './create-cluster.ts'
import {
  type Connection,
  type DatabaseHome,
  findHome,
  prepareHome,
  REACHABLE_FOLDER,
  readConnection,
  writeConnection,
} from './database-home.ts'
import { embeddedErrors } from './embedded-errors.ts'
import { folderTrouble, tellsOfFullDisk } from './folder-trouble.ts'
import { forgetDeadHolders, type Holder, livingHolders, registerHolder, unregisterHolder } from './holders.ts'
import { installedBinaries, type PostgresBinaries, usableBinaries } from './postgres-binaries.ts'
import {
  type Answer,
  askServer,
  askToStop,
  createDatabase,
  DATABASE,
  findServer,
  type RunningServer,
  startServer,
  stopServer,
} from './postgres-server.ts'
import { lastLines, readOrEmpty } from './run-program.ts'
import { isRoot, type SwitchedAccount } from './server-account.ts'
import { takeTurn, tryTakeTurn } from './turn.ts'

export interface HoldOptions {
  /** the folder of the database; made when missing */
  readonly dataDir: string
  /** what the program calls itself, for `qx doctor`: `server`, `qx`, `test` */
  readonly holder: string
  readonly log?: (line: string) => void
  /** binaries other than those of npm: a folder with `bin`, `lib` and `share`, beside a package.json */
  readonly nativeDir?: string
  /** where root puts what the server's account cannot reach otherwise */
  readonly reachableDir?: string
  /**
   * for tests alone: a server started by this call confirms what is not on disk yet, so that a machine that fails takes
   * the whole database with it. One that runs already stays as it is.
   */
  readonly expendable?: boolean
}

export interface HeldDatabase {
  /** with the password: for a connection, never for a log */
  readonly url: string
  /** false when this call started the server */
  readonly attached: boolean
  /** Gives the hold back; the last one stops the server and waits for it. A second call does nothing. */
  release(): Promise<void>
}

export interface EmbeddedDescription {
  readonly running: boolean
  readonly pid: number | undefined
  readonly port: number | undefined
  /** `18.4` of a running server, `18` of a stopped one, undefined where there is none */
  readonly version: string | undefined
  readonly holders: readonly Holder[]
}

/** What the steps below share about one database. */
interface Site {
  readonly home: DatabaseHome
  readonly account: SwitchedAccount
  readonly binaries: PostgresBinaries
  readonly isExpendable: boolean
  readonly log: (line: string) => void
}

/** How long a server that neither starts up nor shuts down may stay silent. */
const PATIENCE_SECONDS = 60

/**
 * Makes sure that the database of a folder runs, and keeps it running until released.
 *
 * The first program creates and starts it, others attach to it, the last one stops it. A server whose programs were
 * all killed is found and taken over.
 *
 * @throws the errors of embedded-errors.ts, in one sentence each
 * @example
 * const database = await holdEmbeddedDatabase({ dataDir: 'data/database', holder: 'server' })
 * const pool = new pg.Pool({ connectionString: database.url })
 * // …
 * await pool.end()
 * await database.release()
 */
export async function holdEmbeddedDatabase(options: HoldOptions): Promise<HeldDatabase> {
  const log = options.log ?? (() => {})
  const reachable = options.reachableDir ?? REACHABLE_FOLDER
  const installed = installedBinaries(options.nativeDir)
  const { home, account } = prepareHome(options.dataDir, reachable, log)

  try {
    const turn = await takeTurn(home.holders, (pid) =>
      log(`进程 ${pid} 正在启动或停止数据库，等待中 / waiting for process ${pid}, which starts or stops the database`),
    )
    try {
      const copies = isRoot() ? reachable : home.binaryCopies
      if (hasCluster(home)) refuseOtherVersion(home.cluster, installed.major)
      const binaries = usableBinaries(installed, account, copies, log)
      const site: Site = { home, account, binaries, isExpendable: options.expendable === true, log }
      forgetDeadHolders(home.holders)
      const { server, connection, attached } = await ensureRunning(site)
      return held(site, server, connection, attached, registerHolder(home.holders, options.holder))
    } finally {
      turn.giveBack()
    }
  } catch (error) {
    throw folderTrouble(home.folder, error)
  }
}

/**
 * What is known about the database of a folder. Changes nothing and waits for nobody.
 *
 * @throws passwordMissing for a user who may not read the database's files
 */
export async function describeEmbedded(dataDir: string): Promise<EmbeddedDescription> {
  const home = findHome(dataDir)
  if (home === undefined) {
    return { running: false, pid: undefined, port: undefined, version: undefined, holders: [] }
  }
  // Throws for a user who may not look, rather than call a server stopped that he cannot see.
  const connection = readConnection(home)
  const server = findServer(home.cluster)
  const major = readOrEmpty(join(home.cluster, 'PG_VERSION')).trim()
  const answer =
    server === undefined || connection === undefined
      ? undefined
      : await askServer(server.port, connection, home.cluster)
  return {
    running: server !== undefined,
    pid: server?.pid,
    port: server?.port,
    version: answer?.kind === 'ours' ? answer.version : major === '' ? undefined : major,
    holders: livingHolders(home.holders),
  }
}

async function ensureRunning(
  site: Site,
): Promise<{ server: RunningServer; connection: Connection; attached: boolean }> {
  const { home, binaries, account, log } = site
  const first = !hasCluster(home)
  if (first) log(`首次启动，正在建立数据库 ${home.cluster} / first start, creating the database there`)
  const connection = first ? await createCluster(home, binaries, account) : readConnection(home)
  if (connection === undefined) {
    throw embeddedErrors.passwordMissing({ cluster: home.cluster, file: home.connectionFile })
  }

  for (let attempt = 1; ; attempt += 1) {
    const { server, attached, answer } = await attachOrStart(site, connection)
    if (answer.kind === 'ours') {
      if (!answer.databaseExists) await createDatabase(server.port, connection)
      if (server.port !== connection.port) writeConnection(home, { ...connection, port: server.port })
      return { server, connection, attached }
    }
    // It was there a moment ago: somebody killed it in between. The next round starts it again.
    if (answer.kind !== 'notNow' || attempt === 5) throw await refusal(site, server, answer, attached)
    await sleep(100)
  }
}

interface Encounter {
  readonly server: RunningServer
  readonly answer: Answer
}

async function attachOrStart(site: Site, connection: Connection): Promise<Encounter & { attached: boolean }> {
  const { home, binaries, account } = site
  for (let attempt = 1; ; attempt += 1) {
    const found = await attach(site, connection)
    if (found !== undefined) return { ...found, attached: true }
    const outcome = await startServer(home, binaries, account, connection, site.isExpendable)
    if (outcome.kind === 'running') {
      const answer = await askServer(outcome.server.port, connection, home.cluster)
      return { server: outcome.server, answer, attached: false }
    }
    // A program that was killed just after it began the start left a server that had not yet written who it is.
    if (tellsOfFullDisk(outcome.output)) throw embeddedErrors.diskFull({ folder: home.folder })
    if (!outcome.output.includes('lock file') || attempt === 20) {
      throw embeddedErrors.couldNotStart({ cluster: home.cluster, lastLines: lastLines(outcome.output) })
    }
    await sleep(100)
  }
}

/** The server that already runs, once it answers; undefined when there is none, or it went away while we waited. */
async function attach(site: Site, connection: Connection): Promise<Encounter | undefined> {
  const { cluster, holders } = site.home
  const deadline = Date.now() + PATIENCE_SECONDS * 1000
  for (let waits = 0; ; waits += 1) {
    const server = findServer(cluster)
    if (server === undefined) return undefined
    const answer = await askServer(server.port, connection, cluster)
    if (answer.kind !== 'notNow') return { server, answer }

    // 57P03: the server says itself that it is busy. Recovery after a crash may take long, and so be it; shutting
    // down for somebody who then died is hurried up when nobody else uses the server.
    const shuttingDown = answer.reason.includes('shutting down')
    if (shuttingDown && livingHolders(holders).length === 0) {
      await stopServer(server, cluster, site.binaries, site.account)
      return undefined
    }
    const recovering = answer.reason.startsWith('57P03') && !shuttingDown
    if (waits === 100) site.log(`数据库尚未就绪（${answer.reason}），等待中 / waiting for the database`)
    if (!recovering && Date.now() > deadline) {
      throw embeddedErrors.notAnswering({ ...server, seconds: PATIENCE_SECONDS, reason: answer.reason })
    }
    await sleep(20)
  }
}

async function refusal(
  site: Site,
  server: RunningServer,
  answer: Exclude<Answer, { kind: 'ours' }>,
  attached: boolean,
) {
  if (!attached) await stopServer(server, site.home.cluster, site.binaries, site.account)
  if (answer.kind === 'notNow') {
    return embeddedErrors.notAnswering({ ...server, seconds: 0, reason: answer.reason })
  }
  if (answer.kind === 'notOurs') {
    return embeddedErrors.notAnswering({ ...server, seconds: 0, reason: 'another server answers on this port' })
  }
  return embeddedErrors.passwordRefused({ port: server.port, file: site.home.connectionFile })
}

function held(
  site: Site,
  server: RunningServer,
  connection: Connection,
  attached: boolean,
  file: string,
): HeldDatabase {
  const leaveNow = () => leaveAtOnce(site, file)
  leaveAtExit(leaveNow)
  let released: Promise<void> | undefined
  return {
    url: `postgresql://${connection.user}:${connection.password}@127.0.0.1:${server.port}/${DATABASE}`,
    attached,
    release: () => {
      unreleased.delete(leaveNow)
      released ??= leave(site, file)
      return released
    },
  }
}

const unreleased = new Set<() => void>()
let listening = false

/**
 * A program that ends without releasing (process.exit after an error) still leaves in order, as far as the last moment
 * of a process allows: it asks, and does not wait. One listener for all holds, as Node warns of more than ten.
 */
function leaveAtExit(leaveNow: () => void): void {
  if (!listening) {
    listening = true
    process.once('exit', () => {
      for (const leaveOne of unreleased) leaveOne()
    })
  }
  unreleased.add(leaveNow)
}

async function leave(site: Site, file: string): Promise<void> {
  const { home, binaries, account, log } = site
  // Before the turn, so that on a full disk there is room for it.
  unregisterHolder(file)
  const turn = await takeTurn(home.holders, () => {})
  try {
    forgetDeadHolders(home.holders)
    if (livingHolders(home.holders).length > 0) return
    const server = findServer(home.cluster)
    if (server === undefined) return
    log('停止数据库 / stopping the database')
    await stopServer(server, home.cluster, binaries, account)
  } finally {
    turn.giveBack()
  }
}

function leaveAtOnce(site: Site, file: string): void {
  const { home } = site
  unregisterHolder(file)
  // Somebody else is just starting or stopping, and will see to it.
  const turn = tryTakeTurn(home.holders)
  if (turn === undefined) return
  try {
    if (livingHolders(home.holders).length > 0) return
    const server = findServer(home.cluster)
    if (server !== undefined && process.platform !== 'win32') askToStop(server)
  } finally {
    turn.giveBack()
  }
}
