import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { QxError } from '../errors/define-errors.ts'
import { type ByteSource, fileSource } from './byte-source.ts'
import { cleanFileName } from './clean-name.ts'
import { evidenceErrors } from './evidence-errors.ts'
import { type EvidenceLimits, evidenceLimits } from './evidence-limits.ts'
import { type EvidenceNote, notesOf } from './evidence-notes.ts'
import { type JudgedBy, type Judgement, judgeType } from './judge-type.ts'
import { judgeZip, type ZipContents } from './refuse-bombs.ts'
import type { UploadedFile } from './uploaded-file.ts'
import type { ScanVerdict, VirusScanner } from './virus-scanner.ts'

/**
 * Files by what they contain: `sha256/ab/cd/abcd…`, written once and never changed.
 *
 * Terminology: the *digest* is the SHA-256 of the content, 64 lower-case hexadecimal digits; an *unfinished* file is one
 * that is being received. A name given by a user is never part of a path.
 *
 * A file is in its place only when it is whole, checked and on the disk: it is received under `unfinished/`, synced, and
 * renamed. So a crash at any point leaves the place empty or right, and the same content given twice, also at the same
 * moment or by two processes, is one file.
 */
export interface ContentStore {
  /**
   * Receives a file, checks it, and keeps it. The stream is read no faster than the disk takes it.
   *
   * Whatever is refused leaves nothing behind. Content that is here already is written again over itself, by which a
   * copy that was deleted or damaged on disk comes back.
   *
   * @throws evidence.empty, tooLarge, interrupted, executable, bomb, brokenArchive, infected, notScanned, noSpace, notStored
   */
  receive(stream: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<ReceivedFile>
  /** @throws evidence.missingOnDisk before the first byte, evidence.badDigest */
  read(digest: string): Promise<ReadStream>
  /** Reads from any place; whoever opens it closes it. @throws evidence.missingOnDisk, evidence.badDigest */
  source(digest: string): Promise<ByteSource & { close(): Promise<void> }>
  /** in bytes. @throws evidence.missingOnDisk, evidence.badDigest */
  size(digest: string): Promise<number>
  /** Reads the whole file and compares. @throws evidence.damaged, evidence.missingOnDisk, evidence.badDigest */
  verify(digest: string): Promise<void>
  /** Removes uploads that broke off without a trace (a power cut); for the start. Returns how many. */
  sweepUnfinished(now: Date): Promise<number>
  /**
   * Removes files that nobody knows: the upload was refused after the file was in its place, or the program was killed
   * before the row was written. Files of the last hour stay, since their row may be about to come. Returns how many.
   */
  sweepUnknown(now: Date, known: (digests: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

export interface ReceiveOptions {
  /** as the user named it; only for messages and notes */
  readonly fileName: string
  /** for a smaller limit than the store's, in bytes */
  readonly maximumBytes?: number
  /** a table to be imported: its own limits of size count, packed and unpacked */
  readonly kind?: 'table'
}

export interface ReceivedFile extends UploadedFile {
  readonly judgedBy: JudgedBy
  /** what the giver and later readers should know; never a reason to refuse */
  readonly notes: readonly EvidenceNote[]
}

export interface StoreOptions {
  readonly limits?: EvidenceLimits
  /** asked for each file, since a scanner comes and goes */
  readonly findScanner?: () => Promise<VirusScanner | undefined>
  /** Refuse what cannot be scanned (evidence.notScanned) instead of keeping it as `notScanned`; off by default. */
  readonly requireScan?: boolean
}

interface Store {
  readonly dir: string
  readonly limits: EvidenceLimits
  readonly findScanner: () => Promise<VirusScanner | undefined>
  readonly requireScan: boolean
}

export function openContentStore(dir: string, options: StoreOptions = {}): ContentStore {
  const store: Store = {
    dir,
    limits: options.limits ?? evidenceLimits(),
    findScanner: options.findScanner ?? (async () => undefined),
    requireScan: options.requireScan ?? false,
  }
  mkdirSync(join(dir, 'unfinished'), { recursive: true, mode: 0o700 })
  mkdirSync(join(dir, 'sha256'), { recursive: true, mode: 0o700 })
  return {
    receive: (stream, receiveOptions) => receive(store, stream, receiveOptions),
    read: (digest) => read(store, digest),
    source: (digest) => sourceOf(store, digest),
    size: async (digest) => (await onDisk(digest, () => stat(placeOf(store, digest)))).size,
    verify: (digest) => verify(store, digest),
    sweepUnfinished: (now) => sweepUnfinished(store, now),
    sweepUnknown: (now, known) => sweepUnknown(store, now, known),
  }
}

async function receive(
  store: Store,
  stream: AsyncIterable<Uint8Array>,
  options: ReceiveOptions,
): Promise<ReceivedFile> {
  const fileName = cleanFileName(options.fileName)
  const limits = options.kind === 'table' ? limitsOfTables(store.limits) : store.limits
  const maximumBytes = Math.min(options.maximumBytes ?? limits.maximumBytes, limits.maximumBytes)
  const unfinished = join(store.dir, 'unfinished', `${randomUUID()}.part`)
  try {
    const written = await writeUnfinished(unfinished, stream, fileName, maximumBytes)
    const judged = await judge(unfinished, written.size, fileName, limits)
    const scan = await scanUnfinished(store, unfinished, fileName)
    await putInPlace(unfinished, placeOf(store, written.sha256))
    return {
      fileName,
      ...written,
      mediaType: judged.mediaType,
      judgedBy: judged.judgedBy,
      scanVerdict: scan?.verdict === 'clean' ? 'clean' : 'notScanned',
      scannedBy: scan?.verdict === 'clean' ? scan.by : null,
      notes: notesOf({ fileName, ...judged, scan }),
    }
  } catch (error) {
    throw storageError(error, fileName)
  } finally {
    await rm(unfinished, { force: true })
  }
}

function limitsOfTables(limits: EvidenceLimits): EvidenceLimits {
  return { ...limits, maximumBytes: limits.tableBytes, inflatedBytes: limits.tableInflatedBytes }
}

function storageError(error: unknown, fileName: string): QxError {
  if (error instanceof QxError) return error
  const isFull = error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code))
  return isFull
    ? evidenceErrors.noSpace({ fileName }, { cause: error })
    : evidenceErrors.notStored({ fileName }, { cause: error })
}

async function writeUnfinished(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  fileName: string,
  maximumBytes: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o400)
  try {
    for await (const chunk of interruptible(stream, fileName)) {
      size += chunk.length
      // Leaving the loop also ends the stream, so that the rest is not read.
      if (size > maximumBytes) throw evidenceErrors.tooLarge({ fileName, maximumBytes })
      // The disk writes in its own thread while this one hashes; the next chunk is asked for when both are done.
      const writing = writeAll(file, chunk)
      hash.update(chunk)
      await writing
    }
    if (size === 0) throw evidenceErrors.empty({ fileName })
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** Tells a stream that fails from a disk that fails. */
async function* interruptible(stream: AsyncIterable<Uint8Array>, fileName: string): AsyncGenerator<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]()
  let isDone = false
  try {
    while (true) {
      const next = await iterator.next().catch((cause: unknown) => {
        isDone = true
        throw cause instanceof QxError ? cause : evidenceErrors.interrupted({ fileName }, { cause })
      })
      if (next.done === true) {
        isDone = true
        return
      }
      yield next.value
    }
  } finally {
    if (!isDone) await iterator.return?.()
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done)
    done += bytesWritten
  }
}

