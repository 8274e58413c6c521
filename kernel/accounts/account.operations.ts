import Type, { type Static } from 'typebox'
import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { findUnits, UnitRef } from '../parties/unit-ref.ts'
import { otherAdministrators, rolesHeldBy } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import { hashPassword, passwordFits, refuseWeakPassword } from './password.ts'
import { roleNames } from './roles.ts'
import { idleSince } from './session.ts'

const Login = Type.String({ minLength: 2, maxLength: 60, pattern: '^[A-Za-z0-9._\\-一-鿿]+$' })
const DisplayName = Type.String({ minLength: 1, maxLength: 60 })
const Password = Type.String({ minLength: 1, maxLength: 200 })
const GivenRole = Type.Object({
  role: Type.Enum(roleNames.filter((role) => role !== 'public')),
  partyId: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
})

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const AccountRow = Type.Object({
  id: Type.String(),
  login: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(Type.Object({ role: Type.String(), unit: Nullable(UnitRef) })),
  mustChangePassword: Type.Boolean(),
  disabledAt: Nullable(Type.String()),
  lockedUntil: Nullable(Type.String()),
  lastSignInAt: Nullable(Type.String()),
})

export const listAccounts = defineQuery({
  id: 'account.list',
  label: { zh: '账号列表', en: 'List accounts' },
  about: { zh: '列出本行政区的账号、角色和状态。', en: 'The accounts of this jurisdiction, their roles and state.' },
  permission: 'account.manage',
  route: { method: 'GET', path: '/accounts' },
  cli: 'account list',
  input: Type.Object({}),
  output: Type.Object({ accounts: Type.Array(AccountRow) }),
  run: async (context) => {
    const rows = await context.tx
      .selectFrom('account')
      .select('id')
      .where('jurisdiction', '=', context.jurisdiction)
      .orderBy('login')
      .execute()
    const accounts: Static<typeof AccountRow>[] = []
    for (const row of rows) accounts.push(await presentAccount(context, row.id))
    return { accounts }
  },
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
  run: async (context, input) => {
    const id = await insertAccount(context, { ...input, mustChangePassword: true })
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
  run: async (context, input) => {
    const { tx, jurisdiction, now } = context
    const account = await getAccount(context, input.accountId)
    const before = await presentAccount(context, account.id)
    const losesAdministration =
      input.disabled === true ||
      (input.roles !== undefined && !input.roles.some((held) => held.role === 'administrator'))
    const isAdministrator = before.roles.some((held) => held.role === 'administrator')
    if (losesAdministration && isAdministrator) await refuseLastAdministrator(context, account.id)
    if (input.password !== undefined) refuseWeakPassword(input.password, account.login)
    await tx
      .updateTable('account')
      .set({
        display_name: input.displayName ?? account.display_name,
        disabled_at: input.disabled === undefined ? account.disabled_at : input.disabled ? now : null,
        ...(input.password === undefined
          ? {}
          : { password_hash: await hashPassword(input.password), must_change_password: true, locked_until: null }),
        revision: account.revision + 1,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.id)
      .execute()
    if (input.roles !== undefined) await replaceRoles(context, account.id, input.roles)
    if (input.disabled === true || input.password !== undefined) await endSessions(context, account.id, undefined)
    const after = await presentAccount(context, account.id)
    await context.record({
      subject: { kind: 'account', id: account.id },
      before,
      after: { ...after, passwordReset: input.password !== undefined },
    })
    return after
  },
})

export const changeOwnPassword = defineCommand({
  id: 'account.changeOwnPassword',
  label: { zh: '修改密码', en: 'Change own password' },
  about: { zh: '修改自己的密码；其他会话随之结束。', en: 'Changes the own password; other sessions end.' },
  permission: 'session.own',
  route: { method: 'PUT', path: '/account/password' },
  input: Type.Object({ current: Password, next: Password }),
  output: Type.Object({}),
  run: async (context, input) => {
    const { tx, jurisdiction, actor } = context
    if (actor.accountId === undefined)
      throw operationErrors.signInNeeded({ label: { zh: '修改密码', en: 'Change own password' } })
    const account = await getAccount(context, actor.accountId)
    if (!(await passwordFits(account.password_hash, input.current))) throw accountErrors.wrongCurrentPassword({})
    refuseWeakPassword(input.next, account.login)
    await tx
      .updateTable('account')
      .set({
        password_hash: await hashPassword(input.next),
        must_change_password: false,
        revision: account.revision + 1,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.id)
      .execute()
    await endSessions(context, account.id, actor.sessionId)
    await context.record({
      subject: { kind: 'account', id: account.id },
      before: null,
      after: { passwordChanged: true },
    })
    return {}
  },
})

export const listOwnSessions = defineQuery({
  id: 'session.list',
  label: { zh: '我的会话', en: 'Own sessions' },
  about: { zh: '列出自己登录着的设备。', en: 'The devices on which one is signed in.' },
  permission: 'session.own',
  route: { method: 'GET', path: '/sessions' },
  input: Type.Object({}),
  output: Type.Object({
    sessions: Type.Array(
      Type.Object({
        id: Type.String(),
        createdAt: Type.String(),
        lastSeenAt: Type.String(),
        device: Type.String(),
        current: Type.Boolean(),
      }),
    ),
  }),
  run: async ({ tx, jurisdiction, actor, now }) => {
    const rows = await tx
      .selectFrom('session')
      .selectAll()
      .where('jurisdiction', '=', jurisdiction)
      .where('account_id', '=', actor.accountId ?? '')
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', idleSince(now))
      .orderBy('last_seen_at', 'desc')
      .execute()
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        device: row.device,
        current: row.id === actor.sessionId,
      })),
    }
  },
})

