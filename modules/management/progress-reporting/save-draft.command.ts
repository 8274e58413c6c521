import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { ReportDetail } from '@qiangxian/kernel/progress/progress.schemas'
import { sameContent } from '@qiangxian/kernel/progress/report-record'
import Type from 'typebox'
import { lockOwnReport, type ReportAtHand, refuseStale } from './report-at-hand.ts'
import { presentDetail } from './report-detail.ts'
import { reportErrors } from './report-errors.ts'
import { refuseDraft } from './report-life.ts'
import { readTypedContent, TypedContent } from './typed-content.ts'
import { type Written, writeDraft } from './write-report.ts'

/** 填报: what was typed is kept, as often as it is typed, until the head signs it. */
export const saveDraft = defineCommand({
  id: 'report.save',
  label: { zh: '保存填报', en: 'Save a draft report' },
  about: {
    zh: '保存一项报送的草稿；须说明看到的是第几次修改（新填为 0），以免覆盖别人的改动。数值可写 3.5万、全角数字。',
    en: 'Saves the draft of a report; says which revision was seen (0 for a new one), so nobody is overwritten. Figures may be typed as 3.5万 or in full-width digits.',
  },
  permission: 'report.draft',
  route: { method: 'PUT', path: '/reports/:dutyId' },
  cli: 'report save',
  input: Type.Object({ dutyId: Id, revision: Type.Integer({ minimum: 0 }), content: TypedContent }),
  output: ReportDetail,
  run: async (context, input) => {
    const atHand = await lockOwnReport(context, input.dutyId, 'report.draft')
    const refusal = refuseDraft(atHand.facts)
    if (refusal !== undefined) throw refusal
    if (atHand.subject === undefined) throw reportErrors.notInPlan({ title: atHand.duty.title })
    const { content, problems } = readTypedContent(input.content, atHand.subject, '/content')
    if (problems.length > 0) throw reportErrors.badContent({ count: problems.length }, { problems })
    if (atHand.content !== undefined && sameContent(atHand.content, content)) {
      context.unchanged()
      return presentDetail(context, atHand.duty)
    }
    refuseStale(context, atHand, input.revision)
    const written = await writeDraft(context, atHand, content)
    await recordSaving(context, atHand, written, content as unknown as Json)
    return presentDetail(context, atHand.duty)
  },
})

/**
 * The journal holds who began a report and who took it up from somebody else. That one person types on is no change of
 * what the county has been told, and an entry for every few seconds of typing would bury those that are; the whole
 * content stands in the entry of its submission.
 */
async function recordSaving(
  context: CommandContext,
  { duty, report }: ReportAtHand,
  written: Written,
  content: Json,
): Promise<void> {
  const typesOn = report !== undefined && report.updatedBy === (context.actor.accountId ?? null)
  if (typesOn && report.state === written.state) {
    context.unchanged()
    return
  }
  await context.record({
    subject: { kind: 'report', id: written.id },
    before: report === undefined ? null : { state: report.state, revision: report.revision, by: report.updatedByLabel },
    after: { duty: duty.id, title: duty.title, state: written.state, revision: written.revision, content },
  })
}
