import { inflateWithin } from './bounded-inflate.ts'
import { indexOfAscii } from './bytes.ts'
import type { ReadLimits } from './limits.ts'
import { Refused } from './refusals.ts'

/** How far before its data the dictionary of a stream may begin. */
const dictionaryBytes = 4096

/**
 * Refuses a PDF whose streams inflate beyond the limits, because the PDF library inflates without one.
 *
 * Streams are known by their data, not by the filter that their dictionary names, which has many spellings. Pictures
 * may be large for good reasons and are not needed for text: their data is made unreadable in this copy of the file,
 * so that nothing inflates it under another name either.
 *
 * Not covered: data first written as ASCII (ASCII85, hex) and then deflated.
 *
 * @param bytes a copy that may be changed
 * @throws Refused `unsafePdf`
 */
export function guardStreams(bytes: Uint8Array, limits: ReadLimits): void {
  let inflatedTotal = 0
  let from = 0
  for (;;) {
    const keyword = indexOfAscii(bytes, 'stream', from)
    if (keyword === -1) return
    const start = startOfData(bytes, keyword)
    from = keyword + 6
    if (!isZlib(bytes, start)) continue
    const foundEnd = indexOfAscii(bytes, 'endstream', start)
    const end = foundEnd === -1 ? bytes.length : foundEnd
    from = end
    if (isPicture(bytes, keyword)) {
      bytes[start] = 0
      continue
    }
    const limit = Math.min(limits.memberBytes, limits.inflatedBytes - inflatedTotal)
    const inflated = inflateWithin(bytes.subarray(start + 2, end), Math.max(limit, 0))
    if (inflated.kind === 'tooLarge') throw unsafe('数据流解压后大得异常', 'a stream inflates to an unreasonable size')
    inflatedTotal += inflated.sizeBytes
    if (inflated.kind === 'complete' && isZlib(inflated.content, 0))
      throw unsafe('数据流重复压缩', 'a stream is compressed twice')
  }
}

function startOfData(bytes: Uint8Array, keyword: number): number {
  let at = keyword + 6
  if (bytes[at] === 0x0d) at += 1
  if (bytes[at] === 0x0a) at += 1
  return at
}

/** The two bytes that begin zlib data: deflate, and a check that makes them a multiple of 31 (RFC 1950). */
function isZlib(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]
  const second = bytes[at + 1]
  if (first === undefined || second === undefined) return false
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}

function isPicture(bytes: Uint8Array, keyword: number): boolean {
  const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, keyword - dictionaryBytes), keyword))
  const dictionary = before.slice(Math.max(before.lastIndexOf(' obj'), 0))
  return /\/Subtype\s*\/Image\b/.test(dictionary)
}

function unsafe(detail: string, detailEn: string): Refused {
  return new Refused('unsafePdf', { detail, detailEn })
}
