import type { QueryContext } from '../operations/context.ts'
import type { RecordDetail } from './registers.schemas.ts'
import type { Register } from './registers.ts'

type Finding = RecordDetail['findings'][number]

/** What the rules of data quality have to say about a record, what is open first. */
export async function findingsOf(
  { tx, jurisdiction }: QueryContext,
  register: Register,
  id: string,
  ruleLabel: (rule: string) => string | undefined,
): Promise<Finding[]> {
  const rows = await tx
    .selectFrom('quality_finding')
    .select(['id', 'rule', 'severity', 'message', 'status'])
    .where('jurisdiction', '=', jurisdiction)
    .where('subject_kind', '=', register.id)
    .where('subject_id', '=', id)
    .orderBy('status')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    label: ruleLabel(row.rule) ?? row.rule,
    severity: row.severity as Finding['severity'],
    message: row.message as Finding['message'],
    status: row.status as Finding['status'],
  }))
}
