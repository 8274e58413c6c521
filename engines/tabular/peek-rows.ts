import type { TableRow, TableSheet } from './table.types.ts'

/**
 * The first rows of a sheet in which something stands.
 *
 * @throws TableRefused
 */
export async function peekRows(sheet: TableSheet, most = 60): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  for await (const chunk of sheet.rows({ chunk: most })) {
    rows.push(...chunk)
    if (rows.length >= most) break
  }
  return rows.slice(0, most)
}
