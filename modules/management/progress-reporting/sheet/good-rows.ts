import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import type { ReportContent, SheetIssue } from '@qiangxian/kernel/progress/progress.schemas'
import { sameContent } from '@qiangxian/kernel/progress/report-record'
import type { ReportSubject } from '@qiangxian/kernel/progress/report-subject'
import type { Static } from 'typebox'
import { labels, readTypedContent, type TypedContent } from '../typed-content.ts'
import { issueWords } from './issue-words.ts'
import type { SheetRow } from './read-cells.ts'
import type { WorkbookSheet } from './read-workbook.ts'

export type Issue = Static<typeof SheetIssue>

/** A duty that a row can be for, and how its report stands. */
export interface FillableDuty {
  readonly duty: DutyRecord
  /** C2, 任务 4 */
  readonly code: string
  readonly subject: ReportSubject
  readonly content: ReportContent | null
  readonly revision: number
  /** why it cannot be written now */
  readonly refusal: Localized | null
}

export interface GoodRow {
  readonly row: number
  readonly dutyId: string
  readonly title: string
  readonly change: 'new' | 'changed' | 'same'
  readonly content: ReportContent
  readonly before: ReportContent | null
  /** of the report that the content was held against; 0 for none */
  readonly revision: number
}

export interface WorkSheetReading {
  readonly rows: readonly GoodRow[]
  readonly issues: readonly Issue[]
}

export interface ReadRow {
  readonly number: number
  readonly found: FillableDuty
  readonly values: ReadonlyMap<string, string>
}

export type Fault = { readonly message: Localized; readonly remedy: Localized }

/** What the sheet has no column for stays as it was. */
export function kept(content: ReportContent | null): TypedContent {
  return content === null
    ? {}
    : { narrative: content.narrative, problems: content.problems, nextSteps: content.nextSteps }
}

export function take(sheet: WorkbookSheet, row: ReadRow, typed: TypedContent, rows: GoodRow[], issues: Issue[]): void {
  const { duty, subject, content: before, revision } = row.found
  const { content, problems } = readTypedContent(typed, subject, '')
  for (const { path, message } of problems) {
    const field = path.split('/')[1] ?? ''
    const label = field in labels ? labels[field as keyof typeof labels].zh : field
    const value = row.values.get(field) ?? null
    issues.push({
      sheet: sheet.name,
      row: row.number,
      column: label,
      value,
      message: { ...message },
      remedy: issueWords.correct,
    })
  }
  if (problems.length > 0) return
  const change = before === null ? 'new' : sameContent(before, content) ? 'same' : 'changed'
  rows.push({ row: row.number, dutyId: duty.id, title: duty.title, change, content, before, revision })
}

export function wrong(
  sheet: WorkbookSheet,
  { number }: Pick<SheetRow, 'number'>,
  column: string | null,
  value: string | null,
  { message, remedy }: Fault,
): { row: undefined; issues: readonly Issue[] } {
  const shown = value === null ? null : value.slice(0, 60)
  const issue = { sheet: sheet.name, row: number, column, value: shown, message: { ...message }, remedy: { ...remedy } }
  return { row: undefined, issues: [issue] }
}

export function ofSheet(sheet: WorkbookSheet, { message, remedy }: Fault): Issue {
  return { sheet: sheet.name, row: null, column: null, value: null, message: { ...message }, remedy: { ...remedy } }
}
