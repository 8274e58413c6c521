import { TableRefused } from '../refusals.ts'
import { sourcePieces } from '../source-pieces.ts'
import type { TableSource } from '../table.types.ts'
import type { TextEncoding } from './text-encoding.ts'

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * The characters of a text file piece by piece, each piece but the last ending with a line: a line feed is never part of
 * a longer character in UTF-8 or GB18030, so that nothing is cut in two. Bytes that mean nothing become U+FFFD, and the
 * cell in which they stand is faulty.
 *
 * @throws TableRefused `longLine`
 */
export async function* textPieces(
  source: TableSource,
  encoding: TextEncoding,
  mostChars: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<string> {
  let kept: Buffer = Buffer.alloc(0)
  let read = 0
  let isFirst = true
  const wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : undefined
  const decoder = encoding === 'gb18030' ? new TextDecoder('gb18030') : undefined
  const decoded = (bytes: Buffer) => {
    const text = decoder === undefined ? bytes.toString('utf8') : decoder.decode(bytes)
    if (!isFirst) return text
    isFirst = false
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }
  for await (const piece of sourcePieces(source, 0, source.size)) {
    read += piece.length
    onRead(read)
    if (wide !== undefined) {
      yield wide.decode(piece, { stream: true })
      continue
    }
    const view = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    const bytes = kept.length === 0 ? view : Buffer.concat([kept, view])
    const cut = lastLineEnd(bytes) + 1
    if (cut > 0) yield decoded(bytes.subarray(0, cut))
    // Copied: the piece may be a window of a buffer that is used again.
    kept = Buffer.from(cut > 0 ? bytes.subarray(cut) : bytes)
    if (kept.length > mostChars) throw new TableRefused('longLine', { row: '?' })
  }
  if (kept.length > 0) yield decoded(kept)
}

function lastLineEnd(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(newline)
  if (feed !== -1) return feed
  const end = bytes.lastIndexOf(carriageReturn)
  // The last byte may be the first half of CR LF.
  return end === bytes.length - 1 ? bytes.lastIndexOf(carriageReturn, end - 1) : end
}
