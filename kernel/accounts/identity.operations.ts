import Type from 'typebox'
import { defineCommand } from '../operations/operation.ts'
import { AccountRow, presentAccount } from './account-row.ts'
import { linkIdentity, takeReference, unlinkIdentity } from './identity.ts'
import { ownAccountId } from './own-account.ts'

const Id = Type.String({ maxLength: 64 })

export const linkAccountIdentity = defineCommand({
  id: 'account.linkIdentity',
  label: { zh: '关联统一身份', en: 'Link an identity' },
  about: {
    zh: '凭本人登录时看到的关联号，把统一身份认证的身份关联到账号。请先核实对方就是账号本人。',
    en: 'Links an account with the identity behind the number that its person was shown. Make sure who told you it.',
  },
  permission: 'account.manage',
  route: { method: 'POST', path: '/accounts/:accountId/identities' },
  cli: 'account link-identity',
  input: Type.Object({ accountId: Id, reference: Type.String({ minLength: 1, maxLength: 20 }) }),
  output: AccountRow,
  run: async (context, { accountId, reference }) => {
    const account = await presentAccount(context, accountId)
    await linkIdentity(context, account.id, await takeReference(context, reference))
    return presentAccount(context, account.id)
  },
})

export const unlinkAccountIdentity = defineCommand({
  id: 'account.unlinkIdentity',
  label: { zh: '解除统一身份关联', en: 'Remove the link of an identity' },
  about: {
    zh: '解除账号与统一身份认证的关联；此后该身份不能再登录这个账号。',
    en: 'Removes the link; the identity can no longer sign in to the account.',
  },
  permission: 'account.manage',
  route: { method: 'DELETE', path: '/accounts/:accountId/identities/:identityId' },
  cli: 'account unlink-identity',
  input: Type.Object({ accountId: Id, identityId: Id }),
  output: AccountRow,
  run: async (context, { accountId, identityId }) => {
    const account = await presentAccount(context, accountId)
    await unlinkIdentity(context, account.id, identityId)
    return presentAccount(context, account.id)
  },
})

const unlinkLabel = { zh: '解除自己的统一身份关联', en: 'Remove the own identity' }

export const unlinkOwnIdentity = defineCommand({
  id: 'identity.unlinkOwn',
  label: unlinkLabel,
  about: {
    zh: '解除自己的账号与统一身份认证的关联。',
    en: 'Removes the link between the own account and the identity service.',
  },
  permission: 'session.own',
  route: { method: 'DELETE', path: '/account/identities/:identityId' },
  input: Type.Object({ identityId: Id }),
  output: Type.Object({}),
  run: async (context, { identityId }) => {
    await unlinkIdentity(context, ownAccountId(context, unlinkLabel), identityId)
    return {}
  },
})

const linkLabel = { zh: '关联自己的统一身份', en: 'Link the own identity' }

/** Not on a route of its own: it runs when a signed-in person comes back from the identity service. */
export const linkOwnIdentity = defineCommand({
  id: 'identity.linkOwn',
  label: linkLabel,
  about: { zh: '把统一身份认证的身份关联到自己的账号。', en: 'Links the own account with an identity.' },
  permission: 'session.own',
  route: { method: 'POST', path: '/account/identities' },
  input: Type.Object({ issuer: Type.String({ maxLength: 500 }), subject: Type.String({ maxLength: 500 }) }),
  output: Type.Object({}),
  run: async (context, identity) => {
    await linkIdentity(context, ownAccountId(context, linkLabel), identity)
    return {}
  },
})
