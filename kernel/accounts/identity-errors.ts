import { defineErrors } from '../errors/define-errors.ts'

/** What can go wrong between us, a person and the identity service. Each says what the person can do. */
export const identityErrors = defineErrors('identity', {
  notConfigured: {
    status: 404,
    zh: (_: Record<never, never>) => '本平台没有接入统一身份认证。请用用户名和密码登录。',
    en: () => 'This platform has no identity service. Sign in with user name and password.',
  },
  unknown: {
    status: 403,
    zh: (e: { reference: string }) =>
      `统一身份认证已通过，但还没有与本平台的账号关联。请把关联号 ${e.reference} 告诉平台管理员（24 小时内有效）；已有账号的，也可用密码登录后在“我的账号”中自行关联。`,
    en: (e) =>
      `The identity service knows you, but no account here is linked with that identity. Tell the platform administrator the number ${e.reference} (good for 24 hours), or sign in with your password and link it under “My account”.`,
  },
  visitOver: {
    status: 400,
    zh: (_: Record<never, never>) => '这次统一身份认证已失效或已用过。请回到登录页重新开始。',
    en: () => 'This visit to the identity service is over or was used already. Start again from the sign-in page.',
  },
  denied: {
    status: 403,
    zh: (_: Record<never, never>) => '您在统一身份认证中取消了授权，没有登录。如需登录，请重新开始并同意授权。',
    en: () => 'You declined at the identity service and are not signed in. Start again and agree to sign in.',
  },
  refused: {
    status: 502,
    zh: (_: Record<never, never>) => '统一身份认证的答复没有通过检查，没有登录。请重试；仍不行请告诉平台管理员。',
    en: () =>
      'The answer of the identity service did not pass our checks and you are not signed in. Try again; if it stays so, tell the administrator.',
  },
  away: {
    status: 503,
    zh: (_: Record<never, never>) => '统一身份认证暂时连不上。请稍后再试，或用用户名和密码登录。',
    en: () => 'The identity service cannot be reached. Try again later, or sign in with user name and password.',
  },
  linkedElsewhere: {
    status: 409,
    zh: (_: Record<never, never>) => '这个身份已关联本平台的另一个账号。如需改挂，请先由平台管理员解除原来的关联。',
    en: () => 'This identity is linked with another account. The administrator has to remove that link first.',
  },
  referenceUnknown: {
    status: 404,
    zh: (_: Record<never, never>) =>
      '没有这个关联号，或已超过 24 小时。请本人重新用统一身份认证登录一次，取得新的关联号。',
    en: () => 'There is no such number, or it is older than 24 hours. The person gets a new one by signing in again.',
  },
})
