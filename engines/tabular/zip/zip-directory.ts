import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import type { TableSource } from '../table.types.ts'

/** One member of a package, found without reading it. */
export interface ZipMember {
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedSize: number
  /** as the file declares it; not to be believed */
  readonly declaredSize: number
  readonly headerAt: number
}

const endSignature = 0x06054b50
const locatorSignature64 = 0x07064b50
const endSignature64 = 0x06064b50
const centralSignature = 0x02014b50
const endBytes = 22
const mostComment = 0xffff
/** A directory of 20,000 members takes 2 MB. */
const mostDirectoryBytes = 16 * 1024 * 1024

/**
 * The members of a ZIP by name, names in lower case with `/`, as Office compares them.
 *
 * @throws TableRefused `broken`, `tooMuch`
 */
export async function readZipDirectory(
  source: TableSource,
  limits: TableLimits,
): Promise<ReadonlyMap<string, ZipMember>> {
  const { count, size, at } = await findDirectory(source)
  if (count > limits.members || size > mostDirectoryBytes) throw new TableRefused('tooMuch')
  if (at + size > source.size) throw broken()
  const bytes = await readExactly(source, at, size)
  const view = viewOf(bytes)
  const members = new Map<string, ZipMember>()
  let offset = 0
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > size || view.getUint32(offset, true) !== centralSignature) throw broken()
    const nameLength = view.getUint16(offset + 28, true)
    const extraLength = view.getUint16(offset + 30, true)
    const commentLength = view.getUint16(offset + 32, true)
    const end = offset + 46 + nameLength + extraLength
    if (end > size) throw broken()
    const name = new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength))
    const key = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
    // Two members of one name are read differently by different programs.
    if (members.has(key) && !key.endsWith('/')) throw broken('内部文件重名', 'two members of one name')
    members.set(key, memberAt(view, offset, offset + 46 + nameLength, end))
    offset = end + commentLength
  }
  return members
}

function memberAt(view: DataView, offset: number, extraAt: number, extraEnd: number): ZipMember {
  const sizes = [
    view.getUint32(offset + 24, true),
    view.getUint32(offset + 20, true),
    view.getUint32(offset + 42, true),
  ] as [number, number, number]
  for (let at = extraAt; at + 4 <= extraEnd; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) readLongSizes(view, at + 4, Math.min(at + 4 + length, extraEnd), sizes)
    at += 4 + length
  }
  const [declaredSize, packedSize, headerAt] = sizes
  const method = view.getUint16(offset + 10, true)
  const encrypted = (view.getUint16(offset + 8, true) & 1) === 1
  return { method, encrypted, crc: view.getUint32(offset + 16, true), packedSize, declaredSize, headerAt }
}

/** ZIP64: those of the three that do not fit into 32 bits follow each other in the extra field. */
function readLongSizes(view: DataView, from: number, until: number, sizes: [number, number, number]): void {
  let at = from
  for (const index of [0, 1, 2] as const) {
    if (sizes[index] !== 0xffffffff || at + 8 > until) continue
    sizes[index] = Number(view.getBigUint64(at, true))
    at += 8
  }
}

async function findDirectory(source: TableSource): Promise<{ count: number; size: number; at: number }> {
  const tailAt = Math.max(0, source.size - endBytes - mostComment)
  const tail = viewOf(await readExactly(source, tailAt, source.size - tailAt))
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue
    const found = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    }
    const isLong = found.count === 0xffff || found.size === 0xffffffff || found.at === 0xffffffff
    if (!isLong || at < 20 || tail.getUint32(at - 20, true) !== locatorSignature64) return found
    const endAt = Number(tail.getBigUint64(at - 12, true))
    if (endAt + 56 > source.size) throw broken()
    const end = viewOf(await readExactly(source, endAt, 56))
    if (end.getUint32(0, true) !== endSignature64) throw broken()
    return {
      count: Number(end.getBigUint64(32, true)),
      size: Number(end.getBigUint64(40, true)),
      at: Number(end.getBigUint64(48, true)),
    }
  }
  throw broken('文件不完整，可能没有下载完', 'it is cut off')
}

/** Sources may answer with less at once. */
export async function readExactly(source: TableSource, position: number, length: number): Promise<Uint8Array> {
  const first = await source.read(position, length)
  if (first.length >= length) return first.subarray(0, length)
  const whole = new Uint8Array(length)
  whole.set(first)
  for (let have = first.length; have < length; ) {
    const more = await source.read(position + have, length - have)
    if (more.length === 0) throw broken('文件不完整', 'it ends too early')
    whole.set(more, have)
    have += more.length
  }
  return whole
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function broken(detail = '压缩结构读不通', detailEn = 'its ZIP structure cannot be followed'): TableRefused {
  return new TableRefused('broken', { detail, detailEn })
}
