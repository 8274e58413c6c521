import type { QxError } from '@qiangxian/kernel/errors/define-errors'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import type { ReportState } from '@qiangxian/kernel/progress/progress.schemas'
import { actWords, reportErrors } from './report-errors.ts'

/**
 * The life of a report (报送): who may do what with it, and when.
 *
 *   (none) ─draft→ draft ─submit→ submitted ─check→ checked ─approve→ approved
 *                    ↑ withdraw──────┘   └──── return ────→ returned ─submit→ …
 *   approved ─correct→ submitted, with a reason; the approved content stays until the new one is approved
 *
 * Each rule answers with the refusal, or with nothing when it may be done. The page asks the same rules what it may
 * offer.
 */
export interface LifeFacts {
  readonly duty: Pick<DutyRecord, 'kind' | 'title' | 'openedOn' | 'closedOn' | 'outcome'>
  /** undefined while nobody has begun */
  readonly state: ReportState | undefined
  /** the account that submitted what is under review, and the one that checked it; null: none, or no account */
  readonly submittedBy: string | null
  readonly checkedBy: string | null
  readonly unit: { readonly name: string; readonly dissolvedOn: string | null; readonly successor: string | null }
  /** whether the plan in force still has what the duty is about */
  readonly inPlan: boolean
  readonly today: string
}

type Refusal = QxError | undefined

/** 填报: also of what came back, and of a milestone that goes on after an approval. */
export function refuseDraft(facts: LifeFacts): Refusal {
  const { duty, state } = facts
  const refusal = refuseUnit(facts)
  if (refusal !== undefined) return refusal
  if (duty.closedOn !== null && duty.outcome === 'withdrawn') {
    return reportErrors.withdrawn({ title: duty.title, on: duty.closedOn })
  }
  if (duty.openedOn > facts.today) return reportErrors.notOpen({ title: duty.title, opensOn: duty.openedOn })
  if (state === 'submitted' || state === 'checked') return reportErrors.underReview({ title: duty.title, state })
  // A correction that came back is written on, although its duty is closed.
  if (state === 'returned') return undefined
  if (duty.closedOn !== null) return reportErrors.periodClosed({ title: duty.title })
  return undefined
}

/** 上报 */
export function refuseSubmission(facts: LifeFacts): Refusal {
  const { duty, state } = facts
  return (
    refuseDraft(facts) ??
    (state === undefined ? reportErrors.noReport({ title: duty.title }) : undefined) ??
    (state === 'approved' ? reportErrors.wrongState({ title: duty.title, state, act: actWords.submit }) : undefined)
  )
}

/** 撤回: as long as nobody has looked at it. */
export function refuseWithdrawal({ duty, state }: LifeFacts): Refusal {
  return refuseState(duty.title, state, ['submitted'], 'withdraw')
}

/** 审核: by somebody else than who submitted. */
export function refuseCheck(facts: LifeFacts, account: string | null): Refusal {
  return refuseState(facts.duty.title, facts.state, ['submitted'], 'check') ?? refuseOwn(facts, account, 'check')
}

/** 核定: after the check, and never by who submitted; where the county says so, also not by who checked. */
export function refuseApproval(facts: LifeFacts, account: string | null, byTwo: boolean): Refusal {
  const refusal =
    refuseState(facts.duty.title, facts.state, ['checked'], 'approve') ?? refuseOwn(facts, account, 'approve')
  if (refusal !== undefined || !byTwo || facts.checkedBy !== account) return refusal
  return reportErrors.checkedByOneself({ title: facts.duty.title })
}

/** 退回: also of what was checked already. */
export function refuseReturn({ duty, state }: LifeFacts): Refusal {
  return refuseState(duty.title, state, ['submitted', 'checked'], 'return')
}

/** 更正: of what is approved and closed. */
export function refuseCorrection(facts: LifeFacts): Refusal {
  const { duty, state } = facts
  const refusal = refuseUnit(facts) ?? refuseState(duty.title, state, ['approved'], 'correct')
  if (refusal !== undefined || duty.closedOn !== null) return refusal
  return reportErrors.wrongState({ title: duty.title, state: 'approved', act: actWords.correct })
}

function refuseUnit({ duty, unit, inPlan, today }: LifeFacts): Refusal {
  if (duty.kind === 'part') return reportErrors.noReportAsked({ title: duty.title })
  if (!inPlan) return reportErrors.notInPlan({ title: duty.title })
  const { name, dissolvedOn, successor } = unit
  if (dissolvedOn === null || dissolvedOn > today) return undefined
  return reportErrors.unitDissolved({ unit: name, on: dissolvedOn, successor })
}

function refuseState(
  title: string,
  state: ReportState | undefined,
  from: readonly ReportState[],
  act: keyof typeof actWords,
): Refusal {
  if (state === undefined) return reportErrors.noReport({ title })
  return from.includes(state) ? undefined : reportErrors.wrongState({ title, state, act: actWords[act] })
}

function refuseOwn({ duty, submittedBy }: LifeFacts, account: string | null, act: 'check' | 'approve'): Refusal {
  if (submittedBy === null || submittedBy !== account) return undefined
  return reportErrors.ownSubmission({ title: duty.title, act: actWords[act] })
}
