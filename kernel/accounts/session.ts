import { createHash, randomBytes } from 'node:crypto'
import type { Database, Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import { rolesHeldBy } from './account.queries.ts'
import type { Actor } from './actor.ts'

/**
 * Sessions are opaque: the cookie holds 32 random bytes, the database their SHA-256, and ending the row ends the
 * session at once. Hours are counted from the last use, and in all.
 */
export const sessionLimits = { idleHours: 12, absoluteHours: 24 * 7, touchMinutes: 5 } as const

/** A session that was last used then or earlier is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - sessionLimits.idleHours * 3_600_000)
}

export async function newSession(
  tx: Transaction,
  jurisdiction: string,
  accountId: string,
  device: string,
  now: Date,
): Promise<{ id: string; token: string }> {
  const id = newId(now)
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('session')
    .values({
      jurisdiction,
      id,
      token_hash: hashOfToken(token),
      account_id: accountId,
      device: device.slice(0, 200),
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
  readonly mustChangePassword: boolean
}

/** Whose session a token opens; undefined when it is unknown, ended, idle too long, or its account is disabled. */
export async function findSession(
  database: Database,
  jurisdiction: string,
  token: string,
  address: string | undefined,
  now: Date,
): Promise<SignedIn | undefined> {
  const found = await database.inJurisdiction(jurisdiction, 'read', async (tx) => {
    const row = await tx
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join.onRef('account.jurisdiction', '=', 'session.jurisdiction').onRef('account.id', '=', 'session.account_id'),
      )
      .select([
        'session.id as sessionId',
        'session.last_seen_at as lastSeenAt',
        'account.id as accountId',
        'account.login',
        'account.display_name as label',
        'account.must_change_password as mustChangePassword',
      ])
      .where('session.jurisdiction', '=', jurisdiction)
      .where('account.jurisdiction', '=', jurisdiction)
      .where('session.token_hash', '=', hashOfToken(token))
      .where('session.ended_at', 'is', null)
      .where('session.expires_at', '>', now)
      .where('session.last_seen_at', '>', idleSince(now))
      .where('account.disabled_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return undefined
    return { ...row, roles: await rolesHeldBy(tx, jurisdiction, row.accountId) }
  })
  if (found === undefined) return undefined
  await touch(database, jurisdiction, found.sessionId, found.lastSeenAt, now)
  return {
    actor: {
      accountId: found.accountId,
      sessionId: found.sessionId,
      label: found.label,
      roles: found.roles,
      via: 'web',
      address,
    },
    login: found.login,
    mustChangePassword: found.mustChangePassword,
  }
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

function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
