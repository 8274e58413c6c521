/** Of a text that would be computed the apostrophe in front says that it is none; it is no part of the text. */
const quotedFormula = /^'(?='*[=+\-@＝＋－＠\d])/

/**
 * A text as it was meant: without what nobody sees (zero-width characters, marks of direction, controls), without blanks
 * around it, with LF for every end of a line, and without the apostrophe that keeps a spreadsheet from computing it.
 */
export function cleanText(text: string): string {
  if (isClean(text)) return text
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .replace(quotedFormula, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

/** Most cells are; a look at each character is cheaper than six replacements. */
function isClean(text: string): boolean {
  let before = 32
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 32 && before === 32) return false
    if (code < 32 || (code >= 0x7f && code <= 0xad)) return false
    if (code >= 0x600 && (code <= 0x61c || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code >= 0xd800)) {
      // Full-width forms are usual in Chinese text, and pairs of surrogates are rare.
      if (!(code > 0xff00 && code < 0xffef) || at === 0) return false
    }
    before = code
  }
  return before !== 32 && text.charCodeAt(0) !== 39
}

/** What people write into a cell of which they know nothing. */
const nothing = new Set([
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '无数据',
  '空',
  'N/A',
  'n/a',
  'NA',
  'null',
  'NULL',
  '不详',
  '未知',
])

export function saysNothing(text: string): boolean {
  return text.length <= 4 && nothing.has(text)
}

/** Full-width digits, letters and marks as half-width ones. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC')
}
