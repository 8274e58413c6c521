import type { QxError } from '@qiangxian/kernel/errors/define-errors'
import type { JournalNote } from '@qiangxian/kernel/journal/record-entry'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { closeDuty, reopenDuty, returnDuty, withdrawAnswer } from '@qiangxian/kernel/progress/duties'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { markObservation } from '@qiangxian/kernel/progress/observations'
import type { ReportState } from '@qiangxian/kernel/progress/progress.schemas'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import Type from 'typebox'
import { announceApproval, announceReturn } from './announce-reports.ts'
import { approvePart, isMilestoneDone, standMilestone } from './approved-progress.ts'
import { ActedOn, actOnEach, type ReportItem, ReportItems } from './many-reports.ts'
import { givenReport, lockAnyReport, type ReportAtHand, refuseStale } from './report-at-hand.ts'
import { actWords, reportErrors } from './report-errors.ts'
import { refuseApproval, refuseCheck, refuseReturn } from './report-life.ts'
import { noteOf, writeAct } from './write-report.ts'

const many = {
  zh: '可一次办理多项：要么全部办理，要么一项也不办理并逐项说明。',
  en: 'Several at once: all of them, or none with what is wrong with each.',
}

/** 审核: somebody of the office has looked at it. */
export const checkReports = defineCommand({
  id: 'report.check',
  label: { zh: '审核报送', en: 'Check reports' },
  about: {
    zh: `办公室审核已上报的报送；上报人不能审核自己的报送。${many.zh}`,
    en: `The office checks what was submitted; nobody checks what they submitted. ${many.en}`,
  },
  permission: 'report.review',
  route: { method: 'POST', path: '/reports/check' },
  cli: 'report check',
  input: Type.Object({ items: ReportItems }),
  output: ActedOn,
  run: (context, { items }) =>
    review(context, items, {
      act: 'check',
      to: 'checked',
      reason: null,
      refuse: ({ facts }) => refuseCheck(facts, context.actor.accountId ?? null),
      follow: async ({ report }) => {
        const observationId = report?.observationId ?? null
        if (observationId !== null) await markObservation(context, observationId, 'checked', null)
      },
      announce: async () => {},
    }),
})

/** 核定: what was checked counts from now on, and the duty is met. */
export const approveReports = defineCommand({
  id: 'report.approve',
  label: { zh: '核定报送', en: 'Approve reports' },
  about: {
    zh: `办公室核定已审核的报送，数值自此生效；上报人不能核定，县里规定两人办理的，审核人也不能核定。${many.zh}`,
    en: `The office approves what was checked, and its values count; nobody approves what they submitted, nor, where the county says so, what they checked. ${many.en}`,
  },
  permission: 'report.review',
  route: { method: 'POST', path: '/reports/approval' },
  cli: 'report approve',
  input: Type.Object({ items: ReportItems }),
  output: ActedOn,
  run: (context, { items }) => {
    const byTwo = progressSettings(context.county).checkAndApproveByTwo
    return review(context, items, {
      act: 'approve',
      to: 'approved',
      reason: null,
      refuse: ({ facts }) => refuseApproval(facts, context.actor.accountId ?? null, byTwo),
      follow: (atHand) => approveOne(context, atHand),
      announce: (duties) => announceApproval(context, duties),
    })
  },
})

/** 退回: with a reason, and with days to mend it. */
export const returnReports = defineCommand({
  id: 'report.return',
  label: { zh: '退回报送', en: 'Return reports' },
  about: {
    zh: `办公室写明理由后退回报送，单位在规定的工作日内改正重报。${many.zh}`,
    en: `The office returns reports with a reason; the unit has some working days to mend them. ${many.en}`,
  },
  permission: 'report.review',
  route: { method: 'POST', path: '/reports/return' },
  cli: 'report return',
  input: Type.Object({ items: ReportItems, reason: Type.String({ maxLength: 1_000 }) }),
  output: ActedOn,
  run: (context, input) => {
    const reason = input.reason.trim()
    if (reason === '') throw reportErrors.reasonNeeded({ act: actWords.return })
    return review(context, input.items, {
      act: 'return',
      to: 'returned',
      reason,
      refuse: ({ facts }) => refuseReturn(facts),
      follow: async ({ duty, report }) => {
        const observationId = report?.observationId ?? null
        if (observationId !== null) await markObservation(context, observationId, 'returned', reason)
        // A correction that comes back leaves the duty met, as it was.
        if (duty.closedOn === null) await returnDuty(context, duty)
      },
      announce: (duties) => announceReturn(context, duties, reason),
    })
  },
})

interface Review {
  readonly act: 'check' | 'approve' | 'return'
  readonly to: ReportState
  readonly reason: string | null
  readonly refuse: (atHand: ReportAtHand) => QxError | undefined
  readonly follow: (atHand: ReportAtHand) => Promise<void>
  readonly announce: (duties: readonly DutyRecord[]) => Promise<void>
}

async function review(context: CommandContext, items: readonly ReportItem[], { act, ...how }: Review) {
  const acted = await actOnEach(items, actWords[act], async ({ dutyId, revision }) => {
    const atHand = await lockAnyReport(context, dutyId)
    if (isReplay(context, atHand, how.to, revision)) return { atHand, note: undefined, revision: revision + 1 }
    const refusal = how.refuse(atHand)
    if (refusal !== undefined) throw refusal
    refuseStale(context, atHand, revision)
    const { content } = givenReport(atHand)
    const written = await writeAct(context, atHand, { act, state: how.to, content, reason: how.reason })
    await how.follow(atHand)
    const note: JournalNote = await noteOf(context, atHand, written, content, how.reason)
    return { atHand, note, revision: written.revision }
  })
  const fresh = acted.filter(({ note }) => note !== undefined)
  if (fresh.length === 0) context.unchanged()
  else {
    await how.announce(fresh.map(({ atHand }) => atHand.duty))
    await context.recordAll(fresh.flatMap(({ note }) => note ?? []))
  }
  return {
    reports: acted.map(({ atHand: { duty }, revision }) => ({ dutyId: duty.id, state: how.to, revision, daysLate: 0 })),
  }
}

/** The same request again finds its work done by the same person: nothing is done twice, and nothing is wrong. */
function isReplay({ actor }: CommandContext, { report }: ReportAtHand, to: ReportState, seen: number): boolean {
  if (report === undefined || report.state !== to || report.revision !== seen + 1) return false
  return report.updatedBy === (actor.accountId ?? null)
}

async function approveOne(context: CommandContext, atHand: ReportAtHand): Promise<void> {
  const { duty } = atHand
  const { report, subject, content } = givenReport(atHand)
  if (report.observationId !== null) await markObservation(context, report.observationId, 'approved', null)
  if (subject.kind === 'task') await approvePart(context, duty, content)
  if (subject.kind === 'milestone') await standMilestone(context, report.id, duty, content)
  const isOwedOn = subject.kind === 'milestone' && !isMilestoneDone(content)
  if (duty.closedOn !== null) {
    // Corrected to what is not reached after all, a milestone is owed again.
    if (isOwedOn && duty.outcome === 'met') await reopenDuty(context, duty)
    return
  }
  // A milestone that is not reached yet is owed on: its progress was approved, and the clock runs.
  if (isOwedOn) await withdrawAnswer(context, duty)
  else await closeDuty(context, duty, 'met')
}
