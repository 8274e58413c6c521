import Type from 'typebox'
import type { CommandContext } from '../operations/context.ts'
import { defineCommand } from '../operations/operation.ts'
import { Password } from './account.operations.ts'
import { lockAccount } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import { AccountRow, presentAccount } from './account-row.ts'
import { enrolmentUri, newSecret } from './one-time-code.ts'
import { ownAccountId, proveAgain, tryOwnPassword } from './own-account.ts'
import { confirmWith, forgetSecondFactor, giveRecoveryCodes, hasSecondFactor } from './second-factor.ts'
import { endSessionsOf } from './session.ts'

/** As people type it: the code of the generator, or a recovery code. */
export const Code = Type.String({ minLength: 1, maxLength: 40 })
const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: 'shown this once; the platform keeps digests only' }),
})

const beginLabel = { zh: '绑定验证器', en: 'Set up a second factor' }

export const beginSecondFactor = defineCommand({
  id: 'secondFactor.begin',
  label: beginLabel,
  about: {
    zh: '生成动态验证码的密钥，供手机验证器扫描；输入第一个验证码后才生效。',
    en: 'Makes the secret for an authenticator app; it counts once the first code has confirmed it.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/account/second-factor' },
  input: Type.Object({}),
  output: Type.Object({ secret: Type.String(), uri: Type.String() }),
  run: async (context) => {
    const { tx, jurisdiction, county, now } = context
    const account = await lockAccount(tx, jurisdiction, ownAccountId(context, beginLabel))
    if (await hasSecondFactor(tx, jurisdiction, account.id)) throw accountErrors.secondFactorOn({})
    const secret = newSecret()
    await forgetSecondFactor(tx, jurisdiction, account.id)
    await tx
      .insertInto('account_second_factor')
      .values({ jurisdiction, account_id: account.id, secret, created_at: now })
      .execute()
    await note(context, account.id, 'begun')
    return { secret, uri: enrolmentUri(secret, { issuer: county.label, login: account.login }) }
  },
})

const confirmLabel = { zh: '确认验证器', en: 'Confirm the second factor' }

export const confirmSecondFactor = defineCommand({
  id: 'secondFactor.confirm',
  label: confirmLabel,
  about: {
    zh: '用第一个验证码确认绑定，取得十个恢复码；其他设备上的会话随之结束。',
    en: 'Confirms with the first code and gives ten recovery codes; sessions on other devices end.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/account/second-factor/confirmation' },
  input: Type.Object({ code: Code }),
  output: RecoveryCodes,
  run: async (context, { code }) => {
    const { tx, jurisdiction, actor, now } = context
    const { id } = await lockAccount(tx, jurisdiction, ownAccountId(context, confirmLabel))
    if (await hasSecondFactor(tx, jurisdiction, id)) throw accountErrors.secondFactorOn({})
    // Not counted as a guess: whoever asks has just been shown the secret.
    if (!(await confirmWith(tx, jurisdiction, id, code, now))) throw accountErrors.wrongCode({})
    const recoveryCodes = await giveRecoveryCodes(tx, jurisdiction, id)
    await endSessionsOf(tx, jurisdiction, id, { because: 'secondFactorChanged', except: actor.sessionId, now })
    await note(context, id, 'on')
    return { recoveryCodes }
  },
})

const renewLabel = { zh: '更换恢复码', en: 'Replace the recovery codes' }

export const renewRecoveryCodes = defineCommand({
  id: 'secondFactor.renewRecoveryCodes',
  label: renewLabel,
  about: {
    zh: '用当前验证码换发十个新的恢复码，旧的全部作废。',
    en: 'Gives ten new recovery codes for a current code; the old ones are void.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/account/second-factor/recovery-codes' },
  input: Type.Object({ code: Code }),
  output: RecoveryCodes,
  run: async (context, { code }) => {
    const { tx, jurisdiction } = context
    const id = ownAccountId(context, renewLabel)
    if (!(await hasSecondFactor(tx, jurisdiction, id))) throw accountErrors.secondFactorOff({})
    await proveAgain(context, id, { code })
    const recoveryCodes = await giveRecoveryCodes(tx, jurisdiction, id)
    await context.record({ subject: { kind: 'account', id }, before: null, after: { recoveryCodes: 'renewed' } })
    return { recoveryCodes }
  },
})

const removeLabel = { zh: '停用验证器', en: 'Switch the second factor off' }

export const removeSecondFactor = defineCommand({
  id: 'secondFactor.remove',
  label: removeLabel,
  about: {
    zh: '用密码和当前验证码（或恢复码）停用自己的验证器；换手机时先停用再绑定。',
    en: 'Switches the own second factor off with password and code; before moving to another phone, for instance.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/account/second-factor/removal' },
  input: Type.Object({ password: Password, code: Code }),
  output: Type.Object({}),
  prepare: (preparation, { password }) => tryOwnPassword(preparation, password),
  run: async (context, { code }, password) => {
    const { tx, jurisdiction } = context
    const id = ownAccountId(context, removeLabel)
    if (!(await hasSecondFactor(tx, jurisdiction, id))) throw accountErrors.secondFactorOff({})
    await proveAgain(context, id, { password, code })
    await forgetSecondFactor(tx, jurisdiction, id)
    await note(context, id, 'off')
    return {}
  },
})

export const resetSecondFactor = defineCommand({
  id: 'account.resetSecondFactor',
  label: { zh: '重置验证器', en: 'Reset the second factor' },
  about: {
    zh: '本人丢失手机和恢复码时，由管理员解除其验证器；该账号的会话随之结束，锁定随之解除。',
    en: 'For who lost phone and recovery codes: removes the second factor of an account, ends its sessions, lifts a lock.',
  },
  permission: 'account.manage',
  route: { method: 'DELETE', path: '/accounts/:accountId/second-factor' },
  cli: 'account reset-second-factor',
  input: Type.Object({ accountId: Type.String({ maxLength: 64 }) }),
  output: AccountRow,
  run: async (context, { accountId }) => {
    const { tx, jurisdiction, now } = context
    // Else a stolen session of an administrator could take the factor away that it lacks.
    if (accountId === context.actor.accountId) throw accountErrors.ownSecondFactor({})
    const account = await lockAccount(tx, jurisdiction, accountId)
    if (!(await forgetSecondFactor(tx, jurisdiction, account.id))) {
      context.unchanged()
      return presentAccount(context, account.id)
    }
    await tx
      .updateTable('account')
      .set({ locked_until: null, revision: account.revision + 1 })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.id)
      .execute()
    await endSessionsOf(tx, jurisdiction, account.id, { because: 'secondFactorChanged', now })
    await note(context, account.id, 'reset')
    return presentAccount(context, account.id)
  },
})

function note(context: CommandContext, accountId: string, secondFactor: string): Promise<void> {
  return context.record({ subject: { kind: 'account', id: accountId }, before: null, after: { secondFactor } })
}
