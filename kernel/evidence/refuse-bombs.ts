import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Localized } from '../errors/define-errors.ts'
import type { ByteSource } from './byte-source.ts'
import { cleanFileName } from './clean-name.ts'
import type { EvidenceLimits } from './evidence-limits.ts'
import { findSignature, holds } from './signatures.ts'
import { readZipDirectory, type ZipMember } from './zip-directory.ts'

/** What was found in a zip-based file that is kept. */
export interface ZipContents {
  readonly members: number
  /** counted, not as declared */
  readonly inflatedBytes: number
  /** members that are archives or Office documents themselves; they are counted and not opened */
  readonly nestedArchives: number
  /** members that could not be looked into: under a password, or packed by a rare method */
  readonly encrypted: number
  readonly unknownMethod: number
  readonly hasMacros: boolean
}

export type ZipVerdict =
  | { readonly kind: 'acceptable'; readonly contents: ZipContents }
  | { readonly kind: 'bomb'; readonly why: Localized }
  | { readonly kind: 'broken'; readonly why: Localized }

export type BombLimits = Pick<
  EvidenceLimits,
  'members' | 'directoryBytes' | 'inflatedBytes' | 'inflationRatio' | 'ratioFromBytes'
>

/**
 * Unpacks a zip-based file (zip, docx, xlsx, pptx, ofd, odt) into nothing, and says whether it may be kept.
 *
 * Refused as a bomb, because whoever opens it later (an official's Word, an expert's laptop) is not protected by our
 * limits, and no honest document needs it:
 * - more inflated bytes, members or directory than the limits, or one large member beyond the ratio
 * - members that share packed bytes, by which a few kilobytes become petabytes without any nesting
 * - a member that unpacks to more than it declares: the declaration is there to mislead
 *
 * Refused as broken, because evidence that cannot be opened on the day of the hearing is none, and the giver can still
 * mend it now: no readable directory, packed data that end early, a checksum or a length that does not fit.
 *
 * Kept with a note, because they are usual and honest, and cost nothing until somebody opens them: archives inside
 * (never opened here, so nesting cannot multiply), members under a password, rare packing methods, macros.
 *
 * Memory stays flat: one inflater at a time, its output counted and dropped. Time is bounded by `inflatedBytes`, one to
 * three seconds of a core for the default. 7z, rar and gz are not looked into: nothing here ever unpacks them.
 */
export async function judgeZip(source: ByteSource, limits: BombLimits): Promise<ZipVerdict> {
  const reading = await readZipDirectory(source, limits)
  if (reading.kind === 'tooLarge') return { kind: 'bomb', why: reading.why }
  if (reading.kind === 'broken') return reading

  const placed: PlacedMember[] = []
  for (const member of reading.members) {
    const dataAt = await findData(source, member)
    if (dataAt === undefined || dataAt + member.packedBytes > reading.startsAt) {
      return broken(member, '的位置不对', 'lies outside the file')
    }
    placed.push({ member, dataAt })
  }
  const overlapping = findOverlap(placed)
  if (overlapping !== undefined) return bomb(overlapping, '与另一成员共用数据', 'shares its data with another')
  return inflateAll(source, placed, limits)
}

interface PlacedMember {
  readonly member: ZipMember
  readonly dataAt: number
}

const localSignature = 'PK\x03\x04'
const localBytes = 30

async function findData(source: ByteSource, member: ZipMember): Promise<number | undefined> {
  const local = await source.read(member.localHeaderAt, localBytes)
  if (local.length < localBytes || !holds(local, 0, localSignature)) return undefined
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength)
  return member.localHeaderAt + localBytes + view.getUint16(26, true) + view.getUint16(28, true)
}

function findOverlap(placed: readonly PlacedMember[]): ZipMember | undefined {
  const inOrder = [...placed].sort((a, b) => a.member.localHeaderAt - b.member.localHeaderAt)
  let takenUntil = 0
  for (const { member, dataAt } of inOrder) {
    if (member.localHeaderAt < takenUntil) return member
    takenUntil = dataAt + member.packedBytes
  }
  return undefined
}

