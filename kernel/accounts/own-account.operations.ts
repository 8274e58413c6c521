import Type from 'typebox'
import { defineQuery } from '../operations/operation.ts'
import { IdentityRow, identitiesOf } from './account-row.ts'
import { ownAccountId } from './own-account.ts'
import { secondFactorOf } from './second-factor.ts'
import { needsSecondFactor } from './second-factor-required.ts'
import { stolenSessionsOf } from './stolen-sessions.ts'

const label = { zh: '我的账号', en: 'My account' }

const StolenSession = Type.Object({
  sessionId: Type.String(),
  endedAt: Type.String(),
  openedIn: Type.String({ description: 'browser and system in which it was opened' }),
  usedFrom: Type.String({ description: 'browser and system from which it was used' }),
})

export const showOwnAccount = defineQuery({
  id: 'account.own',
  label,
  about: {
    zh: '自己的验证器、恢复码余数、关联的统一身份，以及还没有确认知悉的会话盗用。',
    en: 'The own second factor, recovery codes left, linked identities, and stolen sessions not yet taken note of.',
  },
  permission: 'session.own',
  route: { method: 'GET', path: '/account' },
  input: Type.Object({}),
  output: Type.Object({
    secondFactor: Type.Object({
      since: Type.Union([Type.String(), Type.Null()], { description: 'null: none is set up' }),
      required: Type.Boolean(),
      recoveryCodesLeft: Type.Integer(),
    }),
    identities: Type.Array(IdentityRow),
    stolenSessions: Type.Array(StolenSession),
  }),
  run: async (context) => {
    const { tx, jurisdiction, county, actor } = context
    const id = ownAccountId(context, label)
    const factor = await secondFactorOf(tx, jurisdiction, id)
    const stolen = await stolenSessionsOf(tx, jurisdiction, id)
      .select(['id', 'ended_at', 'browser', 'used_from'])
      .orderBy('ended_at', 'desc')
      .limit(20)
      .execute()
    return {
      secondFactor: {
        since: factor.since?.toISOString() ?? null,
        required: needsSecondFactor(county, actor.roles),
        recoveryCodesLeft: factor.recoveryCodesLeft,
      },
      identities: [...((await identitiesOf(context, id)).get(id) ?? [])],
      stolenSessions: stolen.map((row) => ({
        sessionId: row.id,
        endedAt: row.ended_at?.toISOString() ?? '',
        openedIn: row.browser ?? '',
        usedFrom: row.used_from ?? '',
      })),
    }
  },
})
