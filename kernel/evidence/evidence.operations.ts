import Type, { type Static } from 'typebox'
import { actorMay } from '../accounts/actor.ts'
import { newId } from '../ids/new-id.ts'
import { isReadableMaterial } from '../matters/applying/readable-materials.ts'
import { isUnderSeal } from '../matters/sealed-materials.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { isEvidenceOfReadableReport } from '../progress/readable-evidence.ts'
import { isEvidenceUnderReview } from '../reviews/evidence-under-review.ts'
import type { UploadedFile } from './uploaded-file.ts'

/**
 * Evidence 佐证: who gave which file for what. The file itself is found by its digest; what a person may see is decided
 * by the row, so a digest alone opens nothing.
 */
export const EvidenceRow = Type.Object({
  id: Type.String(),
  name: Type.String(),
  purpose: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
  mediaType: Type.String(),
  sha256: Type.String(),
  scanVerdict: Type.String(),
  givenBy: Type.String(),
  givenAt: Type.String(),
})
type EvidenceRow = Static<typeof EvidenceRow>

export const evidenceMaximumBytes = 200 * 1024 * 1024

export const giveEvidence = defineCommand({
  id: 'evidence.give',
  label: { zh: '上传文件', en: 'Give a file' },
  about: {
    zh: '上传一份佐证文件（最大 200 MB），按内容判断类型，同一文件只存一份。',
    en: 'Stores one file of evidence (200 MB at most); its type is judged by content, and the same file is kept once.',
  },
  permission: 'evidence.give',
  route: { method: 'POST', path: '/evidence' },
  cli: 'evidence give',
  upload: { maximumBytes: evidenceMaximumBytes },
  input: Type.Object({ purpose: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }),
  output: EvidenceRow,
  run: async (context, input) => {
    if (context.upload === undefined) throw operationErrors.fileMissing({})
    const id = await recordEvidence(context, context.upload, input.purpose ?? 'general', 'giver')
    return getEvidence(context, id)
  },
})

export const showEvidence = defineQuery({
  id: 'evidence.get',
  label: { zh: '查看文件信息', en: 'Look at a file' },
  about: { zh: '文件的名称、大小、类型、摘要和提交人。', en: 'Name, size, type, digest and giver of a file.' },
  permission: 'evidence.read',
  route: { method: 'GET', path: '/evidence/:evidenceId' },
  cli: 'evidence show',
  input: Type.Object({ evidenceId: Type.String({ maxLength: 64 }) }),
  output: EvidenceRow,
  run: (context, { evidenceId }) => getEvidence(context, evidenceId),
})

/** Inserts the evidence row of a received file; the command that calls it writes the journal entry. */
export async function insertEvidence(
  { tx, jurisdiction, actor, now }: CommandContext,
  file: UploadedFile,
  purpose: string,
  visibility: 'giver' | 'office' | 'public',
): Promise<string> {
  await tx
    .insertInto('evidence_blob')
    .values({
      jurisdiction,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      scanned_by: file.scannedBy,
      scan_verdict: file.scanVerdict,
      stored_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = newId(now)
  await tx
    .insertInto('evidence')
    .values({
      jurisdiction,
      id,
      sha256: file.sha256,
      name: file.fileName,
      purpose,
      given_by: actor.accountId ?? null,
      given_by_label: actor.label,
      visibility,
      given_at: now,
    })
    .execute()
  return id
}

async function recordEvidence(
  context: CommandContext,
  file: UploadedFile,
  purpose: string,
  visibility: 'giver' | 'office' | 'public',
): Promise<string> {
  const id = await insertEvidence(context, file, purpose, visibility)
  await context.record({
    subject: { kind: 'evidence', id },
    before: null,
    after: { name: file.fileName, sha256: file.sha256, size: file.size, mediaType: file.mediaType, purpose },
  })
  return id
}

/**
 * The files that the actor may see: what is public, what they gave, for the office what is the office's, what stands
 * behind a report that they may read, and materials of drafts and matters that are theirs or that they see. What lies
 * under a seal is none of them, through qx neither.
 *
 * @throws operation.notFound also for a file that exists and may not be seen: an answer would say that it exists
 */
export async function getEvidence(context: QueryContext, id: string): Promise<EvidenceRow> {
  const { tx, jurisdiction, actor } = context
  const standsBehindReport =
    (await isEvidenceOfReadableReport(context, id)) ||
    (await isEvidenceUnderReview(context, id)) ||
    (await isReadableMaterial(context, id))
  const row = await tx
    .selectFrom('evidence')
    .innerJoin('evidence_blob', (join) =>
      join
        .onRef('evidence_blob.jurisdiction', '=', 'evidence.jurisdiction')
        .onRef('evidence_blob.sha256', '=', 'evidence.sha256'),
    )
    .select([
      'evidence.id',
      'evidence.name',
      'evidence.purpose',
      'evidence.sha256',
      'evidence.given_by_label',
      'evidence.given_at',
      'evidence_blob.size',
      'evidence_blob.media_type',
      'evidence_blob.scan_verdict',
    ])
    .where('evidence.jurisdiction', '=', jurisdiction)
    .where('evidence_blob.jurisdiction', '=', jurisdiction)
    .where('evidence.id', '=', id)
    .where((eb) =>
      eb.or([
        eb('evidence.visibility', '=', 'public'),
        ...(actor.accountId === undefined ? [] : [eb('evidence.given_by', '=', actor.accountId)]),
        ...(actorMay(actor, 'plan.review') ? [eb('evidence.visibility', '=', 'office')] : []),
        // Whoever sits at the machine can read its folder; through qx they see no more than that.
        ...(actor.via === 'qx' ? [eb('evidence.visibility', 'is not', null)] : []),
        ...(standsBehindReport ? [eb('evidence.id', '=', id)] : []),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined || (await isUnderSeal(context, id)))
    throw operationErrors.notFound({ what: { zh: '文件', en: 'file' }, id })
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    size: row.size,
    mediaType: row.media_type,
    sha256: row.sha256,
    scanVerdict: row.scan_verdict,
    givenBy: row.given_by_label,
    givenAt: row.given_at.toISOString(),
  }
}
