import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock.mjs'

const quick = { beatMs: 20, deadAfterMs: 2_000, settleMs: 20 }

describe('the lock of the set-up', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qiangxian-lock-'))
    file = join(folder, '.cache', 'set-up.lock')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('lets one after the other in, never two', async () => {
    let inside = 0
    let most = 0
    const visit = async () => {
      const giveBack = await takeLock(file, () => {}, quick)
      most = Math.max(most, ++inside)
      await sleep(10)
      inside -= 1
      giveBack()
    }
    await Promise.all([visit(), visit(), visit(), visit()])
    expect(most).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('says once that it waits', async () => {
    const giveBack = await takeLock(file, () => {}, quick)
    let said = 0
    const second = takeLock(file, () => (said += 1), quick)
    await sleep(100)
    giveBack()
    ;(await second)()
    expect(said).toBe(1)
  })

  it('takes over from a program that was killed, and only one of those who wait does', async () => {
    const giveBack = await takeLock(file, () => {}, quick)
    giveBack()
    writeFileSync(file, 'left by a killed program')
    utimesSync(file, new Date(0), new Date(0))
    let inside = 0
    let most = 0
    const visit = async () => {
      const done = await takeLock(file, () => {}, quick)
      most = Math.max(most, ++inside)
      await sleep(10)
      inside -= 1
      done()
    }
    await Promise.all([visit(), visit(), visit()])
    expect(most).toBe(1)
  })

  it('does not take over while its holder lives, however long that takes', async () => {
    const impatient = { ...quick, deadAfterMs: 200 }
    const giveBack = await takeLock(file, () => {}, impatient)
    let taken = false
    const second = takeLock(file, () => {}, impatient).then((done) => {
      taken = true
      done()
    })
    await sleep(600)
    expect(taken).toBe(false)
    giveBack()
    await second
    expect(taken).toBe(true)
  })
})
