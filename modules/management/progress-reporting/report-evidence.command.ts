import { insertEvidence } from '@qiangxian/kernel/evidence/evidence.operations'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { ReportDetail } from '@qiangxian/kernel/progress/progress.schemas'
import { emptyContent } from '@qiangxian/kernel/progress/report-record'
import { sql } from 'kysely'
import Type from 'typebox'
import { lockOwnReport } from './report-at-hand.ts'
import { presentDetail } from './report-detail.ts'
import { reportErrors } from './report-errors.ts'
import { refuseDraft } from './report-life.ts'
import { writeDraft } from './write-report.ts'

export const reportEvidenceMaximumBytes = 50 * 1024 * 1024
const mostFiles = 50

/**
 * 上传佐证: one file, received and judged before the transaction begins; a page that holds several sends them one after
 * another. The same file twice is one. The revision of the report stays: files are added while somebody types.
 */
export const attachEvidence = defineCommand({
  id: 'report.attach',
  label: { zh: '上传佐证', en: 'Attach evidence' },
  about: {
    zh: '给一项报送附一份佐证文件（最大 50 MB），草稿和被退回时可附；多份逐个上传。',
    en: 'Attaches one file of evidence (50 MB at most) to a report that is a draft or came back; several are sent one by one.',
  },
  permission: 'report.draft',
  route: { method: 'POST', path: '/reports/:dutyId/evidence' },
  cli: 'report attach',
  upload: { maximumBytes: reportEvidenceMaximumBytes },
  input: Type.Object({ dutyId: Id }),
  output: ReportDetail,
  run: async (context, { dutyId }) => {
    const { tx, jurisdiction, upload } = context
    if (upload === undefined) throw operationErrors.fileMissing({})
    const atHand = await lockOwnReport(context, dutyId, 'report.draft')
    const { duty } = atHand
    const refusal = refuseDraft(atHand.facts)
    if (refusal !== undefined) throw refusal
    const files = atHand.report === undefined ? [] : await attachedTo(context, atHand.report.id)
    if (files.some(({ sha256 }) => sha256 === upload.sha256)) {
      context.unchanged()
      return presentDetail(context, duty)
    }
    if (files.length >= mostFiles) throw reportErrors.tooManyFiles({ title: duty.title, most: mostFiles })
    const report =
      atHand.report === undefined || atHand.report.state === 'approved'
        ? await writeDraft(context, atHand, atHand.content ?? emptyContent)
        : atHand.report
    const evidenceId = await insertEvidence(context, upload, 'report', 'giver')
    await tx
      .insertInto('report_evidence')
      .values({
        jurisdiction,
        report_id: report.id,
        evidence_id: evidenceId,
        ordinal: Math.max(0, ...files.map(({ ordinal }) => ordinal)) + 1,
        demonstration: duty.demonstration,
      })
      .execute()
    const { fileName, sha256, size, mediaType } = upload
    await context.record({
      subject: { kind: 'report', id: report.id },
      before: null,
      after: { duty: duty.id, title: duty.title, attached: { evidenceId, name: fileName, sha256, size, mediaType } },
    })
    return presentDetail(context, duty)
  },
})

/**
 * 移除佐证: the report stands on it no more; the file and the journal keep what was given. What an approval rested on
 * stays, also while a correction is mended: the approved value counts until then.
 */
export const detachEvidence = defineCommand({
  id: 'report.detach',
  label: { zh: '移除佐证', en: 'Remove evidence' },
  about: {
    zh: '从草稿或被退回的报送里移除一份佐证；上报之后不能移除，已核定内容的佐证一直保留。',
    en: 'Takes a file off a report that is a draft or came back; not after it was submitted, and never one that an approval rests on.',
  },
  permission: 'report.draft',
  route: { method: 'DELETE', path: '/reports/:dutyId/evidence/:evidenceId' },
  cli: 'report detach',
  input: Type.Object({ dutyId: Id, evidenceId: Id }),
  output: ReportDetail,
  run: async (context, { dutyId, evidenceId }) => {
    const { tx, jurisdiction } = context
    const atHand = await lockOwnReport(context, dutyId, 'report.draft')
    const { duty, report } = atHand
    const file =
      report === undefined ? undefined : (await attachedTo(context, report.id)).find(({ id }) => id === evidenceId)
    if (report === undefined || file === undefined) {
      throw operationErrors.notFound({ what: { zh: '佐证', en: 'file of evidence' }, id: evidenceId })
    }
    const refusal = refuseDraft(atHand.facts)
    if (refusal !== undefined) throw refusal
    if (await wasApprovedWith(context, report.id, evidenceId)) throw reportErrors.fileApproved({ name: file.name })
    await tx
      .deleteFrom('report_evidence')
      .where('jurisdiction', '=', jurisdiction)
      .where('report_id', '=', report.id)
      .where('evidence_id', '=', evidenceId)
      .execute()
    await context.record({
      subject: { kind: 'report', id: report.id },
      before: { duty: duty.id, title: duty.title, attached: { evidenceId, name: file.name, sha256: file.sha256 } },
      after: null,
    })
    return presentDetail(context, duty)
  },
})

/** Whether the report was approved since the file was given: the approval rests on it. */
async function wasApprovedWith(
  { tx, jurisdiction }: CommandContext,
  reportId: string,
  evidenceId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from report_act a join evidence e on e.jurisdiction = ${jurisdiction} and e.id = ${evidenceId}
    where a.jurisdiction = ${jurisdiction} and a.report_id = ${reportId} and a.act = 'approve' and a.at >= e.given_at
    limit 1`.execute(tx)
  return rows.length > 0
}

async function attachedTo(
  { tx, jurisdiction }: CommandContext,
  reportId: string,
): Promise<readonly { id: string; name: string; sha256: string; ordinal: number }[]> {
  const { rows } = await sql<{ id: string; name: string; sha256: string; ordinal: number }>`
    select e.id, e.name, e.sha256, re.ordinal from report_evidence re
    join evidence e on e.jurisdiction = ${jurisdiction} and e.id = re.evidence_id
    where re.jurisdiction = ${jurisdiction} and re.report_id = ${reportId} order by re.ordinal`.execute(tx)
  return rows
}
