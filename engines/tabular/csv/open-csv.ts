import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import { rowsOfPieces } from '../rows-of-pieces.ts'
import type { RowsOptions, Table, TableSource } from '../table.types.ts'
import { CsvParser } from './csv-parser.ts'
import { delimiterOf } from './delimiter.ts'
import { readEncoding } from './text-encoding.ts'
import { textPieces } from './text-pieces.ts'

const sampleChars = 64 * 1024

/**
 * A table in a text file: commas, tabs, semicolons or bars; UTF-8, GB18030 or UTF-16.
 *
 * @throws TableRefused
 */
export async function openCsv(source: TableSource, limits: TableLimits, name: string): Promise<Table> {
  const encoding = await readEncoding(source)
  let bytesRead = 0
  const pieces = () => {
    return textPieces(source, encoding, limits.recordChars, (bytes) => {
      bytesRead = bytes
    })
  }
  const { delimiter, bodyAt } = delimiterOf(await firstText(pieces()))
  const rows = ({ after = 0, chunk = 1_000 }: RowsOptions = {}) => {
    bytesRead = 0
    return rowsOfPieces(without(pieces(), bodyAt), (take) => new CsvParser(delimiter, limits, take), after, chunk)
  }
  const sheet = { name, hidden: false, size: source.size, bytesRead: () => bytesRead, rows }
  return { format: 'csv', encoding, delimiter, from1904: false, sheets: [sheet] }
}

async function firstText(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length >= sampleChars) break
  }
  if (text.trim() === '') throw new TableRefused('empty')
  return text
}

/** Without the characters in which the file names its delimiter. */
async function* without(pieces: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  let left = count
  for await (const piece of pieces) {
    yield left === 0 ? piece : piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}
