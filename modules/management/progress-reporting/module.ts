import type { Operation } from '@qiangxian/kernel/operations/operation'
import { correctReport, withdrawReport } from './correct-report.command.ts'
import { listReports, showReport } from './report.operations.ts'
import { attachEvidence, detachEvidence } from './report-evidence.command.ts'
import { approveReports, checkReports, returnReports } from './review-reports.command.ts'
import { saveDraft } from './save-draft.command.ts'
import { decideWorkSheet } from './sheet/decide-sheet.command.ts'
import { downloadWorkSheet, showWorkSheet, uploadWorkSheet } from './sheet/sheet.operations.ts'
import { submitReports } from './submit-reports.command.ts'
import { showWork } from './work.operations.ts'

/** S03 进展报送: units say how far they are, with evidence; the office checks, approves or returns. */
export const progressReporting = {
  id: 'progress-reporting',
  area: 'management',
  label: '进展报送',
  operations: [
    showWork,
    listReports,
    showReport,
    saveDraft,
    submitReports,
    checkReports,
    approveReports,
    returnReports,
    withdrawReport,
    correctReport,
    attachEvidence,
    detachEvidence,
    downloadWorkSheet,
    uploadWorkSheet,
    showWorkSheet,
    decideWorkSheet,
  ] satisfies readonly Operation[],
}
