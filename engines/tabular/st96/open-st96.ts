import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import { type FlatRecord, RecordRows } from '../rows-of-records.ts'
import { sourcePieces } from '../source-pieces.ts'
import type { Table, TableSource } from '../table.types.ts'
import { xmlText } from '../xml/xml-text.ts'
import { st96Scanner } from './st96-records.ts'

/**
 * Bibliographic data in WIPO ST.96.
 *
 * @throws TableRefused `otherXml` where no element stands in a bag of its name
 */
export async function openSt96(source: TableSource, limits: TableLimits, name: string): Promise<Table> {
  let bytesRead = 0
  async function* pass(): AsyncGenerator<readonly FlatRecord[]> {
    let ready: FlatRecord[] = []
    let found = false
    let read = 0
    const scanner = st96Scanner(limits.recordChars, (record) => ready.push(record))
    for await (const text of xmlText(counted(), limits.recordChars)) {
      scanner.write(text)
      if (ready.length === 0) continue
      found = true
      yield ready
      ready = []
    }
    scanner.end()
    if (ready.length > 0) yield ready
    else if (!found) throw new TableRefused('otherXml')
    async function* counted() {
      for await (const piece of sourcePieces(source, 0, source.size)) {
        read += piece.length
        bytesRead = read
        yield piece
      }
    }
  }
  const table = new RecordRows(pass)
  const sheet = {
    name,
    hidden: false,
    size: source.size,
    bytesRead: () => bytesRead,
    rows: (options = {}) => table.rows(options),
  }
  return { format: 'st96', encoding: 'utf-8', delimiter: null, from1904: false, sheets: [sheet] }
}
