import { defineErrors } from '../errors/define-errors.ts'

export const reviewErrors = defineErrors('review', {
  unknown: {
    status: 404,
    zh: (e: { id: string }) => `没有分配给您的评审“${e.id}”。请从“我的评审”中打开。`,
    en: (e) => `No review “${e.id}” was given to you. Open it from your reviews.`,
  },
  notReviewed: {
    status: 409,
    zh: (e: { number: string }) => `办件 ${e.number} 不经专家评审，不需要抽取专家。`,
    en: (e) => `Matter ${e.number} is not reviewed by experts; nobody is to be drawn.`,
  },
  notNow: {
    status: 409,
    zh: (e: { number: string; phase: string }) => `办件 ${e.number} 现在是“${e.phase}”，还不能抽取专家或评分。`,
    en: (e) => `Matter ${e.number} stands at “${e.phase}”: experts cannot be drawn and cannot judge now.`,
  },
  closed: {
    status: 409,
    zh: (e: { status: 'recused' | 'submitted' | 'cancelled' }) =>
      ({
        recused: '您已经回避，不能再评分。',
        submitted: '您的评分已经提交，不能再改。如有错误，请联系承办人。',
        cancelled: '这次评审已经取消，不需要再评分。',
      })[e.status],
    en: (e) =>
      ({
        recused: 'You stood aside and cannot judge any more.',
        submitted: 'Your scores were submitted and cannot be changed. Tell the officer if they are wrong.',
        cancelled: 'This review was cancelled; nothing is to be judged.',
      })[e.status],
  },
  badScores: {
    status: 422,
    zh: (e: { count: number }) => `有 ${e.count} 项评分不符合要求，没有提交。请按提示修改。`,
    en: (e) => `${e.count} scores cannot be taken, and nothing was submitted. Correct them as described.`,
  },
})
