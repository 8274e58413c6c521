import { startsWith } from './bytes.ts'
import { Refused } from './refusals.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  /** true where the file ends in the middle of a character */
  readonly cutOff: boolean
}

/**
 * The characters of a text file: by its byte-order mark, else as strict UTF-8, else as GB18030 (国标 18030, which
 * contains GBK and GB 2312).
 *
 * GB18030 accepts many byte sequences that mean nothing, so its result must look like Chinese. UTF-8 with a few broken
 * bytes is refused rather than read as GB18030: the digits would survive among nonsense.
 *
 * @throws Refused `binary`, `damagedText`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be')

  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return checked(utf8, 'utf-8', false)
  const withoutTail = tryDecode(bytes.subarray(0, startOfLastCharacter(bytes)), 'utf-8')
  // Pure ASCII before a stray last byte says nothing about the encoding.
  if (withoutTail !== null && !isAscii(withoutTail)) return checked(withoutTail, 'utf-8', true)

  const gb = tryDecode(bytes, 'gb18030') ?? tryDecode(bytes.subarray(0, bytes.length - 1), 'gb18030')
  if (gb !== null && looksChinese(gb)) return checked(gb, 'gb18030', false)

  const lenient = new TextDecoder('utf-8').decode(bytes)
  if (isControlHeavy(lenient)) throw new Refused('binary')
  if (isMostlyUtf8(lenient)) {
    const line = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length
    throw new Refused('damagedText', { line })
  }
  throw new Refused('binary')
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const whole = bytes.length - (bytes.length % 2)
  const text = tryDecode(bytes.subarray(0, whole), encoding)
  if (text === null) throw new Refused('binary')
  return checked(text, encoding, whole < bytes.length)
}

/** Decoders drop the byte-order mark by themselves. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function checked(text: string, encoding: DecodedText['encoding'], cutOff: boolean): DecodedText {
  if (isControlHeavy(text)) throw new Refused('binary')
  return { text, encoding, cutOff }
}

/** Where the last UTF-8 character begins, looking back at most three continuation bytes. */
function startOfLastCharacter(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > bytes.length - 4 && at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1
  return Math.max(at, 0)
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
  return /^[\x00-\x7f]*$/.test(text)
}

/** A NUL never stands in a text file; other control characters may stray in from old printers, a few at most. */
function isControlHeavy(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0) return true
    const isSpace = code >= 0x09 && code <= 0x0d
    if ((code < 0x20 && !isSpace && code !== 0x1b) || code === 0x7f) controls += 1
  }
  return controls > 4 + text.length / 1000
}

/** Of the characters beyond ASCII, nearly all are Chinese characters or the marks that Chinese text uses. */
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
      (code >= 0x2160 && code <= 0x217f) || // Ⅰ ⅰ
      '·×÷±°℃‰→←↑↓■□▲△●○◆◇★☆√㎡'.includes(char)
    if (isChinese) chinese += 1
    else others += 1
  }
  return chinese > 0 && others <= chinese / 10
}

function isMostlyUtf8(lenient: string): boolean {
  let broken = 0
  let decoded = 0
  for (let at = 0; at < lenient.length; at += 1) {
    const code = lenient.charCodeAt(at)
    if (code === 0xfffd) broken += 1
    else if (code >= 0x80) decoded += 1
  }
  return decoded > broken * 4
}
