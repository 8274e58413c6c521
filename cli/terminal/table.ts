import { stripVTControlCharacters } from 'node:util'
import { displayWidth, padTo, wrapTo } from './display-width.ts'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => string
  /** never wrapped: an id is copied as a whole */
  readonly whole?: boolean
}

const gap = '  '
const narrowestColumn = 6

/** Rows under their titles, aligned by display width. What does not fit is wrapped inside its column, never cut off. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string {
  const texts = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => oneLine(cell(row))))]
  const natural = columns.map((_, index) => Math.max(...texts.map((line) => displayWidth(line[index] ?? ''))))
  const isWhole = columns.map(({ whole }) => whole ?? false)
  const widths = fitted(natural, isWhole, width - gap.length * (columns.length - 1))
  const [head = [], ...body] = texts
  return [
    lineOf(head, widths),
    lineOf(
      widths.map((each) => '-'.repeat(each)),
      widths,
    ),
    ...body.map((line) => lineOf(line, widths)),
  ].join('\n')
}

/** Words from a document, made fit for a terminal: no control sequences, no line breaks. */
export function oneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
}

/** The widest columns give way first, down to a common width. */
function fitted(natural: readonly number[], isWhole: readonly boolean[], room: number): readonly number[] {
  const widths = [...natural]
  for (;;) {
    const excess = widths.reduce((sum, each) => sum + each, 0) - room
    const elastic = widths.filter((_, index) => isWhole[index] === false)
    const widest = Math.max(0, ...elastic)
    if (excess <= 0 || widest <= narrowestColumn) return widths
    const next = Math.max(narrowestColumn, ...elastic.filter((each) => each < widest))
    const count = elastic.filter((each) => each === widest).length
    const cut = Math.max(1, Math.min(widest - next, Math.ceil(excess / count)))
    for (const [index, each] of widths.entries()) {
      if (each === widest && isWhole[index] === false) widths[index] = widest - cut
    }
  }
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const wrapped = cells.map((cell, index) => wrapTo(cell, widths[index] ?? 0))
  const height = Math.max(1, ...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, index) => padTo(wrapped[index]?.[line] ?? '', width))
      .join(gap)
      .trimEnd(),
  ).join('\n')
}
