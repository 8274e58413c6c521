import type { Records } from '@qiangxian/engines/formula/evaluate'
import { isList, type PlainRecord } from '@qiangxian/engines/formula/span'
import type { Field } from '../registers/field.types.ts'
import type { Register, Registers } from '../registers/registers.ts'
import type { IndicatorCase } from './indicator.types.ts'

/**
 * The records of a declaration's case as formulas read them: links find the record of that name or key, a year stands for
 * its first day, and what is not said is not known. `unitId` and `expectedOn` of a record are its own.
 *
 * @throws RangeError for a register or field that does not exist: a case that says nothing tests nothing
 */
export function caseRecords(given: IndicatorCase['given'], registers: Registers): Records {
  const ids = new Map<string, ReadonlyMap<string, string>>()
  for (const [id, rows] of Object.entries(given)) ids.set(id, namesOf(registers.get(id), rows))
  return new Map(
    Object.entries(given).map(([id, rows]): [string, readonly PlainRecord[]] => {
      const register = registers.get(id)
      return [id, rows.map((row, at) => recordOf(register, row, recordId(id, at), ids))]
    }),
  )
}

type Row = Readonly<Record<string, unknown>>

function recordOf(
  register: Register,
  { unitId = null, expectedOn = null, ...row }: Row,
  id: string,
  ids: ReadonlyMap<string, ReadonlyMap<string, string>>,
): PlainRecord {
  const unknown = Object.keys(row).find((name) => !register.fields.has(name))
  if (unknown !== undefined) throw new RangeError(`${register.id} has no field ${unknown}`)
  const values = [...register.fields].map(([name, { field }]): [string, unknown] => [
    name,
    readValue(field, row[name] ?? null, ids),
  ])
  const title = row[register.declaration.title]
  return {
    id,
    label: typeof title === 'string' ? title : id,
    unitId: unitId as string | null,
    expectedOn: expectedOn as string | null,
    values: Object.fromEntries(values),
  }
}

function readValue(field: Field, value: unknown, ids: ReadonlyMap<string, ReadonlyMap<string, string>>): unknown {
  if (value === null) return null
  switch (field.kind) {
    case 'link':
      return { id: ids.get(field.register)?.get(String(value)) ?? null, name: String(value) }
    case 'links':
      return (isList(value) ? value : [value]).map((name) => ({
        id: ids.get(field.register)?.get(String(name)) ?? null,
        name: String(name),
      }))
    case 'date':
      return typeof value === 'string' ? `${value}-01-01`.slice(0, 'YYYY-MM-DD'.length) : value
    default:
      return value
  }
}

/** Under which names others may mean a record: its title, and its key where that is one field. */
function namesOf(register: Register, rows: readonly Row[]): ReadonlyMap<string, string> {
  const { title, key } = register.declaration
  const fields = key.length === 1 ? [title, ...key] : [title]
  return new Map(
    rows.flatMap((row, at) =>
      fields.flatMap((field): [string, string][] => {
        const name = row[field]
        return typeof name === 'string' ? [[name, recordId(register.id, at)]] : []
      }),
    ),
  )
}

function recordId(register: string, at: number): string {
  return `${register}-${at + 1}`
}
