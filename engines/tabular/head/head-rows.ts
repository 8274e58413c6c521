import type { Cell, TableRow } from '../table.types.ts'

/** Rows that may be the head of a table, and the heading of each column in them. */
export interface HeadCandidate {
  readonly headRow: number
  readonly headRows: number
  /** by column; '' where there is none. Of two rows the upper stands first */
  readonly headings: readonly string[]
  /** what stands lowest alone, by column */
  readonly lowest: readonly string[]
  /** words stand below under cells that are blank or merged here: the head may go on */
  readonly mayGoOn: boolean
}

const mostRowsAbove = 30
const mostHeadRows = 3
const longestHeading = 60

/** One, two or three rows on each other that might be heads; of a title or of a row of numbers none is made. */
export function headCandidates(rows: readonly TableRow[]): readonly HeadCandidate[] {
  const candidates: HeadCandidate[] = []
  for (const [index, row] of rows.slice(0, mostRowsAbove).entries()) {
    if (!mayBeHead(row)) continue
    const used = [row]
    candidates.push(candidateOf(used, rows[index + 1]))
    for (let more = 1; more < mostHeadRows; more += 1) {
      const next = rows[index + more]
      if (next === undefined || next.row !== row.row + more || !mayBeHead(next) || !hasGroups(row)) break
      used.push(next)
      candidates.push(candidateOf(used, rows[index + more + 1]))
    }
  }
  return candidates
}

/** Heads are short words. One number in them may be a year (2024), many are data. */
function mayBeHead(row: TableRow): boolean {
  const filled = row.cells.filter((cell) => cell !== undefined)
  if (filled.length === 0) return false
  const wordy = filled.filter(
    ({ kind, text }) => kind === 'text' && text.length <= longestHeading && !/^[\d\s.,/\-:]+$/.test(text),
  )
  return wordy.length * 3 >= filled.length * 2
}

/** A cell over several columns: merged, or with blank ones to its right. */
function hasGroups({ cells }: TableRow): boolean {
  const last = cells.findLastIndex((cell) => cell !== undefined)
  return (
    cells.some((cell, index) => cell?.merged === true || (cell === undefined && index > 0 && index <= last)) ||
    last + 1 < cells.length
  )
}

function candidateOf(rows: readonly TableRow[], below: TableRow | undefined): HeadCandidate {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const levels = rows.map((row, level) => levelOf(row, rows[level + 1], width))
  const headings: string[] = []
  const lowest: string[] = []
  for (let column = 0; column < width; column += 1) {
    const parts = levels.map((level) => level[column] ?? '').filter((part) => part !== '')
    const distinct = parts.filter((part, index) => parts.indexOf(part) === index)
    headings.push(distinct.join(' '))
    lowest.push(distinct.at(-1) ?? '')
  }
  const last = rows.at(-1)
  const mayGoOn = last !== undefined && below !== undefined && below.row === last.row + 1 && goesOn(last, below)
  return { headRow: rows[0]?.row ?? 1, headRows: rows.length, headings, lowest, mayGoOn }
}

function goesOn({ cells }: TableRow, below: TableRow): boolean {
  if (!mayBeHead(below)) return false
  return below.cells.some((cell, index) => {
    const above = cells[index]
    return cell !== undefined && !cell.merged && index > 0 && (above === undefined || above.merged)
  })
}

/** The words of one row; one that stands over several columns is carried to the right while the row below has words. */
function levelOf(row: TableRow, below: TableRow | undefined, width: number): readonly string[] {
  const words: string[] = []
  for (let column = 0; column < width; column += 1) {
    const own = wordOf(row.cells[column])
    const carried = own === '' && below !== undefined && column > 0 && wordOf(below.cells[column]) !== ''
    words.push(carried ? (words[column - 1] ?? '') : own)
  }
  return words
}

function wordOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : cell.text.trim().replaceAll(/\s+/g, ' ').slice(0, 200)
}
