import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Client } from 'pg'
import { type Database, queriesOn } from '../database/database.ts'
import { type Migration, migrate } from '../database/migrate.ts'
import { verifyChain } from '../journal/journal.operations.ts'
import { placeOfEntry } from './archive-layout.ts'
import { backupErrors } from './backup-errors.ts'
import { inspectBackup, textOf } from './inspect-backup.ts'
import { enterJurisdiction, listJurisdictions } from './jurisdictions.ts'
import { loadRows } from './load-rows.ts'
import type { Manifest, TablePart } from './manifest.ts'
import { readRows, writingRules } from './read-rows.ts'
import { leaveIndexesToTheNextStart, makeTablesOfLedger, registerTableShapes } from './register-tables.ts'
import { type RestoredFiles, restoredFiles } from './restored-files.ts'
import { type ForwardReference, forwardReferences, quoted, shapesOf, type TableShape } from './table-shapes.ts'
import { readTar } from './tar-reader.ts'

export interface RestoreOptions {
  /** an empty one */
  readonly database: Database
  /** the folder of the content store */
  readonly filesDir: string
  readonly file: string
  /** every migration that this program knows */
  readonly migrations: readonly Migration[]
  readonly now: Date
}

export interface Restored {
  readonly manifest: Manifest
  /** entries of the journal, which were verified */
  readonly journal: number
  /** migrations that the back-up did not have yet, made after loading */
  readonly migrated: readonly string[]
}

/**
 * Checks a back-up against the program that is to restore it, without touching any database.
 *
 * @throws backup.notABackup, damaged, newerThanProgram
 */
export async function readableBackup(file: string, migrations: readonly Migration[]): Promise<Manifest> {
  const manifest = await inspectBackup(file)
  const unknown = manifest.migrations.map(({ id }) => id).filter((id) => !migrations.some((each) => each.id === id))
  if (unknown.length > 0) throw backupErrors.newerThanProgram({ version: manifest.program, migrations: unknown })
  return manifest
}

/**
 * Restores a back-up into an empty database and the folder of files.
 *
 * The database gets the structure that the back-up has, then all rows in one transaction, then the migrations that are
 * newer. Before the transaction ends, every table is read again and compared by count and digest, the journal is
 * recomputed, and the files are in their places; so what stays is all or nothing.
 *
 * @throws the errors of backup-errors.ts
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const manifest = await readableBackup(options.file, options.migrations)
  return options.database.asOwner((client) => restoreInto(client, manifest, options))
}

async function restoreInto(client: Client, manifest: Manifest, options: RestoreOptions): Promise<Restored> {
  const { migrations, now } = options
  await refuseUnlessEmpty(client)
  const then = migrations.filter(({ id }) => manifest.migrations.some((each) => each.id === id))
  await migrate(client, then, now)
  await refuseOtherStructure(client, manifest)
  const files = restoredFiles(options.filesDir)
  let journal: number
  try {
    journal = await inOneTransaction(client, () => load(client, options.file, manifest, then, files))
  } catch (error) {
    await files.removeAll()
    throw error
  }
  return { manifest, journal, migrated: await migrate(client, migrations, now) }
}

/** Tables without rows are what an earlier try leaves that failed; they are no obstacle. */
async function refuseUnlessEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ tables: number; ours: boolean }>(
    `select count(*)::int as tables, to_regclass('qx_migration') is not null as ours
     from pg_tables where schemaname = current_schema()`,
  )
  const [found] = rows
  if (found?.ours !== true) {
    if ((found?.tables ?? 0) > 0) throw backupErrors.notEmpty({ found: `${found?.tables} tables` })
    return
  }
  const { rows: made } = await client.query('select from qx_migration limit 1')
  const jurisdictions = made.length === 0 ? [] : await listJurisdictions(client)
  if (jurisdictions.length > 0) throw backupErrors.notEmpty({ found: jurisdictions.join(', ') })
}

