import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetVersions } from '@qiangxian/kernel/plan/version-cache'
import { createPreparedDatabase, type OwnDatabase } from '@qiangxian/kernel/testing/test-database'
import { putTestKey } from '@qiangxian/kernel/testing/test-key'
import { readConfig } from '../config.ts'
import { storeStoryFiles } from '../load-story.ts'
import { type OpenPlatform, openPlatform } from '../open-platform.ts'
import { openedTemplate, preparedAt, tablesTemplate } from './opened-template.ts'

/** The platform of the demonstration county on a database and a folder of its own, with a clock that tests move. */
export interface TestPlatform extends OpenPlatform {
  readonly clock: TestClock
  readonly dataDir: string
  readonly tamper: OwnDatabase['tamper']
}

export interface TestClock {
  now(): Date
  /** Moves the clock to an instant, ISO 8601. */
  set(instant: string): void
  forwardMinutes(minutes: number): void
}

export interface TestPlatformOptions {
  /** true: organisations only, no account and no plan, as `--empty` starts; false: the demonstration */
  readonly empty?: boolean
  /** true: the demonstration with its three years of reports; without it, plan and accounts only */
  readonly reports?: boolean
  /** true: the demonstration with the records of its registers besides, some hundred thousand; for tests of figures */
  readonly records?: boolean
  /** the instant at which the clock stands; 2026-11-25 at ten in the morning in the county by default */
  readonly now?: string
}

/** how many of them this program has open */
let open = 0

export async function openTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const clock = testClock(options.now ?? preparedAt)
  // Copies of one database give the same ids to plans that go different ways: two at once each get their own.
  const isCopy = options.empty !== true && options.now === undefined && open === 0
  if (isCopy) forgetVersions()
  open += 1
  const dataDir = mkdtempSync(join(tmpdir(), 'qiangxian-test-'))
  const wanted = { reports: options.reports === true, records: options.records === true }
  const {
    url,
    tamper,
    drop: dropDatabase,
  } = await (isCopy ? createPreparedDatabase(openedTemplate(wanted)) : createPreparedDatabase(tablesTemplate()))
  const drop = async () => {
    open -= 1
    rmSync(dataDir, { recursive: true, force: true })
    await dropDatabase()
  }
  try {
    putTestKey(dataDir)
    const arguments_ = ['--data', dataDir, '--database-url', url, ...(options.empty === true ? ['--empty'] : [])]
    const config = readConfig(arguments_, {})
    if (config === 'help') throw new Error('a test asked for help')
    const platform = await openPlatform(config, { holder: 'test', now: clock.now, ...wanted })
    // The rows were copied; the files that they speak of lie in a folder, and are put there again.
    if (isCopy && options.reports === true) await storeStoryFiles(platform.store)
    const closePlatform = async () => {
      await platform.close()
      await drop()
    }
    return { ...platform, close: closePlatform, clock, dataDir, tamper }
  } catch (error) {
    await drop()
    throw error
  }
}

function testClock(instant: string): TestClock {
  let now = new Date(instant)
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next)
    },
    forwardMinutes: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}
