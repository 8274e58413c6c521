import { columnsOf } from '../columns.ts'
import type { RegisterDeclaration } from '../register.types.ts'
import type { Register } from '../registers.ts'

/** What the table of a register was made for: the ledger keeps it, and the next start compares. */
export interface TableShape {
  /** raised when this program makes the tables of all registers otherwise */
  readonly format: number
  /** field → its columns with their types, in their order: the ledger is JSON that keeps no order of names */
  readonly fields: Readonly<Record<string, readonly ColumnShape[]>>
  /** name → what follows `create index … on table` */
  readonly indexes: Readonly<Record<string, string>>
}

export type ColumnShape = readonly [name: string, type: string]

const format = 2

export function shapeOf(register: Register): TableShape {
  const fields = [...register.fields.values()].map(({ name, columns }): [string, readonly ColumnShape[]] => [
    name,
    columns.map((column) => [column.name, column.type]),
  ])
  return { format, fields: Object.fromEntries(fields), indexes: indexesOf(register) }
}

/**
 * The indexes of a register's table: what records are told apart by, the unit, links (so that a record finds what hangs
 * on it), days and choices that lists sort and filter by, the order of names, and search.
 *
 * An index costs every write: only what the list shows from the beginning has one.
 */
function indexesOf({ table, fields, declaration }: Register): Readonly<Record<string, string>> {
  const indexes: Record<string, string> = {
    [`${table}_unit`]: '(jurisdiction, unit_id, id)',
    [`${table}_name`]: '(jurisdiction, pinyin, id)',
    [`${table}_search`]: 'using gin (search) with (gin_pending_list_limit = 16384)',
  }
  const sorted = sortedFields(declaration)
  for (const { name, field, columns } of fields.values()) {
    const [first] = columns
    if (first === undefined) continue
    if (field.kind === 'link') indexes[`${table}_${columns[1]?.name}`] = `(jurisdiction, ${columns[1]?.name})`
    else if (field.kind === 'links') indexes[`${table}_${columns[1]?.name}`] = `using gin (${columns[1]?.name})`
    else if (first.name.endsWith('_blind')) indexes[`${table}_${first.name}`] = `(jurisdiction, ${first.name})`
    else if (sorted.has(name)) indexes[`${table}_${first.name}`] = `(jurisdiction, ${first.name}, id)`
  }
  return indexes
}

/** Fields with an index of their own for sorting and filtering. */
export function sortedFields(declaration: RegisterDeclaration): ReadonlySet<string> {
  const { validity, columns, fields } = declaration
  const days = validity === undefined ? [] : [validity.from, ...validity.until.slice(0, 1)]
  const shown = columns.filter((name) => {
    const field = fields[name]
    return field !== undefined && sortable.has(field.kind) && columnsOf(name, field).length > 0
  })
  return new Set([...days, ...shown])
}

const sortable: ReadonlySet<string> = new Set(['date', 'choice', 'integer', 'decimal', 'money', 'share'])