interface Judged {
  readonly mediaType: string
  readonly judgedBy: JudgedBy
  readonly isEncrypted: boolean
  readonly zip: ZipContents | undefined
}

async function judge(path: string, size: number, fileName: string, limits: EvidenceLimits): Promise<Judged> {
  const file = await open(path, 'r')
  try {
    const source = fileSource(file, size)
    const judgement: Judgement = await judgeType(source, limits)
    if (judgement.kind === 'executable') throw evidenceErrors.executable({ fileName, what: judgement.what })
    if (!judgement.isZip) return { ...judgement, zip: undefined }
    const verdict = await judgeZip(source, limits)
    if (verdict.kind === 'bomb') throw evidenceErrors.bomb({ fileName, why: verdict.why })
    if (verdict.kind === 'broken') throw evidenceErrors.brokenArchive({ fileName, why: verdict.why })
    return { ...judgement, zip: verdict.contents }
  } finally {
    await file.close()
  }
}

async function scanUnfinished(
  store: Store,
  path: string,
  fileName: string,
): Promise<Exclude<ScanVerdict, { verdict: 'infected' }> | undefined> {
  const scanner = await store.findScanner()
  const scan = await scanner?.scan(path)
  if (scan?.verdict === 'infected') throw evidenceErrors.infected({ fileName, signature: scan.signature })
  if (store.requireScan && scan?.verdict !== 'clean') {
    const why = scan?.why ?? { zh: '没有可用的查毒服务', en: 'no virus scanner answers' }
    throw evidenceErrors.notScanned({ fileName, why })
  }
  return scan
}

