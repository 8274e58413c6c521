import { defineErrors } from '../errors/define-errors.ts'

export const visitErrors = defineErrors('visit', {
  badPhone: {
    status: 400,
    zh: (_: Record<never, never>) => '手机号码应为 11 位数字，以 1 开头，例如 13800001234。请核对后重新输入。',
    en: () => 'A mobile number has 11 digits and begins with 1, such as 13800001234. Check it and enter it again.',
  },
  tooManyForNumber: {
    status: 429,
    zh: (e: { minutes: number }) =>
      `这个号码索取验证码的次数已到上限。请在 ${e.minutes} 分钟后再试；已收到的验证码在有效期内仍可使用。`,
    en: (e) =>
      `No more codes can be sent to this number for now. Try again in ${e.minutes} minutes; a code that arrived is still valid.`,
  },
  tooManyFromAddress: {
    status: 429,
    zh: (e: { minutes: number }) => `从这个网络索取验证码的次数太多。请在 ${e.minutes} 分钟后再试，或到窗口办理。`,
    en: (e) =>
      `Too many codes were asked for from this address. Try again in ${e.minutes} minutes, or come to the window.`,
  },
  tooManyInCounty: {
    status: 503,
    zh: (e: { minutes: number }) => `现在索取验证码的人太多。请在 ${e.minutes} 分钟后再试，或登录账号办理。`,
    en: (e) => `Too many people are asking for codes now. Try again in ${e.minutes} minutes, or sign in.`,
  },
  wrongCode: {
    status: 400,
    zh: (_: Record<never, never>) => '验证码不对或已过期。请核对短信中的 6 位数字，或重新获取。',
    en: () => 'The code is wrong or no longer valid. Check the six digits of the message, or ask for another.',
  },
  noGateway: {
    status: 503,
    zh: (_: Record<never, never>) => '本平台还没有接通短信，不能用手机验证码办理。请登录账号，或到政务服务窗口办理。',
    en: () => 'No text messages can be sent from here yet. Sign in with an account, or come to the window.',
  },
  needed: {
    status: 401,
    zh: (_: Record<never, never>) => '请先登录，或用手机验证码确认身份后再办理。',
    en: () => 'Sign in, or show who you are by a code to your telephone.',
  },
})
