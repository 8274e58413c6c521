import type { Cell, RowsOptions, TableRow } from './table.types.ts'

/** A record as it is read: what stands under which heading. */
export type FlatRecord = ReadonlyMap<string, Cell>

const mostHeadings = 5_000

/**
 * Records under headings, as rows of a table: the headings are row 1. All records are passed over once to know the
 * headings, so that one that only the last record has is there as well.
 */
export class RecordRows {
  private readonly pass: () => AsyncIterable<readonly FlatRecord[]>
  private headings: Promise<ReadonlyMap<string, number>> | undefined

  constructor(pass: () => AsyncIterable<readonly FlatRecord[]>) {
    this.pass = pass
  }

  async *rows({ after = 0, chunk = 1_000 }: RowsOptions = {}): AsyncGenerator<readonly TableRow[]> {
    this.headings ??= this.collect()
    const columns = await this.headings
    let ready: TableRow[] = after < 1 ? [headRow([...columns.keys()])] : []
    let row = 1
    for await (const records of this.pass()) {
      for (const record of records) {
        row += 1
        if (row <= after || record.size === 0) continue
        const cells = new Array<Cell | undefined>(columns.size).fill(undefined)
        for (const [heading, cell] of record) {
          const column = columns.get(heading)
          if (column !== undefined) cells[column] = cell
        }
        ready.push({ row, cells })
        if (ready.length < chunk) continue
        yield ready
        ready = []
      }
    }
    if (ready.length > 0) yield ready
  }

  private async collect(): Promise<ReadonlyMap<string, number>> {
    const columns = new Map<string, number>()
    for await (const records of this.pass()) {
      for (const record of records) {
        for (const heading of record.keys()) {
          if (!columns.has(heading) && columns.size < mostHeadings) columns.set(heading, columns.size)
        }
      }
    }
    return columns
  }
}

function headRow(headings: readonly string[]): TableRow {
  return { row: 1, cells: headings.map((text) => ({ kind: 'text', text, number: null, merged: false })) }
}
