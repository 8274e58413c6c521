import type { Client } from 'pg'

/** A column as the catalogue describes it. */
export interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly generated: boolean
  readonly hasDefault: boolean
}

const typeScriptOf: Readonly<Record<string, string>> = {
  text: 'string',
  _text: 'string[]',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  date: 'string',
  time: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsvector: 'string',
}

/** Every column of the public schema, without the ledger of migrations. */
export async function readColumns(client: Client): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select table_name as "table", column_name as name, udt_name as type, is_nullable = 'YES' as nullable,
      is_generated = 'ALWAYS' as generated, column_default is not null as "hasDefault"
    from information_schema.columns
    where table_schema = 'public' and table_name <> 'qx_migration'
    order by table_name, ordinal_position`)
  return rows
}

/** The tables as TypeScript types for Kysely, printed from the migrated database itself. */
export function printTables(columns: readonly Column[]): string {
  const tables = [...new Set(columns.map((column) => column.table))]
  const interfaces = tables.map((table) => {
    const lines = columns
      .filter((column) => column.table === table)
      .map((column) => `  ${column.name}: ${printType(column)}`)
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}`
  })
  const index = tables.map((table) => `  ${table}: ${pascal(table)}`).join('\n')
  return [
    '// Printed by scripts/generate.ts from the migrated database. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely'",
    "import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'",
    '',
    '/** Objects are handed to the driver as JSON text, and come back parsed. */',
    'type JsonColumn<Nullable> = ColumnType<Json | Nullable, string | Nullable, string | Nullable>',
    'type Instant<Nullable = never> = ColumnType<Date | Nullable, Date | string | Nullable, Date | string | Nullable>',
    '',
    ...interfaces.flatMap((text) => [text, '']),
    `export interface Tables {\n${index}\n}`,
    '',
  ].join('\n')
}

function printType(column: Column): string {
  const nullable = column.nullable ? 'null' : 'never'
  if (column.type === 'jsonb') return `JsonColumn<${nullable}>`
  if (column.type === 'timestamptz') return column.nullable ? 'Instant<null>' : 'Instant'
  const plain = typeScriptOf[column.type]
  if (plain === undefined) throw new Error(`${column.table}.${column.name}: no TypeScript type for ${column.type}`)
  const type = column.nullable ? `${plain} | null` : plain
  if (column.generated) return `ColumnType<${type}, never, never>`
  return column.hasDefault ? `Generated<${type}>` : type
}

function pascal(table: string): string {
  return table.replaceAll(/(^|_)([a-z])/g, (_all, _under, letter: string) => letter.toUpperCase())
}
