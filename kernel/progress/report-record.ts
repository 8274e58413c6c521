import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import { inBase, inPrinted } from './printed-unit.ts'
import type { MilestonePart, ReportContent, ReportState, ValueState } from './progress.schemas.ts'
import type { ReportSubject } from './report-subject.ts'

/** A report as it is stored: its value in the base unit of the target. */
export interface ReportRecord {
  readonly id: string
  readonly dutyId: string
  readonly state: ReportState
  readonly progress: number | null
  readonly narrative: string
  readonly problems: string
  readonly nextSteps: string
  readonly valueState: ValueState | null
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly valueReason: string | null
  readonly cutoffOn: string | null
  readonly parts: MilestonePart[] | null
  readonly observationId: string | null
  readonly revision: number
  readonly updatedAt: Date
  readonly updatedBy: string | null
  readonly updatedByLabel: string
  readonly submittedAt: Date | null
  readonly submittedBy: string | null
}

/** The columns of `report r`, named as in the record. */
export const reportColumns = sql.raw(`
  r.id, r.duty_id as "dutyId", r.state, r.progress, r.narrative, r.problems, r.next_steps as "nextSteps",
  r.value_state as "valueState", r.value, r.numerator, r.denominator, r.value_reason as "valueReason",
  r.cutoff_on as "cutoffOn", r.parts, r.observation_id as "observationId", r.revision, r.updated_at as "updatedAt",
  r.updated_by as "updatedBy", r.updated_by_label as "updatedByLabel", r.submitted_at as "submittedAt",
  r.submitted_by as "submittedBy"`)

/** A report in which nothing is said yet. */
export const emptyContent: ReportContent = {
  progress: null,
  narrative: '',
  problems: '',
  nextSteps: '',
  valueState: null,
  value: null,
  numerator: null,
  denominator: null,
  valueReason: null,
  cutoffOn: null,
  parts: null,
}

/** What a stored report says, in the unit that the plan prints. */
export function contentOf(record: ReportRecord, subject: ReportSubject | undefined): ReportContent {
  const { progress, narrative, problems, nextSteps, valueState, value, numerator, denominator } = record
  const { valueReason, cutoffOn, parts } = record
  const printed = value === null || subject?.kind !== 'target' ? value : inPrinted(subject.target, value)
  const words = { progress, narrative, problems, nextSteps }
  return { ...words, valueState, value: printed, numerator, denominator, valueReason, cutoffOn, parts }
}

/** The columns that hold a content. */
export function rowOfContent(content: ReportContent, subject: ReportSubject) {
  const { value, parts } = content
  return {
    progress: content.progress,
    narrative: content.narrative,
    problems: content.problems,
    next_steps: content.nextSteps,
    value_state: content.valueState,
    value: value === null || subject.kind !== 'target' ? value : inBase(subject.target, value),
    numerator: content.numerator,
    denominator: content.denominator,
    value_reason: content.valueReason,
    cutoff_on: content.cutoffOn,
    parts: parts === null ? null : JSON.stringify(parts),
  }
}

/** Field by field; the parts of a milestone in their order. */
export function sameContent(a: ReportContent, b: ReportContent): boolean {
  const inOrder = ({ parts, ...rest }: ReportContent) => [
    ...Object.keys(emptyContent).map((key) => rest[key as keyof typeof rest] ?? null),
    parts?.map(({ label, status, documentNo, documentTitle, on }) => [label, status, documentNo, documentTitle, on]) ??
      null,
  ]
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

export async function findReport(
  { tx, jurisdiction }: QueryContext,
  dutyId: string,
): Promise<ReportRecord | undefined> {
  const { rows } = await sql<ReportRecord>`
    select ${reportColumns} from report r where r.jurisdiction = ${jurisdiction} and r.duty_id = ${dutyId}`.execute(tx)
  return rows[0]
}
