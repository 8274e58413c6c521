import { addDays } from '@qiangxian/engines/indicator/days'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { Telling } from './telling.ts'

/** Reports of the last weeks carry a file each, every third of them two; the files are few and are given many times. */
const lastDays = 75

export function tellEvidence({ rows, asOf }: Telling, files: readonly UploadedFile[]): void {
  if (files.length === 0) return
  const since = addDays(asOf, -lastDays)
  const recent = rows.report.filter(
    ({ submitted_at, state }) =>
      submitted_at !== null && state !== 'draft' && submitted_at.toISOString().slice(0, 10) >= since,
  )
  for (const [at, report] of recent.entries()) {
    const given = files.filter(
      (_, index) => index === at % files.length || (at % 3 === 0 && index === (at + 1) % files.length),
    )
    for (const [ordinal, file] of given.entries()) {
      const instant = new Date((report.submitted_at ?? report.updated_at).getTime() - 600_000)
      const id = newId(instant)
      rows.evidence.push({
        id,
        sha256: file.sha256,
        name: file.fileName,
        purpose: 'report',
        given_by: report.submitted_by,
        given_by_label: report.updated_by_label,
        visibility: 'office',
        given_at: instant,
      })
      rows.report_evidence.push({ report_id: report.id, evidence_id: id, ordinal })
    }
  }
}
