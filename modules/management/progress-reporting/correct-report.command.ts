import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { withdrawAnswer } from '@qiangxian/kernel/progress/duties'
import { markObservation } from '@qiangxian/kernel/progress/observations'
import { ReportDetail } from '@qiangxian/kernel/progress/progress.schemas'
import { sameContent } from '@qiangxian/kernel/progress/report-record'
import { besides } from '@qiangxian/kernel/progress/report-rows'
import Type from 'typebox'
import { announceSubmission } from './announce-reports.ts'
import { forgetReport, indexReport } from './index-report.ts'
import { givenReport, lockOwnReport, refuseStale } from './report-at-hand.ts'
import { presentDetail } from './report-detail.ts'
import { actWords, reportErrors } from './report-errors.ts'
import { approvedBefore } from './report-history.ts'
import { refuseCorrection, refuseWithdrawal } from './report-life.ts'
import { settledContent, submissionProblems } from './report-rules.ts'
import { observe } from './submit-reports.command.ts'
import { readTypedContent, TypedContent } from './typed-content.ts'
import { noteOf, writeAct } from './write-report.ts'

/** 撤回上报: as long as the office has not looked at it. A correction that is withdrawn leaves what was approved. */
export const withdrawReport = defineCommand({
  id: 'report.withdraw',
  label: { zh: '撤回上报', en: 'Withdraw a report' },
  about: {
    zh: '办公室审核之前，单位负责人可撤回已上报的报送，改后重报。',
    en: 'Until the office has checked it, the head of the unit takes a report back to change it.',
  },
  permission: 'report.submit',
  route: { method: 'POST', path: '/reports/:dutyId/withdrawal' },
  cli: 'report withdraw',
  input: Type.Object({ dutyId: Id, revision: Type.Integer({ minimum: 1 }) }),
  output: ReportDetail,
  run: async (context, { dutyId, revision }) => {
    const atHand = await lockOwnReport(context, dutyId, 'report.submit')
    const { duty, facts } = atHand
    const account = context.actor.accountId ?? null
    const isDone = atHand.report?.state === 'draft' && atHand.report.revision === revision + 1
    if (isDone && atHand.report?.updatedBy === account) {
      context.unchanged()
      return presentDetail(context, duty)
    }
    const refusal = refuseWithdrawal(facts)
    if (refusal !== undefined) throw refusal
    refuseStale(context, atHand, revision)
    const { report, content } = givenReport(atHand)
    if (report.observationId !== null) await markObservation(context, report.observationId, 'withdrawn', null)
    const approved = duty.closedOn === null ? undefined : await approvedBefore(context, report.id)
    const written = await writeAct(context, atHand, {
      act: 'withdraw',
      state: approved === undefined ? 'draft' : 'approved',
      content: approved?.content ?? content,
      reason: null,
      observationId: approved?.observationId ?? null,
    })
    if (duty.closedOn === null) await withdrawAnswer(context, duty)
    if (approved === undefined) await forgetReport(context, report.id)
    else await indexReport(context, atHand, approved.content)
    await context.record(await noteOf(context, atHand, written, approved?.content ?? content, null))
    return presentDetail(context, duty)
  },
})

/**
 * 更正: an approved report turns out wrong. The new content goes through check and approval; until then what was
 * approved stays what counts, and it stays on record for good.
 *
 * @source 统计法（2024 修正）第七条、第二十四条: nothing is overwritten in silence
 */
export const correctReport = defineCommand({
  id: 'report.correct',
  label: { zh: '更正报送', en: 'Correct an approved report' },
  about: {
    zh: '单位负责人写明理由，对已核定的报送提出更正；更正后的数值另成一条记录，原值保留，核定前仍以原值为准。',
    en: 'The head of the unit corrects an approved report with a reason; the new value is a record of its own, the old one stays and counts until the new one is approved.',
  },
  permission: 'report.submit',
  route: { method: 'POST', path: '/reports/:dutyId/correction' },
  cli: 'report correct',
  input: Type.Object({
    dutyId: Id,
    revision: Type.Integer({ minimum: 1 }),
    content: TypedContent,
    reason: Type.String({ maxLength: 1_000 }),
  }),
  output: ReportDetail,
  run: async (context, input) => {
    const atHand = await lockOwnReport(context, input.dutyId, 'report.submit')
    const { duty, facts } = atHand
    const reason = input.reason.trim()
    if (reason === '') throw reportErrors.reasonNeeded({ act: actWords.correct })
    const { report, subject, content: stored } = givenReport(atHand)
    const typed = readTypedContent(input.content, subject, '/content')
    const content = settledContent(typed.content, subject)
    const account = context.actor.accountId ?? null
    const isReplay =
      report.state === 'submitted' && report.revision === input.revision + 1 && report.submittedBy === account
    if (isReplay && sameContent(stored, content)) {
      context.unchanged()
      return presentDetail(context, duty)
    }
    const refusal = refuseCorrection(facts)
    if (refusal !== undefined) throw refusal
    refuseStale(context, atHand, input.revision)
    if (typed.problems.length > 0) throw refused(typed.problems)
    if (sameContent(stored, content)) {
      context.unchanged()
      return presentDetail(context, duty)
    }
    const beside = await besides(context, [{ duty, report }], atHand.reading)
    const about = { subject, content: typed.content, earlier: beside.earlierOf(duty), today: context.today }
    const { scope, period, periodStart, periodEnd } = duty
    const problems = submissionProblems({ ...about, scope, period, periodStart, periodEnd }, '/content')
    if (problems.length > 0) throw refused(problems)
    const corrects = { observationId: report.observationId, reason }
    const observationId = await observe(context, atHand, content, corrects)
    const written = await writeAct(context, atHand, {
      act: 'correct',
      state: 'submitted',
      content,
      reason,
      observationId,
    })
    await indexReport(context, atHand, content)
    await announceSubmission(context, [atHand])
    await context.record(await noteOf(context, atHand, written, content, reason))
    return presentDetail(context, duty)
  },
})

function refused(problems: readonly FieldProblem[]) {
  return reportErrors.badContent({ count: problems.length }, { problems })
}
