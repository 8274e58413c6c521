import type { SourceCell, SourceTable } from '../plan-document.types.ts'
import { type Grid, type GridCell, moveTable } from './source-writer.ts'

/**
 * Collects what stands in a cell as one line: paragraphs, line breaks and the cells of inner tables are set apart by
 * a space. Inner tables keep their own rows and spans.
 */
export class CellText {
  #text = ''
  readonly #inner: SourceTable[] = []

  paragraph(text: string): void {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line === '') return
    this.#separate()
    this.#text += line
  }

  table(grid: Grid): void {
    const rows: SourceCell[][] = []
    let start: number | undefined
    for (const row of grid) {
      const line: SourceCell[] = []
      rows.push(line)
      for (const cell of row) {
        if ('coveredBy' in cell) {
          const here = { start: this.#text.length, end: this.#text.length }
          line.push(rows[cell.coveredBy[0]]?.[cell.coveredBy[1]] ?? { text: '', span: here })
          continue
        }
        if (cell.text !== '') this.#separate()
        const at = this.#text.length
        start ??= at
        this.#text += cell.text
        line.push({ text: cell.text, span: { start: at, end: this.#text.length } })
        for (const inner of cell.inner) this.#inner.push(moveTable(inner, at))
      }
    }
    if (start !== undefined) this.#inner.push({ span: { start, end: this.#text.length }, rows })
  }

  finish(): GridCell {
    return { text: this.#text, inner: this.#inner }
  }

  #separate(): void {
    if (this.#text !== '') this.#text += ' '
  }
}