/** The ledger tells what this program's migrations read like; and whether the database went further already. */
async function refuseOtherStructure(client: Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ id: string; digest: string }>('select id, digest from qx_migration')
  const changed = manifest.migrations.find(({ id, digest }) => rows.find((row) => row.id === id)?.digest !== digest)
  if (changed !== undefined) throw backupErrors.migrationChanged({ id: changed.id })
  const newer = rows.filter(({ id }) => !manifest.migrations.some((each) => each.id === id)).map(({ id }) => id)
  if (newer.length > 0) throw backupErrors.notEmpty({ found: newer.join(', ') })
}

async function inOneTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query(`begin; ${writingRules}`)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function load(
  client: Client,
  file: string,
  manifest: Manifest,
  migrations: readonly Migration[],
  files: RestoredFiles,
): Promise<number> {
  const shapes = new RestoredShapes(client, await shapesOf(client, migrations))
  const forward = await forwardReferences(client, shapes.all)
  await setDeferrable(client, forward, true)
  const archive = await open(file, 'r')
  try {
    await loadArchive(client, archive, shapes, files)
  } finally {
    await archive.close()
  }
  await shapes.find('')
  await client.query('set constraints all immediate')
  await setDeferrable(client, forward, false)
  for (const part of manifest.tables) await refuseOtherRows(client, part, shapes)
  await leaveIndexesToTheNextStart(client)
  let entries = 0
  for (const jurisdiction of manifest.jurisdictions) entries += await verifiedEntries(client, jurisdiction)
  return entries
}

/** References to rows that come later are looked at when all are there. */
async function setDeferrable(client: Client, references: readonly ForwardReference[], wanted: boolean): Promise<void> {
  for (const { table, constraint } of references) {
    const mode = wanted ? 'deferrable initially deferred' : 'not deferrable'
    await client.query(`alter table ${table} alter constraint ${quoted(constraint)} ${mode}`)
  }
}

/** The shapes of what is restored: the tables of registers join when the ledger that names them is there. */
class RestoredShapes {
  readonly #client: Client
  #shapes: readonly TableShape[]
  #registersMade = false

  constructor(client: Client, shapes: readonly TableShape[]) {
    this.#client = client
    this.#shapes = shapes
  }

  get all(): readonly TableShape[] {
    return this.#shapes
  }

  async find(table: string): Promise<TableShape | undefined> {
    const known = this.#shapes.find(({ name }) => name === table)
    if (known !== undefined || this.#registersMade) return known
    this.#registersMade = true
    await makeTablesOfLedger(this.#client)
    this.#shapes = [...this.#shapes, ...(await registerTableShapes(this.#client))]
    return this.#shapes.find(({ name }) => name === table)
  }
}

async function loadArchive(
  client: Client,
  archive: FileHandle,
  shapes: RestoredShapes,
  files: RestoredFiles,
): Promise<void> {
  for await (const entry of readTar(archive)) {
    const place = placeOfEntry(entry.name)
    if (place?.kind === 'file') await files.put(place.sha256, entry.content())
    if (place?.kind !== 'part') continue
    const shape = await shapes.find(place.table)
    if (shape === undefined) throw backupErrors.otherRows({ table: place.table })
    await enterJurisdiction(client, place.jurisdiction)
    await loadRows(client, shape, await textOf(entry))
  }
}

async function refuseOtherRows(client: Client, part: TablePart, shapes: RestoredShapes): Promise<void> {
  const shape = await shapes.find(part.table)
  if (shape === undefined) throw backupErrors.otherRows({ table: part.table })
  await enterJurisdiction(client, part.jurisdiction)
  const hash = createHash('sha256')
  let rows = 0
  for await (const batch of readRows(client, shape, part.jurisdiction)) {
    hash.update(batch.bytes)
    rows += batch.rows
  }
  if (rows !== part.rows || hash.digest('hex') !== part.sha256) throw backupErrors.otherRows({ table: part.table })
}

async function verifiedEntries(client: Client, jurisdiction: string): Promise<number> {
  await enterJurisdiction(client, jurisdiction)
  const chain = await verifyChain(queriesOn(client), jurisdiction)
  if (!chain.verified) throw backupErrors.journalBroken({ jurisdiction, sequence: chain.brokenAt ?? chain.entries })
  return chain.entries
}
