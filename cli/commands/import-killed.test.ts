import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { advanceRun } from '@qiangxian/kernel/imports/advance-run'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { requestAs } from '@qiangxian/kernel/testing/test-kernel'
import { registers } from '@qiangxian/server/declarations'
import { openTestPlatform, type TestPlatform } from '@qiangxian/server/testing/test-platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const qx = fileURLToPath(new URL('../qx.mjs', import.meta.url))
const rows = 30_000

describe('an import whose program is killed (kill -9)', { timeout: 180_000 }, () => {
  let platform: TestPlatform
  let folder: string

  beforeAll(async () => {
    platform = await openTestPlatform({ empty: true })
    folder = mkdtempSync(join(tmpdir(), 'qx-killed-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await platform.close()
  })

  // As the application reads: taking the walls down would wait for the program that is writing, and it for us.
  const number = (sql: string) =>
    platform.database.inJurisdiction(platform.county.jurisdiction, 'read', async (tx) => {
      const [row] = await runSql<{ n: number }>(tx, `select (${sql})::int as n`, [])
      return Number(row?.n)
    })

  it('goes on where it was, writes each row once, and the journal fits', async () => {
    const file = join(folder, '主体.csv')
    const lines = Array.from({ length: rows }, (_, at) => `演示企业${at}有限公司,企业`)
    writeFileSync(file, ['名称,主体类型', ...lines].join('\n'))
    const place = ['--data', platform.dataDir, '--database-url', platform.database.url]
    const child = spawn(process.execPath, [qx, 'import', file, '--register', 'market-entity', '--commit', ...place], {
      stdio: 'ignore',
    })
    const gone = once(child, 'exit')
    while ((await number('select count(*) from import_batch')) === 0) {
      expect(child.exitCode, 'it ended before anything was written').toBeNull()
      await setTimeout(20)
    }
    child.kill('SIGKILL')
    await gone
    const batches = await number('select count(*) from import_batch')
    const written = await number('select count(*) from market_entity')
    expect(written).toBe(await number('select sum(row_count) from import_batch'))
    expect(written).toBeLessThan(rows)

    // The worker that was killed is given up after half a minute; here at once.
    await platform.tamper(`update import_run set worker_until = '2020-01-01T00:00:00Z'`)
    const { rows: runs } = await platform.tamper('select id from import_run')
    const occasion = { request: requestAs('office', { via: 'job' }), signal: new AbortController().signal }
    expect(await advanceRun(platform, registers, occasion, runs[0].id)).toBe(true)
    expect(await number('select count(*) from market_entity')).toBe(rows)
    expect(await number('select count(distinct name) from market_entity')).toBe(rows)
    expect(await number('select count(*) from market_entity_past')).toBe(0)
    expect(await number('select max(batch_no) from import_batch')).toBe(
      await number('select count(*) from import_batch'),
    )
    expect(await number('select count(*) from import_batch')).toBeGreaterThan(batches)
    expect(await number(`select count(*) from journal where command = 'import.commit' and after ? 'batch'`)).toBe(
      await number('select count(*) from import_batch'),
    )
  })
})
