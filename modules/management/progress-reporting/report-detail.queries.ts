import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { ReportAct, ReportEvidence } from '@qiangxian/kernel/progress/progress.schemas'
import { sql } from 'kysely'
import type { Static } from 'typebox'

/** Everything that was done with a report, the first act first. */
export async function actsOn({ tx, jurisdiction }: QueryContext, reportId: string) {
  const { rows } = await sql<Omit<Static<typeof ReportAct>, 'at'> & { at: Date }>`
    select id, act, at, by_label as by, reason, snapshot from report_act
    where jurisdiction = ${jurisdiction} and report_id = ${reportId} order by at, id`.execute(tx)
  return rows.map(({ at, ...act }) => ({ ...act, at: at.toISOString() }))
}

export async function evidenceOf({ tx, jurisdiction }: QueryContext, reportId: string) {
  const { rows } = await sql<Omit<Static<typeof ReportEvidence>, 'givenAt'> & { givenAt: Date }>`
    select e.id as "evidenceId", e.name, b.size, b.media_type as "mediaType", e.given_by_label as "givenBy",
      e.given_at as "givenAt"
    from report_evidence re
    join evidence e on e.jurisdiction = ${jurisdiction} and e.id = re.evidence_id
    join evidence_blob b on b.jurisdiction = ${jurisdiction} and b.sha256 = e.sha256
    where re.jurisdiction = ${jurisdiction} and re.report_id = ${reportId} order by re.ordinal`.execute(tx)
  return rows.map(({ givenAt, size, ...file }) => ({ ...file, size: Number(size), givenAt: givenAt.toISOString() }))
}

export async function partOf({ tx, jurisdiction }: QueryContext, partId: string) {
  const { rows } = await sql<{
    content: string
    standard: string | null
    weight: number | null
    share: 'lead' | 'support'
  }>`select content, standard, weight, share from task_part
    where jurisdiction = ${jurisdiction} and id = ${partId}`.execute(tx)
  return rows[0]
}
