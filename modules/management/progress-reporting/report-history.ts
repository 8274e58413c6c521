import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'

/** What was approved of a report before it was corrected. */
export interface ApprovedBefore {
  /** null for words about a task or a milestone, which are no values */
  readonly observationId: string | null
  readonly content: ReportContent
  /** why it is being corrected, as the head said last; '' while nobody has */
  readonly reason: string
}

export async function approvedBefore(
  { tx, jurisdiction }: QueryContext,
  reportId: string,
): Promise<ApprovedBefore | undefined> {
  const { rows } = await sql<{ content: ReportContent; observationId: string | null; reason: string | null }>`
    select a.snapshot as content,
      (select o.id from observation o
        join observation_mark m on m.jurisdiction = ${jurisdiction} and m.observation_id = o.id and m.mark = 'approved'
        where o.jurisdiction = ${jurisdiction} and o.report_id = ${reportId}
        order by m.at desc, o.id desc limit 1) as "observationId",
      (select c.reason from report_act c
        where c.jurisdiction = ${jurisdiction} and c.report_id = ${reportId} and c.act = 'correct'
        order by c.at desc, c.id desc limit 1) as reason
    from report_act a
    where a.jurisdiction = ${jurisdiction} and a.report_id = ${reportId} and a.act = 'approve'
    order by a.at desc, a.id desc limit 1`.execute(tx)
  const [row] = rows
  return row === undefined ? undefined : { ...row, reason: row.reason ?? '' }
}