async function inflateAll(
  source: ByteSource,
  placed: readonly PlacedMember[],
  limits: BombLimits,
): Promise<ZipVerdict> {
  let inflatedBytes = 0
  let nestedArchives = 0
  for (const { member, dataAt } of placed) {
    if (member.encrypted || !isReadable(member)) continue
    const outcome = await inflateMember(source, member, dataAt, limits, limits.inflatedBytes - inflatedBytes)
    if (outcome.kind !== 'inflated') return outcome
    inflatedBytes += outcome.bytes
    if (isArchive(outcome.head, outcome.bytes)) nestedArchives += 1
  }
  const members = placed.map(({ member }) => member)
  return {
    kind: 'acceptable',
    contents: {
      members: members.length,
      inflatedBytes,
      nestedArchives,
      encrypted: members.filter((member) => member.encrypted).length,
      unknownMethod: members.filter((member) => !member.encrypted && !isReadable(member)).length,
      hasMacros: members.some((member) => /(?:^|\/)vbaproject\.bin$/i.test(member.name)),
    },
  }
}

function isReadable(member: ZipMember): boolean {
  return member.method === 0 || member.method === 8
}

interface Inflated {
  readonly kind: 'inflated'
  readonly bytes: number
  readonly head: Uint8Array
}

async function inflateMember(
  source: ByteSource,
  member: ZipMember,
  dataAt: number,
  limits: BombLimits,
  bytesLeft: number,
): Promise<Inflated | ZipVerdict> {
  let bytes = 0
  let crc = 0
  let head = new Uint8Array(0)
  try {
    for await (const chunk of unpacked(source, member, dataAt)) {
      if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512)])
      bytes += chunk.length
      crc = crc32(chunk, crc)
      if (bytes > bytesLeft) {
        const total = Math.round(limits.inflatedBytes / 1024 / 1024)
        return bomb(member, `使总大小超过 ${total} MB`, `takes the total beyond ${total} MB`)
      }
      if (bytes > limits.ratioFromBytes && bytes > member.packedBytes * limits.inflationRatio) {
        const ratio = limits.inflationRatio
        return bomb(member, `解开后超过原大小的 ${ratio} 倍`, `unpacks to more than ${ratio} times its size`)
      }
      if (bytes > member.declaredBytes) return bomb(member, '比它声称的大', 'unpacks to more than it declares')
    }
  } catch (cause) {
    if (!isInflateError(cause)) throw cause
    return broken(member, '解不开', 'cannot be unpacked')
  }
  if (bytes !== member.declaredBytes) return broken(member, '长度不符', 'has the wrong length')
  if (crc !== member.crc) return broken(member, '校验码不符', 'fails its checksum')
  return { kind: 'inflated', bytes, head }
}

const stepBytes = 64 * 1024

async function* packed(source: ByteSource, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const chunk = await source.read(from + done, Math.min(stepBytes, length - done))
    if (chunk.length === 0) return
    done += chunk.length
    yield chunk
  }
}

function unpacked(source: ByteSource, member: ZipMember, dataAt: number): AsyncIterable<Uint8Array> {
  const bytes = packed(source, dataAt, member.packedBytes)
  if (member.method === 0) return bytes
  const input = Readable.from(bytes, { objectMode: false, highWaterMark: stepBytes })
  const inflater = createInflateRaw({ chunkSize: stepBytes })
  // pipe() does not carry errors over; a failed read must end the inflating too.
  input.on('error', (error) => inflater.destroy(error))
  inflater.on('close', () => input.destroy())
  return input.pipe(inflater)
}

/** Errors of zlib are about the data; any other (a failing disk) is not, and goes on to the caller. */
function isInflateError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

const archiveMediaTypes = new Set([
  'application/x-7z-compressed',
  'application/vnd.rar',
  'application/gzip',
  'application/x-bzip2',
  'application/x-xz',
  'application/zstd',
  'application/x-tar',
])

function isArchive(head: Uint8Array, bytes: number): boolean {
  if (holds(head, 0, localSignature)) return true
  const signed = findSignature(head, bytes)
  return signed?.kind === 'known' && archiveMediaTypes.has(signed.mediaType)
}

function bomb(member: ZipMember, zh: string, en: string): ZipVerdict {
  const name = shortName(member)
  return { kind: 'bomb', why: { zh: `其中“${name}”${zh}`, en: `“${name}” inside ${en}` } }
}

function broken(member: ZipMember, zh: string, en: string): ZipVerdict {
  const name = shortName(member)
  return { kind: 'broken', why: { zh: `其中“${name}”${zh}`, en: `“${name}” inside ${en}` } }
}

/** Names inside a hostile zip are hostile too: they go into a message, so they are cleaned and kept short. */
function shortName(member: ZipMember): string {
  return cleanFileName(member.name, 60)
}
