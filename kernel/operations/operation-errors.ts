import { type Role, roles } from '../accounts/roles.ts'
import { defineErrors, type Localized } from '../errors/define-errors.ts'

export const operationErrors = defineErrors('operation', {
  signInNeeded: {
    status: 401,
    zh: (e: { label: Localized }) => `“${e.label.zh}”需要先登录。请登录后再试。`,
    en: (e) => `“${e.label.en}” needs a sign-in. Sign in and try again.`,
  },
  notAllowed: {
    status: 403,
    zh: (e: { label: Localized; roles: readonly Role[] }) =>
      `您的角色（${e.roles.map((role) => roles[role].label.zh).join('、')}）不能办理“${e.label.zh}”。如需办理，请联系平台管理员调整角色。`,
    en: (e) =>
      `Your roles (${e.roles.map((role) => roles[role].label.en).join(', ')}) do not allow “${e.label.en}”. Ask the platform administrator for the role.`,
  },
  badInput: {
    status: 400,
    zh: (e: { count: number }) => `有 ${e.count} 处填写不符合要求，请按提示修改后再提交。`,
    en: (e) => `${e.count} of the entries cannot be taken. Correct them as described and send again.`,
  },
  fileMissing: {
    status: 400,
    zh: (_: Record<never, never>) => '没有收到文件。请选择一个文件后再提交。',
    en: () => 'No file was received. Choose a file and send again.',
  },
  notFound: {
    status: 404,
    zh: (e: { what: Localized; id: string }) => `没有找到${e.what.zh}“${e.id}”，或者您无权查看。请从列表中重新选择。`,
    en: (e) => `There is no ${e.what.en} “${e.id}”, or you may not see it. Choose it from the list again.`,
  },
})
