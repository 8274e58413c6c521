import { periodInWords } from '@qiangxian/engines/indicator/period'
import { actorMay } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { presentAmount } from '@qiangxian/kernel/plan/present-plan'
import { actsFor, getReadableDuty, mayReadDuty, presentDuties } from '@qiangxian/kernel/progress/duties'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import type { ReportContent, ReportDetail } from '@qiangxian/kernel/progress/progress.schemas'
import { lastReadings, presentReading } from '@qiangxian/kernel/progress/readings'
import { contentOf, emptyContent } from '@qiangxian/kernel/progress/report-record'
import { type Besides, besides, type EarlierReport } from '@qiangxian/kernel/progress/report-rows'
import { signedReports } from '@qiangxian/kernel/progress/signed-reports'
import { dutyNotFound, type ReportAtHand, reportOf } from './report-at-hand.ts'
import { actsOn, evidenceOf, partOf } from './report-detail.queries.ts'
import { partsOf } from './report-rules.ts'
import { whatMayBeDone } from './what-may-be-done.ts'

/** One report with everything that stands beside it, for whoever may read its duty. */
export async function presentDetail(context: QueryContext, { id }: Pick<DutyRecord, 'id'>): Promise<ReportDetail> {
  const duty = await getReadableDuty(context, id)
  const atHand = await reportOf(context, duty)
  const { reading } = atHand
  if (!mayReadDuty(context.actor, duty, reading)) throw dutyNotFound(id)
  const isOwn = actsFor(context.actor, 'work.read', duty)
  // A draft is its unit's own until it is signed.
  const visible = atHand.report?.state === 'draft' && !isOwn ? undefined : atHand.report
  const [report] =
    visible === undefined
      ? []
      : await signedReports(context, [{ report: visible, partyId: duty.partyId, subject: atHand.subject }])
  const [row] = await presentDuties(context, [duty])
  if (row === undefined) throw dutyNotFound(id)
  const beside = await besides(context, [{ duty, report }], reading)
  const [previous] = beside.earlierOf(duty)
  const acts = report === undefined ? [] : await actsOn(context, report.id)
  return {
    duty: row,
    report:
      report === undefined
        ? null
        : {
            id: report.id,
            state: report.state,
            revision: report.revision,
            content: contentOf(report, atHand.subject),
            updatedAt: report.updatedAt.toISOString(),
            updatedBy: report.updatedByLabel,
          },
    prefill: atHand.report === undefined && isOwn ? prefill(atHand, previous) : null,
    target: await targetOf(context, atHand, beside),
    task: await taskOf(context, atHand),
    previous: previous === undefined ? null : { ...previous },
    remarks: report === undefined ? [] : beside.remarksOf(duty, report),
    evidence: report === undefined ? [] : await evidenceOf(context, report.id),
    acts,
    may: whatMayBeDone(context, atHand),
  }
}

/** What a new report may begin with: only what rarely changes from period to period, and never a value. */
function prefill({ duty, subject }: ReportAtHand, previous: EarlierReport | undefined): ReportDetail['prefill'] {
  const before = previous?.content
  switch (subject?.kind) {
    case 'target': {
      const denominator = subject.value.ratio ? (before?.denominator ?? null) : null
      const content: ReportContent = { ...emptyContent, valueState: 'value', denominator, cutoffOn: duty.periodEnd }
      if (denominator === null || previous === undefined) {
        return {
          content,
          from: { zh: '数据截止日取期末', en: 'The cut-off day is the end of the period' },
        }
      }
      const { zh, en } = wordsFor(previous.period)
      return {
        content,
        from: {
          zh: `数据截止日取期末；分母沿用 ${zh}，请核对`,
          en: `The cut-off day is the end of the period; the denominator is that of ${en}: check it`,
        },
      }
    }
    case 'task': {
      if (previous === undefined || before === undefined) return null
      const { zh, en } = wordsFor(previous.period)
      return {
        content: { ...emptyContent, progress: before.progress, problems: before.problems },
        from: {
          zh: `进度和存在问题沿用 ${zh}，请更新`,
          en: `Progress and problems are those of ${en}: bring them up to date`,
        },
      }
    }
    case 'milestone': {
      const labels = partsOf(subject.milestone)
      return {
        content: {
          ...emptyContent,
          parts: labels.map((label) => ({
            label,
            status: 'open' as const,
            documentNo: null,
            documentTitle: null,
            on: null,
          })),
        },
        from: { zh: '各项取自方案', en: 'The parts are those of the plan' },
      }
    }
    default:
      return null
  }
}

function wordsFor(period: string) {
  return { zh: periodInWords(period, 'zh'), en: periodInWords(period, 'en') }
}

async function targetOf(
  context: QueryContext,
  { duty, subject }: ReportAtHand,
  beside: Besides,
): Promise<ReportDetail['target']> {
  if (subject?.kind !== 'target') return null
  const { target, value } = subject
  const scopeKey = duty.scope === 'county' ? 'county' : duty.partyId
  const approvedOnly = !actorMay(context.actor, 'progress.read') && !actsFor(context.actor, 'work.read', duty)
  const readings = await lastReadings(context, { scopeKey, itemIds: [target.itemId], approvedOnly })
  const reading = readings.get(target.itemId)
  return {
    amount: presentAmount(target),
    kind: target.kind,
    ratio: value.ratio,
    formula: target.definition?.formula ?? null,
    dataFrom: target.definition?.dataFrom ?? null,
    pitfall: target.definition?.pitfall ?? null,
    current: reading === undefined ? null : presentReading(target, reading),
    unitTotal: beside.unitTotalOf(duty),
  }
}

async function taskOf(context: QueryContext, { duty, subject }: ReportAtHand): Promise<ReportDetail['task']> {
  if (subject?.kind !== 'task') return null
  const part = duty.partId === null ? undefined : await partOf(context, duty.partId)
  return {
    summary: subject.task.summary,
    content: part?.content ?? null,
    standard: part?.standard ?? null,
    weight: part?.weight ?? null,
    share: part?.share ?? 'lead',
  }
}
