import { sql } from 'kysely'
import { actorMay } from '../accounts/actor.ts'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { recordsOfActor } from './expert-accounts.ts'

/** Whether a file stands behind an application that the actor was asked to judge, among the materials that are shown. */
export async function isEvidenceUnderReview(context: QueryContext, evidenceId: string): Promise<boolean> {
  if (!actorMay(context.actor, 'matter.review')) return false
  const { tx, jurisdiction } = context
  const records = await recordsOfActor(context)
  if (records.length === 0) return false
  const { rows } = await sql<{ type: string; version: number; material: string }>`
    select m.matter_type as type, m.version, a.material
    from matter_review r
    join matter m on m.jurisdiction = ${jurisdiction} and m.id = r.matter_id
    join matter_material a on a.jurisdiction = ${jurisdiction} and a.matter_id = m.id
    where r.jurisdiction = ${jurisdiction} and r.expert_record = any(${[...records]}::text[])
      and r.status in ('asked', 'submitted') and a.evidence_id = ${evidenceId} and a.status <> 'rejected'`.execute(tx)
  for (const { type, version, material } of rows) {
    const { review } = await matterVersion(context, type, version)
    if (review?.materials.includes(material) === true) return true
  }
  return false
}
