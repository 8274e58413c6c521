/**
 * How much a file may ask of the reader. Reading keeps a window only, so that the limits are about time, and about what
 * cannot be a table; a file of a million rows with thirty columns stays well below all of them.
 */
export interface TableLimits {
  /** bytes that one member of a workbook may unpack to */
  readonly inflatedBytes: number
  /** and how many times its packed size, beyond the first 64 MB */
  readonly ratio: number
  /** members of the package; drawings and pictures are members as well */
  readonly members: number
  readonly sheets: number
  readonly columns: number
  /** of one cell; Excel itself takes 32,767 */
  readonly cellChars: number
  /** bytes of all texts that cells share */
  readonly sharedBytes: number
  /** characters of one line of text, of one JSON record, of one XML record */
  readonly recordChars: number
}

export const defaultLimits: TableLimits = {
  inflatedBytes: 8 * 1024 ** 3,
  ratio: 400,
  members: 20_000,
  sheets: 200,
  columns: 16_384,
  cellChars: 100_000,
  sharedBytes: 1024 ** 3,
  recordChars: 4 * 1024 * 1024,
}
