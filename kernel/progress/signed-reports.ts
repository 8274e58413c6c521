import { sql } from 'kysely'
import { unitsActedFor } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import { inBase } from './printed-unit.ts'
import type { ReportContent } from './progress.schemas.ts'
import type { ReportRecord } from './report-record.ts'
import type { ReportSubject } from './report-subject.ts'

export interface ReadReport {
  readonly report: ReportRecord
  /** whose report it is */
  readonly partyId: string
  readonly subject: ReportSubject | undefined
}

/**
 * Reports as others may read them. One that came back is mended by its unit as a draft is: until it is signed again,
 * the office and whoever leads the task read what was signed last.
 *
 * @returns in the order given; none but those that came back to another unit differ from what is stored
 */
export async function signedReports(
  context: QueryContext,
  given: readonly ReadReport[],
): Promise<readonly ReportRecord[]> {
  const own = unitsActedFor(context.actor, 'work.read')
  const mended = given.filter(({ report, partyId }) => report.state === 'returned' && !own.includes(partyId))
  if (mended.length === 0) return given.map(({ report }) => report)
  const signed = await lastSigned(
    context,
    mended.map(({ report }) => report.id),
  )
  return given.map(({ report, partyId, subject }) => {
    const content = own.includes(partyId) ? undefined : signed.get(report.id)
    return content === undefined ? report : recordOf(report, content, subject)
  })
}

/** What stood in reports when they came back. */
async function lastSigned(
  { tx, jurisdiction }: QueryContext,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, ReportContent>> {
  const { rows } = await sql<{ id: string; content: ReportContent }>`
    select distinct on (a.report_id) a.report_id as id, a.snapshot as content from report_act a
    where a.jurisdiction = ${jurisdiction} and a.report_id = any(${[...reportIds]}::text[]) and a.act = 'return'
    order by a.report_id, a.at desc, a.id desc`.execute(tx)
  return new Map(rows.map(({ id, content }) => [id, content]))
}

function recordOf(report: ReportRecord, content: ReportContent, subject: ReportSubject | undefined): ReportRecord {
  const { value } = content
  const base = value === null || subject?.kind !== 'target' ? value : inBase(subject.target, value)
  return { ...report, ...content, parts: content.parts === null ? null : [...content.parts], value: base }
}
