import { periodInWords } from '@qiangxian/engines/indicator/period'
import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { fileAnswer } from '@qiangxian/kernel/operations/file-answer'
import { defineCommand, defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { findUnits, type UnitRef } from '@qiangxian/kernel/parties/unit-ref'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { Period, SheetImport } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { chosenUnit, unitsOf } from '../work.operations.ts'
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
    zh: '一个单位一个报送期的填报表（.xlsx），本单位已填的内容带在里面；不选报送期时取最近一个还没报完的。办公室可替单位下载空表。',
    en: 'A unit’s sheet for a period (.xlsx), for the unit itself with what is entered already; without a period the last open one. The office may fetch an empty one for a unit.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/work/sheet' },
  cli: 'work sheet',
  input: Asked,
  output: fileAnswer(spreadsheetMediaType),
  run: async (context, input) => {
    const unit = await downloadFor(context, input.unit)
    const period = await periodFor(context, unit, input.period)
    const isOwn = unitsActedFor(context.actor, 'work.read').includes(unit.id)
    const found = await fillableDuties(context, unit.id, period)
    // What a unit is typing is read by nobody else, in a sheet neither.
    const duties = isOwn ? found : found.map((duty) => ({ ...duty, content: null }))
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
  const unit = await findUnit(context, own.includes(unitId) ? unitId : undefined, unitId)
  return { unit, period: await periodFor(context, unit, asked.period) }
}

/** @throws operation.notFound for a unit that the actor may not see */
async function downloadFor(context: QueryContext, asked: string | undefined): Promise<UnitRef> {
  const units = await unitsOf(context)
  const unit = chosenUnit(context, units, asked)
  return unit ?? findUnit(context, undefined, '')
}

async function findUnit({ tx, jurisdiction }: QueryContext, id: string | undefined, asked: string): Promise<UnitRef> {
  const units = await findUnits(tx, jurisdiction, id === undefined ? [] : [id])
  const unit = units.get(id ?? '')
  if (unit === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: asked })
  return unit
}

async function periodFor(context: QueryContext, unit: UnitRef, asked: string | undefined): Promise<string> {
  const period = asked ?? (await lastOpenPeriod(context, unit.id))
  if (period === undefined) throw sheetErrors.nothingToFill({ unit: unit.name })
  return period
}
