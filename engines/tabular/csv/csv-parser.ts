import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import type { Cell, TableRow } from '../table.types.ts'

const quoteMark = '"'

/**
 * Reads delimited text (RFC 4180) as it comes. A quote that opens in the middle of a cell is a character like others
 * (12" 管); one at its beginning must be closed within a million characters.
 */
export class CsvParser {
  private readonly delimiter: string
  private readonly limits: TableLimits
  private readonly take: (row: TableRow) => void
  private rest = ''
  private row = 0

  constructor(delimiter: string, limits: TableLimits, take: (row: TableRow) => void) {
    this.delimiter = delimiter
    this.limits = limits
    this.take = take
  }

  write(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece
    const at = this.rows(text, false)
    this.rest = at === text.length ? '' : text.slice(at)
    if (this.rest.length > this.limits.recordChars / 4) {
      const isQuoted = this.rest.includes(quoteMark)
      throw new TableRefused(isQuoted ? 'openQuote' : 'longLine', { row: this.row + 1 })
    }
  }

  end(): void {
    const { rest } = this
    this.rest = ''
    if (rest !== '') this.rows(rest, true)
  }

  /** Takes the rows that are complete; answers where the first begins that is not. */
  private rows(text: string, isEnd: boolean): number {
    let at = 0
    while (at < text.length) {
      const end = lineEnd(text, at)
      if (end === -1 && !isEnd) return at
      const lineStop = end === -1 ? text.length : end
      // A CR at the very end may be the first half of CR LF.
      if (!isEnd && lineStop === text.length - 1 && text.charCodeAt(lineStop) === 13) return at
      const line = text.slice(at, lineStop)
      if (line.includes(quoteMark)) {
        const next = this.quotedRow(text, at, isEnd)
        if (next === -1) return at
        at = next
        continue
      }
      this.emit(line.split(this.delimiter))
      at = afterLineEnd(text, lineStop)
    }
    return at
  }

  /** Where the next row begins; -1 where this one is not complete. */
  private quotedRow(text: string, from: number, isEnd: boolean): number {
    const values: string[] = []
    let at = from
    for (;;) {
      if (text[at] === quoteMark) {
        const closed = this.closingQuote(text, at + 1)
        if (closed === -1) {
          if (isEnd) throw new TableRefused('openQuote', { row: this.row + 1 })
          return -1
        }
        // Characters behind the closing quote belong to the cell: "甲"公司.
        const stop = cellEnd(text, closed + 1, this.delimiter)
        values.push(text.slice(at + 1, closed).replaceAll('""', quoteMark) + text.slice(closed + 1, stop))
        at = stop
      } else {
        const stop = cellEnd(text, at, this.delimiter)
        values.push(text.slice(at, stop))
        at = stop
      }
      if (text.startsWith(this.delimiter, at) && at < text.length) {
        at += this.delimiter.length
        continue
      }
      if (at >= text.length && !isEnd) return -1
      if (at === text.length - 1 && text.charCodeAt(at) === 13 && !isEnd) return -1
      this.emit(values)
      return at >= text.length ? at : afterLineEnd(text, at)
    }
  }

  private closingQuote(text: string, from: number): number {
    for (let at = text.indexOf(quoteMark, from); at !== -1; at = text.indexOf(quoteMark, at + 2)) {
      if (text[at + 1] !== quoteMark) return at
    }
    return -1
  }

  private emit(values: readonly string[]): void {
    this.row += 1
    if (values.length > this.limits.columns) {
      throw new TableRefused('tooManyColumns', { row: this.row, limit: this.limits.columns })
    }
    const cells: (Cell | undefined)[] = []
    let isBlank = true
    for (const value of values) {
      const cell = textCell(value)
      cells.push(cell)
      if (cell !== undefined) isBlank = false
    }
    if (!isBlank) this.take({ row: this.row, cells })
  }
}

/** Excel reads ="00123" as the text 00123: the way to keep zeros in a CSV. */
function textCell(value: string): Cell | undefined {
  if (value === '' || value.trim() === '') return undefined
  const kept = value.startsWith('="') && value.endsWith('"') ? value.slice(2, -1) : value
  return { kind: 'text', text: kept, number: null, merged: false }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || text.startsWith(delimiter, at)) return at
  }
  return text.length
}

/** The next LF or CR. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  if (feed === -1) return text.indexOf('\r', from)
  if (feed > from && text.charCodeAt(feed - 1) === 13 && text.lastIndexOf('\r', feed - 2) < from) return feed - 1
  const line = text.slice(from, feed)
  const end = line.indexOf('\r')
  return end === -1 ? feed : from + end
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
}
