import { addDays } from '@qiangxian/engines/indicator/days'
import { contentOf, type ReportRecord } from '@qiangxian/kernel/progress/report-record'
import { subjectOf } from '@qiangxian/kernel/progress/report-subject'
import { summaryOf } from '@qiangxian/kernel/progress/report-words'
import { searchTokens } from '@qiangxian/kernel/search/search-tokens'
import type { StoryRow } from './story-rows.ts'
import type { Telling } from './telling.ts'

/** Older reports are found on their pages; an index of three years would only crowd the search of a demonstration. */
const indexedDays = 200

/** Lets the reports of the last months be found by their words, as they are when they are submitted. */
export function tellSearch(telling: Telling): void {
  const { rows, asOf, unitById } = telling
  const since = addDays(asOf, -indexedDays)
  const titles = new Map(rows.duty.map(({ id, title }) => [id, title]))
  for (const report of rows.report) {
    if (report.submitted_at === null || report.submitted_at.toISOString().slice(0, 10) < since) continue
    const title = titles.get(report.duty_id) ?? ''
    const context = contextOf(telling, report, unitById(report.party_id).shortName)
    rows.search_entry.push({
      kind: 'report',
      id: report.id,
      title,
      context,
      path: `/reports/${report.duty_id}`,
      weight: 1,
      tokens: searchTokens(`${title} ${context}`).join(' '),
      audience: 'staff',
      party_id: report.party_id,
    })
  }
}

function contextOf({ plan }: Telling, report: StoryRow<'report'>, unit: string): string {
  const subject = subjectOf(plan, { itemKind: report.item_kind, itemId: report.item_id })
  const content = contentOf(recordOf(report), subject)
  const parts = (content.parts ?? []).map(({ label, documentNo, documentTitle }) =>
    [label, documentNo, documentTitle].filter(Boolean).join(' '),
  )
  const { narrative, problems, nextSteps, valueReason } = content
  return [unit, summaryOf(content, subject).zh, narrative, problems, nextSteps, valueReason ?? '', ...parts]
    .filter((text) => text !== '')
    .join(' ')
}

function recordOf(report: StoryRow<'report'>): ReportRecord {
  return {
    id: report.id,
    dutyId: report.duty_id,
    state: report.state as ReportRecord['state'],
    progress: report.progress,
    narrative: report.narrative,
    problems: report.problems,
    nextSteps: report.next_steps,
    valueState: report.value_state as ReportRecord['valueState'],
    value: report.value,
    numerator: report.numerator,
    denominator: report.denominator,
    valueReason: report.value_reason,
    cutoffOn: report.cutoff_on,
    parts: report.parts as unknown as ReportRecord['parts'],
    observationId: report.observation_id,
    revision: report.revision,
    updatedAt: report.updated_at,
    updatedBy: report.updated_by,
    updatedByLabel: report.updated_by_label,
    submittedAt: report.submitted_at,
    submittedBy: report.submitted_by,
  }
}
