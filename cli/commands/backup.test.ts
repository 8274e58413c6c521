import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { chmod, copyFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmptyDatabase, type OwnDatabase } from '@qiangxian/kernel/testing/test-database'
import { openTestPlatform, type TestPlatform } from '@qiangxian/server/testing/test-platform'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

let platform: TestPlatform
let target: OwnDatabase
const folder = mkdtempSync(join(tmpdir(), 'qx-cli-backup-'))
const file = join(folder, 'demo.qxb')
const place = () => ['--data', platform.dataDir, '--database-url', platform.database.url]
const newPlace = () => ['--data', join(folder, 'new'), '--database-url', target.url]

beforeAll(async () => {
  platform = await openTestPlatform({ reports: true })
  target = await createEmptyDatabase()
})
afterAll(async () => {
  await platform.close()
  await target.drop()
  rmSync(folder, { recursive: true })
})

describe('the demonstration county', () => {
  it('moves to another database with every row, and proves it', async () => {
    await storeEvidence('佐证（演示）')
    const files = await countFiles()
    const made = await qx(['backup', file, ...place(), '--json'])
    expect(made).toMatchObject({ code: 0, json: { jurisdictions: ['320282'], files, unsound: [] } })
    const restored = await qx(['restore', file, ...newPlace(), '--json'])
    expect(restored).toMatchObject({ code: 0, json: { rows: made.json.rows, files, migrated: [] } })

    // The second back-up of what was restored: the same tables to the last byte, by their digests.
    const again = join(folder, 'again.qxb')
    expect(await qx(['backup', again, ...newPlace()])).toMatchObject({ code: 0 })
    expect(await tablesOf(again)).toEqual(await tablesOf(file))
    for (const args of [['cockpit'], ['plan', 'show'], ['target', 'show', 'C2'], ['journal', 'list']]) {
      expect((await qx([...args, ...newPlace(), '--json'])).json).toEqual(
        (await qx([...args, ...place(), '--json'])).json,
      )
    }
  })

  it('is not overwritten by a restore, nor a back-up by a back-up', async () => {
    expect(await qx(['restore', file, ...place(), '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'backup.notEmpty' } },
    })
    expect(await qx(['backup', file, ...place(), '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'backup.fileExists' } },
    })
  })

  it('is sound for the doctor once its key was put back, until a file is damaged', async () => {
    expect((await qx(['doctor', ...newPlace()])).printed).toMatch(/✗ 个人信息密钥/)
    const key = 'personal-data.key'
    await copyFile(join(platform.dataDir, key), join(folder, 'new', key))
    const { code, printed } = await qx(['doctor', '--deep', ...newPlace()])
    expect(printed).not.toContain('✗')
    expect([code, printed.split('\n').filter((line) => line.startsWith('✓'))]).toEqual([
      0,
      expect.objectContaining({ length: 7 }),
    ])

    const sha256 = await storeEvidence('将要损坏（演示）')
    const path = join(platform.dataDir, 'files', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    await chmod(path, 0o600)
    await writeFile(path, '将要换掉（演示）')
    expect((await qx(['doctor', ...place(), '--json'])).json.sound).toBe(true)
    const deep = await qx(['doctor', '--deep', ...place()])
    expect(deep.code).toBe(1)
    expect(deep.printed).toContain(`✗ 文件  ${await countFiles()} 个中有问题的：${sha256}`)
    const backup = await qx(['backup', join(folder, 'damaged.qxb'), ...place()])
    expect(backup.code).toBe(1)
    expect(backup.said).toContain(sha256)
  })

  it('is not sound for the doctor when its journal was changed', async () => {
    await platform.tamper(`update journal set actor_label = '别人' where sequence = 2`)
    const { code, json } = await qx(['doctor', ...place(), '--json'])
    expect([code, json.sound]).toEqual([1, false])
    expect(json.findings).toContainEqual(
      expect.objectContaining({ check: 'journal', state: 'failed', remedy: expect.any(String) }),
    )
  })
})

describe('where there is nothing yet', () => {
  it('the doctor says what to do, and neither it nor a back-up makes anything', async () => {
    const nowhere = join(folder, 'nowhere')
    const { code, printed } = await qx(['doctor', '--data', nowhere])
    expect(code).toBe(1)
    expect(printed).toContain('→ 运行 npm start')
    expect(await qx(['backup', join(folder, 'x.qxb'), '--data', nowhere])).toMatchObject({ code: 1 })
    expect(existsSync(nowhere)).toBe(false)
  })

  it('a file that is no back-up restores nothing, and makes no database', async () => {
    const letter = join(folder, 'letter.qxb')
    await writeFile(letter, '一封信')
    const data = join(folder, 'untouched')
    mkdirSync(data)
    expect(await qx(['restore', letter, '--data', data, '--json'])).toMatchObject({
      code: 1,
      json: { error: { code: 'backup.notABackup' } },
    })
    expect(await qx(['restore', join(folder, 'none.qxb'), '--data', data])).toMatchObject({ code: 2 })
    expect(await readdir(data)).toEqual([])
  })
})

/** Files that the platform knows, those of the demonstration's reports included. */
async function countFiles(): Promise<number> {
  const { rows } = await platform.tamper(
    "select count(*)::int as files from evidence_blob where jurisdiction = '320282'",
  )
  return rows[0].files
}

async function storeEvidence(content: string): Promise<string> {
  const bytes = (async function* () {
    yield Buffer.from(content)
  })()
  const { sha256, size, mediaType } = await platform.store.receive(bytes, { fileName: '演示.txt' })
  await platform.tamper(
    `insert into evidence_blob (jurisdiction, sha256, size, media_type, scan_verdict, stored_at)
     values ('320282', $1, $2, $3, 'notScanned', now())`,
    [sha256, size, mediaType],
  )
  return sha256
}

async function tablesOf(path: string): Promise<unknown> {
  const { inspectBackup } = await import('@qiangxian/kernel/backup/inspect-backup')
  const { tables, files } = await inspectBackup(path)
  // When the tables of registers were made is a fact of the database, not of the county.
  return { tables: tables.filter(({ table }) => table !== 'register_table'), files }
}
