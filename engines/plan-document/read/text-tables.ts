import type { SourceCell, SourceTable } from '../plan-document.types.ts'

/**
 * Tables in plain text: at least two lines in a row with the same number of tabs, as Word and Excel leave them when a
 * table is saved or pasted as text. The text is not touched.
 *
 * Lines that only begin with tabs are indented, "1.⇥words" is a list and "一、words⇥3" a table of contents that were
 * saved as text; none of them is a table.
 * Merged cells have left empty places, which are given back where Chinese tables merge: across in the head row, down
 * from it in a head of two rows, down in the first column. Other empty places may just be empty.
 */
export function findTextTables(text: string): readonly SourceTable[] {
  if (!text.includes('\t')) return []
  const tables: SourceTable[] = []
  let rows: SourceCell[][] = []
  const close = (): void => {
    if (isTable(rows)) tables.push(tableOf(rows))
    rows = []
  }
  let at = 0
  for (const line of text.split('\n')) {
    const row = cellsOf(line, at)
    at += line.length + 1
    if (row.length !== rows[0]?.length) close()
    if (row.length > 1) rows.push(row)
  }
  close()
  return tables
}

function cellsOf(line: string, start: number): SourceCell[] {
  let at = start
  return line.split('\t').map((cell) => {
    const text = cell.trim()
    const from = at + cell.length - cell.trimStart().length
    at += cell.length + 1
    return { text, span: { start: from, end: from + text.length } }
  })
}

function isTable(rows: readonly (readonly SourceCell[])[]): boolean {
  const first = rows[0]
  if (first === undefined || rows.length < 2 || first[0]?.text === '') return false
  const isList =
    first.length === 2 && (rows.some((row) => isListNumber(row[0]?.text ?? '')) || rows.every(isContentsLine))
  const cells = rows.flat()
  const filled = cells.filter((cell) => cell.text !== '').length
  return !isList && filled * 2 >= cells.length
}

function isListNumber(text: string): boolean {
  return /^(?:[（(]?[\d一二三四五六七八九十]+[)）.．、]|[•●■◆·-]|——)$/.test(text)
}

/** 一、工作目标⇥3: a table of contents (目录) that was saved as text. */
function isContentsLine(row: readonly SourceCell[]): boolean {
  return (
    /^(?:第?[一二三四五六七八九十]+[、章节]|（[一二三四五六七八九十]+）)/.test(row[0]?.text ?? '') &&
    /^\d{1,3}$/.test(row[1]?.text ?? '')
  )
}

function tableOf(rows: readonly (readonly SourceCell[])[]): SourceTable {
  const start = rows[0]?.[0]?.span.start ?? 0
  const end = rows[rows.length - 1]?.at(-1)?.span.end ?? start
  const hasTwoHeadRows = rows[0]?.some((cell) => cell.text === '') ?? false
  const filled: SourceCell[][] = []
  rows.forEach((row, y) => {
    const line: SourceCell[] = []
    filled.push(line)
    row.forEach((cell, x) => {
      const above = filled[y - 1]?.[x]
      const left = line[x - 1]
      const isMergedDown = x === 0 || (y === 1 && hasTwoHeadRows && rows[0]?.[x]?.text !== '')
      if (cell.text !== '') line.push(cell)
      else if (y === 0) line.push(left ?? cell)
      else line.push(isMergedDown ? (above ?? cell) : cell)
    })
  })
  return { span: { start, end }, rows: filled }
}
