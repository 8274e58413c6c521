import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { TableRefused } from '../refusals.ts'

const lessThan = 0x3c

/**
 * The characters of an XML file piece by piece, cut before a `<`, so that no character and, outside of text, no tag is
 * cut in two by the decoding.
 *
 * @throws TableRefused `broken` for what is no UTF-8 (or UTF-16 with a byte-order mark)
 */
export async function* xmlText(pieces: AsyncIterable<Uint8Array>, mostChars: number): AsyncGenerator<string> {
  let kept: Buffer = Buffer.alloc(0)
  let wide: TextDecoder | null | undefined
  for await (const piece of pieces) {
    wide ??= wideDecoder(piece)
    if (wide !== null) {
      yield wide.decode(piece, { stream: true })
      continue
    }
    const bytes =
      kept.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([kept, piece])
    const cut = bytes.lastIndexOf(lessThan)
    if (cut > 0) yield decoded(bytes.subarray(0, cut))
    // Copied: the piece may be a window of a buffer that is used again.
    kept = Buffer.from(cut > 0 ? bytes.subarray(cut) : bytes)
    if (kept.length > mostChars) throw new TableRefused('tooMuch')
  }
  if (kept.length > 0) yield decoded(kept)
}

function wideDecoder(first: Uint8Array): TextDecoder | null {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le')
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be')
  return null
}

function decoded(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new TableRefused('broken', { detail: '文字编码不对', detailEn: 'its text encoding is wrong' })
  }
  return bytes.toString('utf8')
}
