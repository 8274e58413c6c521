import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { sql } from 'kysely'
import Type from 'typebox'
import { unitsActedFor } from '../accounts/actor.ts'
import { commitDraw } from '../draws/commit-draw.ts'
import type { DrawConsequence } from '../draws/draw.operations.ts'
import { DrawDetail } from '../draws/draws.schemas.ts'
import { getDraw, presentDrawDetail } from '../draws/read-draws.ts'
import { phaseLabels } from '../matters/chart/states.ts'
import type { MatterState } from '../matters/effects.types.ts'
import { matterErrors } from '../matters/matter-errors.ts'
import { getMatter } from '../matters/matter-row.ts'
import type { Matters } from '../matters/matters.ts'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { Id } from '../plan/programme.schemas.ts'
import { askReviewers } from './ask-reviewers.ts'
import { combineScores } from './combine-scores.ts'
import { standAside, submitScores } from './judge.ts'
import {
  getOwnReview,
  presentBlind,
  presentCriteria,
  presentOwnReview,
  readOwnReviews,
  reviewedBy,
} from './own-reviews.ts'
import { reviewErrors } from './review-errors.ts'
import { isReviewed, panelInputs, type ReviewedDeclaration, reviewSubject } from './review-panel.ts'
import { MatterReviews, OwnReview, OwnReviewRow } from './reviews.schemas.ts'

const Words = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })

/** Blind review by experts who were drawn: what they do, and what the handling unit does and sees. */
export function reviewOperations(matters: Pick<Matters, 'registers'>): readonly Operation[] {
  return [
    defineQuery({
      id: 'review.list',
      label: { zh: '我的评审', en: 'List own reviews' },
      about: { zh: '分配给我的评审，待评的在前。', en: 'What one was asked to judge, the open ones first.' },
      permission: 'matter.review',
      route: { method: 'GET', path: '/reviews' },
      cli: 'review list',
      input: Type.Object({}),
      output: Type.Object({ reviews: Type.Array(OwnReviewRow) }),
      run: async (context) => {
        const reviews = []
        for (const review of await readOwnReviews(context)) {
          reviews.push(presentOwnReview(review, (await reviewedBy(context, review)).label))
        }
        return { reviews }
      },
    }),
    defineQuery({
      id: 'review.show',
      label: { zh: '查看评审材料', en: 'Show what is to be judged' },
      about: {
        zh: '评审内容、材料和评分项；不显示申请人。',
        en: 'Content, files and criteria; the applicant is not shown.',
      },
      permission: 'matter.review',
      route: { method: 'GET', path: '/reviews/:reviewId' },
      cli: 'review show',
      input: Type.Object({ reviewId: Id }),
      output: OwnReview,
      run: async (context, { reviewId }) => presentBlind(context, await getOwnReview(context, reviewId)),
    }),
    defineCommand({
      id: 'review.submit',
      label: { zh: '提交评分', en: 'Submit scores' },
      about: { zh: '每个评分项的分数和意见，提交后不能再改。', en: 'Points for each criterion and an opinion, once.' },
      permission: 'matter.review',
      route: { method: 'POST', path: '/reviews/:reviewId/scores' },
      cli: 'review submit',
      input: Type.Object({ reviewId: Id, scores: Type.Record(Type.String(), Type.Number()), opinion: Words }),
      output: OwnReview,
      run: async (context, { reviewId, scores, opinion }) => {
        await submitScores(context, reviewId, scores, opinion)
        return presentBlind(context, await getOwnReview(context, reviewId))
      },
    }),
    defineCommand({
      id: 'review.recuse',
      label: { zh: '申请回避', en: 'Stand aside' },
      about: { zh: '与申请人有利害关系时回避，由候补专家接替。', en: 'Stands aside; the next reserve is asked.' },
      permission: 'matter.review',
      route: { method: 'POST', path: '/reviews/:reviewId/recusal' },
      cli: 'review recuse',
      input: Type.Object({ reviewId: Id, reason: Words }),
      output: OwnReview,
      run: async (context, { reviewId, reason }) => {
        await standAside(context, reviewId, reason)
        return presentBlind(context, await getOwnReview(context, reviewId))
      },
    }),
    defineQuery({
      id: 'review.ofMatter',
      label: { zh: '查看办件的专家评审', en: 'Show the reviews of a matter' },
      about: {
        zh: '抽取了谁、谁回避、评分和得分；全部提交前不显示分数。',
        en: 'Who was drawn, who stood aside, scores and result; no score before all have judged.',
      },
      permission: 'matter.read',
      route: { method: 'GET', path: '/matters/:matterId/reviews' },
      cli: 'review of',
      input: Type.Object({ matterId: Id }),
      output: MatterReviews,
      run: async (context, { matterId }) => {
        const { matter, declaration } = await reviewedMatter(context, matterId)
        return presentReviews(context, matter, declaration)
      },
    }),
    defineCommand({
      id: 'review.draw',
      label: { zh: '确定评审名单和承诺值', en: 'Fix the draw of reviewers' },
      about: {
        zh: '固定候选专家、回避名单和承诺值；再到抽取页面抽取。',
        en: 'Fixes the candidates, who stands aside and the commitment; the draw itself comes after.',
      },
      permission: 'draw.make',
      route: { method: 'POST', path: '/matters/:matterId/review-draws' },
      cli: 'review draw',
      input: Type.Object({
        matterId: Id,
        reserves: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
        excluded: Type.Optional(Type.Array(Type.Object({ id: Id, reason: Words }), { maxItems: 1000 })),
      }),
      output: DrawDetail,
      run: async (context, { matterId, reserves = 2, excluded = [] }) => {
        const { matter, declaration } = await reviewedMatter(context, matterId)
        refuseUnlessHandling(context, matter)
        if (!matter.phases.some((phase) => declaration.review.in.includes(phase))) {
          const phase = phaseLabels(declaration, matter.phases)
            .map(({ label }) => label)
            .join('、')
          throw reviewErrors.notNow({ number: matter.number, phase })
        }
        const inputs = await panelInputs(context, matters.registers, declaration, matter, excluded, reserves)
        const purpose = `${declaration.label}评审 ${matter.number}`
        const committed = await commitDraw(context, {
          purpose,
          subject: { kind: reviewSubject, id: matter.id },
          unitId: matter.unitId,
          inputs,
          demonstration: matter.demonstration,
        })
        await context.record({
          subject: { kind: 'draw', id: committed.id },
          before: null,
          after: { purpose, commitment: committed.commitment, inputsDigest: committed.inputsDigest },
        })
        return presentDrawDetail(await getDraw(context, committed.id), context.language)
      },
    }),
  ]
}

