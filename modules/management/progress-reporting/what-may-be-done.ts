import { type Actor, actorMay } from '@qiangxian/kernel/accounts/actor'
import type { Permission } from '@qiangxian/kernel/accounts/roles'
import type { Localized, QxError } from '@qiangxian/kernel/errors/define-errors'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { actsFor } from '@qiangxian/kernel/progress/duties'
import type { ReportDetail } from '@qiangxian/kernel/progress/progress.schemas'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import type { ReportAtHand } from './report-at-hand.ts'
import {
  refuseApproval,
  refuseCheck,
  refuseCorrection,
  refuseDraft,
  refuseReturn,
  refuseSubmission,
  refuseWithdrawal,
} from './report-life.ts'

/** Which acts the page offers to this reader, and for the others why not: by the rules that the acts themselves ask. */
export function whatMayBeDone({ actor, county }: QueryContext, { duty, facts }: ReportAtHand): ReportDetail['may'] {
  const account = actor.accountId ?? null
  const ofUnit = (permission: Permission, who: Localized, refusal: QxError | undefined) =>
    actsFor(actor, permission, duty) ? answer(refusal) : { may: false, why: who }
  const ofOffice = (refusal: QxError | undefined) => (mayReview(actor) ? answer(refusal) : { may: false, why: office })
  return {
    draft: ofUnit('report.draft', unit, refuseDraft(facts)),
    submit: ofUnit('report.submit', head, refuseSubmission(facts)),
    withdraw: ofUnit('report.submit', head, refuseWithdrawal(facts)),
    check: ofOffice(refuseCheck(facts, account)),
    approve: ofOffice(refuseApproval(facts, account, progressSettings(county).checkAndApproveByTwo)),
    return: ofOffice(refuseReturn(facts)),
    correct: ofUnit('report.submit', head, refuseCorrection(facts)),
  }
}

function mayReview(actor: Actor): boolean {
  return actorMay(actor, 'report.review')
}

function answer(refusal: QxError | undefined) {
  return refusal === undefined ? { may: true, why: null } : { may: false, why: { ...refusal.localized } }
}

const unit: Localized = { zh: '由本单位的填报人或负责人办理', en: 'Done by the reporters and the head of the unit' }
const head: Localized = { zh: '由本单位的负责人办理', en: 'Done by the head of the unit' }
const office: Localized = { zh: '由领导小组办公室办理', en: 'Done by the leading-group office' }
