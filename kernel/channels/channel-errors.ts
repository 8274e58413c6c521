import { defineErrors } from '../errors/define-errors.ts'

export const webhookErrors = defineErrors('webhook', {
  unknown: {
    status: 404,
    zh: (_: Record<never, never>) => '没有这个推送地址，可能已被删除。请回到推送地址列表刷新。',
    en: () => 'There is no such webhook; it may have been deleted. Go back to the list and reload.',
  },
  addressRefused: {
    status: 422,
    zh: (e: { url: string; why: string }) =>
      `推送地址 ${e.url} 不能使用：${e.why}。请填写公网的 https 地址；确需推送到内网的，由运维人员用 --private-webhooks 开启。`,
    en: (e) =>
      `The webhook address ${e.url} cannot be used: ${e.why}. Give a public https address; an operator may allow private ones by --private-webhooks.`,
  },
})

export const messageErrors = defineErrors('message', {
  unknown: {
    status: 404,
    zh: (_: Record<never, never>) => '没有这条消息，可能已过保存期。请刷新列表。',
    en: () => 'There is no such message; it may be older than messages are kept. Reload the list.',
  },
  notGivenUp: {
    status: 409,
    zh: (_: Record<never, never>) => '只有已放弃、仍然有用的消息能重发；验证码请由本人重新获取，等待中的会自动重试。',
    en: () =>
      'Only what was given up and is still of use can be sent again. Codes are asked for anew; what waits is retried by itself.',
  },
})
