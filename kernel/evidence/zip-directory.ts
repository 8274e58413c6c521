import type { Localized } from '../errors/define-errors.ts'
import type { ByteSource } from './byte-source.ts'
import type { EvidenceLimits } from './evidence-limits.ts'

/**
 * The table of contents of a zip, read from its end without inflating anything.
 *
 * Terminology: a *member* is one packed file; the *central directory* lists the members at the end of the zip; each
 * member is preceded by a *local header* which repeats part of it. zip64 fields are read, since some writers put them
 * into small files too. Source: PKWARE APPNOTE 6.3, sections 4.3 to 4.5.
 */
export interface ZipMember {
  readonly name: string
  readonly encrypted: boolean
  /** 0 stored, 8 deflated; others exist and are rare */
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  /** as the zip says; to be compared with, not to be believed */
  readonly declaredBytes: number
  readonly localHeaderAt: number
}

export type ZipReading =
  | { readonly kind: 'directory'; readonly members: readonly ZipMember[]; readonly startsAt: number }
  | { readonly kind: 'broken'; readonly why: Localized }
  | { readonly kind: 'tooLarge'; readonly why: Localized }

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const end64LocatorSignature = 0x07064b50
const memberSignature = 0x02014b50
const endBytes = 22
const longestComment = 0xffff

/** Reads the central directory; never throws on any bytes. */
export async function readZipDirectory(
  source: ByteSource,
  limits: Pick<EvidenceLimits, 'members' | 'directoryBytes'>,
): Promise<ZipReading> {
  const end = await findEnd(source)
  if (end === undefined)
    return broken('找不到目录区，文件可能没有传完整', 'its directory is missing; it may be cut off')
  const { directoryAt, directoryBytes, endAt } = end
  if (directoryBytes > limits.directoryBytes) {
    return tooLarge(`目录区 ${directoryBytes} 字节`, `a directory of ${directoryBytes} bytes`)
  }
  if (directoryAt + directoryBytes > endAt) return broken('目录区位置不对', 'its directory lies beyond its end')

  const bytes = await source.read(directoryAt, directoryBytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const members: ZipMember[] = []
  let at = 0
  // The count at the end of the zip is not believed: entries are read as long as there are any.
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === memberSignature) {
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > view.byteLength) return broken('目录区不完整', 'its directory is cut off')
    if (members.length >= limits.members) {
      return tooLarge(`成员多于 ${limits.members} 个`, `more than ${limits.members} members`)
    }
    members.push(readMember(view, at))
    at = next
  }
  if (at !== view.byteLength) return broken('目录区有无法识别的内容', 'its directory holds unknown content')
  return { kind: 'directory', members, startsAt: directoryAt }
}

function readMember(view: DataView, at: number): ZipMember {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
  const extra = new DataView(view.buffer, view.byteOffset + at + 46 + nameLength, extraLength)
  // zip64: a field that is full of ones stands in the extra part, in this order.
  const wide = wideFields(extra)
  const declaredBytes = widened(view.getUint32(at + 24, true), wide)
  const packedBytes = widened(view.getUint32(at + 20, true), wide)
  const localHeaderAt = widened(view.getUint32(at + 42, true), wide)
  return {
    // Names without the UTF-8 flag may be GB18030; the names that are compared here are ASCII in both.
    name: new TextDecoder().decode(nameBytes).replaceAll('\\', '/'),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    declaredBytes,
    localHeaderAt,
  }
}

function wideFields(extra: DataView): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true)
    const fieldEnd = Math.min(at + 4 + length, extra.byteLength)
    if (extra.getUint16(at, true) === 0x0001) {
      const fields: number[] = []
      for (let field = at + 4; field + 8 <= fieldEnd; field += 8) fields.push(Number(extra.getBigUint64(field, true)))
      return fields
    }
    at += 4 + length
  }
  return []
}

function widened(narrow: number, wide: number[]): number {
  return narrow === 0xffffffff ? (wide.shift() ?? narrow) : narrow
}

interface ZipEnd {
  readonly directoryAt: number
  readonly directoryBytes: number
  /** where the end record (or the zip64 one before it) begins */
  readonly endAt: number
}

async function findEnd(source: ByteSource): Promise<ZipEnd | undefined> {
  const tailAt = Math.max(0, source.size - endBytes - longestComment)
  const tail = await source.read(tailAt, endBytes + longestComment)
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  let candidate: number | undefined
  for (let at = view.byteLength - endBytes; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue
    // A comment may hold the signature by chance; the true end is the one whose comment reaches the end of the file.
    // Where none does, something was appended to the zip, and the last one counts.
    const isExact = at + endBytes + view.getUint16(at + 20, true) === view.byteLength
    if (isExact || candidate === undefined) candidate = at
    if (isExact) break
  }
  if (candidate === undefined) return undefined
  const end = {
    directoryBytes: view.getUint32(candidate + 12, true),
    directoryAt: view.getUint32(candidate + 16, true),
    endAt: tailAt + candidate,
  }
  const isWide = end.directoryBytes === 0xffffffff || end.directoryAt === 0xffffffff
  return isWide ? findWideEnd(source, end.endAt) : end
}

async function findWideEnd(source: ByteSource, endAt: number): Promise<ZipEnd | undefined> {
  const locator = await source.read(Math.max(0, endAt - 20), 20)
  const locatorView = new DataView(locator.buffer, locator.byteOffset, locator.byteLength)
  if (locator.length < 20 || locatorView.getUint32(0, true) !== end64LocatorSignature) return undefined
  const wideAt = Number(locatorView.getBigUint64(8, true))
  if (wideAt > source.size - 56) return undefined
  const record = await source.read(wideAt, 56)
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  if (record.length < 56 || view.getUint32(0, true) !== end64Signature) return undefined
  return {
    directoryBytes: Number(view.getBigUint64(40, true)),
    directoryAt: Number(view.getBigUint64(48, true)),
    endAt: wideAt,
  }
}

function broken(zh: string, en: string): ZipReading {
  return { kind: 'broken', why: { zh, en } }
}

function tooLarge(zh: string, en: string): ZipReading {
  return { kind: 'tooLarge', why: { zh, en } }
}
