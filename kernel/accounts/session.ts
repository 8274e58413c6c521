import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import { recordEntry } from '../journal/record-entry.ts'
import { announce } from '../outbox/announce.ts'
import { asHeldRole } from './account.queries.ts'
import { type Actor, publicActor } from './actor.ts'
import { browserOf } from './browser.ts'
import { hashOfToken, newToken } from './random-token.ts'

/**
 * Sessions are opaque: the cookie holds 32 random bytes, the database their SHA-256, and ending the row ends the
 * session at once. Hours are counted from the last use, and in all.
 */
export const sessionLimits = { idleHours: 12, absoluteHours: 24 * 7, touchMinutes: 5 } as const

/** A session that was last used then or earlier is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - sessionLimits.idleHours * 3_600_000)
}

/** Why a session is over before its time; null for those that ran out. */
export type EndedBecause =
  | 'signedOut'
  | 'endedByOwner'
  | 'endedByAdministrator'
  | 'passwordChanged'
  | 'secondFactorChanged'
  | 'accountDisabled'
  | 'otherBrowser'

/** How somebody showed who they are: with our password, or at the identity service. */
export type OpenedBy = 'password' | 'identity'

export interface NewSession {
  readonly accountId: string
  /** the User-Agent, so that its owner can tell sessions apart */
  readonly device: string
  readonly openedBy: OpenedBy
}

export async function newSession(
  tx: Transaction,
  jurisdiction: string,
  { accountId, device, openedBy }: NewSession,
  now: Date,
): Promise<{ id: string; token: string }> {
  const id = newId(now)
  const token = newToken()
  await tx
    .insertInto('session')
    .values({
      jurisdiction,
      id,
      token_hash: hashOfToken(token),
      account_id: accountId,
      device: device.slice(0, 200),
      browser: browserOf(device),
      opened_by: openedBy,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + sessionLimits.absoluteHours * 3_600_000),
    })
    .execute()
  return { id, token }
}

export interface SignedIn {
  readonly actor: Actor
  readonly login: string
  /** the temporary password still stands, and it was what opened this session */
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
}

/** Who comes with a token: what is compared with the session, and what the journal says when it does not fit. */
export interface Bearer {
  readonly token: string
  readonly userAgent: string
  readonly address: string | undefined
  readonly requestId: string
}

/**
 * Whose session a token opens; undefined when it is unknown, ended, idle too long, or its account is disabled.
 *
 * A token that comes from another browser than the one in which the session was opened has been taken along: the
 * session ends for everybody, the journal says so, and its owner is told (`session.ended_because`).
 */
export async function findSession(
  database: Database,
  jurisdiction: string,
  bearer: Bearer,
  now: Date,
): Promise<SignedIn | undefined> {
  const found = await database.inJurisdiction(jurisdiction, 'read', (tx) =>
    openSession(tx, jurisdiction, bearer.token, now),
  )
  if (found === undefined) return undefined
  const openedIn = found.browser ?? browserOf(found.device)
  if (openedIn !== browserOf(bearer.userAgent)) {
    await endStolen(database, jurisdiction, { ...found, openedIn }, bearer, now)
    return undefined
  }
  await touch(database, jurisdiction, found.sessionId, found.lastSeenAt, now)
  return {
    actor: {
      accountId: found.accountId,
      sessionId: found.sessionId,
      label: found.label,
      roles: found.roles.flatMap(asHeldRole),
      via: 'web',
      address: bearer.address,
    },
    login: found.login,
    mustChangePassword: found.mustChangePassword && found.openedBy === 'password',
    hasSecondFactor: found.secondFactorSince !== null,
  }
}

/** The session with its account and its roles in one statement: every request of somebody signed in begins with it. */
function openSession(tx: Transaction, jurisdiction: string, token: string, now: Date) {
  return tx
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.jurisdiction', '=', 'session.jurisdiction').onRef('account.id', '=', 'session.account_id'),
    )
    .leftJoin('account_second_factor as factor', (join) =>
      join
        .onRef('factor.jurisdiction', '=', 'session.jurisdiction')
        .onRef('factor.account_id', '=', 'session.account_id')
        .on('factor.jurisdiction', '=', jurisdiction),
    )
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('account_role as held')
          .select(['held.role', 'held.party_id'])
          .where('held.jurisdiction', '=', jurisdiction)
          .whereRef('held.account_id', '=', 'session.account_id')
          .orderBy('held.ordinal'),
      ).as('roles'),
      'session.id as sessionId',
      'session.last_seen_at as lastSeenAt',
      'session.device',
      'session.browser',
      'session.opened_by as openedBy',
      'account.id as accountId',
      'account.login',
      'account.display_name as label',
      'account.must_change_password as mustChangePassword',
      'factor.confirmed_at as secondFactorSince',
    ])
    .where('session.jurisdiction', '=', jurisdiction)
    .where('account.jurisdiction', '=', jurisdiction)
    .where('session.token_hash', '=', hashOfToken(token))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', idleSince(now))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Of several requests that the thief sends at once, one finds the session open, writes the entry and tells the owner. */
async function endStolen(
  database: Database,
  jurisdiction: string,
  session: StolenSession,
  bearer: Bearer,
  now: Date,
): Promise<void> {
  const usedFrom = browserOf(bearer.userAgent)
  const hints: (() => void)[] = []
  await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now, ended_because: 'otherBrowser' satisfies EndedBecause, used_from: usedFrom })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', session.sessionId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) return
    const context = { tx, jurisdiction, now, afterCommit: (hint: () => void) => void hints.push(hint) }
    await announce(context, {
      to: { accountIds: [session.accountId] },
      kind: 'session.stolen',
      title: '您的一个登录会话在另一浏览器上被使用，已结束',
      body: `原浏览器 ${session.openedIn}，被使用处 ${usedFrom}。如不是本人，请修改密码。`,
      path: '/me',
      subject: { kind: 'session', id: session.sessionId },
    })
    await recordEntry(
      tx,
      {
        jurisdiction,
        actor: publicActor(bearer.address),
        command: 'session.stolen',
        requestId: bearer.requestId,
        now,
      },
      {
        subject: { kind: 'session', id: session.sessionId },
        before: { account: session.login, browser: session.openedIn },
        after: { ended: true, usedFrom },
        reason: '会话凭证在另一个浏览器上使用，已结束该会话',
      },
    )
  })
  for (const hint of hints) hint()
}

interface StolenSession {
  readonly sessionId: string
  readonly accountId: string
  readonly login: string
  /** browser and system */
  readonly openedIn: string
}

/** The last use is written once in some minutes, not with every request. */
async function touch(database: Database, jurisdiction: string, id: string, last: Date, now: Date): Promise<void> {
  if (now.getTime() - last.getTime() < sessionLimits.touchMinutes * 60_000) return
  await database.inJurisdiction(jurisdiction, 'write', (tx) =>
    tx
      .updateTable('session')
      .set({ last_seen_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', id)
      .execute(),
  )
}

/**
 * Ends the open sessions of an account, all but one where that is given.
 *
 * @returns how many were open
 */
export async function endSessionsOf(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
  {
    because,
    except,
    only,
    now,
  }: { because: EndedBecause; except?: string | undefined; only?: string | undefined; now: Date },
): Promise<number> {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('id', '<>', except ?? '')
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
