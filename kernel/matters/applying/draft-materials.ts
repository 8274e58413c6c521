import { sql } from 'kysely'
import { insertEvidence } from '../../evidence/evidence.operations.ts'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { operationErrors } from '../../operations/operation-errors.ts'
import { matterErrors } from '../matter-errors.ts'
import { matterVersion } from '../versions.ts'
import { draftErrors } from './draft-errors.ts'
import type { DraftState } from './draft-row.ts'
import { draftSettings } from './draft-settings.ts'
import { forgetFiles } from './forget-files.ts'
import { touchDraft } from './touch-draft.ts'

/** A photograph of a page from a telephone has 3 to 12 MB; a scan of a contract may have more. */
export const materialMaximumBytes = 50 * 1024 * 1024

export interface DraftMaterial {
  readonly id: string
  readonly material: string
  readonly evidenceId: string
  readonly fileName: string
  readonly origin: 'applicant' | 'window' | 'register' | 'earlier'
}

export async function materialsOfDraft(
  { tx, jurisdiction }: QueryContext,
  draftId: string,
): Promise<readonly DraftMaterial[]> {
  const { rows } = await sql<DraftMaterial>`
    select id, material, evidence_id as "evidenceId", file_name as "fileName", origin
    from draft_material where jurisdiction = ${jurisdiction} and draft_id = ${draftId} order by at, id`.execute(tx)
  return rows
}

/**
 * Keeps a file as a material of a draft. A material of one file takes the new one in place of the old; several pages or
 * pictures make one material where the declaration says so.
 *
 * @throws matter.materialUnknown, draft.tooManyFiles, draft.full
 */
export async function addMaterial(
  context: CommandContext,
  draft: DraftState,
  material: string,
  by: 'applicant' | 'clerk',
): Promise<void> {
  const { tx, jurisdiction, now, actor, upload, county } = context
  if (upload === undefined) throw operationErrors.fileMissing({})
  const declaration = await matterVersion(context, draft.type, draft.version)
  const declared = declaration.materials.find(({ id }) => id === material)
  if (declared === undefined) throw matterErrors.materialUnknown({ material })
  const there = (await materialsOfDraft(context, draft.id)).filter((each) => each.material === material)
  const most = draftSettings(county).mostFilesOfAMaterial
  if (declared.several === true && there.length >= most) throw draftErrors.tooManyFiles({ label: declared.label, most })
  if (declared.several !== true) for (const { id } of there) await deleteMaterial(context, draft.id, id)
  await refuseFull(context, draft.id, { files: 1, bytes: upload.size })
  const evidenceId = await insertEvidence(context, upload, 'matterMaterial', 'giver')
  await tx
    .insertInto('draft_material')
    .values({
      ...{ jurisdiction, id: newId(now), draft_id: draft.id, material, evidence_id: evidenceId },
      ...{
        file_name: upload.fileName,
        origin: by === 'clerk' ? 'window' : 'applicant',
        at: now,
        by_label: actor.label,
      },
    })
    .execute()
  await touchDraft(context, draft)
}

/**
 * Whether more fits into a draft.
 *
 * @throws draft.full
 */
export async function refuseFull(
  { tx, jurisdiction, county }: QueryContext,
  draftId: string,
  more: { readonly files: number; readonly bytes: number },
): Promise<void> {
  const { mostFiles, mostMebibytes } = draftSettings(county)
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*)::integer as files, coalesce(sum(b.size), 0)::bigint as bytes
    from draft_material d
      join evidence e on e.jurisdiction = ${jurisdiction} and e.jurisdiction = d.jurisdiction and e.id = d.evidence_id
      join evidence_blob b on b.jurisdiction = ${jurisdiction} and b.jurisdiction = e.jurisdiction
        and b.sha256 = e.sha256
    where d.jurisdiction = ${jurisdiction} and d.draft_id = ${draftId}`.execute(tx)
  const { files = 0, bytes = 0 } = rows[0] ?? {}
  if (files + more.files > mostFiles || bytes + more.bytes > mostMebibytes * 1024 * 1024) {
    throw draftErrors.full({ files: mostFiles, mebibytes: mostMebibytes })
  }
}

/** @throws draft.fileUnknown */
export async function removeMaterial(context: CommandContext, draft: DraftState, materialId: string): Promise<void> {
  if (!(await deleteMaterial(context, draft.id, materialId))) throw draftErrors.fileUnknown({})
  await touchDraft(context, draft)
}

async function deleteMaterial(context: CommandContext, draftId: string, id: string): Promise<boolean> {
  const { tx, jurisdiction } = context
  const gone = await tx
    .deleteFrom('draft_material')
    .where('jurisdiction', '=', jurisdiction)
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .returning('evidence_id')
    .executeTakeFirst()
  if (gone !== undefined) await forgetFiles(context, [gone.evidence_id])
  return gone !== undefined
}
