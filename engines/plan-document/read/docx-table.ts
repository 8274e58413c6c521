import type { Covered, Grid, GridCell } from './source-writer.ts'
import { childOf, childValue, elementsOf, type XmlElement } from './xml-tree.ts'

/** Word draws at most 63 columns; a span beyond that is an error or an attack. */
const mostColumns = 64

/** Wrappers around rows and cells that change nothing of their content. */
const transparent: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/**
 * The cells of a table with merged cells spread over the places they cover: across by `gridSpan`, down by `vMerge`.
 *
 * @param readCell called once for each cell that is printed, in reading order
 */
export function readTableGrid(table: XmlElement, readCell: (cell: XmlElement) => GridCell): Grid {
  const grid: (GridCell | Covered)[][] = []
  for (const row of unwrapped(table, 'w:tr')) {
    const properties = childOf(row, 'w:trPr')
    if (childOf(properties, 'w:del') !== undefined) continue
    const above = grid[grid.length - 1]
    const line: (GridCell | Covered)[] = []
    const skipped = Math.min(count(childValue(properties, 'w:gridBefore'), 0), mostColumns)
    for (let i = 0; i < skipped; i += 1) line.push({ text: '', inner: [] })
    for (const cell of unwrapped(row, 'w:tc')) {
      const cellProperties = childOf(cell, 'w:tcPr')
      if (childOf(cellProperties, 'w:cellDel') !== undefined) continue
      const column = line.length
      if (column >= mostColumns) break
      const owner = ownerOf(cellProperties, above, line, grid.length, column)
      line.push(owner ?? readCell(cell))
      const wide = Math.min(count(childValue(cellProperties, 'w:gridSpan'), 1), mostColumns - column)
      for (let i = 1; i < wide; i += 1) line.push(owner ?? { coveredBy: [grid.length, column] })
    }
    grid.push(line)
  }
  return grid
}

/** The cell that covers this place, or undefined where the place has its own. */
function ownerOf(
  properties: XmlElement | undefined,
  above: readonly (GridCell | Covered)[] | undefined,
  line: readonly (GridCell | Covered)[],
  row: number,
  column: number,
): Covered | undefined {
  if (continues(properties, 'w:vMerge')) {
    const upper = above?.[column]
    if (upper !== undefined) return 'coveredBy' in upper ? upper : { coveredBy: [row - 1, column] }
  }
  if (continues(properties, 'w:hMerge')) {
    const left = line[column - 1]
    if (left !== undefined) return 'coveredBy' in left ? left : { coveredBy: [row, column - 1] }
  }
  return undefined
}

function continues(properties: XmlElement | undefined, merge: 'w:vMerge' | 'w:hMerge'): boolean {
  const element = childOf(properties, merge)
  return element !== undefined && (element.attributes.get('w:val') ?? 'continue') === 'continue'
}

function count(value: string | undefined, otherwise: number): number {
  const parsed = Number(value)
  return Number.isSafeInteger(parsed) && parsed >= otherwise ? parsed : otherwise
}

function* unwrapped(parent: XmlElement, name: 'w:tr' | 'w:tc'): Generator<XmlElement> {
  for (const child of elementsOf(parent)) {
    if (child.name === name) yield child
    else if (transparent.has(child.name)) yield* unwrapped(child, name)
  }
}

/** The only cell of a table that is a mere frame around text (版头 and boxes are often drawn so), or undefined. */
export function onlyCellOf(table: XmlElement): XmlElement | undefined {
  const rows = [...unwrapped(table, 'w:tr')]
  const [row] = rows
  if (row === undefined || rows.length > 1) return undefined
  const cells = [...unwrapped(row, 'w:tc')]
  return cells.length === 1 ? cells[0] : undefined
}
