import Type, { type Static } from 'typebox'
import type { QueryContext } from '../operations/context.ts'
import { defineCommand, defineQuery } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { presentAccount } from './account-row.ts'
import { ownAccountId } from './own-account.ts'
import { endSessionsOf, idleSince } from './session.ts'

const SessionRow = Type.Object({
  id: Type.String(),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  device: Type.String({ description: 'the User-Agent with which it was opened' }),
  openedBy: Type.String({ description: 'password or identity' }),
  current: Type.Boolean(),
})
const SessionList = Type.Object({ sessions: Type.Array(SessionRow) })
const Ended = Type.Object({ ended: Type.Integer({ description: 'how many sessions were open' }) })
const Id = Type.String({ maxLength: 64 })

export const listOwnSessions = defineQuery({
  id: 'session.list',
  label: { zh: '我的会话', en: 'Own sessions' },
  about: { zh: '列出自己登录着的设备。', en: 'The devices on which one is signed in.' },
  permission: 'session.own',
  route: { method: 'GET', path: '/sessions' },
  input: Type.Object({}),
  output: SessionList,
  run: async (context) => ({ sessions: await openSessionsOf(context, context.actor.accountId ?? '') }),
})

export const endOwnSession = defineCommand({
  id: 'session.end',
  label: { zh: '结束会话', en: 'End a session' },
  about: { zh: '让自己的一台设备退出登录。', en: 'Signs one of the own devices out.' },
  permission: 'session.own',
  route: { method: 'DELETE', path: '/sessions/:sessionId' },
  input: Type.Object({ sessionId: Id }),
  output: Type.Object({}),
  run: async (context, { sessionId }) => {
    const { tx, jurisdiction, actor, now } = context
    const because = sessionId === actor.sessionId ? 'signedOut' : 'endedByOwner'
    const ended = await endSessionsOf(tx, jurisdiction, actor.accountId ?? '', { because, only: sessionId, now })
    if (ended === 0) context.unchanged()
    else await context.record({ subject: { kind: 'session', id: sessionId }, before: null, after: { ended: true } })
    return {}
  },
})

const othersLabel = { zh: '结束其他会话', en: 'End all other sessions' }

export const endOtherSessions = defineCommand({
  id: 'session.endOthers',
  label: othersLabel,
  about: {
    zh: '让自己的其他设备全部退出登录，只留这一台。',
    en: 'Signs all of the own devices out but the one in use.',
  },
  permission: 'session.own',
  route: { method: 'DELETE', path: '/sessions' },
  input: Type.Object({}),
  output: Ended,
  run: async (context) => {
    const { tx, jurisdiction, actor, now } = context
    const accountId = ownAccountId(context, othersLabel)
    const ended = await endSessionsOf(tx, jurisdiction, accountId, {
      because: 'endedByOwner',
      except: actor.sessionId,
      now,
    })
    if (ended === 0) context.unchanged()
    else await context.record({ subject: { kind: 'account', id: accountId }, before: null, after: { ended } })
    return { ended }
  },
})

export const listAccountSessions = defineQuery({
  id: 'account.sessions',
  label: { zh: '账号的会话', en: 'Sessions of an account' },
  about: { zh: '列出一个账号登录着的设备。', en: 'The devices on which an account is signed in.' },
  permission: 'account.manage',
  route: { method: 'GET', path: '/accounts/:accountId/sessions' },
  cli: 'account sessions',
  input: Type.Object({ accountId: Id }),
  output: SessionList,
  run: async (context, { accountId }) => {
    const account = await presentAccount(context, accountId)
    return { sessions: await openSessionsOf(context, account.id) }
  },
})

export const endAccountSessions = defineCommand({
  id: 'account.endSessions',
  label: { zh: '结束账号的会话', en: 'End sessions of an account' },
  about: {
    zh: '让一个账号的全部设备退出登录，或只让其中一台退出。',
    en: 'Signs all devices of an account out, or one of them.',
  },
  permission: 'account.manage',
  route: { method: 'DELETE', path: '/accounts/:accountId/sessions' },
  cli: 'account end-sessions',
  input: Type.Object({ accountId: Id, sessionId: Type.Optional(Id) }),
  output: Ended,
  run: async (context, { accountId, sessionId }) => {
    const { tx, jurisdiction, now } = context
    const account = await presentAccount(context, accountId)
    const because = 'endedByAdministrator'
    const ended = await endSessionsOf(tx, jurisdiction, account.id, { because, only: sessionId, now })
    if (ended === 0) context.unchanged()
    else {
      const after = sessionId === undefined ? { ended } : { ended, session: sessionId }
      await context.record({ subject: { kind: 'account', id: account.id }, before: null, after })
    }
    return { ended }
  },
})

const toldLabel = { zh: '知悉会话被盗用', en: 'Take note of a stolen session' }

export const acknowledgeStolenSession = defineCommand({
  id: 'session.acknowledge',
  label: toldLabel,
  about: {
    zh: '本人已知悉：这个会话曾在另一个浏览器上被使用，系统已将其结束。',
    en: 'The owner has taken note that this session was used from another browser and was ended.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/sessions/:sessionId/acknowledgement' },
  input: Type.Object({ sessionId: Id }),
  output: Type.Object({}),
  run: async (context, { sessionId }) => {
    const { tx, jurisdiction, now } = context
    const own = {
      jurisdiction,
      account_id: ownAccountId(context, toldLabel),
      id: sessionId,
      ended_because: 'otherBrowser',
    }
    const stolen = await tx
      .selectFrom('session')
      .select('owner_told_at')
      .where((eb) => eb.and(own))
      .executeTakeFirst()
    if (stolen === undefined) throw operationErrors.notFound({ what: { zh: '会话', en: 'session' }, id: sessionId })
    const told = await tx
      .updateTable('session')
      .set({ owner_told_at: now })
      .where((eb) => eb.and(own))
      .where('owner_told_at', 'is', null)
      .executeTakeFirst()
    if (told.numUpdatedRows === 0n) context.unchanged()
    else await context.record({ subject: { kind: 'session', id: sessionId }, before: null, after: { ownerTold: true } })
    return {}
  },
})

/** Sessions that can be used now, the one used last first. */
async function openSessionsOf(
  { tx, jurisdiction, actor, now }: QueryContext,
  accountId: string,
): Promise<Static<typeof SessionRow>[]> {
  const rows = await tx
    .selectFrom('session')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    device: row.device,
    openedBy: row.opened_by,
    current: row.id === actor.sessionId,
  }))
}
