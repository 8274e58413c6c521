import type { Cell, TableRow } from '../table.types.ts'
import type { MergedRange } from './merged-ranges.ts'

/**
 * Gives every cell of a merged range what stands in its first one, row by row as they come. A row in which nothing
 * stands of its own stays blank.
 */
export class MergedFiller {
  private readonly ranges: readonly MergedRange[]
  private next = 0
  private active: { range: MergedRange; cell: Cell | undefined }[] = []

  constructor(ranges: readonly MergedRange[]) {
    this.ranges = ranges
  }

  fill(row: TableRow): TableRow {
    for (let range = this.ranges[this.next]; range !== undefined && range.fromRow <= row.row; ) {
      // Of a range whose first row is blank nothing is known.
      if (range.fromRow === row.row) this.active.push({ range, cell: row.cells[range.fromColumn] })
      this.next += 1
      range = this.ranges[this.next]
    }
    if (this.active.length === 0) return row
    this.active = this.active.filter(({ range }) => range.toRow >= row.row)
    if (this.active.length === 0) return row
    const cells = [...row.cells]
    for (const { range, cell } of this.active) {
      if (cell === undefined) continue
      const filled = { ...cell, merged: true }
      for (let column = range.fromColumn; column <= range.toColumn; column += 1) {
        if (range.fromRow === row.row && column === range.fromColumn) continue
        while (cells.length < column) cells.push(undefined)
        cells[column] ??= filled
      }
    }
    return { row: row.row, cells }
  }
}
