/** Small files that are there completely or not at all, also after the machine lost power. */
import { randomUUID } from 'node:crypto'
import { closeSync, fchownSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface WholeFileOptions {
  /** 0600 for secrets */
  readonly mode?: number
  /** wait until the disk has it; false for what does not outlive the machine's start anyway */
  readonly durable?: boolean
}

export function replaceFile(file: string, content: string, options: WholeFileOptions = {}): void {
  const scratch = writeScratch(file, content, options)
  renameSync(scratch, file)
  if (options.durable === true) syncFolder(dirname(file))
}

/** False when the file is already there; of several callers exactly one gets true. */
export function createFile(file: string, content: string, options: WholeFileOptions = {}): boolean {
  const scratch = writeScratch(file, content, options)
  try {
    linkSync(scratch, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(scratch, { force: true })
  }
  if (options.durable === true) syncFolder(dirname(file))
  return true
}

/** Makes renames in the folder survive a power cut; where a folder cannot be opened (Windows) the system does so itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function writeScratch(file: string, content: string, { mode = 0o644, durable = false }: WholeFileOptions): string {
  const folder = dirname(file)
  const scratch = join(folder, `scratch-${randomUUID()}`)
  const handle = openSync(scratch, 'wx', mode)
  try {
    writeSync(handle, content)
    // What root writes into an ordinary user's folder must stay readable for that user's own programs.
    if (process.getuid?.() === 0) {
      const { uid, gid } = statSync(folder)
      fchownSync(handle, uid, gid)
    }
    if (durable) fsyncSync(handle)
  } catch (error) {
    rmSync(scratch, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  return scratch
}
