import { setImmediate } from 'node:timers/promises'
import type { Register } from '../registers/registers.ts'
import type { OpenedFile } from './open-run-file.ts'
import type { RunRow } from './run.ts'
import { type ReadRow, type SheetReader, sheetReader } from './sheet-reader.ts'

/** Rows of one sheet that are dealt with together. */
export interface Chunk {
  readonly reader: SheetReader
  /** the place of the sheet in the file */
  readonly sheetNumber: number
  readonly rows: readonly ReadRow[]
  /** the last row that was looked at, also one that is no record */
  readonly lastRow: number
  /** bytes of the file read by then */
  readonly bytesDone: number
}

export interface PassOptions {
  /** most rows of a chunk */
  readonly rows: number
  /** begins after this row: the one where a run broke off */
  readonly after?: { readonly sheet: string; readonly row: number }
}

/** rows after which others get their turn: some milliseconds */
const rowsABreath = 200

/** Reads the rows of all sheets that are taken, in chunks, once from the beginning or from where a run broke off. */
export async function* passOver(
  { table }: OpenedFile,
  register: Register,
  run: Pick<RunRow, 'mapping'>,
  { rows: mostRows, after }: PassOptions,
): AsyncGenerator<Chunk> {
  let bytesBefore = 0
  let isReached = after === undefined
  for (const [sheetNumber, sheet] of table.sheets.entries()) {
    const layout = run.mapping[sheetNumber]
    if (layout === undefined || !layout.taken || layout.sheet !== sheet.name) continue
    const beginsHere = !isReached && after?.sheet === sheet.name
    if (!isReached && !beginsHere) {
      bytesBefore += sheet.size
      continue
    }
    isReached = true
    const reader = sheetReader(register, layout, table)
    let rows: ReadRow[] = []
    let lastRow = 0
    const chunk = (): Chunk => {
      const made = { reader, sheetNumber, rows, lastRow, bytesDone: bytesBefore + sheet.bytesRead() }
      rows = []
      return made
    }
    for await (const part of sheet.rows(beginsHere && after !== undefined ? { after: after.row } : {})) {
      for (const [at, tableRow] of part.entries()) {
        if (at % rowsABreath === rowsABreath - 1) await setImmediate()
        lastRow = tableRow.row
        const row = reader.read(tableRow)
        if (row !== undefined && rows.push(row) >= mostRows) yield chunk()
      }
    }
    if (rows.length > 0) yield chunk()
    bytesBefore += sheet.size
  }
}

/** Bytes of the sheets that are taken. */
export function bytesOf({ table }: OpenedFile, { mapping }: Pick<RunRow, 'mapping'>): number {
  return table.sheets.reduce((sum, sheet, at) => sum + (mapping[at]?.taken === true ? sheet.size : 0), 0)
}
