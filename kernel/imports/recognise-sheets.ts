import { columnLetters } from '@qiangxian/engines/tabular/column-letters'
import { foldHeading } from '@qiangxian/engines/tabular/fold-heading'
import { notesSheetNames } from '@qiangxian/engines/tabular/head/reserved-headings'
import { headFieldOf } from '@qiangxian/engines/tabular/head-field'
import { peekRows } from '@qiangxian/engines/tabular/peek-rows'
import { type HeadField, recogniseHead } from '@qiangxian/engines/tabular/recognise-head'
import type { Table, TableRow } from '@qiangxian/engines/tabular/table.types'
import type { Transaction } from '../database/database.ts'
import type { Field } from '../registers/field.types.ts'
import { date, unit } from '../registers/fields.ts'
import type { Register, Registers } from '../registers/registers.ts'
import type { SheetLayout } from './imports.schemas.ts'

/** What every record has besides the fields of its register, under the headings by which spreadsheets have it. */
export const fieldsOfEveryRecord: Readonly<Record<'unitId' | 'expectedOn', Field>> = {
  unitId: unit('考核归属单位', 'Counts for', { aliases: ['归属单位', '所属镇街', '所属镇（园区、街道）', '考核单位'] }),
  expectedOn: date('预计日期', 'Expected on', { mayLieAhead: true, aliases: ['预计时间', '预计取得日期'] }),
}

/** The fields that a column may hold. Files are given on the page of the record, and not by their names in a table. */
export function importableFields(register: Register): ReadonlyMap<string, Field> {
  const own = [...register.fields.values()].map(({ name, field }): [string, Field] => [name, field])
  return new Map([...own, ...Object.entries(fieldsOfEveryRecord)].filter(([, field]) => field.kind !== 'attachments'))
}

/** Finds the heads of all sheets, and what their columns mean. */
export async function recogniseSheets(
  table: Table,
  registers: Registers,
  register: Register,
  learned: ReadonlyMap<string, string | null>,
): Promise<readonly SheetLayout[]> {
  const fields = headFields(registers, register)
  const layouts: SheetLayout[] = []
  for (const sheet of table.sheets) {
    const rows = await peekRows(sheet)
    const head = rows.length === 0 || notesSheetNames.has(sheet.name) ? null : recogniseHead(rows, fields, { learned })
    if (head === null) {
      layouts.push({ sheet: sheet.name, taken: table.sheets.length === 1 && rows.length > 0, ...plainHead(rows) })
      continue
    }
    layouts.push({
      sheet: sheet.name,
      taken: !sheet.hidden,
      headRow: head.headRow,
      headRows: head.headRows,
      columns: head.columns.map(({ index, letter, heading, field, confidence, why, samples }) => ({
        index,
        letter,
        heading,
        field,
        confidence,
        why,
        samples: [...samples],
      })),
    })
  }
  return onlyThoseLikeTheBest(layouts, register)
}

function headFields(registers: Registers, register: Register): readonly HeadField[] {
  return [...importableFields(register)].map(([name, field]) => {
    const format = 'format' in field && field.format !== undefined ? registers.formats.get(field.format) : undefined
    const fits =
      format === undefined ? undefined : (text: string) => format.read(text.normalize('NFKC')).outcome !== 'invalid'
    return fits === undefined ? headFieldOf(name, field) : headFieldOf(name, field, fits)
  })
}

const rowsOfAHead = 20
const samplesOfAColumn = 5

/** The fullest of the first rows, where none is like a head of this register: a person says what its columns are. */
function plainHead(rows: readonly TableRow[]): Pick<SheetLayout, 'headRow' | 'headRows' | 'columns'> {
  const width = ({ cells }: TableRow) => cells.filter((cell) => cell?.kind === 'text').length
  const first = rows.slice(0, rowsOfAHead)
  const head = first.find((row) => width(row) === Math.max(...first.map(width)))
  if (head === undefined) return { headRow: 0, headRows: 0, columns: [] }
  const below = rows.filter(({ row }) => row > head.row)
  return {
    headRow: head.row,
    headRows: 1,
    columns: [...head.cells.entries()].flatMap(([index, cell]) => {
      if (cell === undefined) return []
      const samples = below.flatMap(({ cells }) => cells[index]?.text ?? []).slice(0, samplesOfAColumn)
      const heading = cell.text
      return [
        { index, letter: columnLetters(index), heading, field: null, confidence: 0, why: 'none' as const, samples },
      ]
    }),
  }
}

/** Beside a sheet that has the register's key, one that happens to have a column of the same name is something else. */
function onlyThoseLikeTheBest(layouts: readonly SheetLayout[], register: Register): readonly SheetLayout[] {
  const isWhole = (layout: SheetLayout) => tellsRecordsApart(register, layout)
  if (!layouts.some((layout) => layout.taken && isWhole(layout))) return layouts
  return layouts.map((layout) => ({ ...layout, taken: layout.taken && isWhole(layout) }))
}

/** Whether the columns of a sheet tell records apart: by the key, or by the name of those who may have no code. */
export function tellsRecordsApart({ declaration }: Register, { columns }: Pick<SheetLayout, 'columns'>): boolean {
  const { key, naming, title } = declaration
  const ways = [key.length > 0 ? key : [title], ...(naming === undefined ? [] : [[naming.name]])]
  return ways.some((way) => way.every((name) => columns.some((column) => column.field === name)))
}

/** What headings of this register turned out to mean before; null: the column is not taken. */
export async function learnedHeadings(
  tx: Transaction,
  jurisdiction: string,
  register: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .selectFrom('import_heading')
    .select(['heading', 'field'])
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register)
    .execute()
  return new Map(rows.map(({ heading, field }) => [foldHeading(heading), field]))
}
