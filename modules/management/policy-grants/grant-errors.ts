import { defineErrors } from '@qiangxian/kernel/errors/define-errors'
import { yuan } from './yuan.ts'

export const grantErrors = defineErrors('grant', {
  callUnknown: {
    status: 404,
    zh: () => '没有这项申报通知，或者它还没有公布。请从申报通知列表重新选择。',
    en: () => 'There is no such call. Choose one from the list.',
  },
  entityUnknown: {
    status: 404,
    zh: () => '没有这家单位，或者您不能代它查询。请用单位账号登录，或者联系管理员关联单位。',
    en: () => 'There is no such entity, or you do not act for it.',
  },
  moreThanMost: {
    status: 422,
    zh: ({ amount, most }: { amount: number; most: number }) =>
      `决定金额 ${yuan(amount)} 元超过这项政策单个最高 ${yuan(most)} 元。请改小。`,
    en: ({ amount, most }: { amount: number; most: number }) =>
      `${yuan(amount)} yuan is more than this call pays for one project (${yuan(most)}).`,
  },
  moreThanAsked: {
    status: 422,
    zh: ({ amount, asked }: { amount: number; asked: number }) =>
      `决定金额 ${yuan(amount)} 元超过申请金额 ${yuan(asked)} 元。请改小。`,
    en: ({ amount, asked }: { amount: number; asked: number }) =>
      `${yuan(amount)} yuan is more than was asked for (${yuan(asked)}).`,
  },
  moreThanBudget: {
    status: 422,
    zh: ({ amount, left }: { amount: number; left: number }) =>
      `决定金额 ${yuan(amount)} 元超过这项政策剩余的资金 ${yuan(left)} 元。请改小，或者先调整资金总额。`,
    en: ({ amount, left }: { amount: number; left: number }) =>
      `${yuan(amount)} yuan is more than is left of the budget (${yuan(left)}).`,
  },
  moreThanAwarded: {
    status: 422,
    zh: ({ amount, left }: { amount: number; left: number }) =>
      `本次拨付 ${yuan(amount)} 元超过还没有拨付的 ${yuan(left)} 元。请核对金额。`,
    en: ({ amount, left }: { amount: number; left: number }) =>
      `${yuan(amount)} yuan is more than is left to pay (${yuan(left)}).`,
  },
  notPaidInFull: {
    status: 409,
    zh: ({ left }: { left: number }) =>
      `还有 ${yuan(left)} 元没有拨付，不能办“拨付完成”。请先拨付余款，或者变更决定金额。`,
    en: ({ left }: { left: number }) => `${yuan(left)} yuan are not paid yet. Pay them first.`,
  },
  awardMissing: {
    status: 409,
    zh: ({ number }: { number: string }) => `奖补资金台账里没有 ${number} 这一笔，可能被作废了。请先核对台账。`,
    en: ({ number }: { number: string }) => `The register of grants has no ${number}. Look there first.`,
  },
})
