/**
 * Tables as files bring them: workbooks, delimited text, JSON and WIPO ST.96, read alike.
 *
 * Terminology:
 * - a *source* 来源 is the bytes of a file, asked for piece by piece;
 * - a *sheet* 工作表 is one table of a file; everything but a workbook has exactly one;
 * - a *row* is numbered as the spreadsheet shows it, from 1; rows in which nothing stands are left out;
 * - a *cell* is what a person sees, with the number behind it where there is one.
 */

/** Bytes that can be asked for anywhere: a ZIP is read from its end. Fewer bytes than asked for come at the end only. */
export interface TableSource {
  readonly size: number
  read(position: number, length: number): Promise<Uint8Array>
}

export type TableFormat = 'xlsx' | 'csv' | 'json' | 'st96'

/** error: #REF!, #N/A, or a formula whose result no program has computed */
export type CellKind = 'text' | 'number' | 'date' | 'percent' | 'flag' | 'error'

export interface Cell {
  readonly kind: CellKind
  /** as a person sees it: `2024-06-12` (`2024-06` where the format shows no day), `45%`, 是, `#REF!` */
  readonly text: string
  /** number: itself · date: the serial of the workbook · percent: 45 for 45 % · else null */
  readonly number: number | null
  /** taken from the first cell of the merged range in which this one stands */
  readonly merged: boolean
}

export interface TableRow {
  readonly row: number
  /** by column, from 0; a hole is a cell in which nothing stands */
  readonly cells: readonly (Cell | undefined)[]
}

export interface RowsOptions {
  /** rows up to and with this one are passed over without being built */
  readonly after?: number
  /** rows handed over at once; 1,000 unless it says otherwise */
  readonly chunk?: number
}

export interface TableSheet {
  readonly name: string
  readonly hidden: boolean
  /** bytes of the source that belong to it */
  readonly size: number
  /** how many of them the pass in hand has read */
  bytesRead(): number
  /**
   * The rows, from the first; may be called again, one pass at a time.
   *
   * @throws TableRefused where the file turns out to be broken or out of all proportion
   */
  rows(options?: RowsOptions): AsyncIterable<readonly TableRow[]>
}

export interface Table {
  readonly format: TableFormat
  /** of text: utf-8, gb18030, utf-16le, utf-16be */
  readonly encoding: string | null
  readonly delimiter: string | null
  /** serials of dates count from 1904 */
  readonly from1904: boolean
  readonly sheets: readonly TableSheet[]
}

export interface Words {
  readonly zh: string
  readonly en: string
}
