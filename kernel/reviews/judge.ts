import type { FieldProblem } from '../errors/define-errors.ts'
import type { CommandContext } from '../operations/context.ts'
import { announce } from '../outbox/announce.ts'
import { askReviewers } from './ask-reviewers.ts'
import { getOwnReview, reviewedBy, type StoredReview } from './own-reviews.ts'
import { reviewErrors } from './review-errors.ts'
import type { ReviewedDeclaration } from './review-panel.ts'
import { standingOf } from './review-standing.ts'

/**
 * Writes down what an expert gives for each criterion, once: what was submitted stands. When all have judged, who
 * handles the matter is told.
 *
 * @throws review.unknown, review.closed, review.badScores with a problem for each criterion
 */
export async function submitScores(
  context: CommandContext,
  reviewId: string,
  scores: Readonly<Record<string, number>>,
  opinion: string,
): Promise<{ total: number }> {
  const { tx, jurisdiction, now } = context
  const { review, declaration } = await openReview(context, reviewId)
  const problems = scoreProblems(declaration, scores)
  if (problems.length > 0) throw reviewErrors.badScores({ count: problems.length }, { problems })
  const given = Object.fromEntries(declaration.review.criteria.map(({ id }) => [id, scores[id] ?? 0]))
  const total = Math.round(Object.values(given).reduce((sum, points) => sum + points, 0) * 100) / 100
  await tx
    .updateTable('matter_review')
    .set({ status: 'submitted', scores: JSON.stringify(given), total, opinion, submitted_at: now })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', reviewId)
    .execute()
  // Who gave what is not in the journal's words: the row holds it, and the entry says that it was given.
  await context.record({
    subject: { kind: 'matter-review', id: reviewId },
    before: { status: 'asked' },
    after: { status: 'submitted', total },
  })
  await tellWhenComplete(context, review, declaration)
  return { total }
}

/**
 * An expert stands aside (回避); the next reserve of the draw is asked in their place.
 *
 * @throws review.unknown, review.closed
 */
export async function standAside(context: CommandContext, reviewId: string, reason: string): Promise<void> {
  const { tx, jurisdiction } = context
  const { review, declaration } = await openReview(context, reviewId)
  await tx
    .updateTable('matter_review')
    .set({ status: 'recused', recused_reason: reason })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', reviewId)
    .execute()
  await context.record({
    subject: { kind: 'matter-review', id: reviewId },
    before: { status: 'asked' },
    after: { status: 'recused', reason },
  })
  const reserve = await nextReserve(context, review)
  if (reserve !== undefined) {
    await askReviewers(context, {
      matterId: review.matterId,
      typeLabel: declaration.label,
      review: declaration.review,
      drawId: reserve.drawId,
      experts: [reserve],
      demonstration: review.demonstration,
    })
  } else {
    await announce(context, {
      to: review.handlerAccount === null ? { partyIds: [review.unitId] } : { accountIds: [review.handlerAccount] },
      kind: 'review.recused',
      title: `评审专家回避，候补已用完：${review.number}`,
      body: '请再抽取专家。',
      path: `/desk?matter=${review.matterId}`,
      subject: { kind: 'matter', id: review.matterId },
      demonstration: review.demonstration,
    })
  }
}

/** What is wrong with the points; every criterion is judged, and none beyond what it can have. Pure. */
export function scoreProblems(
  { review }: Pick<ReviewedDeclaration, 'review'>,
  scores: Readonly<Record<string, number>>,
): readonly FieldProblem[] {
  const known = new Set(review.criteria.map(({ id }) => id))
  return [
    ...review.criteria.flatMap(({ id, label, labelEn, most }): FieldProblem[] => {
      const points = scores[id]
      if (points !== undefined && points >= 0 && points <= most) return []
      const zh =
        points === undefined ? `“${label}”还没有评分，请填 0 到 ${most} 分。` : `“${label}”应为 0 到 ${most} 分。`
      const en =
        points === undefined
          ? `“${labelEn}” has no points yet: 0 to ${most}.`
          : `“${labelEn}” takes 0 to ${most} points.`
      return [{ path: `/scores/${id}`, message: { zh, en } }]
    }),
    ...Object.keys(scores)
      .filter((id) => !known.has(id))
      .map((id) => ({
        path: `/scores/${id}`,
        message: { zh: `没有评分项“${id}”，请去掉。`, en: `There is no criterion “${id}”: leave it out.` },
      })),
  ]
}

async function openReview(
  context: CommandContext,
  reviewId: string,
): Promise<{ review: StoredReview; declaration: ReviewedDeclaration }> {
  const review = await getOwnReview(context, reviewId, { lock: true })
  if (review.status !== 'asked') throw reviewErrors.closed({ status: review.status })
  const declaration = await reviewedBy(context, review)
  const isOpen = review.phases.some((phase) => declaration.review.in.includes(phase))
  if (!isOpen) throw reviewErrors.closed({ status: 'cancelled' })
  return { review, declaration }
}

async function tellWhenComplete(
  context: CommandContext,
  { matterId, number, unitId, handlerAccount, demonstration }: StoredReview,
  { review }: ReviewedDeclaration,
): Promise<void> {
  const { tx, jurisdiction } = context
  const rows = await tx
    .selectFrom('matter_review')
    .select(['status', 'total'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .where('status', 'in', ['asked', 'submitted'])
    .execute()
  const { isComplete, score, submitted } = standingOf(rows, review)
  if (!isComplete) return
  await announce(context, {
    to: handlerAccount === null ? { partyIds: [unitId] } : { accountIds: [handlerAccount] },
    kind: 'review.complete',
    title: `专家评审已完成：${number}`,
    body: `${submitted} 位专家已评分，得分 ${score}。`,
    path: `/desk?matter=${matterId}`,
    subject: { kind: 'matter', id: matterId },
    demonstration,
  })
}

/** The first of the reserves of the draws that was not asked yet. */
async function nextReserve(
  { tx, jurisdiction }: CommandContext,
  { matterId, drawId }: StoredReview,
): Promise<{ id: string; label: string; drawId: string } | undefined> {
  if (drawId === null) return undefined
  const drawn = await tx
    .selectFrom('draw as d')
    .innerJoin('draw_result as r', (join) =>
      join.onRef('r.jurisdiction', '=', 'd.jurisdiction').onRef('r.draw_id', '=', 'd.id'),
    )
    .select(['d.inputs', 'r.result'])
    .where('d.jurisdiction', '=', jurisdiction)
    .where('r.jurisdiction', '=', jurisdiction)
    .where('d.id', '=', drawId)
    .executeTakeFirst()
  if (drawn === undefined) return undefined
  const { reserves } = drawn.result as unknown as { reserves: readonly string[] }
  const { candidates } = drawn.inputs as unknown as { candidates: readonly { id: string; label: string }[] }
  const asked = await tx
    .selectFrom('matter_review')
    .select('expert_record')
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .execute()
  const before = new Set(asked.map(({ expert_record }) => expert_record))
  const id = reserves.find((each) => !before.has(each))
  if (id === undefined) return undefined
  return { id, label: candidates.find((one) => one.id === id)?.label ?? id, drawId }
}
