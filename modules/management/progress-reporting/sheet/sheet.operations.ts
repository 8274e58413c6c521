import { periodInWords } from '@qiangxian/engines/indicator/period'
import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { fileAnswer } from '@qiangxian/kernel/operations/file-answer'
import { defineCommand, defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { findUnits } from '@qiangxian/kernel/parties/unit-ref'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { Period, SheetImport } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { fillableDuties, lastOpenPeriod } from './fillable-duties.ts'
import { readWorkSheet } from './read-work-sheet.ts'
import { readWorkbook, type Workbook } from './read-workbook.ts'
import { sheetErrors } from './sheet-errors.ts'
import { getSheet, insertSheet, presentSheet } from './sheet-import.queries.ts'
import { spreadsheetMediaType } from './sheet-layout.ts'
import { sheetRows } from './sheet-rows.ts'
import { writeWorkSheet } from './write-work-sheet.ts'

const Asked = Type.Object({ unit: Type.Optional(Id), period: Type.Optional(Period) })

/** 下载填报表: for those who report by spreadsheet. */
export const downloadWorkSheet = defineQuery({
  id: 'work.sheet',
  label: { zh: '下载填报表', en: 'Download the sheet to fill in' },
  about: {
    zh: '本单位一个报送期的填报表（.xlsx），已填的内容带在里面；不选报送期时取最近一个还没报完的。',
    en: 'The unit’s sheet for a period (.xlsx), with what is entered already; without a period the last open one.',
  },
  permission: 'report.draft',
  route: { method: 'GET', path: '/work/sheet' },
  cli: 'work sheet',
  input: Asked,
  output: fileAnswer(spreadsheetMediaType),
  run: async (context, input) => {
    const { unit, period } = await askedFor(context, input)
    const duties = await fillableDuties(context, unit.id, period)
    const content = await writeWorkSheet({
      county: context.county.label,
      unit: unit.name,
      period: periodInWords(period, 'zh'),
      demonstration: context.county.demonstration,
      rows: sheetRows(duties),
    })
    return { fileName: `${unit.shortName}-${period}-填报表.xlsx`, content }
  },
})

export const sheetMaximumBytes = 10 * 1024 * 1024

/** 上传填报表: what is wrong is listed row by row; what is right waits for a decision. */
export const uploadWorkSheet = defineCommand({
  id: 'work.uploadSheet',
  label: { zh: '上传填报表', en: 'Upload a filled-in sheet' },
  about: {
    zh: '读取填好的 .xlsx：有问题的逐条列出工作表、行、列、值和改法，没有问题的行等确认后才存为草稿。',
    en: 'Reads a filled-in .xlsx: faults are listed with sheet, row, column, value and remedy; the good rows wait until they are taken as drafts.',
  },
  permission: 'report.draft',
  route: { method: 'POST', path: '/work/sheets' },
  cli: 'work sheet-upload',
  upload: { maximumBytes: sheetMaximumBytes },
  input: Asked,
  output: SheetImport,
  prepare: async ({ upload, files }): Promise<Workbook> => {
    if (upload === undefined) throw operationErrors.fileMissing({})
    const reading = readWorkbook(await files.readAll(upload.sha256))
    if (reading.ok) return reading.workbook
    throw sheetErrors.unreadable({ fileName: upload.fileName, why: reading.why })
  },
  run: async (context, input, workbook) => {
    const { unit, period } = await askedFor(context, input)
    const fileName = context.upload?.fileName ?? ''
    const read = readWorkSheet(workbook, await fillableDuties(context, unit.id, period))
    const id = newId(context.now)
    await insertSheet(context, { id, partyId: unit.id, period, fileName, ...read })
    await context.record({
      subject: { kind: 'sheetImport', id },
      before: null,
      after: {
        unit: unit.name,
        period,
        fileName,
        sha256: context.upload?.sha256 ?? null,
        rows: read.rows.length,
        issues: read.issues.length,
      },
    })
    return presentSheet(context, await getSheet(context, id))
  },
})

export const showWorkSheet = defineQuery({
  id: 'work.showSheet',
  label: { zh: '查看上传的填报表', en: 'Show an uploaded sheet' },
  about: { zh: '可以存为草稿的行和逐条问题。', en: 'The rows that can be taken, and every fault.' },
  permission: 'report.draft',
  route: { method: 'GET', path: '/work/sheets/:sheetId' },
  cli: 'work sheet-show',
  input: Type.Object({ sheetId: Id }),
  output: SheetImport,
  run: async (context, { sheetId }) => presentSheet(context, await getSheet(context, sheetId)),
})

/** @throws operation.notFound for a unit that the actor does not fill in for, sheet.nothingToFill */
async function askedFor(context: QueryContext, asked: { unit?: string; period?: string }) {
  const own = unitsActedFor(context.actor, 'report.draft')
  const unitId = asked.unit ?? own[0] ?? ''
  const units = await findUnits(context.tx, context.jurisdiction, own.includes(unitId) ? [unitId] : [])
  const unit = units.get(unitId)
  if (unit === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: unitId })
  const period = asked.period ?? (await lastOpenPeriod(context, unit.id))
  if (period === undefined) throw sheetErrors.nothingToFill({ unit: unit.name })
  return { unit, period }
}
