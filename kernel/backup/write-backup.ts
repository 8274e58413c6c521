import { createHash } from 'node:crypto'
import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Client } from 'pg'
import type { Database } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { QxError } from '../errors/define-errors.ts'
import type { ContentStore } from '../evidence/content-store.ts'
import { damagedName, fileName, manifestName, openingName, partName } from './archive-layout.ts'
import { backupErrors } from './backup-errors.ts'
import { inspectBackup } from './inspect-backup.ts'
import { enterJurisdiction, listJurisdictions } from './jurisdictions.ts'
import type { Manifest, Opening, TablePart } from './manifest.ts'
import { readRows, writingRules } from './read-rows.ts'
import { registerTableShapes } from './register-tables.ts'
import { shapesOf, type TableShape } from './table-shapes.ts'
import { type TarWriter, tarWriter } from './tar-writer.ts'

export interface BackupOptions {
  readonly database: Database
  readonly store: ContentStore
  /** must not exist */
  readonly file: string
  /** every migration that this program knows */
  readonly migrations: readonly Migration[]
  /** version of this program */
  readonly program: string
  readonly now: Date
}

/**
 * Writes everything that the database holds, and the files that it speaks of, into one archive.
 *
 * All rows are of one moment, however long it takes and whatever is written meanwhile. A stored file is never changed
 * and stands before the row that names it, so what the rows name is there. A file that is missing or damaged by then
 * does not stop the back-up of all others: it is named in the manifest, and the caller should say so.
 *
 * @throws backup.fileExists, notWritten, notMigrated, schemaOfOtherProgram; nothing is left behind then
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { file } = options
  if (await exists(file)) throw backupErrors.fileExists({ file })
  const unfinished = `${file}.unfinished`
  try {
    // It holds password hashes and everything that is not public: for its owner only.
    const handle = await open(unfinished, 'w', 0o600)
    let manifest: Manifest
    try {
      manifest = await options.database.asOwner((client) =>
        writeArchive(client, options, tarWriter(handle, options.now)),
      )
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Read back before it gets its name: a disk that lies is found out now, and not on the day of need.
    await inspectBackup(unfinished)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw ofDisk(error, file)
  }
}

/** The name is on the disk too when we say that it is done. Windows has no such thing for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

function ofDisk(error: unknown, file: string): unknown {
  if (error instanceof QxError || !(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error
  return backupErrors.notWritten({ file, why: String(error.code) }, { cause: error })
}

async function migrationsMade(client: Client, migrations: readonly Migration[]): Promise<Opening['migrations']> {
  const { rows: ledger } = await client.query<{ there: boolean }>(
    `select to_regclass('qx_migration') is not null as there`,
  )
  if (ledger[0]?.there !== true) throw backupErrors.notMigrated({})
  const { rows } = await client.query<{ id: string; digest: string }>(
    'select id, digest from qx_migration order by id collate "C"',
  )
  if (rows.length === 0) throw backupErrors.notMigrated({})
  const unknown = rows.map(({ id }) => id).filter((id) => !migrations.some((migration) => migration.id === id))
  if (unknown.length > 0) throw backupErrors.schemaOfOtherProgram({ migrations: unknown })
  return rows
}

async function writeArchive(client: Client, options: BackupOptions, tar: TarWriter): Promise<Manifest> {
  const { migrations, program, now } = options
  const made = await migrationsMade(client, migrations)
  const { rows: server } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  const opening: Opening = {
    format: 'qiangxian-backup',
    formatVersion: 1,
    program,
    madeAt: now.toISOString(),
    postgresql: server[0]?.version ?? '',
    migrations: made,
  }
  await addJson(tar, openingName, opening)
  const known = migrations.filter(({ id }) => made.some((each) => each.id === id))
  const shapes = [...(await shapesOf(client, known)), ...(await registerTableShapes(client))]
  const jurisdictions = await listJurisdictions(client)
  const { tables, stored } = await writeTables(client, shapes, jurisdictions, tar)
  const { files, unsound } = await writeFiles(options.store, stored, tar)
  const manifest: Manifest = { ...opening, jurisdictions: [...jurisdictions], tables, files, unsound }
  await addJson(tar, manifestName, manifest)
  await tar.finish()
  return manifest
}

async function addJson(tar: TarWriter, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
  await tar.add(name, bytes.length, bytes)
}

async function writeTables(
  client: Client,
  shapes: readonly TableShape[],
  jurisdictions: readonly string[],
  tar: TarWriter,
): Promise<{ tables: TablePart[]; stored: readonly string[] }> {
  await client.query(`begin isolation level repeatable read read only; ${writingRules}`)
  try {
    const tables: TablePart[] = []
    for (const shape of shapes) {
      for (const jurisdiction of shape.isTenant ? jurisdictions : [null]) {
        await enterJurisdiction(client, jurisdiction)
        tables.push(await writeTable(client, shape, jurisdiction, tar))
      }
    }
    return { tables, stored: await filesNamed(client, jurisdictions) }
  } finally {
    await client.query('rollback')
  }
}

async function writeTable(
  client: Client,
  shape: TableShape,
  jurisdiction: string | null,
  tar: TarWriter,
): Promise<TablePart> {
  const hash = createHash('sha256')
  let [rows, part] = [0, 0]
  for await (const batch of readRows(client, shape, jurisdiction)) {
    part += 1
    rows += batch.rows
    hash.update(batch.bytes)
    await tar.add(partName(shape.name, jurisdiction, part), batch.bytes.length, batch.bytes)
  }
  return { table: shape.name, jurisdiction, rows, sha256: hash.digest('hex') }
}

/** Digests of the files that the rows of this moment speak of; one that two jurisdictions gave is one file. */
async function filesNamed(client: Client, jurisdictions: readonly string[]): Promise<readonly string[]> {
  const digests = new Set<string>()
  for (const jurisdiction of jurisdictions) {
    await enterJurisdiction(client, jurisdiction)
    const { rows } = await client.query<{ sha256: string }>(
      'select sha256 from evidence_blob where jurisdiction = $1',
      [jurisdiction],
    )
    for (const { sha256 } of rows) digests.add(sha256)
  }
  return [...digests].sort()
}

async function writeFiles(
  store: ContentStore,
  digests: readonly string[],
  tar: TarWriter,
): Promise<Pick<Manifest, 'files' | 'unsound'>> {
  const files: Manifest['files'] = []
  const unsound: Manifest['unsound'] = []
  for (const sha256 of digests) {
    const state = await stateOf(store, sha256)
    if (state === 'missing') {
      unsound.push({ sha256, state })
      continue
    }
    const size = await store.size(sha256)
    await tar.add(state === 'sound' ? fileName(sha256) : damagedName(sha256), size, await store.read(sha256))
    if (state === 'sound') files.push({ sha256, size })
    else unsound.push({ sha256, state })
  }
  return { files, unsound }
}

/** Asked before it is written: a name in the archive must not promise what the content does not keep. */
async function stateOf(store: ContentStore, sha256: string): Promise<'sound' | 'missing' | 'damaged'> {
  try {
    await store.verify(sha256)
    return 'sound'
  } catch (error) {
    if (error instanceof QxError && error.code === 'evidence.missingOnDisk') return 'missing'
    if (error instanceof QxError && error.code === 'evidence.damaged') return 'damaged'
    throw error
  }
}
