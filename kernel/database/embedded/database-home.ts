/**
 * The files of one embedded database.
 *
 *   home            the folder that holds everything below; the data folder itself, except where root's data folder
 *                   lies behind a door that the server's account cannot pass. Then the data folder holds a pointer.
 *   home/cluster    PostgreSQL's own folder
 *   home/connection.json  port, user and password, for its owner only (0600)
 *   home/holders    who uses the server; and whose turn it is to start or stop it
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { embeddedErrors } from './embedded-errors.ts'
import { folderTrouble } from './folder-trouble.ts'
import { canReach, isRoot, type SwitchedAccount, serverAccount } from './server-account.ts'
import { createFile, replaceFile } from './whole-file.ts'

export interface DatabaseHome {
  readonly folder: string
  readonly cluster: string
  readonly holders: string
  readonly connectionFile: string
  /** what the server says before its own log begins */
  readonly startLog: string
  /** copies of the binaries, where this account needs them */
  readonly binaryCopies: string
}

export interface Connection {
  readonly user: string
  readonly password: string
  /** the last port used, tried first so that a reporting tool keeps working */
  readonly port: number | undefined
}

const POINTER = 'database.location'
const OURS = new Set(['cluster', 'connection.json', 'holders', 'start.log', 'binaries', POINTER])
/** What a desktop or a file system puts into every folder. */
const HARMLESS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep', '.gitignore', 'lost+found'])

/** Where root puts what the server's account must reach. */
export const REACHABLE_FOLDER = '/var/lib/qiangxian'

/** The home of a data folder that has one; undefined when there is none yet. Changes nothing. */
export function findHome(dataDir: string): DatabaseHome | undefined {
  const folder = resolve(dataDir)
  const pointer = join(folder, POINTER)
  if (existsSync(pointer)) return homeAt(readPointer(pointer))
  return existsSync(join(folder, 'holders')) ? homeAt(folder) : undefined
}

/**
 * The home of a data folder, made when there is none.
 *
 * @param reachable where to put it when the server's account cannot reach the data folder
 * @throws folderNotOurs, folderNotWritable, locationLost
 */
export function prepareHome(
  dataDir: string,
  reachable: string,
  log: (line: string) => void,
): { home: DatabaseHome; account: SwitchedAccount } {
  const folder = resolve(dataDir)
  makeFolder(folder)
  refuseForeignFolder(folder)
  const account = serverAccount(join(folder, 'cluster'), folder)

  const home = findHome(folder) ?? (canReach(account, folder) ? homeAt(folder) : moveOut(folder, reachable, log))
  refuseLostHome(folder, home)
  makeFolder(home.holders)
  return { home, account: serverAccount(home.cluster, folder) }
}

/** Reads the connection file; undefined when there is none. */
export function readConnection(home: DatabaseHome): Connection | undefined {
  try {
    return JSON.parse(readFileSync(home.connectionFile, 'utf8')) as Connection
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw embeddedErrors.passwordMissing({ cluster: home.cluster, file: home.connectionFile }, { cause })
  }
}

/** Keeps a new random password. On disk before the cluster is, since a cluster without its password is lost. */
export function newConnection(home: DatabaseHome): Connection {
  const connection: Connection = {
    user: 'qiangxian',
    password: randomBytes(24).toString('base64url'),
    port: undefined,
  }
  writeConnection(home, connection)
  return connection
}

export function writeConnection(home: DatabaseHome, connection: Connection): void {
  replaceFile(home.connectionFile, JSON.stringify(connection), { mode: 0o600, durable: true })
}

function homeAt(folder: string): DatabaseHome {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    holders: join(folder, 'holders'),
    connectionFile: join(folder, 'connection.json'),
    startLog: join(folder, 'start.log'),
    binaryCopies: join(folder, 'binaries'),
  }
}

function makeFolder(folder: string): void {
  try {
    const firstMade = mkdirSync(folder, { recursive: true })
    if (firstMade !== undefined && isRoot()) openToServer(folder, firstMade)
    accessSync(folder, constants.W_OK | constants.X_OK | constants.R_OK)
  } catch (cause) {
    throw folderTrouble(folder, cause)
  }
}

/**
 * Folders that root just made, from the innermost to the first: they belong to whom the folder above belongs to, and
 * every account may pass them, whatever root's umask. What is secret in them (password, cluster) is closed by itself.
 */
function openToServer(innermost: string, firstMade: string): void {
  const { uid, gid } = statSync(dirname(firstMade))
  for (let folder = innermost; folder.length >= firstMade.length; folder = dirname(folder)) {
    chmodSync(folder, 0o755)
    chownSync(folder, uid, gid)
  }
}

/** A folder is ours when it carries our holders or pointer; an empty one may become ours. */
function refuseForeignFolder(folder: string): void {
  const entries = readdirSync(folder).filter((name) => !HARMLESS.has(name))
  if (entries.includes('holders') || entries.includes(POINTER)) return
  const foreign = entries.find((name) => !OURS.has(name))
  if (foreign !== undefined) throw embeddedErrors.folderNotOurs({ folder, found: foreign })
}

function moveOut(dataDir: string, reachable: string, log: (line: string) => void): DatabaseHome {
  const folder = join(reachable, 'databases', `${basename(dataDir)}-${randomBytes(6).toString('hex')}`)
  const pointer = join(dataDir, POINTER)
  makeFolder(folder)
  if (!createFile(pointer, pointerText(folder), { durable: true })) {
    rmdirSync(folder)
    return homeAt(readPointer(pointer))
  }
  // The way back, for an administrator who finds this folder first.
  createFile(join(folder, 'belongs-to'), `${dataDir}\n`)
  log(`数据库存放在 ${folder} / the database is kept there, because its account cannot enter ${dataDir}`)
  return homeAt(folder)
}

function pointerText(folder: string): string {
  return `# 数据库不在本目录，而在最后一行所写的目录中。
# PostgreSQL 不能以 root 运行，而它所用的普通账户无权进入本目录；我们不更改您的目录权限。
# 备份与迁移请使用 qx backup / qx restore。如要删除数据库，请将下面的目录与本文件一并删除。
# The database is not in this folder but in the one on the last line. PostgreSQL refuses to run as root, and the
# ordinary account it runs as may not enter this folder; we do not change the permissions of your folders.
# To back up or move, use qx backup and qx restore. To delete the database, delete that folder and this file.
${folder}
`
}

function readPointer(pointer: string): string {
  const lines = readFileSync(pointer, 'utf8').split('\n')
  return lines.map((line) => line.trim()).findLast((line) => line !== '' && !line.startsWith('#')) ?? ''
}

/** Where a pointer leads nowhere, going on would silently put an empty database in the place of a lost one. */
function refuseLostHome(dataDir: string, home: DatabaseHome): void {
  if (home.folder === dataDir) return
  if (statSync(home.folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  throw embeddedErrors.locationLost({ pointer: join(dataDir, POINTER), home: home.folder })
}
