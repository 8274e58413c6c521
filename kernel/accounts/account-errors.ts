import { defineErrors } from '../errors/define-errors.ts'

export const accountErrors = defineErrors('account', {
  signInFailed: {
    status: 401,
    zh: (_: { login: string }) => '用户名或密码不对。请核对后重新输入；忘记密码请联系平台管理员重置。',
    en: () => 'User name or password is wrong. Check and enter again; the platform administrator can reset a password.',
  },
  locked: {
    status: 429,
    zh: (e: { minutes: number }) => `密码连续输错，账号已暂时锁定。请在 ${e.minutes} 分钟后再试，或联系平台管理员。`,
    en: (e) =>
      `Too many wrong passwords; the account is locked. Try again in ${e.minutes} minutes, or ask the administrator.`,
  },
  tooManyAttempts: {
    status: 429,
    zh: (e: { minutes: number }) => `这台电脑登录尝试过多。请在 ${e.minutes} 分钟后再试。`,
    en: (e) => `Too many sign-in attempts from this address. Try again in ${e.minutes} minutes.`,
  },
  passwordTooWeak: {
    status: 400,
    zh: (_: Record<never, never>) => '密码至少 10 个字符，不能与用户名相同，也不能是常见密码。请换一个。',
    en: () => 'A password has 10 characters or more, is not the user name, and is not a common one. Choose another.',
  },
  wrongCurrentPassword: {
    status: 400,
    zh: (_: Record<never, never>) => '原密码不对，密码没有更改。请重新输入原密码。',
    en: () => 'The current password is wrong; nothing was changed. Enter it again.',
  },
  loginTaken: {
    status: 409,
    zh: (e: { login: string }) => `用户名“${e.login}”已有人使用。请换一个用户名。`,
    en: (e) => `The user name “${e.login}” is taken. Choose another.`,
  },
  alreadySetUp: {
    status: 409,
    zh: (_: Record<never, never>) => '平台已经有账号，首次设置已结束。请直接登录。',
    en: () => 'The platform has accounts already; the first set-up is over. Sign in.',
  },
  setupCodeWrong: {
    status: 403,
    zh: (_: Record<never, never>) => '设置码不对。设置码显示在启动程序的窗口里，请照抄后再试。',
    en: () => 'The set-up code is wrong. It stands in the window where the program was started.',
  },
  lastAdministrator: {
    status: 409,
    zh: (_: Record<never, never>) => '这是最后一个可用的平台管理员，不能停用或取消其角色。请先指定另一位管理员。',
    en: () => 'This is the last administrator; it cannot be disabled or lose the role. Appoint another one first.',
  },
  passwordMustChange: {
    status: 403,
    zh: (_: Record<never, never>) => '首次登录请先修改密码，再办理其他事项。',
    en: () => 'Change the first password before doing anything else.',
  },
})