/** The rename is what makes the file part of the store; the folders are synced so that a power cut does not undo it. */
async function putInPlace(unfinished: string, place: string): Promise<void> {
  const folder = dirname(place)
  const firstNew = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(unfinished, place)
  await syncFolder(folder)
  if (firstNew === undefined) return
  await syncFolder(dirname(folder))
  await syncFolder(dirname(dirname(folder)))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const digestPattern = /^[0-9a-f]{64}$/

function placeOf(store: Store, digest: string): string {
  // Also what keeps `../` out: a digest comes from an address that anyone can type.
  if (!digestPattern.test(digest)) throw evidenceErrors.badDigest({ digest: cleanFileName(digest, 80) })
  return join(store.dir, 'sha256', digest.slice(0, 2), digest.slice(2, 4), digest)
}

async function onDisk<Result>(digest: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw evidenceErrors.missingOnDisk({ sha256: digest }, { cause })
    }
    throw cause
  }
}

/** Opens before it returns: a missing file is an error that can still be answered, not a response that breaks off. */
async function read(store: Store, digest: string): Promise<ReadStream> {
  const file = await onDisk(digest, () => open(placeOf(store, digest), 'r'))
  return file.createReadStream()
}

async function sourceOf(store: Store, digest: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await onDisk(digest, () => open(placeOf(store, digest), 'r'))
  const source = fileSource(file, (await file.stat()).size)
  return { ...source, close: () => file.close() }
}

async function verify(store: Store, digest: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of await read(store, digest)) hash.update(chunk as Buffer)
  const found = hash.digest('hex')
  if (found !== digest) throw evidenceErrors.damaged({ sha256: digest, found })
}

async function sweepUnfinished(store: Store, now: Date): Promise<number> {
  const folder = join(store.dir, 'unfinished')
  const oldest = now.getTime() - store.limits.unfinishedAfterHours * 3_600_000
  let removed = 0
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined) // finished in the meantime
    if (found === undefined || found.mtimeMs > oldest) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

const rowMayComeMilliseconds = 3_600_000

async function sweepUnknown(
  store: Store,
  now: Date,
  known: (digests: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const latest = now.getTime() - rowMayComeMilliseconds
  let removed = 0
  for (const outer of await readdir(join(store.dir, 'sha256'))) {
    const names = await readdir(join(store.dir, 'sha256', outer), { recursive: true })
    const digests = names.map((name) => basename(name)).filter((name) => digestPattern.test(name))
    const rows = digests.length === 0 ? new Set<string>() : await known(digests)
    for (const digest of digests.filter((each) => !rows.has(each))) {
      // Asked last: content that was given once more in the meantime is new again.
      const { mtimeMs } = await stat(placeOf(store, digest))
      if (mtimeMs > latest) continue
      await rm(placeOf(store, digest), { force: true })
      removed += 1
    }
  }
  return removed
}
