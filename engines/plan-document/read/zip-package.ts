import { inflateWithin } from './bounded-inflate.ts'
import type { ReadLimits } from './limits.ts'
import { Refused } from './refusals.ts'

/** An Office document as a zip: names first, and a member's bytes only when asked for. */
export interface ZipPackage {
  readonly names: readonly string[]
  has(name: string): boolean
  /** the inflated member, or null where there is none; @throws Refused when it is broken or too large */
  read(name: string): Uint8Array | null
}

interface Entry {
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressedSize: number
  readonly localOffset: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const encryptedFlag = 1
/**
 * Opens a zip without inflating anything.
 *
 * Sizes that the file declares are not believed: output is counted while it is inflated and stopped at the limits, so
 * a zip bomb costs no more than its limit. Only members that the reader names are inflated; archives inside are left
 * alone.
 *
 * @throws Refused `brokenDocx`, `unsafeDocx`, `encrypted`
 */
export function openZip(bytes: Uint8Array, limits: ReadLimits): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(view, limits)
  let inflatedTotal = 0

  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const content = inflateEntry(bytes, view, entry, limits, limits.inflatedBytes - inflatedTotal)
      inflatedTotal += content.length
      if (crc32(content) !== entry.crc) throw broken('内容校验不符', 'a checksum does not match')
      return content
    },
  }
}

function readDirectory(view: DataView, limits: ReadLimits): Map<string, Entry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.members) throw unsafe(`内部文件有 ${count} 个`, `${count} members`)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== centralSignature) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    if (at + 46 + nameLength > view.byteLength) throw broken()
    const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
    // Part names are ASCII and compared without case; some writers use a backslash.
    const name = new TextDecoder().decode(nameBytes).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
    // Two members of one name read differently in different programs, so what was checked may not be what is shown.
    if (entries.has(name)) throw unsafe('内部文件重名', 'two members of one name')
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      localOffset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The end record stands at the end of the file, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw broken('文件不完整，可能没有下载完', 'the file is cut off, perhaps not fully downloaded')
}

function inflateEntry(
  bytes: Uint8Array,
  view: DataView,
  entry: Entry,
  limits: ReadLimits,
  remainingTotal: number,
): Uint8Array {
  if ((entry.flags & encryptedFlag) !== 0) throw new Refused('encrypted')
  const { localOffset: local, compressedSize } = entry
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) throw broken()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + compressedSize > view.byteLength) throw broken()
  const compressed = bytes.subarray(start, start + compressedSize)

  // A small member may be one long run of spaces; the ratio is judged from a megabyte on.
  const limit = Math.min(
    limits.memberBytes,
    Math.max(0, remainingTotal),
    Math.max(1024 * 1024, compressedSize * limits.ratio),
  )
  if (entry.method === 0) {
    if (compressedSize > limit) throw bomb()
    return compressed
  }
  if (entry.method !== 8) throw broken('压缩方式不认识', 'an unknown compression')
  const inflated = inflateWithin(compressed, limit)
  if (inflated.kind === 'tooLarge') throw bomb()
  if (inflated.kind === 'broken') throw broken()
  return inflated.content
}

function bomb(): Refused {
  return unsafe('解压后大得异常', 'it inflates to an unreasonable size')
}

function broken(detail = '压缩结构读不通', detailEn = 'its zip structure cannot be followed'): Refused {
  return new Refused('brokenDocx', { detail, detailEn })
}

function unsafe(detail: string, detailEn: string): Refused {
  return new Refused('unsafeDocx', { detail, detailEn })
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})

/** CRC-32 as zip uses it (ISO 3309). A flipped bit in a number is worth the few milliseconds. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
