import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmptyDatabase, createPreparedDatabase, type OwnDatabase } from '@qiangxian/kernel/testing/test-database'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Config, readConfig } from './config.ts'
import { openPlatform } from './open-platform.ts'
import { tablesTemplate } from './testing/opened-template.ts'

describe('opening the platform', () => {
  let fresh: OwnDatabase
  let dataDir: string
  beforeEach(async () => {
    fresh = await createPreparedDatabase(tablesTemplate())
    dataDir = mkdtempSync(join(tmpdir(), 'qiangxian-open-'))
  })
  afterEach(async () => {
    await fresh.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const configured = (more: readonly string[]) =>
    readConfig(['--data', dataDir, '--database-url', fresh.url, ...more], {}) as Config
  const open = (...more: string[]) => openPlatform(configured(more), { holder: 'test', reports: false })
  const openWithReports = () => openPlatform(configured(['--without-records']), { holder: 'test' })
  const counts = async () =>
    (
      await fresh.tamper(`select (select count(*)::int from party) as units, (select count(*)::int from account) as accounts,
        (select count(*)::int from plan_version) as versions, (select count(*)::int from journal) as entries,
        (select count(*)::int from duty) as duties`)
    ).rows[0]

  it('loads the county once: a second start changes nothing', async () => {
    await (await open()).close()
    const before = await counts()
    expect(before).toMatchObject({ accounts: 25, versions: 1 })
    expect(before.units).toBeGreaterThan(20)
    await (await open()).close()
    expect(await counts()).toEqual(before)
  })

  it('loads it once, although several programs start at the same moment on an empty database', async () => {
    await fresh.drop()
    fresh = await createEmptyDatabase()
    const platforms = await Promise.all([open(), open(), open()])
    for (const platform of platforms) await platform.close()
    expect(await counts()).toMatchObject({ accounts: 25, versions: 1 })
  })

  it('finishes a first start that broke off before the plan was loaded', async () => {
    await (await open()).close()
    const before = await counts()
    const tables = [
      'plan_item_owner',
      'plan_item_task',
      'plan_statement',
      'plan_target_year',
      'plan_target',
      'plan_milestone',
    ]
    const more = [
      'plan_responsibility',
      'plan_task',
      'plan_group',
      'plan_safeguard',
      'plan_phase',
      'plan_question',
      'plan_version',
    ]
    await fresh.tamper([...tables, ...more, 'plan'].map((table) => `delete from ${table};`).join(''))
    await (await open()).close()
    expect(await counts()).toMatchObject({ versions: 1, units: before.units, accounts: before.accounts })
  })

  it('tells the story of the demonstration in the first start that finds none of it, and once', async () => {
    await (await open()).close()
    expect(await counts()).toMatchObject({ versions: 1, duties: 0 })
    const platforms = await Promise.all([openWithReports(), openWithReports()])
    for (const platform of platforms) await platform.close()
    const told = await counts()
    expect(told.duties).toBeGreaterThan(2_000)
    await (await openWithReports()).close()
    expect(await counts()).toEqual(told)
  })

  it('stays what it was opened as: an empty platform gets no demonstration later', async () => {
    await (await open('--empty')).close()
    const before = await counts()
    expect(before).toMatchObject({ accounts: 0, versions: 0 })
    const again = await open()
    expect(again.county).toMatchObject({ demonstration: false, demonstrationAccounts: [] })
    await again.close()
    expect(await counts()).toEqual(before)
  })

  it('and a demonstration stays one although --empty is said later', async () => {
    await (await open()).close()
    const again = await open('--empty')
    expect(again.county.demonstration).toBe(true)
    await again.close()
  })
})
