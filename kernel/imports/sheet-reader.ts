import { type CellReading, cellReader } from '@qiangxian/engines/tabular/cell-reader'
import { rowJudge } from '@qiangxian/engines/tabular/judge-row'
import type { Cell, Table, TableRow } from '@qiangxian/engines/tabular/table.types'
import type { Register } from '../registers/registers.ts'
import type { SheetLayout } from './imports.schemas.ts'
import { importableFields } from './recognise-sheets.ts'
import { columnFault, type RowFault, type SheetColumn } from './row-faults.ts'

/** A row of a file, its cells read as the fields of their columns; whether the values will do is asked later. */
export interface ReadRow {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly (Cell | undefined)[]
  /** field → value as it stands; what is blank is not here, for a blank cell says nothing */
  readonly given: Readonly<Record<string, unknown>>
  readonly faults: readonly RowFault[]
}

export interface SheetReader {
  readonly layout: SheetLayout
  /** the columns that are taken, by their field */
  readonly columns: ReadonlyMap<string, SheetColumn>
  /** undefined for totals, notes, repeated heads and whatever else is no record */
  read(row: TableRow): ReadRow | undefined
}

/** How the rows of a sheet are read, found out once. */
export function sheetReader(
  register: Register,
  layout: SheetLayout,
  table: Pick<Table, 'format' | 'from1904'>,
): SheetReader {
  const fields = importableFields(register)
  const judge = rowJudge(layout)
  const columns = layout.columns.flatMap((column) => {
    const field = column.field === null ? undefined : fields.get(column.field)
    if (field === undefined || column.field === null) return []
    return [
      {
        column,
        name: column.field,
        read: cellReader(field, column.heading, { from1904: table.from1904, format: table.format }),
      },
    ]
  })
  const lastHeadRow = layout.headRow + layout.headRows - 1
  return {
    layout,
    columns: new Map(columns.map(({ name, column }) => [name, column])),
    read: (row) => {
      if (row.row <= lastHeadRow || judge(row) !== 'data') return undefined
      const given: Record<string, unknown> = {}
      const faults: RowFault[] = []
      for (const { column, name, read } of columns) {
        const cell = row.cells[column.index]
        const reading: CellReading = read(cell)
        if (reading.outcome === 'value') given[name] = reading.value
        else if (reading.outcome === 'fault') faults.push(columnFault(column, name, cell?.text ?? '', reading.fault))
      }
      return { sheet: layout.sheet, row: row.row, cells: row.cells, given, faults }
    },
  }
}
