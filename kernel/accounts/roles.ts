import type { Localized } from '../errors/define-errors.ts'

/**
 * Roles as data: what a role is called and what it may do.
 *
 * An account holds any number of roles, each for a party. Everyone, signed in or not, holds `public`.
 */
export const permissions = {
  'session.own': { zh: '登录、退出、管理自己的会话', en: 'Sign in and out, manage own sessions' },
  'programme.read': { zh: '查看已公开的方案', en: 'Read the published programme' },
  'plan.review': { zh: '上传、核对方案', en: 'Upload and review a plan' },
  'plan.adopt': { zh: '采纳、修订方案', en: 'Adopt and amend a plan' },
  'party.manage': { zh: '维护组织机构', en: 'Maintain organisations' },
  'evidence.give': { zh: '上传文件', en: 'Give files' },
  'evidence.read': { zh: '查看自己有权查看的文件', en: 'Read files that one may see' },
  'account.manage': { zh: '管理账号', en: 'Manage accounts' },
  'journal.read': { zh: '查看、校验日志', en: 'Read and verify the journal' },
} as const satisfies Record<string, Localized>

export type Permission = keyof typeof permissions

interface RoleDeclaration {
  readonly label: Localized
  readonly about: Localized
  readonly grants: readonly Permission[]
}

const forEveryone = ['session.own', 'programme.read', 'evidence.read'] as const satisfies readonly Permission[]

export const roles = {
  administrator: {
    label: { zh: '平台管理员', en: 'Platform administrator' },
    about: { zh: '管理账号，查看日志；不代办业务', en: 'Manages accounts and reads the journal; does no business' },
    grants: [...forEveryone, 'account.manage', 'journal.read'],
  },
  office: {
    label: { zh: '领导小组办公室', en: 'Leading-group office' },
    about: { zh: '上传、核对、采纳、修订方案，维护组织机构', en: 'Uploads, reviews, adopts and amends the plan' },
    grants: [...forEveryone, 'plan.review', 'plan.adopt', 'party.manage', 'evidence.give', 'journal.read'],
  },
  public: {
    label: { zh: '社会公众', en: 'Public' },
    about: { zh: '查看已公开的内容', en: 'Reads what is published' },
    grants: forEveryone,
  },
} as const satisfies Record<string, RoleDeclaration>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as readonly Role[]

/** Whether any of the roles grants the permission. */
export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => (roles[role].grants as readonly Permission[]).includes(permission))
}
