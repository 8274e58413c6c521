import type { Client } from 'pg'
import type { Migration, Placement } from '../database/migrate.ts'

export interface TableShape {
  readonly name: string
  /** whether its rows belong to a jurisdiction each */
  readonly isTenant: boolean
  /** without those that PostgreSQL computes by itself */
  readonly columns: readonly ColumnShape[]
  /** of the primary key, in its order */
  readonly key: readonly ColumnShape[]
}

export interface ColumnShape {
  readonly name: string
  /** as PostgreSQL writes it: `text`, `timestamp with time zone` */
  readonly type: string
}

/**
 * The tables of these migrations as they stand in the database, in the order in which they were created. A table that
 * a later migration took away is not among them.
 */
export async function shapesOf(client: Client, migrations: readonly Migration[]): Promise<readonly TableShape[]> {
  const shapes: TableShape[] = []
  for (const { tables } of [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const [name, placement] of Object.entries(tables)) {
      const shape = await shapeOf(client, name, placement)
      if (shape !== undefined) shapes.push(shape)
    }
  }
  return shapes
}

export async function shapeOf(client: Client, name: string, placement: Placement): Promise<TableShape | undefined> {
  const { rows } = await client.query<{ name: string; type: string; place: number | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       array_position(i.indkey::int2[], a.attnum) as place
     from pg_attribute a
     left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
     where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by a.attnum`,
    [name],
  )
  if (rows.length === 0) return undefined
  const key = rows.filter(({ place }) => place !== null).sort((a, b) => Number(a.place) - Number(b.place))
  // Without a key the order of rows, and with it the digest, would be a matter of chance.
  if (key.length === 0) throw new Error(`table ${name} has no primary key`)
  return { name, isTenant: placement === 'tenant', columns: rows, key }
}

/** References that point at rows which are loaded later: at the same table, or at one further down the list. */
export interface ForwardReference {
  readonly table: string
  readonly constraint: string
}

export async function forwardReferences(
  client: Client,
  shapes: readonly TableShape[],
): Promise<readonly ForwardReference[]> {
  const { rows } = await client.query<{ table: string; target: string; constraint: string }>(
    `select c.conrelid::regclass::text as table, c.confrelid::regclass::text as target, c.conname as constraint
     from pg_constraint c
     where c.contype = 'f' and not c.condeferrable and c.conrelid = any ($1::text[]::regclass[])`,
    [shapes.map(({ name }) => name)],
  )
  const place = (name: string) => shapes.findIndex((shape) => shape.name === name)
  return rows.filter(({ table, target }) => place(target) >= place(table))
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
