import { isAscii, isUtf8 } from 'node:buffer'
import { TableRefused } from '../refusals.ts'
import type { TableSource } from '../table.types.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const sampleBytes = 1024 * 1024

/**
 * The encoding of a text file: by its byte-order mark, by the zeros of UTF-16, else UTF-8 where the first piece with
 * anything but ASCII is such, else GB18030 (国标 18030, which contains GBK and GB 2312) where it looks like Chinese.
 *
 * A file that begins with a megabyte of digits says nothing yet, and is looked into further.
 *
 * @throws TableRefused `unknownEncoding`, `notATable`
 */
export async function readEncoding(source: TableSource): Promise<TextEncoding> {
  const head = await source.read(0, Math.min(4096, source.size))
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const wide = wideEncoding(head)
  if (wide !== undefined) return wide
  for (let at = 0; at < source.size; at += sampleBytes) {
    const sample = await source.read(at, sampleBytes)
    if (sample.includes(0)) throw new TableRefused('notATable')
    if (!isAscii(sample)) return encodingOf(sample, at === 0, at + sample.length >= source.size)
  }
  return 'utf-8'
}

/** Without a mark: text of Latin letters and digits has a zero in every other byte. */
function wideEncoding(head: Uint8Array): TextEncoding | undefined {
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = head.length / 10
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  return undefined
}

function encodingOf(sample: Uint8Array, isStart: boolean, isEnd: boolean): TextEncoding {
  // A sample may begin and end within a character.
  const from = isStart ? 0 : sample.indexOf(0x0a) + 1
  for (let cut = 0; cut <= (isEnd ? 0 : 3); cut += 1) {
    if (isUtf8(sample.subarray(from, sample.length - cut))) return 'utf-8'
  }
  const lastLine = isEnd ? sample.length : sample.lastIndexOf(0x0a)
  const text = sample.subarray(from, lastLine > from ? lastLine : sample.length)
  if (looksChinese(new TextDecoder('gb18030').decode(text))) return 'gb18030'
  // UTF-8 with a few broken bytes: their cells will say so.
  if (looksChinese(new TextDecoder('utf-8').decode(text))) return 'utf-8'
  throw new TableRefused('unknownEncoding')
}

/** GB18030 accepts many bytes that mean nothing; what comes out must be made of characters that Chinese text uses. */
function looksChinese(text: string): boolean {
  let chinese = 0
  let others = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) continue
    const isChinese =
      (code >= 0x4e00 && code <= 0x9fff) || // unified ideographs
      (code >= 0x3000 && code <= 0x303f) || // 、。《》〔〕 and the wide space
      (code >= 0xff00 && code <= 0xffef) || // full-width forms
      (code >= 0x2010 && code <= 0x2026) || // dashes, quotation marks, …
      (code >= 0x2460 && code <= 0x249b) || // ① ⑴ ⒈
      (code >= 0x2150 && code <= 0x217f) || // Ⅰ ⅰ
      '·×÷±°℃‰→←↑↓■□▲△●○◆◇★☆√㎡'.includes(char)
    if (isChinese) chinese += 1
    else others += 1
  }
  return chinese > 0 && others <= chinese / 10
}
