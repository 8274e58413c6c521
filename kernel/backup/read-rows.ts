import type { Client } from 'pg'
import { type ColumnShape, quoted, type TableShape } from './table-shapes.ts'

/** How values are written, whatever the server or the role has set; for the transaction. */
export const writingRules = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

const wantedBytes = 4 * 1024 * 1024

/**
 * The rows of a table, one JSON object a line, in the order of its key; in batches of about four megabytes.
 *
 * PostgreSQL writes and reads the JSON itself, so no number passes through ours. A JSON column that is null in SQL is
 * left out of the object, since the JSON value null is something else.
 */
export async function* readRows(
  client: Client,
  shape: TableShape,
  jurisdiction: string | null,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly rows: number }> {
  await client.query(`declare backup_rows no scroll cursor for ${selectOf(shape, jurisdiction)}`)
  let lines: string[] = []
  let size = 0
  // The first fetch is careful: one row may be a whole document. Later ones follow the size of what came.
  for (let count = 50; ; ) {
    const { rows } = await client.query<{ line: string }>(`fetch ${count} from backup_rows`)
    const fetched = rows.reduce((sum, { line }) => sum + Buffer.byteLength(line) + 1, 0)
    for (const { line } of rows) lines.push(line)
    size += fetched
    const isLast = rows.length < count
    if (lines.length > 0 && (isLast || size >= wantedBytes)) {
      yield { bytes: Buffer.from(`${lines.join('\n')}\n`), rows: lines.length }
      lines = []
      size = 0
    }
    if (isLast) break
    count = Math.max(1, Math.min(1_000, Math.floor((wantedBytes / 4 / fetched) * rows.length)))
  }
  await client.query('close backup_rows')
}

function selectOf({ name, columns, key, isTenant }: TableShape, jurisdiction: string | null): string {
  const list = columns.map((column) => quoted(column.name)).join(', ')
  const nullable = columns
    .filter(isJson)
    .map((column) => `case when r.${quoted(column.name)} is null then ${literal(column.name)} end`)
  const without = nullable.length === 0 ? '' : ` - array_remove(array[${nullable.join(', ')}]::text[], null)`
  const where = isTenant ? `where jurisdiction = ${literal(jurisdiction ?? '')}` : ''
  return `select (to_jsonb(r)${without})::text as line from (select ${list} from ${quoted(name)} ${where}) r
    order by ${key.map((column) => `r.${quoted(column.name)}${column.type === 'text' ? ' collate "C"' : ''}`).join(', ')}`
}

export function isJson({ type }: ColumnShape): boolean {
  return type === 'jsonb' || type === 'json'
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
