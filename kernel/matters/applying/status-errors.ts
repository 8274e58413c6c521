import { defineErrors } from '../../errors/define-errors.ts'

export const statusErrors = defineErrors('status', {
  tooManyTries: {
    status: 429,
    zh: (e: { minutes: number }) => `查询输错的次数太多。请在 ${e.minutes} 分钟后再试，或登录后在“我的办件”中查看。`,
    en: (e) => `Too many wrong tries. Try again in ${e.minutes} minutes, or sign in and look at your matters.`,
  },
  notFound: {
    status: 404,
    zh: (_: Record<never, never>) =>
      '编号与手机号后四位、或与凭证上的核验码对不上。请照收件凭证核对；匿名提交的请用核验码查询。',
    en: () => 'The number does not go with these digits or this code. Check it against the receipt.',
  },
  oneOfBoth: {
    status: 422,
    zh: (_: Record<never, never>) => '请填写手机号后四位，或收件凭证上的核验码。',
    en: () => 'Give the last four digits of the telephone number, or the code on the receipt.',
  },
})
