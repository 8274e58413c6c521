import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { type FieldProblem, QxError } from '@qiangxian/kernel/errors/define-errors'
import type { JournalNote } from '@qiangxian/kernel/journal/record-entry'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { SheetImport } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { lockOwnReport, refuseStale } from '../report-at-hand.ts'
import { refuseDraft } from '../report-life.ts'
import { writeDraft } from '../write-report.ts'
import { sheetErrors } from './sheet-errors.ts'
import { getSheet, presentSheet, type StoredSheet } from './sheet-import.queries.ts'

/** 存为草稿或作废: all good rows in one go, or none. Submitting stays the act of the head. */
export const decideWorkSheet = defineCommand({
  id: 'work.decideSheet',
  label: { zh: '确认填报表', en: 'Decide on an uploaded sheet' },
  about: {
    zh: '把没有问题的行一次全部存为草稿，或整份作废；上传之后被别人改动过的，一行也不存并逐项说明。',
    en: 'Takes all good rows as drafts, or discards the sheet; if somebody changed one of them since, none is taken.',
  },
  permission: 'report.draft',
  route: { method: 'POST', path: '/work/sheets/:sheetId/decision' },
  cli: 'work sheet-decide',
  input: Type.Object({ sheetId: Id, take: Type.Boolean() }),
  output: SheetImport,
  run: async (context, { sheetId, take }) => {
    const sheet = await getSheet(context, sheetId, true)
    const decision = take ? 'taken' : 'discarded'
    if (sheet.state === decision) {
      context.unchanged()
      return presentSheet(context, sheet)
    }
    if (sheet.state !== 'waiting') throw sheetErrors.decided({ taken: sheet.state === 'taken' })
    const notes = take ? await takeRows(context, sheet) : []
    await context.tx
      .updateTable('sheet_import')
      .set({ state: decision, decided_at: context.now })
      .where('jurisdiction', '=', context.jurisdiction)
      .where('id', '=', sheet.id)
      .execute()
    await context.recordAll([
      {
        subject: { kind: 'sheetImport', id: sheet.id },
        before: { state: sheet.state },
        after: { state: decision, rows: notes.length },
      },
      ...notes,
    ])
    return presentSheet(context, { ...sheet, state: decision })
  },
})

/** @throws sheet.moved with a problem for each report that is not as it was when the sheet came */
async function takeRows(context: CommandContext, sheet: StoredSheet): Promise<readonly JournalNote[]> {
  const notes: JournalNote[] = []
  const problems: FieldProblem[] = []
  const rows = [...sheet.rows].filter(({ change }) => change !== 'same').sort((a, b) => (a.dutyId < b.dutyId ? -1 : 1))
  for (const { row, dutyId, content, revision } of rows) {
    try {
      const atHand = await lockOwnReport(context, dutyId, 'report.draft')
      const refusal = refuseDraft(atHand.facts)
      if (refusal !== undefined) throw refusal
      refuseStale(context, atHand, revision)
      const written = await writeDraft(context, atHand, content)
      const { duty, report } = atHand
      notes.push({
        subject: { kind: 'report', id: written.id },
        before: report === undefined ? null : { state: report.state, revision: report.revision },
        after: {
          duty: duty.id,
          title: duty.title,
          state: written.state,
          revision: written.revision,
          content: content as unknown as Json,
          sheet: sheet.id,
        },
      })
    } catch (error) {
      if (!(error instanceof QxError)) throw error
      problems.push({ path: `/rows/${row}`, message: error.localized })
    }
  }
  if (problems.length > 0) throw sheetErrors.moved({ count: problems.length }, { problems })
  return notes
}
