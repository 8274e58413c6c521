import { sql } from 'kysely'
import { actorMay } from '../accounts/actor.ts'
import type { QueryContext } from '../operations/context.ts'
import { readableReports } from './readable-reports.ts'

/**
 * Whether a file is seen because it stands behind a report that the actor may read: by the accounts of the report's
 * unit, by those who lead the task, and by who reads all progress. Never by the public.
 */
export async function isEvidenceOfReadableReport(context: QueryContext, evidenceId: string): Promise<boolean> {
  const { tx, jurisdiction, actor } = context
  if (!actorMay(actor, 'work.read')) return false
  const { rows } = await sql`
    select from report_evidence re
    join report r on r.jurisdiction = ${jurisdiction} and r.id = re.report_id
    where re.jurisdiction = ${jurisdiction} and re.evidence_id = ${evidenceId} and ${await readableReports(context)}
    limit 1`.execute(tx)
  return rows.length > 0
}
