import { isPersonal } from './columns.ts'
import type { ChoiceHistory, Doubt, Origin, PastRecord, StoredRecord, Value } from './record.types.ts'
import { Sealed } from './record.types.ts'
import type { Register, RegisterField } from './registers.ts'
import { pastColumns, standardColumns } from './standard-columns.ts'

/** A row as the driver hands it over. */
export type Row = Readonly<Record<string, unknown>>

/** All columns of a register's table, without the one that PostgreSQL makes. */
export function columnNames(register: Register): readonly string[] {
  return [...standardColumns.map(({ name }) => name), ...fieldColumns(register).map(({ name }) => name)]
}

export function fieldColumns(register: Register) {
  return [...register.fields.values()].flatMap(({ columns }) => columns)
}

/** The columns that a record is read from; those of the search alone are left out. */
export function readColumns(register: Register, alias: string, kind: 'living' | 'past' = 'living'): string {
  const unread = new Set(['jurisdiction', 'tokens'])
  const names = columnNames(register).filter((name) => !unread.has(name))
  const past = kind === 'past' ? pastColumns.map(({ name }) => name) : []
  return [...names, ...past].map((name) => `${alias}.${name}`).join(', ')
}

/** @param row with the columns of `readColumns` */
export function storedRecord(register: Register, row: Row): StoredRecord {
  const values: Record<string, Value> = {}
  const histories: Record<string, ChoiceHistory> = {}
  for (const field of register.fields.values()) {
    values[field.name] = fieldValue(field, row)
    if (field.field.kind === 'choice' && field.field.history === true) {
      const [, since, history] = field.columns
      histories[field.name] = {
        since: (row[since?.name ?? ''] as string | null) ?? null,
        history: (row[history?.name ?? ''] as ChoiceHistory['history'] | null) ?? [],
      }
    }
  }
  return {
    id: row['id'] as string,
    revision: row['revision'] as number,
    identity: row['identity'] as string,
    unitId: row['unit_id'] as string | null,
    expectedOn: row['expected_on'] as string | null,
    label: row['label'] as string,
    doubts: (row['doubts'] as readonly Doubt[] | null) ?? [],
    digest: row['digest'] as string,
    origin: row['origin'] as Origin,
    runId: row['run_id'] as string | null,
    sheet: row['sheet'] as string | null,
    rowNumber: row['row_number'] as number | null,
    recordedAt: row['recorded_at'] as Date,
    recordedBy: row['recorded_by'] as string,
    act: row['act'] as string,
    reason: row['reason'] as string | null,
    demonstration: row['demonstration'] as boolean,
    values,
    histories,
  }
}

export function pastRecord(register: Register, row: Row): PastRecord {
  return {
    ...storedRecord(register, row),
    replacedAt: row['replaced_at'] as Date,
    endedBy: row['ended_by'] as PastRecord['endedBy'],
    mergedInto: row['merged_into'] as string | null,
    endedByLabel: row['ended_by_label'] as string,
    endedReason: row['ended_reason'] as string | null,
  }
}

function fieldValue({ field, columns }: RegisterField, row: Row): Value {
  const [first, second, third] = columns.map(({ name }) => row[name] ?? null)
  if (field.kind === 'link')
    return first == null ? null : { name: first as string, id: (second ?? null) as string | null }
  if (first == null) return null
  switch (field.kind) {
    case 'text':
      return isPersonal(field) ? new Sealed(second as Uint8Array, first as string, third as string) : (first as string)
    case 'date':
      return second == null ? (first as string) : (first as string).slice(0, dateLength[second as string] ?? 10)
    case 'links': {
      const ids = (second ?? []) as readonly string[]
      return (first as readonly string[]).map((name, at) => ({ name, id: ids[at] || null }))
    }
    case 'point':
      return { longitude: first as number, latitude: second as number }
    default:
      return first as Value
  }
}

const dateLength: Readonly<Record<string, number>> = { day: 10, month: 7, year: 4 }
