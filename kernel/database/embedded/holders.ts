/** Who uses the server: one small file for each hold, named by process, so that a killed program can be told apart. */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.ts'
import { replaceFile } from './whole-file.ts'

export interface Holder {
  readonly pid: number
  /** what the program calls itself: `server`, `qx`, `test` */
  readonly holder: string
  /** UTC instant */
  readonly since: string
}

interface HolderRecord extends Holder {
  readonly process: ProcessIdentity
}

/** Registers this process and returns the file that stands for the hold. */
export function registerHolder(folder: string, holder: string): string {
  const process = ownIdentity()
  const record: HolderRecord = { pid: process.pid, holder, since: new Date().toISOString(), process }
  const file = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}.json`)
  replaceFile(file, JSON.stringify(record))
  return file
}

export function unregisterHolder(file: string): void {
  rmSync(file, { force: true })
}

/** The holders whose process is alive, the oldest first. Never changes anything. */
export function livingHolders(folder: string): Holder[] {
  return holderFiles(folder)
    .map(readHolder)
    .filter((record) => isAlive(record.process))
    .map(({ pid, holder, since }) => ({ pid, holder, since }))
    .sort((one, other) => one.since.localeCompare(other.since))
}

/** Removes what killed programs left. Only for who has the turn. */
export function forgetDeadHolders(folder: string): void {
  for (const file of holderFiles(folder)) {
    if (!isAlive(readHolder(file).process)) rmSync(file, { force: true })
  }
}

function holderFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** A file that cannot be read still names its process, and must not count as dead while that process lives. */
function readHolder(file: string): HolderRecord {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as HolderRecord
  } catch {
    const pid = Number.parseInt(basename(file), 10)
    return { pid, holder: 'unknown', since: 'unknown', process: { pid, startedAt: 'unknown' } }
  }
}
