export type CsvValue = string | number | boolean | null

const pieceChars = 64 * 1024

/** What a spreadsheet computes when it opens a CSV; the apostrophe says that it is text, and `cleanText` takes it away. */
const computed = /^(?:'*[=+\-@＝＋－＠\t\r]|'+\d)/

/**
 * Rows as CSV for Excel and WPS (RFC 4180): UTF-8 with a byte-order mark, without which they take it for GBK, and CR LF.
 * What would be computed on opening (=cmd…) is written as text.
 *
 * @param textColumns columns of codes: their digits are written as ="00123", which keeps the zeros in front
 */
export async function* writeCsv(
  rows: Iterable<readonly CsvValue[]> | AsyncIterable<readonly CsvValue[]>,
  textColumns: ReadonlySet<number> = new Set(),
): AsyncGenerator<Uint8Array> {
  let text = '\ufeff'
  for await (const row of rows) {
    text += `${row.map((value, column) => cellOf(value, textColumns.has(column))).join(',')}\r\n`
    if (text.length < pieceChars) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

function cellOf(value: CsvValue, isCode: boolean): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  // Digits that a spreadsheet would take for a number: it cuts zeros in front, and loses those behind the fifteenth.
  if (isCode && /^[\d.]+$/.test(value)) return `"=""${value}"""`
  const safe = computed.test(value) ? `'${value}` : value
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
