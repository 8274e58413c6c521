import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process as it can be recognised later: its number and the moment it started.
 *
 * A number alone is not enough, because the system gives it out again.
 */
export interface ProcessIdentity {
  readonly pid: number
  /** an opaque mark of the start; `unknown` where the system does not tell */
  readonly startedAt: string
}

/** This very process. Read once: it cannot change. */
export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, startedAt: startMark(process.pid) ?? 'unknown' }
  return own
}
let own: ProcessIdentity | undefined

/** True when that process, and not a later one with the same number, is alive. A zombie is not. */
export function isAlive(identity: ProcessIdentity): boolean {
  const mark = startMark(identity.pid)
  if (mark === undefined) return false
  return mark === 'unknown' || identity.startedAt === 'unknown' || mark === identity.startedAt
}

/** True when any process has this number. */
export function isPidAlive(pid: number): boolean {
  return startMark(pid) !== undefined
}

/** The start of a living process; `unknown` when it lives but the system does not tell; undefined when it is gone. */
function startMark(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return linuxStartMark(pid)
  if (!answersSignal(pid)) return undefined
  return process.platform === 'win32' ? 'unknown' : psStartMark(pid)
}

function linuxStartMark(pid: number): string | undefined {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    // /proc may hide the processes of other users (hidepid); the signal still tells.
    return answersSignal(pid) ? 'unknown' : undefined
  }
  // The name in parentheses may itself hold spaces and parentheses, so count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields[0]
  const startTicks = fields[19]
  if (state === 'Z' || state === 'X') return undefined
  return `${bootId()}:${startTicks ?? 'unknown'}`
}

/** Ticks count from the start of the machine, so a mark also says which start that was. */
function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
  return boot
}
let boot: string | undefined

function psStartMark(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
    }).trim()
    if (line === '' || line.startsWith('Z')) return undefined
    return line.replace(/^\S+\s+/, '').replace(/\s+/g, ' ')
  } catch {
    return undefined
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
