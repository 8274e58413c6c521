import type { CommandContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'
import { isPersonal } from '../registers/columns.ts'
import { Sealed, type Value } from '../registers/record.types.ts'
import type { Register } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import type { SheetLayout } from './imports.schemas.ts'
import type { JudgedRow } from './judge.types.ts'
import type { RowFault } from './row-faults.ts'

/**
 * Keeps what there is to say about rows: faults, doubts, changes. Rows that are new or the same stand in the file alone.
 *
 * Personal data is kept masked here: it is encrypted in the register, and a second copy in clear would undo that.
 */
export async function keepRows(
  { tx, jurisdiction }: Pick<CommandContext, 'tx' | 'jurisdiction'>,
  runId: string,
  register: Register,
  layout: SheetLayout,
  judged: readonly JudgedRow[],
): Promise<void> {
  const told = judged.filter(({ verdict }) => verdict !== 'new' && verdict !== 'same')
  if (told.length === 0) return
  const personal = personalColumns(register, layout)
  const rows = told.map((each) => ({
    row: each.row.row,
    verdict: each.verdict,
    record: each.before?.id ?? null,
    label: each.label,
    written: writtenCells(each, layout, personal),
    faults: each.faults.map((fault) => (isPersonalFault(register, fault) ? { ...fault, value: '＊＊＊' } : fault)),
    changes: each.before === undefined ? null : each.changed.map((field) => changeOf(each, field, register)),
  }))
  await runSql(
    tx,
    `insert into import_row (jurisdiction, run_id, sheet, row_number, verdict, record_id, label, written, faults, changes)
     select $1, $2, $3, "row", verdict, record, label, written, faults, nullif(changes, 'null'::jsonb)
     from jsonb_to_recordset($4::jsonb) as given ("row" bigint, verdict text, record text, label text, written jsonb,
       faults jsonb, changes jsonb)
     on conflict (jurisdiction, run_id, sheet, row_number) do update
       set verdict = excluded.verdict, record_id = excluded.record_id, faults = excluded.faults, changes = excluded.changes`,
    [jurisdiction, runId, layout.sheet, storable(JSON.stringify(rows))],
  )
}

/** NUL is the one character that PostgreSQL's JSON does not take. */
function storable(json: string): string {
  return json.replaceAll('\\u0000', '')
}

function personalColumns(register: Register, { columns }: SheetLayout): ReadonlyMap<number, (text: string) => string> {
  return new Map(
    columns.flatMap(({ index, field: name }) => {
      const field = name === null ? undefined : register.fields.get(name)?.field
      if (field === undefined || field.kind !== 'text' || !isPersonal(field)) return []
      return [[index, (text: string) => mask(text, field.mask)]]
    }),
  )
}

/** The cells as they are written, by the letter of their column. */
function writtenCells(
  { row }: JudgedRow,
  { columns }: SheetLayout,
  personal: ReadonlyMap<number, (text: string) => string>,
): Readonly<Record<string, string>> {
  const written: Record<string, string> = {}
  for (const { index, letter } of columns) {
    const text = row.cells[index]?.text ?? ''
    if (text !== '') written[letter] = (personal.get(index)?.(text) ?? text).slice(0, 2_000)
  }
  return written
}

function isPersonalFault(register: Register, { field: name }: RowFault): boolean {
  const field = name === null ? undefined : register.fields.get(name)?.field
  return field !== undefined && isPersonal(field)
}

function changeOf({ before, values, unitId, expectedOn }: JudgedRow, field: string, register: Register) {
  if (field === 'unitId') return { field, before: before?.unitId ?? null, after: unitId ?? null }
  if (field === 'expectedOn') return { field, before: before?.expectedOn ?? null, after: expectedOn ?? null }
  const declared = register.fields.get(field)?.field
  const shown = (value: Value): unknown => {
    if (value instanceof Sealed) return value.masked
    if (typeof value === 'string' && declared?.kind === 'text' && isPersonal(declared))
      return mask(value, declared.mask)
    return value
  }
  return { field, before: shown(before?.values[field] ?? null), after: shown(values[field] ?? null) }
}
