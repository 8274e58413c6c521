import { createHash } from 'node:crypto'
import { limit } from '@qiangxian/engines/work-calendar/limit'
import { newId } from '../ids/new-id.ts'
import { numberParameter } from '../jurisdiction/county-facts.ts'
import type { ReviewDeclaration } from '../matters/matter.types.ts'
import type { CommandContext } from '../operations/context.ts'
import { announceAll } from '../outbox/announce.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { accountsOf } from './expert-accounts.ts'

export interface ToAsk {
  readonly matterId: string
  readonly typeLabel: string
  readonly review: ReviewDeclaration
  readonly drawId: string
  readonly experts: readonly { readonly id: string; readonly label: string }[]
  readonly demonstration: boolean
}

/** Asks experts to review, each with the day by which; they are told, and learn a code instead of a name. */
export async function askReviewers(
  context: CommandContext,
  { matterId, typeLabel, review, drawId, experts, demonstration }: ToAsk,
): Promise<void> {
  if (experts.length === 0) return
  const { tx, jurisdiction, now } = context
  const dueOn = await dueOfReview(context, review)
  const code = codeOf(jurisdiction, matterId)
  const rows = experts.map(({ id, label }) => ({
    jurisdiction,
    id: newId(now),
    matter_id: matterId,
    expert_record: id,
    expert_label: label,
    draw_id: drawId,
    code,
    status: 'asked',
    asked_at: now,
    due_on: dueOn,
    demonstration,
  }))
  await tx.insertInto('matter_review').values(rows).execute()
  const accounts = await accountsOf(
    context,
    review.from.register,
    experts.map(({ id }) => id),
  )
  await announceAll(
    context,
    rows.flatMap(({ id, expert_record }) => {
      const accountIds = accounts.get(expert_record) ?? []
      if (accountIds.length === 0) return []
      return [
        {
          to: { accountIds },
          kind: 'review.asked',
          title: `请评审 ${code}（${typeLabel}）`,
          body: `请在 ${dueOn} 前评分；与申请人有利害关系的，请回避。`,
          path: `/reviews/${id}`,
          subject: { kind: 'matter-review', id },
          demonstration,
        },
      ]
    }),
  )
}

async function dueOfReview(context: CommandContext, { within }: ReviewDeclaration): Promise<string> {
  const n = within.parameter === undefined ? within.n : numberParameter(context.county, within.parameter, within.n)
  const unit = within.unit === 'hour' ? 'calendarDay' : within.unit
  const length = { n: within.unit === 'hour' ? Math.ceil(n / 24) : n, unit }
  return limit(context.today, length, await calendarOf(context)).due
}

/** What an application is called before its reviewers: the same for all of them, and nothing can be read from it. */
function codeOf(jurisdiction: string, matterId: string): string {
  const digest = createHash('sha256').update(`${jurisdiction}/review/${matterId}`).digest('hex')
  return `P${digest.slice(0, 6).toUpperCase()}`
}
