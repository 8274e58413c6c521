import Type from 'typebox'
import { lockJurisdiction } from '../database/lock-jurisdiction.ts'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { lockAccount, otherAdministrators } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import { AccountRow, presentAccount, presentAccounts } from './account-row.ts'
import { GivenRole, insertAccount, replaceRoles } from './insert-account.ts'
import { hashPassword, refuseWeakPassword } from './password.ts'
import { roleNames, roles } from './roles.ts'
import { endSessionsOf } from './session.ts'

const Login = Type.String({ minLength: 2, maxLength: 60, pattern: '^[A-Za-z0-9._\\-一-鿿]+$' })
const DisplayName = Type.String({ minLength: 1, maxLength: 60 })
export const Password = Type.String({ minLength: 1, maxLength: 200 })

/** A role that can be given, in words: what pages offer when they give roles. */
const RoleToGive = Type.Object({
  role: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  about: Type.String(),
  aboutEn: Type.String(),
  forUnit: Type.Boolean({ description: 'cannot be held without a unit' }),
})

const rolesToGive = roleNames.flatMap((role) => {
  if (role === 'public') return []
  const { label, about, forUnit } = roles[role]
  return [{ role, label: label.zh, labelEn: label.en, about: about.zh, aboutEn: about.en, forUnit }]
})

export const listAccounts = defineQuery({
  id: 'account.list',
  label: { zh: '账号列表', en: 'List accounts' },
  about: {
    zh: '列出本行政区的账号、角色和状态，以及可以授予的角色。',
    en: 'The accounts of this jurisdiction, their roles and state, and the roles that can be given.',
  },
  permission: 'account.manage',
  route: { method: 'GET', path: '/accounts' },
  cli: 'account list',
  input: Type.Object({}),
  output: Type.Object({ accounts: Type.Array(AccountRow), roles: Type.Array(RoleToGive) }),
  run: async (context) => ({ accounts: await presentAccounts(context), roles: rolesToGive }),
})

export const createAccount = defineCommand({
  id: 'account.create',
  label: { zh: '新建账号', en: 'Create an account' },
  about: {
    zh: '新建账号并授予角色；首次登录须修改密码。',
    en: 'Creates an account with roles; its first password must be changed.',
  },
  permission: 'account.manage',
  route: { method: 'POST', path: '/accounts' },
  cli: 'account create',
  input: Type.Object({
    login: Login,
    displayName: DisplayName,
    password: Password,
    roles: Type.Array(GivenRole, { minItems: 1, maxItems: 20 }),
  }),
  output: AccountRow,
  prepare: (_preparation, { password }) => hashPassword(password),
  run: async (context, input, passwordHash) => {
    const id = await insertAccount(context, { ...input, passwordHash, mustChangePassword: true })
    return presentAccount(context, id)
  },
})

export const changeAccount = defineCommand({
  id: 'account.change',
  label: { zh: '修改账号', en: 'Change an account' },
  about: {
    zh: '改姓名、角色，停用或恢复，重置密码；停用和重置会结束该账号的全部会话。',
    en: 'Name, roles, disabling, password reset; disabling and resetting end all sessions of the account.',
  },
  permission: 'account.manage',
  route: { method: 'PATCH', path: '/accounts/:accountId' },
  cli: 'account change',
  input: Type.Object({
    accountId: Type.String({ maxLength: 64 }),
    displayName: Type.Optional(DisplayName),
    roles: Type.Optional(Type.Array(GivenRole, { minItems: 1, maxItems: 20 })),
    disabled: Type.Optional(Type.Boolean()),
    password: Type.Optional(Password),
  }),
  output: AccountRow,
  prepare: async (_preparation, { password }) => (password === undefined ? undefined : await hashPassword(password)),
  run: async (context, input, passwordHash) => {
    const { tx, jurisdiction, now } = context
    const before = await presentAccount(context, input.accountId)
    const losesAdministration =
      input.disabled === true ||
      (input.roles !== undefined && !input.roles.some((held) => held.role === 'administrator'))
    const isAdministrator = before.roles.some((held) => held.role === 'administrator')
    if (losesAdministration && isAdministrator) await refuseLastAdministrator(context, before.id)
    if (input.password !== undefined) refuseWeakPassword(input.password, before.login)
    const account = await lockAccount(tx, jurisdiction, before.id)
    await tx
      .updateTable('account')
      .set({
        display_name: input.displayName ?? account.display_name,
        disabled_at: input.disabled === undefined ? account.disabled_at : input.disabled ? now : null,
        ...(passwordHash === undefined
          ? {}
          : { password_hash: passwordHash, must_change_password: true, locked_until: null }),
        revision: account.revision + 1,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.id)
      .execute()
    if (input.roles !== undefined) await replaceRoles(context, account.id, input.roles)
    if (input.disabled === true || input.password !== undefined) {
      const because = input.disabled === true ? 'accountDisabled' : 'passwordChanged'
      await endSessionsOf(tx, jurisdiction, account.id, { because, now })
    }
    const after = await presentAccount(context, account.id)
    await context.record({
      subject: { kind: 'account', id: account.id },
      before,
      after: { ...after, passwordReset: input.password !== undefined },
    })
    return after
  },
})

/** The jurisdiction's row is the lock: two administrators who disable each other at once do not both succeed. */
async function refuseLastAdministrator({ tx, jurisdiction }: CommandContext, accountId: string): Promise<void> {
  await lockJurisdiction({ tx, jurisdiction })
  if ((await otherAdministrators(tx, jurisdiction, accountId)) === 0) throw accountErrors.lastAdministrator({})
}
