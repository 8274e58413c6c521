import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { hanNumber } from '@qiangxian/engines/plan-document/numerals'
import type ExcelJS from 'exceljs'
import { headRow, layouts, notesSheetName, type SheetColumn, type SheetLayout } from './sheet-layout.ts'

/** What stands in the workbook of a unit for a period. */
export interface WorkSheet {
  readonly county: string
  readonly unit: string
  /** 2026年10月 */
  readonly period: string
  readonly demonstration: boolean
  readonly rows: Readonly<Record<SheetLayout['kind'], readonly SheetValues[]>>
}

export type SheetValues = Readonly<Record<string, string | number | null>>

/** Heads and what the platform filled in are locked without a password: against slips, not against people. */
const protection = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  autoFilter: true,
}

/**
 * The workbook that a unit fills in. Every text is written as text, and cells for words are formatted as text, so that
 * what begins with = + - or @ is computed by no program.
 */
export async function writeWorkSheet(work: WorkSheet): Promise<Uint8Array> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  // Loaded only now: with all that it brings along it would take a third of the time in which the program starts.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  workbook.creator = '强县'
  for (const layout of layouts) await writeLayout(workbook, layout, work)
  writeNotes(workbook, work)
  await workbook.commit()
  return new Uint8Array(await whole)
}

async function writeLayout(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  layout: SheetLayout,
  work: WorkSheet,
): Promise<void> {
  const sheet = workbook.addWorksheet(layout.name, { views: [{ state: 'frozen', ySplit: headRow }] })
  sheet.columns = layout.columns.map(({ key, width, hidden }) => ({ key, width, hidden: hidden === true }))
  await sheet.protect('', protection)
  const title = sheet.addRow([null, titleOf(layout, work)])
  title.font = { bold: true, size: 14 }
  title.commit()
  const heads = sheet.addRow(layout.columns.map(({ head }) => head))
  heads.font = { bold: true }
  heads.eachCell((cell, number) => {
    const column = layout.columns[number - 1]
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column?.fillIn ? 'FFE3F0E8' : 'FFEDEDED' } }
    if (column?.note !== undefined) cell.note = column.note
  })
  heads.commit()
  for (const values of work.rows[layout.kind]) {
    const row = sheet.addRow([])
    for (const [index, column] of layout.columns.entries()) {
      writeCell(row.getCell(index + 1), column, values[column.key] ?? null)
    }
    row.commit()
  }
  sheet.commit()
}

function writeCell(cell: ExcelJS.Cell, column: SheetColumn, value: string | number | null): void {
  cell.value = value
  if (column.fillIn !== true) return
  cell.protection = { locked: false }
  if (column.kind === 'words' || column.kind === 'date') cell.numFmt = '@'
  if (column.kind === 'words') cell.alignment = { wrapText: true, vertical: 'top' }
  if (column.choices === undefined) return
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${column.choices.join(',')}"`],
    showErrorMessage: true,
    errorTitle: column.head,
    error: `请从下拉列表中选择：${column.choices.join('、')}`,
  }
}

function writeNotes(workbook: ExcelJS.stream.xlsx.WorkbookWriter, work: WorkSheet): void {
  const sheet = workbook.addWorksheet(notesSheetName)
  sheet.columns = [{ width: 100 }]
  sheet.addRow([titleOf({ name: notesSheetName }, work)]).commit()
  for (const [index, note] of notes.entries()) sheet.addRow([`${hanNumber(index + 1)}、${note}`]).commit()
  sheet.commit()
}

function titleOf({ name }: Pick<SheetLayout, 'name'>, { county, unit, period, demonstration }: WorkSheet): string {
  return `${demonstration ? '【演示】' : ''}${county} ${unit} ${period} ${name}`
}

const notes = [
  '只填绿色表头的列；灰色表头的列由平台填好，请勿改动，也不要增删列或改工作表名。',
  '不要合并单元格，不要写公式；从别的表复制时请粘贴为数值。',
  '数值按“计量单位”只填数字。占比类填分子、分母，数值可以留空。',
  '没有数值时选“缺数”“不适用”或“不公开”并写明原因；0 是数值，不等于缺数。',
  '日期写成 2026-10-31。不填的行可以空着，上传后不会改动。',
  '填好后在“我的工作”里上传。有问题的行会逐条列出，没有问题的行等您确认后才存为草稿；上报仍须单位负责人审签。',
]
