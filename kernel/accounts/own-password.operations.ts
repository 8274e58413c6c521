import Type from 'typebox'
import { defineCommand } from '../operations/operation.ts'
import { Password } from './account.operations.ts'
import { ownAccountId, proveAgain, tryOwnPassword } from './own-account.ts'
import { hashPassword, refuseWeakPassword } from './password.ts'
import { endSessionsOf } from './session.ts'

const label = { zh: '修改密码', en: 'Change own password' }

export const changeOwnPassword = defineCommand({
  id: 'account.changeOwnPassword',
  label,
  about: {
    zh: '修改自己的密码；其他会话随之结束。原密码连续输错会锁定账号。',
    en: 'Changes the own password; other sessions end. Wrong current passwords in a row lock the account.',
  },
  permission: 'session.own',
  route: { method: 'PUT', path: '/account/password' },
  input: Type.Object({ current: Password, next: Password }),
  output: Type.Object({}),
  prepare: async (preparation, input) => {
    const tried = await tryOwnPassword(preparation, input.current)
    return { tried, nextHash: tried.fits ? await hashPassword(input.next) : '' }
  },
  run: async (context, input, { tried, nextHash }) => {
    const { tx, jurisdiction, actor, now } = context
    const account = await proveAgain(context, ownAccountId(context, label), { password: tried })
    refuseWeakPassword(input.next, account.login)
    await tx
      .updateTable('account')
      .set({
        password_hash: nextHash,
        must_change_password: false,
        revision: account.revision + 1,
      })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', account.id)
      .execute()
    await endSessionsOf(tx, jurisdiction, account.id, { because: 'passwordChanged', except: actor.sessionId, now })
    await context.record({
      subject: { kind: 'account', id: account.id },
      before: null,
      after: { passwordChanged: true },
    })
    return {}
  },
})
