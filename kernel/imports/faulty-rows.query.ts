import { readAllBytes } from '@qiangxian/engines/tabular/all-bytes'
import Type from 'typebox'
import { fileAnswer } from '../operations/file-answer.ts'
import { defineQuery } from '../operations/operation.ts'
import { isPersonal } from '../registers/columns.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { faultyWorkbook } from '../registers/sheets/faulty-workbook.ts'
import { importErrors } from './import-errors.ts'
import type { SheetLayout } from './imports.schemas.ts'
import type { RowFault } from './row-faults.ts'
import { getRun } from './run.ts'

const mostRows = 50_000

/**
 * The faulty rows as a workbook with the columns of the file and what is wrong beside them, to be corrected and brought
 * back as a file of its own. Cells of personal data are left blank, since they are kept masked only.
 */
export function faultyRows(registers: Registers) {
  return defineQuery({
    id: 'import.faulty-rows',
    label: { zh: '下载出错的行', en: 'Fetch faulty rows' },
    about: {
      zh: '把出错的行导出为工作簿，每行写明哪里有问题、怎么改；改好后作为新文件再导入。个人信息列留空，请照原文件补填。',
      en: 'The faulty rows as a workbook that says what is wrong with each; corrected, it is imported like any file. Columns of personal data are blank.',
    },
    permission: 'register.edit',
    route: { method: 'GET', path: '/imports/:runId/faulty-rows' },
    cli: 'import faulty-rows',
    input: Type.Object({ runId: Type.String({ maxLength: 64 }) }),
    output: fileAnswer('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    run: async (context, { runId }) => {
      const run = await getRun(context, runId)
      const rows = (await context.tx
        .selectFrom('import_row')
        .select(['sheet', 'row_number', 'written', 'faults'])
        .where('jurisdiction', '=', context.jurisdiction)
        .where('run_id', '=', run.id)
        .where('verdict', '=', 'faulty')
        .orderBy('sheet')
        .orderBy('row_number')
        .limit(mostRows + 1)
        .execute()) as unknown as readonly FaultyRow[]
      if (rows.length === 0) throw importErrors.noFaultyRows({})
      if (rows.length > mostRows) throw importErrors.tooManyFaultyRows({ count: run.faulty_count, most: mostRows })
      const register = registers.get(run.register)
      const sheets = run.mapping.flatMap((layout) => {
        const own = rows.filter(({ sheet }) => sheet === layout.sheet)
        return own.length === 0 ? [] : [sheetOf(register, layout, own)]
      })
      const stem = run.file_name.replace(/\.[^.]*$/, '')
      return { fileName: `${stem}-待改正.xlsx`, content: await readAllBytes(faultyWorkbook(sheets)) }
    },
  })
}

interface FaultyRow {
  readonly sheet: string
  readonly row_number: number
  readonly written: Readonly<Record<string, string>>
  readonly faults: readonly RowFault[]
}

function sheetOf(register: Register, layout: SheetLayout, rows: readonly FaultyRow[]) {
  const width = layout.columns.reduce((most, { index }) => Math.max(most, index + 1), 0)
  const byIndex = new Map(layout.columns.map((column) => [column.index, column]))
  const columns = Array.from({ length: width }, (_, index) => byIndex.get(index))
  return {
    name: layout.sheet,
    headings: columns.map((column) => column?.heading ?? ''),
    rows: rows.map(({ row_number, written, faults }) => ({
      row: row_number,
      cells: columns.map((column) => {
        const field = column?.field == null ? undefined : register.fields.get(column.field)?.field
        const isHidden = field !== undefined && isPersonal(field)
        return column === undefined || isHidden ? null : (written[column.letter] ?? null)
      }),
      faults: faults.map(({ column, field, message, remedy }) => ({
        columnIndex:
          layout.columns.find((each) => field !== null && each.field === field && column !== '')?.index ?? null,
        message,
        remedy,
      })),
    })),
  }
}
