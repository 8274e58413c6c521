import type { Localized } from '../errors/define-errors.ts'
import type { ImportFault, SheetLayout } from './imports.schemas.ts'

/** A fault or a doubt of one row, as it is kept with it; sheet and row are those of the row. */
export type RowFault = Omit<ImportFault, 'sheet' | 'row'>

export type SheetColumn = SheetLayout['columns'][number]

/** What is told of a whole row stands in no column. */
export function rowFault(code: string, message: Localized, remedy: Localized): RowFault {
  return { column: '', field: null, value: '', code, message, remedy }
}

export function columnFault(
  column: SheetColumn | undefined,
  field: string | null,
  value: string,
  { code, message, remedy }: { readonly code: string; readonly message: Localized; readonly remedy: Localized },
): RowFault {
  const name = column === undefined ? '' : `${column.letter} ${column.heading}`.trim()
  return { column: name, field, value: value.slice(0, 200), code, message, remedy }
}
