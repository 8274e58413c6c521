import type { PlanMilestone, PlanTarget, PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { type ReportSubject, valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import ExcelJS from 'exceljs'
import type { FillableDuty } from './good-rows.ts'
import { sheetRows } from './sheet-rows.ts'
import { writeWorkSheet } from './write-work-sheet.ts'

/** A unit with a task, a count, a ratio and a milestone of two parts. 演示 */
export const filledDuties: readonly FillableDuty[] = [
  fillable('duty-task', '任务 4', {
    kind: 'task',
    task: { itemId: 't4', number: 4, title: '培育高价值专利' } as PlanTask,
  }),
  fillable('duty-count', 'C8', targetOf('C8', '演示件数', '件', 'stock')),
  fillable('duty-ratio', 'C3', targetOf('C3', '演示占比', '%', 'ratio')),
  fillable('duty-milestone', 'P8', {
    kind: 'milestone',
    milestone: { itemId: 'p8', name: '建成演示中心', parts: ['申报', '获批'] } as unknown as PlanMilestone,
  }),
]

export function fillable(id: string, code: string, subject: ReportSubject): FillableDuty {
  const isMilestone = subject.kind === 'milestone'
  const duty = {
    id,
    kind: isMilestone ? 'milestone' : 'report',
    itemKind: subject.kind,
    itemId: id,
    partyId: 'town',
    scope: 'unit',
    period: isMilestone ? '' : '2026-10',
    periodEnd: isMilestone ? null : '2026-10-31',
    title: `${code}（演示）`,
    dueOn: '2026-11-06',
    extendedTo: null,
    returnDueOn: null,
  } as DutyRecord
  return { duty, code, subject, content: null, revision: 0, refusal: null }
}

export function targetOf(code: string, name: string, unit: string, kind: string): ReportSubject {
  const target = { itemId: code, code, name, unit, kind, value: 1, baseValue: 1, baseUnit: unit } as PlanTarget
  return { kind: 'target', target, value: valueRulesOf(target) }
}

export function workbookFor(duties: readonly FillableDuty[] = filledDuties): Promise<Uint8Array> {
  return writeWorkSheet({
    county: '演示县',
    unit: '云亭镇',
    period: '2026年10月',
    demonstration: true,
    rows: sheetRows(duties),
  })
}

/** Opens the workbook as a person does, changes it, and saves it. */
export async function edited(bytes: Uint8Array, edit: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  edit(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The cell under a head in the row of a duty; of a milestone, the row of its first part. */
export function cellAt(workbook: ExcelJS.Workbook, sheetName: string, head: string, row = 3): ExcelJS.Cell {
  const sheet = sheetNamed(workbook, sheetName)
  let column = 0
  sheet.getRow(2).eachCell((cell, number) => {
    if (cell.text.startsWith(head)) column = number
  })
  if (column === 0) throw new Error(`the sheet ${sheetName} has no column ${head}`)
  return sheet.getRow(row).getCell(column)
}

export function sheetNamed(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`the workbook has no sheet ${name}`)
  return sheet
}
