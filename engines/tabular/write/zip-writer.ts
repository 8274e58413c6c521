import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly text: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const most = 0xffffffff
/** A day that every program takes; the same content gives the same bytes. */
const dosDate = (46 << 9) | (1 << 5) | 1
/** sizes follow the content; names are UTF-8 */
const flags = 0x0808

/** A ZIP, byte by byte as its parts come: nothing of it is kept but its directory. */
export async function* writeZip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Written[] = []
  let at = 0
  for await (const part of parts) {
    const name = Buffer.from(part.name)
    const start = at
    const header = localHeader(name)
    at += header.length
    yield header
    const counts = { crc: 0, size: 0, packed: 0 }
    for await (const piece of deflated(part.text, counts)) {
      at += piece.length
      counts.packed += piece.length
      yield piece
    }
    if (counts.size > most || at > most) throw new Error(`${part.name} is larger than a ZIP without extensions holds`)
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    descriptor.writeUInt32LE(counts.crc, 4)
    descriptor.writeUInt32LE(counts.packed, 8)
    descriptor.writeUInt32LE(counts.size, 12)
    at += descriptor.length
    yield descriptor
    directory.push({ name, at: start, ...counts })
  }
  yield directoryOf(directory, at)
}

async function* deflated(text: ZipPart['text'], counts: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  async function* bytes() {
    for await (const piece of text) {
      const encoded = Buffer.from(piece)
      counts.crc = crc32(encoded, counts.crc)
      counts.size += encoded.length
      yield encoded
    }
  }
  // Level 3 makes 6 % larger files than the usual 6, in half of the time.
  const packer = createDeflateRaw({ level: 3, chunkSize: 64 * 1024 })
  let failure: unknown
  const feeding = pipeline(Readable.from(bytes(), { objectMode: true }), packer).catch((error: unknown) => {
    failure = error
  })
  try {
    for await (const piece of packer) yield piece as Uint8Array
  } catch (error) {
    await feeding
    throw failure ?? error
  } finally {
    packer.destroy()
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt16LE(name.length, 26)
  name.copy(header, 30)
  return header
}

function directoryOf(written: readonly Written[], at: number): Buffer {
  const entries = written.map(({ name, crc, packed, size, at: start }) => {
    const entry = Buffer.alloc(46 + name.length)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt16LE(dosDate, 14)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(packed, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(start, 42)
    name.copy(entry, 46)
    return entry
  })
  const listed = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([listed, end])
}
