import { readEncoding } from '../csv/text-encoding.ts'
import { textPieces } from '../csv/text-pieces.ts'
import type { TableLimits } from '../limits.ts'
import { type FlatRecord, RecordRows } from '../rows-of-records.ts'
import { sourcePieces } from '../source-pieces.ts'
import type { Table, TableSource } from '../table.types.ts'
import { flattenRecord } from './flatten-record.ts'
import { JsonRecords } from './json-records.ts'

/**
 * Records in JSON: an array of objects, an object with such an array, or one object a line (JSON Lines).
 *
 * @throws TableRefused
 */
export async function openJson(source: TableSource, limits: TableLimits, name: string): Promise<Table> {
  const encoding = await readEncoding(source)
  let bytesRead = 0
  const onRead = (bytes: number) => {
    bytesRead = bytes
  }
  const pieces = () => {
    // One record may be one line of many megabytes, and the whole array one line of a gigabyte.
    return encoding === 'utf-8'
      ? utf8Pieces(source, onRead)
      : textPieces(source, encoding, Number.MAX_SAFE_INTEGER, onRead)
  }
  async function* pass(): AsyncGenerator<readonly FlatRecord[]> {
    let ready: FlatRecord[] = []
    const records = new JsonRecords(limits.recordChars, (record) => ready.push(flattenRecord(record)))
    for await (const piece of pieces()) {
      records.write(piece)
      if (ready.length === 0) continue
      yield ready
      ready = []
    }
    records.end()
    if (ready.length > 0) yield ready
  }
  const table = new RecordRows(pass)
  const sheet = {
    name,
    hidden: false,
    size: source.size,
    bytesRead: () => bytesRead,
    rows: (options = {}) => table.rows(options),
  }
  return { format: 'json', encoding, delimiter: null, from1904: false, sheets: [sheet] }
}

async function* utf8Pieces(source: TableSource, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let read = 0
  for await (const bytes of sourcePieces(source, 0, source.size)) {
    read += bytes.length
    onRead(read)
    yield decoder.decode(bytes, { stream: true })
  }
}
