import type { Parameter } from '../../county.types.ts'

/** Who may sign in how: what a county decides about its accounts. */
export const accountParameters: Parameter[] = [
  {
    key: 'account.second-factor-required',
    label: '登录须用动态验证码的角色',
    labelEn: 'Roles that sign in with a second factor',
    unit: '角色',
    value: 'nobody',
    choices: [
      { value: 'nobody', label: '不要求（可自愿绑定）' },
      { value: 'administrators', label: '平台管理员' },
      { value: 'administratorsAndOffice', label: '平台管理员和领导小组办公室' },
      { value: 'everyone', label: '所有账号' },
    ],
    isDefault: true,
    about: [],
    source: '平台默认',
    note: '要求后，未绑定验证器的账号登录后须先绑定，才能办理其他事项。',
  },
]
