import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import { sourcePieces } from '../source-pieces.ts'
import type { TableSource } from '../table.types.ts'
import { readExactly, type ZipMember } from './zip-directory.ts'

const localSignature = 0x04034b50
/** Even a small member may be one long run of spaces. */
const freeBytes = 64 * 1024 * 1024

/**
 * A member, unpacked piece by piece: what is held is one piece, whatever size it unpacks to. Sizes that the file
 * declares are not believed: bytes are counted as they come.
 *
 * @param onRead is told how many packed bytes were read, for progress
 * @throws TableRefused `encrypted`, `broken`, `tooMuch`
 */
export async function* memberBytes(
  source: TableSource,
  member: ZipMember,
  limits: TableLimits,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  if (member.encrypted) throw new TableRefused('encrypted')
  const start = await contentAt(source, member)
  const most = Math.min(limits.inflatedBytes, Math.max(freeBytes, member.packedSize * limits.ratio))
  let size = 0
  let crc = 0
  for await (const piece of unpacked(source, member, start, onRead)) {
    size += piece.length
    if (size > most) throw new TableRefused('tooMuch')
    crc = crc32(piece, crc)
    yield piece
  }
  if (crc !== member.crc) throw broken('内容校验不符', 'a checksum does not match')
}

async function* unpacked(
  source: TableSource,
  { method, packedSize }: ZipMember,
  start: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const packed = counted(sourcePieces(source, start, start + packedSize), onRead)
  if (method === 0) {
    yield* packed
    return
  }
  if (method !== 8) throw broken('压缩方式不认识', 'an unknown compression')
  const inflater = createInflateRaw({ chunkSize: 256 * 1024 })
  // What goes wrong destroys the inflater, and comes out where its pieces are read.
  pipeline(Readable.from(packed, { objectMode: true }), inflater).catch(() => {})
  try {
    for await (const piece of inflater) yield piece as Uint8Array
  } catch (error) {
    if (error instanceof TableRefused || !isZlibError(error)) throw error
    throw broken('压缩内容读不通', 'its compressed data cannot be followed')
  } finally {
    inflater.destroy()
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const piece of pieces) {
    read += piece.length
    onRead(read)
    yield piece
  }
}

async function contentAt(source: TableSource, { headerAt, packedSize }: ZipMember): Promise<number> {
  if (headerAt + 30 > source.size) throw broken()
  const header = await readExactly(source, headerAt, 30)
  const view = new DataView(header.buffer, header.byteOffset, 30)
  if (view.getUint32(0, true) !== localSignature) throw broken()
  const start = headerAt + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + packedSize > source.size) throw broken()
  return start
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function broken(detail = '压缩结构读不通', detailEn = 'its ZIP structure cannot be followed'): TableRefused {
  return new TableRefused('broken', { detail, detailEn })
}
