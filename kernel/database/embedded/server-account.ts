import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { embeddedErrors } from './embedded-errors.ts'

/** The account the server process runs as. */
export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

/** Set only while this program is root; an ordinary user's server simply runs as that user. */
export type SwitchedAccount = ServerAccount | undefined

export const isRoot = () => process.getuid?.() === 0

/**
 * PostgreSQL refuses to run as root, so root hands the server to somebody else: to the owner of what is already there
 * (a cluster, or a data folder that an ordinary user made), else to `postgres`, `qiangxian` (created), `nobody`.
 *
 * @param existing folders whose owner comes first; those that do not exist are skipped
 */
export function serverAccount(...existing: string[]): SwitchedAccount {
  if (!isRoot()) return undefined
  for (const folder of existing) {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (stat !== undefined && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid }
  }
  return findAccount('postgres') ?? findAccount('qiangxian') ?? createAccount() ?? nobody()
}

function findAccount(name: string): ServerAccount | undefined {
  for (const line of readPasswd().split('\n')) {
    const [user, , uid, gid] = line.split(':')
    if (user === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

function createAccount(): ServerAccount | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'qiangxian'], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  return findAccount('qiangxian')
}

function nobody(): ServerAccount {
  const account = findAccount('nobody')
  if (account === undefined) throw embeddedErrors.noServerAccount({})
  return account
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

/**
 * Can the account walk to this folder? Reads the permission bits of every folder on the way (access lists are not
 * read: where they forbid, the start fails with PostgreSQL's own words).
 */
export function canReach(account: SwitchedAccount, folder: string): boolean {
  if (account === undefined) return true
  for (let step = realpathSync(folder); ; step = dirname(step)) {
    if (!mayEnter(account, statSync(step))) return false
    if (step === dirname(step)) return true
  }
}

function mayEnter({ uid, gid }: ServerAccount, stat: { uid: number; gid: number; mode: number }): boolean {
  if (stat.uid === uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
