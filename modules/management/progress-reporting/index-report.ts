import type { CommandContext } from '@qiangxian/kernel/operations/context'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { summaryOf } from '@qiangxian/kernel/progress/report-words'
import { searchTokens } from '@qiangxian/kernel/search/search-tokens'
import type { ReportAtHand } from './report-at-hand.ts'

/** Lets a report be found by its words: for the staff, and of another unit only for who reads all. */
export async function indexReport(
  { tx, jurisdiction }: CommandContext,
  { duty, report, subject, reading }: ReportAtHand,
  content: ReportContent,
): Promise<void> {
  if (report === undefined) return
  const unit = reading.reader.units.get(duty.partyId)?.shortName ?? ''
  const parts = (content.parts ?? []).map(({ label, documentNo, documentTitle }) =>
    [label, documentNo, documentTitle].filter(Boolean).join(' '),
  )
  const context = [
    unit,
    summaryOf(content, subject).zh,
    content.narrative,
    content.problems,
    content.nextSteps,
    content.valueReason ?? '',
    ...parts,
  ]
    .filter((text) => text !== '')
    .join(' ')
  const entry = {
    title: duty.title,
    context,
    path: `/reports/${duty.id}`,
    weight: 1,
    tokens: searchTokens(`${duty.title} ${context}`).join(' '),
    audience: 'staff',
    party_id: duty.partyId,
    demonstration: duty.demonstration,
  }
  await tx
    .insertInto('search_entry')
    .values({ jurisdiction, kind: 'report', id: report.id, ...entry })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'kind', 'id']).doUpdateSet(entry))
    .execute()
}

/** A report that was taken back is found no more: it is a draft again. */
export async function forgetReport({ tx, jurisdiction }: CommandContext, reportId: string): Promise<void> {
  await tx
    .deleteFrom('search_entry')
    .where('jurisdiction', '=', jurisdiction)
    .where('kind', '=', 'report')
    .where('id', '=', reportId)
    .execute()
}
