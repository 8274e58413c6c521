/**
 * One set-up of a checkout at a time.
 *
 * The lock is a file that its holder touches every second; one that nobody has touched for a while was left by a
 * program that was killed. A number of a process would say less: the system gives it out again, and a container that
 * shares the folder counts its own.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetUpError } from './set-up-error.mjs'

/** @typedef {{ beatMs: number, deadAfterMs: number, settleMs: number }} LockTimes */

/** @type {LockTimes} */
const TIMES = { beatMs: 1_000, deadAfterMs: 10_000, settleMs: 100 }

/**
 * Waits for the lock, saying so once, and returns the function that gives it back.
 *
 * @param {string} file
 * @param {() => void} onWait
 * @param {LockTimes} times
 * @returns {Promise<() => void>}
 */
export async function takeLock(file, onWait, times = TIMES) {
  const name = randomUUID()
  for (let waits = 0; ; waits += 1) {
    if (create(file, name)) {
      // Two that found the same dead lock may both have removed it, the second one the lock of the first.
      await sleep(times.settleMs)
      if (holderOf(file) === name) return hold(file, name, times)
    } else if (isDead(file, times)) {
      rmSync(file, { force: true })
    } else {
      if (waits === 0) onWait()
      await sleep(times.settleMs)
    }
  }
}

/**
 * @param {string} file
 * @param {string} name
 * @param {LockTimes} times
 */
function hold(file, name, { beatMs }) {
  const beat = setInterval(() => {
    if (holderOf(file) === name) utimesSync(file, new Date(), new Date())
  }, beatMs)
  const giveBack = () => {
    clearInterval(beat)
    process.off('exit', giveBack)
    if (holderOf(file) === name) rmSync(file, { force: true })
  }
  process.on('exit', giveBack)
  return giveBack
}

/**
 * @param {string} file
 * @param {string} name
 */
function create(file, name) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, name, { flag: 'wx' })
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return false
    throw new SetUpError(
      `无法写入 ${dirname(file)}：首次启动需要可写的目录 / cannot write to ${dirname(file)}: the first start needs a folder that can be written (${code})`,
      { cause: error },
    )
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @param {LockTimes} times
 */
function isDead(file, { deadAfterMs }) {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return touched !== undefined && Date.now() - touched > deadAfterMs
}