/** What follows the draw of reviewers: they are asked. */
export const askWhoWasDrawn: DrawConsequence = async (context, stored, { drawn }) => {
  const { matter, declaration } = await reviewedMatter(context, stored.subject.id)
  const labels = new Map(stored.inputs.candidates.map(({ id, label }) => [id, label]))
  await askReviewers(context, {
    matterId: matter.id,
    typeLabel: declaration.label,
    review: declaration.review,
    drawId: stored.id,
    experts: drawn.map((id) => ({ id, label: labels.get(id) ?? id })),
    demonstration: matter.demonstration,
  })
}

/** @throws matter.unknown, review.notReviewed */
async function reviewedMatter(
  context: QueryContext,
  matterId: string,
): Promise<{ matter: MatterState; declaration: ReviewedDeclaration }> {
  const matter = await getMatter(context, matterId)
  const declaration = await matterVersion(context, matter.type, matter.version)
  if (!isReviewed(declaration)) throw reviewErrors.notReviewed({ number: matter.number })
  return { matter, declaration }
}

/** Whoever only sees a matter, as somebody who was asked to countersign, draws no reviewers for it. */
function refuseUnlessHandling({ actor }: QueryContext, { id, unitId }: MatterState): void {
  const isOffice = actor.roles.some(({ role }) => role === 'office')
  if (!isOffice && !unitsActedFor(actor, 'draw.make').includes(unitId)) throw matterErrors.unknown({ id })
}

async function presentReviews(
  { tx, jurisdiction }: QueryContext,
  matter: MatterState,
  declaration: ReviewedDeclaration,
): Promise<MatterReviews> {
  const { review } = declaration
  const { rows } = await sql<ReviewRow>`
    select id, expert_label, expert_record, status, recused_reason, due_on::text as due_on, submitted_at, scores, total,
      opinion, draw_id
    from matter_review where jurisdiction = ${jurisdiction} and matter_id = ${matter.id}
    order by asked_at, id`.execute(tx)
  const judging = rows.filter(({ status }) => status === 'asked' || status === 'submitted')
  const isOver = judging.length > 0 && judging.every(({ status }) => status === 'submitted')
  const totals = judging.flatMap(({ total }) => total ?? [])
  return {
    criteria: presentCriteria(declaration),
    reviews: rows.map((row) => ({
      id: row.id,
      expert: row.expert_label,
      expertRecord: row.expert_record,
      status: row.status,
      recusedReason: row.recused_reason,
      dueOn: row.due_on,
      submittedAt: row.submitted_at?.toISOString() ?? null,
      scores: isOver && row.scores !== null ? (row.scores as Record<string, number>) : null,
      total: isOver ? row.total : null,
      opinion: isOver ? row.opinion : null,
    })),
    drawIds: [...new Set(rows.flatMap(({ draw_id }) => draw_id ?? []))],
    least: review.least,
    combine: review.combine,
    result: isOver ? (combineScores(totals, review.combine, review.least) ?? null) : null,
  }
}

interface ReviewRow {
  readonly id: string
  readonly expert_label: string
  readonly expert_record: string
  readonly status: 'asked' | 'recused' | 'submitted' | 'cancelled'
  readonly recused_reason: string | null
  readonly due_on: string | null
  readonly submitted_at: Date | null
  readonly scores: Json | null
  readonly total: number | null
  readonly opinion: string | null
  readonly draw_id: string | null
}
