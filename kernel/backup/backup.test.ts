import { mkdtempSync, rmSync } from 'node:fs'
import { chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { migrations } from '../database/migrations/migrations.ts'
import { type ContentStore, openContentStore } from '../evidence/content-store.ts'
import { execute } from '../operations/execute.ts'
import { createOrganisation } from '../parties/party.operations.ts'
import { createEmptyDatabase, type OwnDatabase } from '../testing/test-database.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { storedAt } from './archive-layout.ts'
import { inspectBackup } from './inspect-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { shapesOf } from './table-shapes.ts'
import { writeBackup } from './write-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'qx-backup-'))
const now = new Date('2026-11-25T02:00:00Z')
const later: Migration = {
  id: '2099-01-01-01-later',
  tables: { later_thing: 'tenant' },
  sql: 'create table later_thing (jurisdiction text not null, id text not null, primary key (jurisdiction, id))',
}

let kernel: TestKernel
let store: ContentStore
let digest: string
const opened: { own: OwnDatabase; database: Database }[] = []
let made = 0

beforeAll(async () => {
  kernel = await openTestKernel()
  store = openContentStore(join(folder, 'files'))
  digest = await giveFile('佐证材料（演示）')
  await strangeRows()
})

afterAll(async () => {
  for (const { own, database } of opened) {
    await database.close()
    await own.drop()
  }
  await kernel.close()
  rmSync(folder, { recursive: true })
})

describe('a back-up and its restore', () => {
  it('gives back every row of every table and every file, also rows that are hard to write down', async () => {
    const file = await backUp()
    const target = await emptyDatabase()
    const filesDir = join(folder, 'restored-files')
    const restored = await restoreBackup({ database: target, filesDir, file, migrations, now })
    expect(await allRows(target)).toEqual(await allRows(kernel.database))
    expect(restored.manifest.jurisdictions).toEqual(['other-county', kernel.county.jurisdiction].sort())
    await openContentStore(filesDir).verify(digest)
  })

  it('writes a file that only its owner can read', async () => {
    expect((await stat(await backUp())).mode & 0o777).toBe(0o600)
  })

  it('is of one moment while others are writing', async () => {
    let isDone = false
    const jurisdiction = kernel.county.jurisdiction
    const writing = (async () => {
      for (let n = 0; !isDone; n += 1) {
        // As the application writes: whoever alters tables meanwhile would wait for the back-up, and it for them.
        await kernel.database.inJurisdiction(jurisdiction, 'write', (tx) =>
          tx
            .insertInto('search_entry')
            .values({
              jurisdiction,
              kind: 'pair',
              id: String(n),
              title: '演示',
              context: '',
              path: '/',
              weight: 1,
              tokens: '',
            })
            .execute(),
        )
        await execute(kernel, createOrganisation, requestAs('office'), { name: `演示单位${n}`, kind: 'department' })
      }
      return true
    })()
    const file = await backUp()
    isDone = true
    await writing
    const target = await emptyDatabase()
    const { journal } = await restoreBackup({
      database: target,
      filesDir: join(folder, 'moment'),
      file,
      migrations,
      now,
    })
    const rows = await allRows(target)
    const pairs = rows.get('search_entry')?.filter((line) => line.includes(',pair,')).length ?? 0
    const units = rows.get('party')?.filter((line) => line.includes('演示单位')).length ?? 0
    // Each pair is written one after the other: in one moment there is at most one that has only its first half.
    expect(pairs - units).toBeGreaterThanOrEqual(0)
    expect(pairs - units).toBeLessThanOrEqual(1)
    expect(journal).toBe(rows.get('journal')?.filter((line) => line.startsWith(`(${jurisdiction},`)).length)
  })

  it('restores what an older program backed up, and brings it up to date', async () => {
    const file = await backUp()
    const target = await emptyDatabase()
    const newer = [...migrations, later]
    const { migrated } = await restoreBackup({
      database: target,
      filesDir: join(folder, 'older'),
      file,
      migrations: newer,
      now,
    })
    expect(migrated).toEqual([later.id])
    expect(await allRows(target)).toEqual(await allRows(kernel.database))
  })
})

describe('files that are not whole', () => {
  it('are named, and do not stop the back-up of the others', async () => {
    const missing = await giveFile('将要丢失（演示）')
    const damaged = await giveFile('将要损坏（演示）')
    rmSync(join(folder, 'files', storedAt(missing)))
    await chmod(join(folder, 'files', storedAt(damaged)), 0o600)
    await writeFile(join(folder, 'files', storedAt(damaged)), '别的内容')
    const { files, unsound } = await inspectBackup(await backUp())
    expect(files.map(({ sha256 }) => sha256)).toEqual([digest])
    expect(unsound).toEqual(
      [
        { sha256: missing, state: 'missing' },
        { sha256: damaged, state: 'damaged' },
      ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    )
    await kernel.test.tamper('delete from evidence_blob where sha256 = any ($1)', [[missing, damaged]])
  })
})

describe('a back-up is refused', () => {
  it('onto a file that exists', async () => {
    const file = await backUp()
    await expect(backUp(file)).rejects.toMatchObject({ code: 'backup.fileExists' })
  })

  it('of a database without anything of ours', async () => {
    const database = await emptyDatabase()
    const file = join(folder, 'none.qxb')
    await expect(writeBackup({ database, store, file, migrations, program: '0', now })).rejects.toMatchObject({
      code: 'backup.notMigrated',
    })
    expect(await readdir(folder)).not.toContain('none.qxb.unfinished')
  })

  it('by a program that does not know all of its tables', async () => {
    const file = join(folder, 'unknown.qxb')
    const known = migrations.slice(0, -1)
    await expect(
      writeBackup({ database: kernel.database, store, file, migrations: known, program: '0', now }),
    ).rejects.toMatchObject({ code: 'backup.schemaOfOtherProgram' })
  })

  it('into a folder that is not there', async () => {
    await expect(backUp(join(folder, 'no', 'such', 'a.qxb'))).rejects.toMatchObject({ code: 'backup.notWritten' })
  })
})

describe('a restore is refused', () => {
  it('from a file that is no back-up', async () => {
    const file = join(folder, 'letter.txt')
    await writeFile(file, '一封信'.repeat(1000))
    await expect(inspectBackup(file)).rejects.toMatchObject({ code: 'backup.notABackup' })
    await writeFile(file, '')
    await expect(inspectBackup(file)).rejects.toMatchObject({ code: 'backup.notABackup' })
  })

  it('from a file that was cut off, and nothing is touched', async () => {
    const file = await backUp()
    await truncate(file, (await stat(file)).size - 3000)
    const target = await emptyDatabase()
    await expect(
      restoreBackup({ database: target, filesDir: join(folder, 'cut'), file, migrations, now }),
    ).rejects.toMatchObject({ code: 'backup.damaged' })
    const { rows } = await target.asOwner((client) => client.query(`select from pg_tables where schemaname = 'public'`))
    expect(rows).toEqual([])
  })

  it('from a file with a changed byte, unless that byte means nothing', async () => {
    const file = await backUp()
    const whole = await readFile(file)
    const manifest = await inspectBackup(file)
    const changed = join(folder, 'changed.qxb')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (whole[at] ?? 0) ^ change
        await writeFile(changed, bytes)
        const outcome = await inspectBackup(changed).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: expect.stringMatching(/^backup\./) })
        else expect(outcome).toEqual(manifest)
      }),
      { numRuns: 60 },
    )
  })

  it('by an older program', async () => {
    const file = await backUp()
    const known = migrations.slice(0, -1)
    await expect(
      restoreBackup({ database: await emptyDatabase(), filesDir: join(folder, 'old'), file, migrations: known, now }),
    ).rejects.toMatchObject({ code: 'backup.newerThanProgram' })
  })

  it('by a program in which a migration reads differently', async () => {
    const file = await backUp()
    const other = migrations.map((each, index) => (index === 0 ? { ...each, sql: `${each.sql}\n-- changed` } : each))
    await expect(
      restoreBackup({ database: await emptyDatabase(), filesDir: join(folder, 'chg'), file, migrations: other, now }),
    ).rejects.toMatchObject({ code: 'backup.migrationChanged' })
  })

  it('into a database in use, and into one of somebody else', async () => {
    const file = await backUp()
    const into = (database: Database) =>
      restoreBackup({ database, filesDir: join(folder, 'used'), file, migrations, now })
    await expect(into(kernel.database)).rejects.toMatchObject({ code: 'backup.notEmpty' })
    const foreign = await emptyDatabase()
    await foreign.asOwner((client) => client.query('create table letters (id text)'))
    await expect(into(foreign)).rejects.toMatchObject({ code: 'backup.notEmpty' })
  })

  it('when the journal does not hold together, and leaves neither rows nor files', async () => {
    const jurisdiction = kernel.county.jurisdiction
    const forge = (reason: string | null) =>
      kernel.test.tamper('update journal set reason = $2 where jurisdiction = $1 and sequence = 1', [
        jurisdiction,
        reason,
      ])
    await forge('改过的理由')
    const file = await backUp()
    await forge(null)
    const target = await emptyDatabase()
    const filesDir = join(folder, 'forged')
    const restore = (from: string) => restoreBackup({ database: target, filesDir, file: from, migrations, now })
    await expect(restore(file)).rejects.toMatchObject({ code: 'backup.journalBroken' })
    expect([...(await allRows(target)).values()].flat()).toEqual([])
    await expect(openContentStore(filesDir).read(digest)).rejects.toMatchObject({ code: 'evidence.missingOnDisk' })
    // The failed try is no obstacle to the next one.
    await restore(await backUp())
    expect(await allRows(target)).toEqual(await allRows(kernel.database))
  })
})

