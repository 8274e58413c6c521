import { defineErrors, type Localized } from '../errors/define-errors.ts'

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
  busy: {
    status: 503,
    zh: (_: Record<never, never>) => '同时登录的人太多，暂时排不上。请过二十秒再试。',
    en: () => 'Too many people are signing in at this moment. Try again in twenty seconds.',
  },
  unitNeeded: {
    status: 400,
    zh: (e: { role: Localized }) => `角色“${e.role.zh}”代表一个单位。请为它选择单位。`,
    en: (e) => `The role “${e.role.en}” acts for a unit. Choose the unit.`,
  },
  unitDissolved: {
    status: 409,
    zh: (e: { unit: string; dissolvedOn: string }) =>
      `${e.unit}已于 ${e.dissolvedOn} 撤销，不能再授予代表它的角色。请改选承接单位，或去掉这一行。`,
    en: (e) =>
      `${e.unit} was dissolved on ${e.dissolvedOn}, and no role can be given for it. Choose the unit that took over, or remove the line.`,
  },
  secondFactorNeeded: {
    status: 403,
    zh: (_: Record<never, never>) => '您的角色要求登录时使用动态验证码。请先在“我的账号”中绑定，再办理其他事项。',
    en: () => 'Your role requires a second factor. Set it up under “My account” before doing anything else.',
  },
  secondFactorOn: {
    status: 409,
    zh: (_: Record<never, never>) => '已绑定验证器。如需换一个，请先用当前的验证码停用，再重新绑定。',
    en: () => 'A second factor is set up already. To use another one, switch this one off first.',
  },
  secondFactorOff: {
    status: 409,
    zh: (_: Record<never, never>) => '还没有绑定验证器。请先在“我的账号”中绑定。',
    en: () => 'No second factor is set up. Set it up under “My account” first.',
  },
  ownSecondFactor: {
    status: 409,
    zh: (_: Record<never, never>) =>
      '自己的验证器不能由自己重置。请在“我的账号”中用密码和验证码停用，或请另一位管理员重置。',
    en: () =>
      'Nobody resets the second factor of their own account. Switch it off under “My account”, or ask another administrator.',
  },
  wrongCode: {
    status: 400,
    zh: (_: Record<never, never>) =>
      '验证码不对，或已经用过。请等验证器显示下一个数字后再输入；手机时间不准时请先校准。',
    en: () =>
      'The code is wrong or was used already. Enter the next one that your authenticator shows; check the clock of your phone.',
  },
  secondStepOver: {
    status: 401,
    zh: (_: Record<never, never>) => '这次登录已超时。请重新输入用户名和密码。',
    en: () => 'This sign-in has taken too long. Enter user name and password again.',
  },
  accountDisabled: {
    status: 403,
    zh: (_: Record<never, never>) => '您的账号已停用，不能登录。请联系平台管理员。',
    en: () => 'Your account is disabled. Ask the platform administrator.',
  },
})
