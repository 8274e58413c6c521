import { notesSheets } from '@qiangxian/engines/tabular/head/reserved-headings'
import { type CsvValue, writeCsv } from '@qiangxian/engines/tabular/write-csv'
import { type CellPlan, type RowPlan, type SheetPlan, writeWorkbook } from '@qiangxian/engines/tabular/write-workbook'
import type { QueryContext } from '../../operations/context.ts'
import { isPersonal } from '../columns.ts'
import { listForExport, type Selection } from '../list-records.ts'
import { lookUp, type PointedAt, presentValue } from '../present-records.ts'
import type { StoredRecord, Value } from '../record.types.ts'
import type { Register, Registers } from '../registers.ts'
import type { Sight } from '../sight.ts'
import { cellOfValue, plainOfValue } from './cell-of-value.ts'
import { selectionWords } from './selection-words.ts'
import { exportHeading, type SheetColumn, sheetColumns, unitOf } from './sheet-columns.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'json'

export interface ExportAsked extends Selection {
  readonly sort?: string | undefined
}

/** Everything that an export needs to know. */
interface Exporting {
  readonly context: QueryContext
  readonly registers: Registers
  readonly register: Register
  readonly sight: Sight
  readonly asked: ExportAsked
  readonly columns: readonly SheetColumn[]
}

/**
 * The records that are selected, as far as the reader sees them, in a file that can be imported again: nothing changes
 * then. Personal data is masked, and its columns are not taken back.
 *
 * It is written as it is read, page by page; the transaction must stay open until the last byte was taken.
 *
 * - xlsx: the records, and a sheet that says which they are, as of which day, in which units
 * - csv: the records alone, for Excel
 * - json: `{ register, asOf, selection, records: […] }`, values as over HTTP
 */
export function exportRecords(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  asked: ExportAsked,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const columns = sheetColumns(register).filter(({ name }) => sight.fields.has(name) || !register.fields.has(name))
  const exporting = { context, registers, register, sight, asked, columns }
  switch (format) {
    case 'xlsx':
      return writeWorkbook(workbookOf(exporting))
    case 'csv':
      return writeCsv(csvRows(exporting), codeColumns(columns))
    case 'json':
      return jsonOf(exporting)
  }
}

async function* pages(exporting: Exporting): AsyncGenerator<readonly [StoredRecord, PointedAt][]> {
  const { context, registers, register, sight, asked } = exporting
  for await (const records of listForExport(context, registers, register, sight, asked)) {
    const pointedAt = await lookUp(context, register, records)
    yield records.map((record) => [record, pointedAt])
  }
}

function recordedValue(record: StoredRecord, name: string): Value {
  if (name === 'unitId') return record.unitId
  return name === 'expectedOn' ? record.expectedOn : (record.values[name] ?? null)
}

async function* workbookOf(exporting: Exporting): AsyncGenerator<SheetPlan> {
  const { register, columns } = exporting
  const counted = { rows: 0 }
  yield {
    name: register.declaration.label,
    frozenRows: 1,
    columns: columns.map(({ width, style }) => ({ width, style })),
    rows: rowsOf(exporting, counted),
  }
  yield await explanation(exporting, counted.rows)
}

async function* rowsOf(exporting: Exporting, counted: { rows: number }): AsyncGenerator<RowPlan> {
  const { columns } = exporting
  yield columns.map((column): CellPlan => ({ value: exportHeading(column), style: 'plainHead' }))
  for await (const page of pages(exporting)) {
    counted.rows += page.length
    for (const [record, pointedAt] of page) {
      yield columns.map(({ name, field }) => cellOfValue(field, recordedValue(record, name), pointedAt))
    }
  }
}

async function explanation(exporting: Exporting, rows: number): Promise<SheetPlan> {
  const { context, register, asked, columns } = exporting
  const { declaration } = register
  const unit = await unitName(exporting)
  const units = columns.flatMap(({ field }) => {
    const counted = unitOf(field)
    return counted === undefined ? [] : [`${field.label}：${counted}`]
  })
  const masked = columns.filter(({ field }) => isPersonal(field)).map(({ field }) => field.label)
  const lines: readonly (readonly [string, string])[] = [
    ['名录', declaration.label],
    ['内容', declaration.about],
    ['依据', declaration.source],
    ['范围', selectionWords(register, asked, unit)],
    ['截至', asked.asOf === undefined ? `${context.today}（导出时）` : `${asked.asOf} 日终时的登记情况`],
    ['记录数', `${rows} ${declaration.countUnit}`],
    ['计量单位', units.length === 0 ? '—' : units.join('；')],
    ...(masked.length === 0 ? [] : ([['脱敏', `${masked.join('、')}只显示一部分，再导入时不会改动原值。`]] as const)),
    ['导出人', context.actor.label],
    ['导出时间', `${context.now.toISOString().slice(0, 19)}Z`],
  ]
  return {
    name: notesSheets.export,
    columns: [
      { width: 14, style: 'plainHead' },
      { width: 100, style: 'words' },
    ],
    rows: lines,
  }
}

async function unitName({ context, register, asked }: Exporting): Promise<string | undefined> {
  if (asked.unit === undefined || asked.unit === 'none') return undefined
  const { units } = await lookUp(context, register, [{ unitId: asked.unit, values: {} }])
  return units.get(asked.unit)?.name
}

async function* csvRows(exporting: Exporting): AsyncGenerator<readonly CsvValue[]> {
  const { columns } = exporting
  yield columns.map(exportHeading)
  for await (const page of pages(exporting)) {
    for (const [record, pointedAt] of page) {
      yield columns.map(({ name, field }) => plainOfValue(field, recordedValue(record, name), pointedAt))
    }
  }
}

/** Columns of codes: their digits must not be taken for numbers. */
function codeColumns(columns: readonly SheetColumn[]): ReadonlySet<number> {
  return new Set(
    columns.flatMap(({ field }, index) => ('format' in field && field.format !== undefined ? [index] : [])),
  )
}

async function* jsonOf(exporting: Exporting): AsyncGenerator<Uint8Array> {
  const { context, register, asked, columns } = exporting
  const about = {
    register: register.id,
    label: register.declaration.label,
    asOf: asked.asOf ?? context.today,
    selection: selectionWords(register, asked, await unitName(exporting)),
    exportedAt: context.now.toISOString(),
  }
  // Masked values are no values, and would be taken for them.
  const given = columns.filter(({ field }) => !isPersonal(field))
  yield Buffer.from(`${JSON.stringify(about).slice(0, -1)},"records":[`)
  let mark = ''
  for await (const page of pages(exporting)) {
    const records = page.map(([record, pointedAt]) => {
      const values = given.map(({ name, field }) => [name, presentValue(field, recordedValue(record, name), pointedAt)])
      return JSON.stringify(Object.fromEntries(values))
    })
    yield Buffer.from(mark + records.join(',\n'))
    mark = ',\n'
  }
  yield Buffer.from(']}\n')
}
