/**
 * Texts: which encoding, and whether the text is one of the kinds that a browser or a program would act on.
 *
 * UTF-8, UTF-16 with its mark, and GB18030 (with GBK and GB2312 in it) are known; a text in another encoding is bytes of
 * unknown kind, kept and downloaded like them. Only the beginning of a file is read. What a text is called decides nothing about what may run: text is served with
 * `nosniff` and HTML, SVG and XML never inline (served-as.ts).
 */

const textCharsets = ['utf-8', 'gb18030'] as const

/**
 * The media type of a text with its charset, or undefined where the bytes are no text.
 *
 * @param head    the beginning of the file
 * @param isWhole whether that is all of it; if not, a character may be cut at the end
 * @example judgeText(new TextEncoder().encode('名称,数量\n专利,3\n'), true) // 'text/csv; charset=utf-8'
 */
export function judgeText(head: Uint8Array, isWhole: boolean): string | undefined {
  const decoded = decode(head, isWhole)
  if (decoded === undefined) return undefined
  return `${kindOfText(decoded.text, isWhole)}; charset=${decoded.charset}`
}

function decode(head: Uint8Array, isWhole: boolean): { charset: string; text: string } | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return decodeAs('utf-16le', head, isWhole)
  if (head[0] === 0xfe && head[1] === 0xff) return decodeAs('utf-16be', head, isWhole)
  for (const charset of textCharsets) {
    const decoded = decodeAs(charset, head, isWhole)
    if (decoded !== undefined) return decoded
  }
  return undefined
}

function decodeAs(charset: string, head: Uint8Array, isWhole: boolean): { charset: string; text: string } | undefined {
  let text: string
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(head, { stream: !isWhole })
  } catch {
    return undefined
  }
  return hasControls(text) ? undefined : { charset, text }
}

/** Control characters other than tab, line feed, form feed, carriage return and escape mean binary data. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x7f || (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27))
      return true
  }
  return false
}

function kindOfText(text: string, isWhole: boolean): string {
  const root = rootElement(text)
  if (root.name === 'svg') return 'image/svg+xml'
  if (root.name === 'html' || root.isHtmlDoctype || startsLikeHtml(text)) return 'text/html'
  if (root.isXml) return 'application/xml'
  if (isJson(text, isWhole)) return 'application/json'
  // Lines of JSON objects have commas too, and are no table.
  if (/^\s*\{/.test(text)) return 'text/plain'
  if (isCsv(text, isWhole)) return 'text/csv'
  return 'text/plain'
}

interface Root {
  /** local name in lower case, '' where the text has no root element */
  readonly name: string
  readonly isXml: boolean
  readonly isHtmlDoctype: boolean
}

/** Passes declaration, comments and doctype, each once and forwards only, to the first element. */
function rootElement(text: string): Root {
  let isXml = false
  let isHtmlDoctype = false
  for (let at = 0; at < text.length; ) {
    const next = text.slice(at, at + 9).toLowerCase()
    let close: number
    if (/^\s/.test(next)) {
      at += 1
      continue
    } else if (next.startsWith('<?')) {
      isXml ||= next.startsWith('<?xml')
      close = endOf(text, '?>', at)
    } else if (next.startsWith('<!--')) {
      close = endOf(text, '-->', at)
    } else if (next === '<!doctype') {
      const declared = text.slice(at + 9, at + 200)
      isHtmlDoctype ||= /^\s+html\b/i.test(declared)
      isXml ||= !isHtmlDoctype
      // An internal subset [ … ] holds further '>' signs.
      close = /^[^>]*\[/.test(declared) ? endOf(text, ']>', at) : endOf(text, '>', at)
    } else {
      const name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 200))?.[1] ?? ''
      return { name: name.toLowerCase(), isXml, isHtmlDoctype }
    }
    if (close < 0) break
    at = close
  }
  return { name: '', isXml, isHtmlDoctype }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** The openings that browsers take for HTML. Source: WHATWG MIME Sniffing, 7.1. */
const htmlOpening =
  /^\s*<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|form|img|!--)(?:[\s>/]|$|-)/i

function startsLikeHtml(text: string): boolean {
  return htmlOpening.test(text.slice(0, 4096))
}

function isJson(text: string, isWhole: boolean): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  if (!isWhole) return /^\s*(?:\{\s*"|\[\s*(?:[[{"\d-]|true|false|null))/.test(text)
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A table: two lines or more, each with the same number of separators outside quotes. */
function isCsv(text: string, isWhole: boolean): boolean {
  const lines = text.split(/\r?\n/)
  if (!isWhole) lines.pop() // the last line may be cut
  const rows = lines.filter((line) => line.trim() !== '').slice(0, 50)
  if (rows.length < 2) return false
  return [',', '\t', ';'].some((separator) => {
    const counts = new Set(rows.map((row) => row.replace(/"(?:[^"]|"")*"/g, '').split(separator).length))
    return counts.size === 1 && !counts.has(1)
  })
}