export const endOwnSession = defineCommand({
  id: 'session.end',
  label: { zh: '结束会话', en: 'End a session' },
  about: { zh: '让自己的一台设备退出登录。', en: 'Signs one of the own devices out.' },
  permission: 'session.own',
  route: { method: 'DELETE', path: '/sessions/:sessionId' },
  input: Type.Object({ sessionId: Type.String({ maxLength: 64 }) }),
  output: Type.Object({}),
  run: async (context, { sessionId }) => {
    const { tx, jurisdiction, actor, now } = context
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('account_id', '=', actor.accountId ?? '')
      .where('id', '=', sessionId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) context.unchanged()
    else await context.record({ subject: { kind: 'session', id: sessionId }, before: null, after: { ended: true } })
    return {}
  },
})

type GivenRole = Static<typeof GivenRole>

export interface NewAccount {
  readonly login: string
  readonly displayName: string
  readonly password: string
  readonly roles: readonly GivenRole[]
  readonly mustChangePassword: boolean
}

/** Inserts an account with its roles and its journal entry; also for the first administrator and demonstration data. */
export async function insertAccount(context: CommandContext, account: NewAccount): Promise<string> {
  const { tx, jurisdiction, now } = context
  const login = account.login.trim().toLowerCase()
  refuseWeakPassword(account.password, login)
  const taken = await tx
    .selectFrom('account')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('login', '=', login)
    .executeTakeFirst()
  if (taken !== undefined) throw accountErrors.loginTaken({ login })
  const id = newId(now)
  await tx
    .insertInto('account')
    .values({
      jurisdiction,
      id,
      login,
      display_name: account.displayName.trim(),
      password_hash: await hashPassword(account.password),
      must_change_password: account.mustChangePassword,
      created_at: now,
    })
    .execute()
  await replaceRoles(context, id, account.roles)
  await context.record({
    subject: { kind: 'account', id },
    before: null,
    after: { login, displayName: account.displayName, roles: account.roles.map((held) => ({ ...held })) },
  })
  return id
}

async function replaceRoles(context: CommandContext, accountId: string, roles: readonly GivenRole[]): Promise<void> {
  const { tx, jurisdiction } = context
  const parties = roles.flatMap((held) => (held.partyId === null ? [] : [held.partyId]))
  const known = await findUnits(tx, jurisdiction, parties)
  const missing = parties.find((id) => !known.has(id))
  if (missing !== undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: missing })
  await tx
    .deleteFrom('account_role')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute()
  await tx
    .insertInto('account_role')
    .values(
      roles.map((held, ordinal) => ({
        jurisdiction,
        account_id: accountId,
        role: held.role,
        party_id: held.partyId,
        ordinal,
      })),
    )
    .execute()
}

/** The jurisdiction's row is the lock: two administrators who disable each other at once do not both succeed. */
async function refuseLastAdministrator({ tx, jurisdiction }: CommandContext, accountId: string): Promise<void> {
  await tx.selectFrom('jurisdiction').select('label').where('jurisdiction', '=', jurisdiction).forUpdate().execute()
  if ((await otherAdministrators(tx, jurisdiction, accountId)) === 0) throw accountErrors.lastAdministrator({})
}

async function endSessions(context: CommandContext, accountId: string, except: string | undefined): Promise<void> {
  await context.tx
    .updateTable('session')
    .set({ ended_at: context.now })
    .where('jurisdiction', '=', context.jurisdiction)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('id', '<>', except ?? '')
    .execute()
}

async function getAccount({ tx, jurisdiction }: QueryContext, id: string) {
  const account = await tx
    .selectFrom('account')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  if (account === undefined) throw operationErrors.notFound({ what: { zh: '账号', en: 'account' }, id })
  return account
}

export async function presentAccount(
  context: { tx: Transaction; jurisdiction: string },
  id: string,
): Promise<Static<typeof AccountRow>> {
  const { tx, jurisdiction } = context
  const row = await tx
    .selectFrom('account')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const roles = await rolesHeldBy(tx, jurisdiction, id)
  const units = await findUnits(
    tx,
    jurisdiction,
    roles.flatMap((held) => held.partyId ?? []),
  )
  return {
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    roles: roles.map((held) => ({ role: held.role, unit: units.get(held.partyId ?? '') ?? null })),
    mustChangePassword: row.must_change_password,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  }
}
