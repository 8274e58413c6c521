import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const PREFIX = 'qiangxian-tests-'
const GIB = 2 ** 30
/** what the databases of one run weigh at most, and what the machine must have left with them */
const NEEDED = { folder: 6 * GIB, machine: 10 * GIB }

/**
 * Makes a folder in memory for the databases of this run, gone when the program ends; undefined where there is no room.
 *
 * Each test file has databases of its own, two thousand files each. On ext4 a third of the time of all tests went into
 * making them: it looks past every file that was removed a moment ago, and all of them were.
 */
export function openMemoryFolder(memory = MEMORY): string | undefined {
  if (!hasRoom(memory)) return undefined
  removeAbandoned(memory)
  const folder = mkdtempSync(join(memory, `${PREFIX}${process.pid}-`))
  // The server of the tests runs under an account of its own when we are root: it must be able to enter.
  chmodSync(folder, 0o755)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

function hasRoom(memory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
    return bavail * bsize >= NEEDED.folder && Number(available) * 1024 >= NEEDED.machine
  } catch {
    // No such folder, or no Linux: the checkout's own disk does as well.
    return false
  }
}

/** What a run left that was killed: nobody else would give the memory back. */
function removeAbandoned(memory: string): void {
  for (const name of readdirSync(memory)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || lives(Number(pid))) continue
    const folder = join(memory, name)
    if (statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
