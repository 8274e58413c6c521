import type { Client } from 'pg'
import { isJson } from './read-rows.ts'
import { quoted, type TableShape } from './table-shapes.ts'

/**
 * Inserts the rows of one part, as `readRows` wrote them.
 *
 * @returns how many
 */
export async function loadRows(client: Client, shape: TableShape, lines: string): Promise<number> {
  const rows = `[${lines.trimEnd().replaceAll('\n', ',')}]`
  const { rowCount } = await client.query(insertOf(shape), [rows])
  return rowCount ?? 0
}

function insertOf({ name, columns }: TableShape): string {
  const list = columns.map((column) => quoted(column.name)).join(', ')
  const values = columns.map((column) =>
    isJson(column) ? `(l.value -> '${column.name.replaceAll("'", "''")}')::${column.type}` : `r.${quoted(column.name)}`,
  )
  return `insert into ${quoted(name)} (${list})
    select ${values.join(', ')}
    from jsonb_array_elements($1::jsonb) l (value), jsonb_populate_record(null::${quoted(name)}, l.value) r`
}
