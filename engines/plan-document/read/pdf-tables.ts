import { groupLines, joinLines, type PdfItem } from './pdf-lines.ts'
import type { Ruling } from './pdf-rulings.ts'
import type { Covered, Grid, GridCell } from './source-writer.ts'

export interface PdfTable {
  readonly page: number
  readonly top: number
  readonly bottom: number
  /** x of the lines between columns, edges included */
  readonly columns: readonly number[]
  readonly grid: Grid
}

/** Lines within this distance meet, or are one line drawn twice. In points. */
const tolerance = 3
/** More lines than this are a drawing, not a table. */
const mostRulings = 5000
const mostCells = 20_000

/**
 * Tables by their drawn borders: lines that touch form a table, a place without a line to its neighbour belongs to
 * the same cell.
 *
 * @returns the tables of a page, and the items that stand in none
 */
export function extractTables(
  items: readonly PdfItem[],
  rulings: readonly Ruling[],
  page: number,
): { readonly tables: readonly PdfTable[]; readonly rest: readonly PdfItem[] } {
  let rest = items
  const tables: PdfTable[] = []
  if (rulings.length > mostRulings) return { tables, rest }
  for (const group of touchingGroups(rulings)) {
    const frame = frameOf(group)
    if (frame === null) continue
    const isInside = (item: PdfItem): boolean => {
      const x = (item.x + item.right) / 2
      const y = item.y - item.size / 3
      return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom
    }
    const inside = rest.filter(isInside)
    if (inside.length === 0) continue
    rest = rest.filter((item) => !isInside(item))
    tables.push({
      page,
      top: frame.top,
      bottom: frame.bottom,
      columns: frame.columns,
      grid: gridOf(frame, group, inside, page),
    })
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), rest }
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

/** Null for a box or a line: a table has at least two cells. */
function frameOf(group: readonly Ruling[]): Frame | null {
  const rows = positions(group, 'across')
  const columns = positions(group, 'down')
  const [top, bottom, left, right] = [rows[0], rows[rows.length - 1], columns[0], columns[columns.length - 1]]
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null
  const cells = (rows.length - 1) * (columns.length - 1)
  if (rows.length < 2 || columns.length < 2 || cells < 2 || cells > mostCells) return null
  return { left, right, top, bottom, columns, rows }
}

function positions(group: readonly Ruling[], direction: Ruling['direction']): readonly number[] {
  const places = group.filter((ruling) => ruling.direction === direction).map((ruling) => ruling.at)
  const distinct: number[] = []
  for (const place of places.sort((a, b) => a - b)) {
    const last = distinct[distinct.length - 1]
    if (last === undefined || place - last > tolerance) distinct.push(place)
  }
  return distinct
}

function touchingGroups(rulings: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const waiting = new Set(rulings)
  const groups: Ruling[][] = []
  for (const first of rulings) {
    if (!waiting.delete(first)) continue
    const group = [first]
    for (const member of group) {
      for (const other of waiting) {
        if (!touch(member, other)) continue
        waiting.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function touch(a: Ruling, b: Ruling): boolean {
  if (a.direction === b.direction) {
    return Math.abs(a.at - b.at) <= tolerance && a.from <= b.to + tolerance && b.from <= a.to + tolerance
  }
  return (
    a.at >= b.from - tolerance && a.at <= b.to + tolerance && b.at >= a.from - tolerance && b.at <= a.to + tolerance
  )
}

function gridOf(frame: Frame, group: readonly Ruling[], items: readonly PdfItem[], page: number): Grid {
  const width = frame.columns.length - 1
  const height = frame.rows.length - 1
  const owners: (readonly [number, number])[][] = []
  for (let row = 0; row < height; row += 1) {
    const line: (readonly [number, number])[] = []
    owners.push(line)
    for (let column = 0; column < width; column += 1) {
      const left = line[column - 1]
      const above = owners[row - 1]?.[column]
      const y = middle(frame.rows, row)
      const x = middle(frame.columns, column)
      if (left !== undefined && !isDrawn(group, 'down', frame.columns[column] ?? 0, y)) line.push(left)
      else if (above !== undefined && !isDrawn(group, 'across', frame.rows[row] ?? 0, x)) line.push(above)
      else line.push([row, column])
    }
  }

  const contents = new Map<string, PdfItem[]>()
  for (const item of items) {
    const row = bandOf(frame.rows, item.y - item.size / 3)
    const column = bandOf(frame.columns, (item.x + item.right) / 2)
    const key = String(owners[row]?.[column] ?? [row, column])
    const content = contents.get(key)
    if (content === undefined) contents.set(key, [item])
    else content.push(item)
  }
  return owners.map((line, row) =>
    line.map((owner, column): GridCell | Covered => {
      if (owner[0] !== row || owner[1] !== column) return { coveredBy: owner }
      const lines = groupLines(contents.get(String(owner)) ?? [], page).map((each) => each.text.replaceAll('\t', ' '))
      return { text: lines.length === 0 ? '' : lines.reduce(joinLines), inner: [] }
    }),
  )
}

function isDrawn(group: readonly Ruling[], direction: Ruling['direction'], at: number, across: number): boolean {
  return group.some(
    (ruling) =>
      ruling.direction === direction &&
      Math.abs(ruling.at - at) <= tolerance &&
      ruling.from <= across &&
      ruling.to >= across,
  )
}

function middle(edges: readonly number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
}

function bandOf(edges: readonly number[], at: number): number {
  const next = edges.findIndex((edge) => edge > at)
  return Math.min(Math.max((next === -1 ? edges.length : next) - 1, 0), edges.length - 2)
}

/**
 * The first table with the rows of one that goes on over the page. A repeated head row is left out, and a row that the
 * page break divided becomes one again: its second half is a row that is mostly empty.
 */
export function joinTables(first: PdfTable, next: PdfTable): PdfTable {
  const repeated = textsOf(first.grid[0]).join('\t') === textsOf(next.grid[0]).join('\t') ? 1 : 0
  const head = first.grid.slice(0, -1)
  const last = first.grid[first.grid.length - 1] ?? []
  const half = next.grid[repeated] ?? []
  const halfTexts = textsOf(half)
  const empty = halfTexts.filter((text) => text === '').length
  const isDivided = half.every((cell) => 'text' in cell) && empty < half.length && empty * 2 >= half.length
  const joined = isDivided ? last.map((cell, column) => withMore(cell, halfTexts[column] ?? '')) : last
  const skipped = repeated + (isDivided ? 1 : 0)
  const by = first.grid.length - skipped
  const moved = next.grid
    .slice(skipped)
    .map((row) =>
      row.map((cell) =>
        'coveredBy' in cell ? { coveredBy: [cell.coveredBy[0] + by, cell.coveredBy[1]] as const } : cell,
      ),
    )
  return { ...first, page: next.page, bottom: next.bottom, grid: [...head, joined, ...moved] }
}

function textsOf(row: Grid[number] | undefined): readonly string[] {
  return (row ?? []).map((cell) => ('text' in cell ? cell.text : ''))
}

function withMore(cell: GridCell | Covered, text: string): GridCell | Covered {
  if (text === '' || 'coveredBy' in cell) return cell
  return { ...cell, text: cell.text === '' ? text : joinLines(cell.text, text) }
}

export function hasSameColumns(a: PdfTable, b: PdfTable): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((x, index) => Math.abs(x - (b.columns[index] ?? Number.NaN)) <= tolerance)
  )
}
