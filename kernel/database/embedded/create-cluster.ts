import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, type DatabaseHome, newConnection, readConnection } from './database-home.ts'
import { embeddedErrors } from './embedded-errors.ts'
import { tellsOfFullDisk } from './folder-trouble.ts'
import { type PostgresBinaries, program } from './postgres-binaries.ts'
import { lastLines, readOrEmpty, runProgram } from './run-program.ts'
import type { SwitchedAccount } from './server-account.ts'
import { syncFolder } from './whole-file.ts'

const UNFINISHED = 'cluster.unfinished-'

/**
 * What an administrator may change later in `cluster/postgresql.conf`. What nobody should change is on the command
 * line of the server (postgres-server.ts).
 */
const SETTINGS = {
  max_connections: '100',
  // A county's working set is small and the system's cache does the rest; 128 MB is taken only as it is used.
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file for each weekday, so a week is kept and nobody has to clean up.
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] ',
  log_lock_waits: 'on',
  log_min_duration_statement: '2s',
  // A log is read by more people than the registers are: no names, numbers or addresses in it.
  log_parameter_max_length: '0',
} as const

/**
 * Creates the cluster of a home, whole or not at all: it is made under another name beside its place and renamed.
 *
 * Call it while holding the turn. Remains of earlier tries that were killed are removed.
 */
export async function createCluster(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  account: SwitchedAccount,
): Promise<Connection> {
  removeUnfinished(home)
  const connection = readConnection(home) ?? newConnection(home)

  const workshop = join(home.folder, `${UNFINISHED}${randomUUID()}`)
  try {
    mkdirSync(workshop, { mode: 0o700 })
    const passwordFile = join(workshop, 'password')
    writeFileSync(passwordFile, `${connection.password}\n`, { mode: 0o600 })
    if (account !== undefined) {
      chownSync(passwordFile, account.uid, account.gid)
      chownSync(workshop, account.uid, account.gid)
    }
    const data = join(workshop, 'data')
    await runInitdb(home, binaries, account, data, passwordFile, connection.user)
    renameSync(data, home.cluster)
    syncFolder(home.folder)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return connection
}

async function runInitdb(
  home: DatabaseHome,
  binaries: PostgresBinaries,
  account: SwitchedAccount,
  data: string,
  passwordFile: string,
  user: string,
): Promise<void> {
  const args = [
    '--pgdata',
    data,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    // English words in the log, whatever the machine speaks: they are what one can search for.
    '--lc-messages=C',
    `--username=${user}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
    ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const { exitCode, output } = await runProgram(program(binaries.native, 'initdb'), args, account)
  if (exitCode !== 0) throw initFailure(home.folder, output)
}

/** What a failed initdb means. */
export function initFailure(folder: string, output: string) {
  if (tellsOfFullDisk(output)) return embeddedErrors.diskFull({ folder })
  return embeddedErrors.initFailed({ folder, lastLines: lastLines(output) })
}

function removeUnfinished(home: DatabaseHome): void {
  for (const name of readdirSync(home.folder)) {
    if (!name.startsWith(UNFINISHED)) continue
    try {
      // An initdb whose program was killed may still be writing there; it fails once its folder is gone.
      rmSync(join(home.folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
    } catch {
      // In nobody's way; the next creation tries again.
    }
  }
}

/**
 * Refuses a cluster that this PostgreSQL cannot open, before anything touches it.
 *
 * @throws otherMajorVersion, for an older and for a newer one; folderNotOurs for a folder that is no cluster
 */
export function refuseOtherVersion(cluster: string, ours: string): void {
  const found = readOrEmpty(join(cluster, 'PG_VERSION')).trim()
  if (found === '') throw embeddedErrors.folderNotOurs({ folder: cluster, found: 'no PG_VERSION' })
  if (found !== ours) throw embeddedErrors.otherMajorVersion({ cluster, found, ours })
}

export const hasCluster = (home: DatabaseHome) => existsSync(home.cluster)
