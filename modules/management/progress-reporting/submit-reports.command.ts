import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { daysBetween } from '@qiangxian/kernel/clock/civil-date'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { answerDuty } from '@qiangxian/kernel/progress/duties'
import { effectiveDue } from '@qiangxian/kernel/progress/duty-clock'
import { recordObservation } from '@qiangxian/kernel/progress/observations'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { earlierOf } from '@qiangxian/kernel/progress/report-rows'
import Type from 'typebox'
import { announceSubmission } from './announce-reports.ts'
import { indexReport } from './index-report.ts'
import { ActedOn, actOnEach, ItemProblems, ReportItems } from './many-reports.ts'
import { givenReport, lockOwnReport, type ReportAtHand, refuseStale } from './report-at-hand.ts'
import { actWords } from './report-errors.ts'
import { approvedBefore } from './report-history.ts'
import { refuseSubmission } from './report-life.ts'
import { settledContent, submissionProblems } from './report-rules.ts'
import { noteOf, writeAct } from './write-report.ts'

/** 审签上报: the head signs, and answers for what is said. Late is allowed, and stays on record. */
export const submitReports = defineCommand({
  id: 'report.submit',
  label: { zh: '上报', en: 'Submit reports' },
  about: {
    zh: '由单位负责人审签并上报，可一次上报多项：要么全部上报，要么一项也不上报并逐项说明。逾期仍可上报，记录逾期天数。',
    en: 'The head of the unit signs and submits, several at once: all of them, or none with what is wrong with each. Late reports are taken and marked late.',
  },
  permission: 'report.submit',
  route: { method: 'POST', path: '/reports/submission' },
  cli: 'report submit',
  input: Type.Object({ items: ReportItems }),
  output: ActedOn,
  run: async (context, { items }) => {
    const acted = await actOnEach(items, actWords.submit, async ({ dutyId, revision }, path) => {
      const atHand = await lockOwnReport(context, dutyId, 'report.submit')
      if (isReplay(context, atHand, revision)) return { atHand, note: undefined, answer: standingOf(atHand) }
      const refusal = refuseSubmission(atHand.facts)
      if (refusal !== undefined) throw refusal
      refuseStale(context, atHand, revision)
      return submitOne(context, atHand, path)
    })
    const fresh = acted.filter(({ note }) => note !== undefined)
    if (fresh.length === 0) context.unchanged()
    else {
      await announceSubmission(
        context,
        fresh.map(({ atHand }) => atHand),
      )
      await context.recordAll(fresh.flatMap(({ note }) => note ?? []))
    }
    return { reports: acted.map(({ answer }) => answer) }
  },
})

/** The same request again finds its work done: the revision that it saw is the one before the submission. */
function isReplay({ actor }: CommandContext, { report }: ReportAtHand, seen: number): boolean {
  if (report === undefined || report.state !== 'submitted') return false
  return report.revision === seen + 1 && report.submittedBy === (actor.accountId ?? null)
}

function standingOf({ duty, report }: ReportAtHand) {
  const daysLate = duty.answeredOn === null ? 0 : Math.max(0, daysBetween(effectiveDue(duty), duty.answeredOn))
  return { dutyId: duty.id, state: report?.state ?? 'draft', revision: report?.revision ?? 0, daysLate }
}

async function submitOne(context: CommandContext, atHand: ReportAtHand, path: string) {
  const { duty } = atHand
  const { report, subject, content: written } = givenReport(atHand)
  const problems = submissionProblems(
    {
      subject,
      content: written,
      scope: duty.scope,
      period: duty.period,
      periodStart: duty.periodStart,
      periodEnd: duty.periodEnd,
      today: context.today,
      earlier: await earlierOf(context, duty, subject),
    },
    `${path}/content`,
  )
  if (problems.length > 0) throw new ItemProblems(problems.map((each) => named(duty.title, each)))
  const content = settledContent(written, subject)
  // What came back of a correction is a correction still.
  const corrects = duty.closedOn === null ? undefined : await approvedBefore(context, report.id)
  const observationId = await observe(context, atHand, content, corrects)
  const state = await writeAct(context, atHand, {
    act: corrects === undefined ? 'submit' : 'correct',
    state: 'submitted',
    content,
    reason: corrects?.reason ?? null,
    observationId,
  })
  const daysLate = duty.closedOn === null ? Math.max(0, daysBetween(effectiveDue(duty), context.today)) : 0
  if (duty.closedOn === null) await answerDuty(context, duty)
  await indexReport(context, atHand, content)
  const note = await noteOf(context, atHand, state, content, corrects?.reason ?? null)
  const late: Json = { ...(note.after as Record<string, Json>), ...(daysLate > 0 ? { daysLate } : {}) }
  const answer = { dutyId: duty.id, state: state.state, revision: state.revision, daysLate }
  return { atHand, note: { ...note, after: late }, answer }
}

/** The value becomes an observation of its own; words about a task or a milestone are none. */
export async function observe(
  context: CommandContext,
  { duty, subject, reading, report }: ReportAtHand,
  content: ReportContent,
  corrects: { readonly observationId: string | null; readonly reason: string } | undefined,
): Promise<string | null> {
  if (subject?.kind !== 'target' || duty.periodEnd === null || content.valueState === null) return null
  const corrected =
    corrects === undefined || corrects.observationId === null
      ? undefined
      : { id: corrects.observationId, reason: corrects.reason }
  return recordObservation(context, {
    target: subject.target,
    planVersion: reading.plan.head.version,
    scope: duty.scope,
    partyId: duty.partyId,
    period: duty.period,
    periodEnd: duty.periodEnd,
    state: content.valueState,
    value: content.value,
    numerator: content.numerator,
    denominator: content.denominator,
    reason: content.valueReason,
    cutoffOn: content.cutoffOn,
    source: duty.scope === 'county' ? '牵头单位报送' : '单位报送',
    reportId: report?.id ?? null,
    demonstration: duty.demonstration,
    corrects: corrected,
  })
}

function named(title: string, { path, message }: { path: string; message: { zh: string; en: string } }) {
  return { path, message: { zh: `${title}：${message.zh}`, en: `${title}: ${message.en}` } }
}
