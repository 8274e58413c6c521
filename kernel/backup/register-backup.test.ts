import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { migrations } from '../database/migrations/migrations.ts'
import { openContentStore } from '../evidence/content-store.ts'
import { type Library, openLibrary } from '../registers/calling.fixture.ts'
import { inventedRegisters } from '../registers/invented-registers.fixture.ts'
import { makeRegisterTables } from '../registers/tables/make-register-tables.ts'
import { createEmptyDatabase, type OwnDatabase } from '../testing/test-database.ts'
import { onServer } from '../testing/test-server.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'qx-register-backup-'))
const now = new Date('2026-11-25T02:00:00Z')
const tables = ['reader', 'reader_past', 'book', 'book_past', 'loan', 'loan_past']
let library: Library
let target: OwnDatabase

beforeAll(async () => {
  library = await openLibrary()
  target = await createEmptyDatabase()
  const reader = await library.add('reader', { name: '云亭书局（演示）', phone: '13800001234' })
  const book = await library.add('book', {
    ...{ mark: 'ABC-12-9', title: '引号"与反斜杠\\', owners: [{ name: reader.label, id: reader.id }, '无名氏'] },
    ...{ weight: 0.1, printedIn: '2009', topics: ['sea'], place: { longitude: 119.8, latitude: 31.3 }, kind: 'novel' },
  })
  await library.call('register.changeRecord', {
    register: 'book',
    recordId: book.id,
    revision: 1,
    values: { kind: 'atlas' },
  })
})
afterAll(async () => {
  await library.close()
  await target.drop()
  rmSync(folder, { recursive: true })
})

const rowsOf = (url: string) =>
  onServer(url, async (client) => {
    const rows: Record<string, unknown> = {}
    for (const table of tables) {
      await client.query(`begin; set local timezone = 'UTC'; alter table ${table} no force row level security`)
      rows[table] = (await client.query(`select * from ${table} order by id, revision`)).rows
      await client.query('rollback')
    }
    return rows
  })
const indexesOf = (url: string) =>
  onServer(url, async (client) => {
    const { rows } = await client.query('select indexdef as def from pg_indexes where tablename = any($1) order by 1', [
      tables,
    ])
    return rows.map(({ def }) => def as string)
  })

describe('the back-up of registers (名录的备份)', () => {
  it('gives back living records and their history, and the next start makes the indexes that are missing', async () => {
    const file = join(folder, 'registers.qxb')
    const store = openContentStore(join(folder, 'files'))
    await writeBackup({ database: library.database, store, file, migrations, program: '0.0.0', now })
    const database = await openDatabase(target.url)
    try {
      await restoreBackup({ database, filesDir: join(folder, 'restored'), file, migrations, now })
      expect(await rowsOf(target.url)).toEqual(await rowsOf(library.test.url))
      await database.asOwner((client) => makeRegisterTables(client, inventedRegisters(), now))
      expect(await indexesOf(target.url)).toEqual(await indexesOf(library.test.url))
      const seen = await database.inJurisdiction('other', 'read', async (tx) =>
        tx
          .selectFrom('book' as 'party')
          .select('id')
          .execute(),
      )
      expect(seen).toEqual([])
    } finally {
      await database.close()
    }
  })

  it('makes nothing of a ledger that somebody wrote into it', async () => {
    const evil = await createEmptyDatabase()
    const file = join(folder, 'evil.qxb')
    const store = openContentStore(join(folder, 'files'))
    const { rows } = await library.test.tamper(`select shape from register_table where register = 'loan'`)
    await library.test.tamper(
      `update register_table set shape = jsonb_set(shape, '{fields,note}', '[["note", "text); drop table party; --"]]')
       where register = 'loan'`,
    )
    await writeBackup({ database: library.database, store, file, migrations, program: '0.0.0', now })
    await library.test.tamper(`update register_table set shape = $1 where register = 'loan'`, [
      JSON.stringify(rows[0]?.shape),
    ])
    const database = await openDatabase(evil.url)
    const attempt = restoreBackup({ database, filesDir: join(folder, 'evil'), file, migrations, now })
    await expect(attempt).rejects.toMatchObject({ code: 'backup.otherRows' })
    await database.close()
    await evil.drop()
  })
})
