import type { SourceCell, SourceDocument, SourceTable, Span } from '../plan-document.types.ts'
import { Refused } from './refusals.ts'

/** A cell of a table in the making. `null` is a place covered by the cell to the left or above. */
export interface GridCell {
  readonly text: string
  /** tables inside the cell, with spans counted from the start of the cell */
  readonly inner: readonly SourceTable[]
}

export interface Covered {
  readonly coveredBy: readonly [row: number, column: number]
}

export type Grid = readonly (readonly (GridCell | Covered)[])[]

/**
 * Writes a source text piece by piece and keeps count of where things stand in it.
 *
 * Paragraphs end with '\n'. A row of a table is always exactly one line, whatever its cells hold, so that a reader of
 * lines and a reader of tables see the same rows. A covered place is an empty cell in the line; in the table it repeats
 * the covering cell with the same span.
 */
export class SourceWriter {
  readonly #limit: number
  readonly #pieces: string[] = []
  readonly #tables: SourceTable[] = []
  readonly #notes = new Set<string>()
  #length = 0

  constructor(limitChars: number) {
    this.#limit = limitChars
  }

  get length(): number {
    return this.#length
  }

  note(sentence: string): void {
    this.#notes.add(sentence)
  }

  paragraph(text: string): void {
    this.#append(text)
    this.#append('\n')
  }

  table(grid: Grid): void {
    if (grid.length === 0) return
    const start = this.#length
    const cells: SourceCell[][] = []
    for (const row of grid) {
      const line: SourceCell[] = []
      cells.push(line)
      row.forEach((cell, column) => {
        if (column > 0) this.#append('\t')
        if ('coveredBy' in cell) {
          const [r, c] = cell.coveredBy
          line.push(cells[r]?.[c] ?? { text: '', span: this.#here() })
          return
        }
        const at = this.#length
        this.#append(cell.text)
        line.push({ text: cell.text, span: { start: at, end: this.#length } })
        for (const inner of cell.inner) this.#tables.push(moveTable(inner, at))
      })
      this.#append('\n')
    }
    this.#tables.push({ span: { start, end: this.#length - 1 }, rows: cells })
  }

  finish(format: SourceDocument['format']): SourceDocument {
    // Empty rows at the end of a closing table belong to its span, so only what follows the last table is cut.
    const lastTable = this.#tables.reduce((last, table) => Math.max(last, table.span.end), 0)
    const whole = this.#pieces.join('')
    const text = whole.slice(0, lastTable) + whole.slice(lastTable).replace(/\n+$/, '')
    const tables = this.#tables.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    return { format, text, tables, notes: [...this.#notes] }
  }

  #here(): Span {
    return { start: this.#length, end: this.#length }
  }

  #append(piece: string): void {
    this.#length += piece.length
    if (this.#length > this.#limit) throw new Refused('tooLong', { limit: this.#limit })
    this.#pieces.push(piece)
  }
}

export function moveTable(table: SourceTable, by: number): SourceTable {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by })
  return {
    span: move(table.span),
    rows: table.rows.map((row) => row.map((cell) => ({ text: cell.text, span: move(cell.span) }))),
  }
}