async function backUp(file = join(folder, `backup-${++made}.qxb`)): Promise<string> {
  await writeBackup({ database: kernel.database, store, file, migrations, program: '0.0.0-test', now })
  return file
}

async function emptyDatabase(): Promise<Database> {
  const own = await createEmptyDatabase()
  const database = await openDatabase(own.url, { connections: 2 })
  opened.push({ own, database })
  return database
}

async function giveFile(content: string): Promise<string> {
  const bytes = (async function* () {
    yield Buffer.from(content)
  })()
  const { sha256, size, mediaType } = await store.receive(bytes, { fileName: '演示.txt' })
  await kernel.test.tamper(
    `insert into evidence_blob (jurisdiction, sha256, size, media_type, scan_verdict, stored_at)
     values ($1, $2, $3, $4, 'notScanned', now())`,
    [kernel.county.jurisdiction, sha256, size, mediaType],
  )
  return sha256
}

/** A second county, a child before its parent in the order of keys, texts of every kind, and both kinds of null. */
async function strangeRows(): Promise<void> {
  await kernel.test.tamper(
    `insert into jurisdiction values ('other-county', '另县（演示）', 'Other', true, '2026-01-01T00:00:00.123456Z')`,
  )
  await kernel.test.tamper(
    `insert into party (jurisdiction, id, parent_id, name, short_name, kind, ordinal, established_on, pinyin, created_at)
     values ('other-county', 'a-child', 'z-parent', $1, '子', 'department', 1, 'infinity', 'zi', now()),
            ('other-county', 'z-parent', null, 'tab\there', '父', 'department', 0, '0044-03-15 BC', 'fu', now())`,
    ['引号"反斜杠\\换行\n𠮷👨‍👩‍👧'],
  )
  await kernel.test.tamper(
    `insert into plan_import (jurisdiction, id, status, source_text, notes, created_by_label, created_at)
     values ('other-county', 'i', 'review', repeat('很长的正文', 200000), '[]', '演示', now())`,
  )
  await kernel.test.tamper(
    `insert into plan_import_item (jurisdiction, import_id, id, kind, ordinal, content, original, confidence, decision, revision)
     select 'other-county', 'i', 'n' || n, 'target', n,
       '{"n": 12345678901234567890.1234500, "s": "\\u2028", "a": [null, 1e-7]}', case n % 3 when 0 then null when 1 then 'null'::jsonb else '0.10'::jsonb end,
       (n / 7.0)::real, 'pending', 1
     from generate_series(1, 3000) n`,
  )
}

/** Every row as PostgreSQL writes it, its columns that are null in SQL told from those that hold a JSON null. */
async function allRows(database: Database): Promise<Map<string, string[]>> {
  return database.asOwner(async (client: pg.Client) => {
    const rows = new Map<string, string[]>()
    for (const { name } of await shapesOf(client, migrations)) {
      // The walls stand before an owner who is no superuser too; in a transaction that is undone, they may be down.
      await client.query(`begin; set local timezone = 'UTC'; alter table ${name} no force row level security`)
      const found = await client.query<{ line: string }>(
        `select t::text as line from ${name} t order by t::text collate "C"`,
      )
      await client.query('rollback')
      rows.set(
        name,
        found.rows.map(({ line }) => line),
      )
    }
    return rows
  })
}
