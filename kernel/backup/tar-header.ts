/**
 * Headers of a tar archive in the ustar format (POSIX.1-1988), which every tar reads.
 *
 * Only what a back-up needs: regular files with a name and a size. Numbers are octal digits in fixed places.
 */
export const blockSize = 512

/** The largest size that eleven octal digits hold, in bytes: just below 8 GiB. */
export const largestEntry = 8 ** 11 - 1

export interface TarEntry {
  /** path with slashes, below the folder that somebody unpacks into */
  readonly name: string
  /** bytes */
  readonly size: number
}

/** @throws RangeError for a name or a size that the format cannot hold: a mistake of the caller */
export function encodeHeader({ name, size }: TarEntry, modifiedAt: Date): Uint8Array {
  const [prefix, base] = splitName(name)
  if (size > largestEntry) throw new RangeError(`${name} has ${size} bytes, more than a tar entry can have`)
  const header = Buffer.alloc(blockSize)
  header.write(base, 0, 'utf8')
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write(
    `${Math.floor(modifiedAt.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  )
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345, 'utf8')
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** `end` for a block of zeros, of which two close an archive; undefined for what is no header of ours. */
export function decodeHeader(block: Uint8Array): TarEntry | 'end' | undefined {
  if (block.every((byte) => byte === 0)) return 'end'
  const header = Buffer.from(block)
  const text = (from: number, length: number) => {
    const field = header.subarray(from, from + length)
    const end = field.indexOf(0)
    return field.subarray(0, end === -1 ? length : end).toString('utf8')
  }
  const sum = Number.parseInt(text(148, 8).trim(), 8)
  if (sum !== checksum(header) || text(257, 6) !== 'ustar' || text(156, 1) !== '0') return undefined
  const digits = text(124, 12).trim()
  if (!/^[0-7]{1,11}$/.test(digits)) return undefined
  const prefix = text(345, 155)
  const base = text(0, 100)
  return { name: prefix === '' ? base : `${prefix}/${base}`, size: Number.parseInt(digits, 8) }
}

/** How many zeros follow a file of this size, to fill its last block. */
export function paddingAfter(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize
}

function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0)
}

function splitName(name: string): readonly [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  const at = name.lastIndexOf('/', 155)
  const [prefix, base] = [name.slice(0, at), name.slice(at + 1)]
  if (at <= 0 || Buffer.byteLength(prefix) > 155 || Buffer.byteLength(base) > 100) {
    throw new RangeError(`${name} is too long for a tar entry`)
  }
  return [prefix, base]
}
