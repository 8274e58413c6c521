import type { TableRow } from './table.types.ts'

/** Something that takes text as it comes, and hands over rows. */
interface RowScanner {
  write(piece: string): void
  end(): void
}

/** Rows in chunks, as a scanner makes them of the pieces of a file. */
export async function* rowsOfPieces(
  pieces: AsyncIterable<string>,
  scannerFor: (take: (row: TableRow) => void) => RowScanner,
  after: number,
  chunk: number,
): AsyncGenerator<readonly TableRow[]> {
  let ready: TableRow[] = []
  const scanner = scannerFor((row) => {
    if (row.row > after) ready.push(row)
  })
  for await (const piece of pieces) {
    scanner.write(piece)
    for (let at = 0; at + chunk <= ready.length; at += chunk) yield ready.slice(at, at + chunk)
    ready = ready.slice(ready.length - (ready.length % chunk))
  }
  scanner.end()
  for (let at = 0; at < ready.length; at += chunk) yield ready.slice(at, at + chunk)
}
