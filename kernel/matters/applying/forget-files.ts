import { sql } from 'kysely'
import type { CommandContext } from '../../operations/context.ts'

/**
 * Forgets files that were materials of drafts and are of nothing any more: nobody keeps what somebody thought better of.
 * The rows go now; the bytes with the next sweep of the store, where no other file has the same content.
 */
export async function forgetFiles({ tx, jurisdiction }: CommandContext, evidenceIds: readonly string[]): Promise<void> {
  if (evidenceIds.length === 0) return
  const { rows } = await sql<{ sha256: string }>`
    delete from evidence e
    where e.jurisdiction = ${jurisdiction} and e.id = any(${[...evidenceIds]}) and e.purpose = 'matterMaterial'
      and not exists (select from draft_material d where d.jurisdiction = ${jurisdiction} and d.evidence_id = e.id)
      and not exists (select from matter_material m where m.jurisdiction = ${jurisdiction} and m.evidence_id = e.id)
    returning e.sha256`.execute(tx)
  if (rows.length === 0) return
  await sql`
    delete from evidence_blob b
    where b.jurisdiction = ${jurisdiction} and b.sha256 = any(${rows.map(({ sha256 }) => sha256)})
      and not exists (select from evidence e where e.jurisdiction = ${jurisdiction} and e.sha256 = b.sha256)`.execute(
    tx,
  )
}

/** Deletes drafts with their materials and files. */
export async function deleteDrafts(context: CommandContext, draftIds: readonly string[]): Promise<void> {
  if (draftIds.length === 0) return
  const { tx, jurisdiction } = context
  const files = await tx
    .deleteFrom('draft_material')
    .where('jurisdiction', '=', jurisdiction)
    .where('draft_id', 'in', [...draftIds])
    .returning('evidence_id')
    .execute()
  await tx
    .deleteFrom('matter_draft')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...draftIds])
    .execute()
  await forgetFiles(
    context,
    files.map(({ evidence_id }) => evidence_id),
  )
}
