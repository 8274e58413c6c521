import type { Client } from 'pg'
import { wallAround } from '../database/migrate.ts'
import { createTable } from '../registers/tables/create-table.ts'
import type { TableShape as RegisterShape } from '../registers/tables/table-shape.ts'
import { backupErrors } from './backup-errors.ts'
import { shapeOf, type TableShape } from './table-shapes.ts'

/**
 * The tables of registers are made from declarations and not by migrations; the ledger `register_table` says which there
 * are and what they were made for. It stands in the archive before them, so a restore makes them from it.
 */
export async function registerTableShapes(client: Client): Promise<readonly TableShape[]> {
  const shapes: TableShape[] = []
  for (const { table } of await ledgerOf(client)) {
    for (const name of [table, `${table}_past`]) {
      const shape = await shapeOf(client, name, 'tenant')
      if (shape !== undefined) shapes.push(shape)
    }
  }
  return shapes
}

/**
 * Makes the tables that a restored ledger speaks of. The ledger comes from a file that anybody may have written, so only
 * names and types that a declaration could give become SQL; indexes are made by the next start, which knows them.
 *
 * @throws backup.otherRows when the ledger holds anything else
 */
export async function makeTablesOfLedger(client: Client): Promise<void> {
  for (const { table, shape } of await ledgerOf(client)) {
    if (!isName(table) || !isPlain(shape)) throw backupErrors.otherRows({ table: 'register_table' })
    const pastTable = `${table}_past`
    await client.query(createTable({ table, pastTable }, { ...shape, indexes: {} }))
    await client.query(wallAround(table, 'tenant', {}))
    await client.query(
      wallAround(pastTable, 'tenant', { appendOnly: [pastTable], removableDemonstration: [pastTable] }),
    )
  }
}

/** Says in the ledger that the indexes are still to be made. After the rows were compared with the archive. */
export async function leaveIndexesToTheNextStart(client: Client): Promise<void> {
  if (await hasLedger(client)) {
    await client.query(`update register_table set shape = jsonb_set(shape, '{indexes}', '{}')`)
  }
}

interface LedgerRow {
  readonly table: string
  readonly shape: RegisterShape
}

async function ledgerOf(client: Client): Promise<readonly LedgerRow[]> {
  if (!(await hasLedger(client))) return []
  const { rows } = await client.query<LedgerRow>(
    'select table_name as "table", shape from register_table order by table_name collate "C"',
  )
  return rows
}

async function hasLedger(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('register_table') is not null as there`)
  return rows[0]?.there === true
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && /^[a-z][a-z0-9_]{0,57}$/.test(name)
}

const types = new Set(['text', 'text[]', 'bigint', 'numeric', 'boolean', 'date', 'bytea', 'jsonb'])

function isPlain(shape: unknown): shape is RegisterShape {
  const fields = (shape as { fields?: unknown } | null)?.fields
  if (typeof fields !== 'object' || fields === null) return false
  return Object.values(fields).every(
    (columns: unknown) =>
      Array.isArray(columns) &&
      columns.every((column) => Array.isArray(column) && isName(column[0]) && types.has(String(column[1]))),
  )
}
