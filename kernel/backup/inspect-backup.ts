import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { placeOfEntry } from './archive-layout.ts'
import { backupErrors } from './backup-errors.ts'
import { Manifest, Opening, parseAs } from './manifest.ts'
import { blockSize } from './tar-header.ts'
import { BrokenTar, type ReadEntry, readTar } from './tar-reader.ts'

/** Documents about the archive, and single parts of tables, are read as a whole; neither comes near this in bytes. */
const mostInMemory = 512 * 1024 * 1024

/**
 * Reads a back-up from end to end and compares every count and digest, without touching any database.
 *
 * @throws backup.notABackup for any other file, backup.damaged with the first place that does not fit
 */
export async function inspectBackup(file: string): Promise<Manifest> {
  const handle = await open(file, 'r')
  try {
    return await inspect(handle, file)
  } catch (error) {
    if (!(error instanceof BrokenTar)) throw error
    // Not even a first header: this was never a back-up.
    throw error.offset < blockSize ? backupErrors.notABackup({ file }) : damaged(file, `byte ${error.offset}`)
  } finally {
    await handle.close()
  }
}

function damaged(file: string, where: string) {
  return backupErrors.damaged({ file, where })
}

interface SeenTable {
  readonly hash: Hash
  rows: number
  parts: number
}

async function inspect(handle: FileHandle, file: string): Promise<Manifest> {
  const tables = new Map<string, SeenTable>()
  const files = new Map<string, number>()
  let opening: Opening | undefined
  let manifest: Manifest | undefined
  for await (const entry of readTar(handle)) {
    const place = placeOfEntry(entry.name)
    if (opening === undefined) {
      opening = place?.kind === 'opening' ? parseAs(Opening, await textOf(entry)) : undefined
      if (opening === undefined) throw backupErrors.notABackup({ file })
      continue
    }
    // The manifest is the last entry; whatever stands behind it is not of ours.
    if (place === undefined || place.kind === 'opening' || manifest !== undefined) throw damaged(file, entry.name)
    if (place.kind === 'part') {
      const key = keyOf(place)
      const seen = tables.get(key) ?? { hash: createHash('sha256'), rows: 0, parts: 0 }
      tables.set(key, seen)
      seen.parts += 1
      if (place.part !== seen.parts || entry.size > mostInMemory) throw damaged(file, entry.name)
      for await (const chunk of entry.content()) {
        seen.hash.update(chunk)
        seen.rows += newlinesIn(chunk)
      }
    } else if (place.kind === 'file') {
      if ((await digestOf(entry)) !== place.sha256) throw damaged(file, entry.name)
      files.set(place.sha256, entry.size)
    } else if (place.kind === 'manifest') {
      manifest = parseAs(Manifest, await textOf(entry))
      if (manifest === undefined) throw damaged(file, entry.name)
    }
  }
  if (opening === undefined) throw backupErrors.notABackup({ file })
  if (manifest === undefined) throw damaged(file, 'manifest.json')
  refuseDifference(manifest, opening, tables, files, file)
  return manifest
}

function refuseDifference(
  manifest: Manifest,
  opening: Opening,
  tables: ReadonlyMap<string, SeenTable>,
  files: ReadonlyMap<string, number>,
  file: string,
): void {
  const { jurisdictions: _, tables: said, files: saidFiles, unsound: __, ...repeated } = manifest
  if (JSON.stringify(repeated) !== JSON.stringify(opening)) throw damaged(file, 'opening.json')
  for (const part of said) {
    const seen = tables.get(keyOf(part))
    const digest = seen?.hash.digest('hex') ?? nothing
    if ((seen?.rows ?? 0) !== part.rows || digest !== part.sha256) throw damaged(file, `tables/${keyOf(part)}`)
  }
  const unsaid = [...tables.keys()].find((key) => !said.some((part) => keyOf(part) === key))
  if (unsaid !== undefined) throw damaged(file, `tables/${unsaid}`)
  for (const { sha256, size } of saidFiles) if (files.get(sha256) !== size) throw damaged(file, sha256)
  if (files.size !== saidFiles.length) throw damaged(file, 'files')
}

const nothing = createHash('sha256').digest('hex')

export function keyOf({ table, jurisdiction }: { table: string; jurisdiction: string | null }): string {
  return jurisdiction === null ? table : `${table}/${jurisdiction}`
}

/** The whole of a small entry. */
export async function textOf(entry: ReadEntry): Promise<string> {
  if (entry.size > mostInMemory) return ''
  const chunks: Uint8Array[] = []
  for await (const chunk of entry.content()) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function digestOf(entry: ReadEntry): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of entry.content()) hash.update(chunk)
  return hash.digest('hex')
}

function newlinesIn(chunk: Uint8Array): number {
  let count = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}
