import { createHash } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import { recordEntry } from '../journal/record-entry.ts'
import type { Platform, Request } from '../operations/execute.ts'
import { rolesHeldBy } from './account.queries.ts'
import { accountErrors } from './account-errors.ts'
import type { Actor } from './actor.ts'
import { passwordFits, pretendToVerify } from './password.ts'
import { newSession } from './session.ts'
import { takingTurns } from './taking-turns.ts'

/**
 * Limits on guessing. An account is locked after a row of failures; an address that tries many names is slowed down
 * before any account is. Attempts are kept for a day.
 */
export const signInLimits = {
  failuresBeforeLock: 5,
  lockMinutes: 15,
  attemptsPerAddress: 60,
  windowMinutes: 15,
  keptHours: 24,
} as const

export interface SignIn {
  readonly login: string
  readonly password: string
  /** what the browser says it is, kept with the session so that its owner can tell sessions apart */
  readonly device: string
}

/**
 * Signs in, and opens a session.
 *
 * This is not a command: a failed attempt must stay on record although the sign-in is refused, so it works in
 * transactions of its own. The password is verified outside any of them, since that takes tens of milliseconds.
 *
 * @returns the token for the cookie; the database keeps only its hash
 * @throws account.signInFailed, account.locked, account.tooManyAttempts
 */
export function signIn(platform: Platform, request: Request, attempt: SignIn): Promise<string> {
  const login = attempt.login.trim().toLowerCase()
  // Guesses sent side by side would all be verified before the first failure counts.
  return inTurn(fingerprint(login), () => verifyAndOpen(platform, request, { ...attempt, login }))
}

const inTurn = takingTurns()

async function verifyAndOpen(platform: Platform, request: Request, attempt: SignIn): Promise<string> {
  const { database, county } = platform
  const { login } = attempt
  const now = platform.now()
  const account = await database.inJurisdiction(county.jurisdiction, 'read', async (tx) => {
    await refuseBusyAddress(tx, county.jurisdiction, request.actor.address ?? '', now)
    return tx
      .selectFrom('account')
      .selectAll()
      .where('jurisdiction', '=', county.jurisdiction)
      .where('login', '=', login)
      .executeTakeFirst()
  })
  if (account?.locked_until != null && account.locked_until > now) throw lockedUntil(account.locked_until, now)
  const fits = account === undefined ? false : await passwordFits(account.password_hash, attempt.password)
  if (account === undefined) await pretendToVerify(attempt.password)
  const succeeded = fits && account !== undefined && account.disabled_at === null
  const outcome = await database.inJurisdiction(county.jurisdiction, 'write', async (tx) => {
    await recordAttempt(tx, county.jurisdiction, login, request.actor.address ?? '', succeeded, now)
    if (account === undefined) return undefined
    if (!succeeded) return lockAfterFailures(tx, platform, request, account.id, login, now)
    await tx
      .updateTable('account')
      .set({ last_sign_in_at: now, locked_until: null })
      .where('jurisdiction', '=', county.jurisdiction)
      .where('id', '=', account.id)
      .execute()
    const session = await newSession(tx, county.jurisdiction, account.id, attempt.device, now)
    const actor: Actor = {
      ...request.actor,
      accountId: account.id,
      sessionId: session.id,
      label: account.display_name,
      roles: await rolesHeldBy(tx, county.jurisdiction, account.id),
    }
    await recordEntry(
      tx,
      { jurisdiction: county.jurisdiction, actor, command: 'session.signIn', requestId: request.requestId, now },
      { subject: { kind: 'session', id: session.id }, before: null, after: { account: account.login } },
    )
    return { token: session.token }
  })
  if (outcome !== undefined && 'token' in outcome) return outcome.token
  if (outcome !== undefined) throw lockedUntil(outcome.lockedUntil, now)
  throw accountErrors.signInFailed({ login })
}

function lockedUntil(until: Date, now: Date) {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
  return accountErrors.locked({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
}

async function refuseBusyAddress(tx: Transaction, jurisdiction: string, address: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - signInLimits.windowMinutes * 60_000)
  const { failures } = await tx
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.countAll<number>().as('failures'))
    .where('jurisdiction', '=', jurisdiction)
    .where('address_hash', '=', fingerprint(address))
    .where('succeeded', '=', false)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  if (failures >= signInLimits.attemptsPerAddress) {
    const minutes = signInLimits.windowMinutes
    throw accountErrors.tooManyAttempts({ minutes }, { retryAfterSeconds: minutes * 60 })
  }
}

async function recordAttempt(
  tx: Transaction,
  jurisdiction: string,
  login: string,
  address: string,
  succeeded: boolean,
  now: Date,
): Promise<void> {
  const forgotten = new Date(now.getTime() - signInLimits.keptHours * 3_600_000)
  await tx.deleteFrom('sign_in_attempt').where('jurisdiction', '=', jurisdiction).where('at', '<', forgotten).execute()
  await tx
    .insertInto('sign_in_attempt')
    .values({
      jurisdiction,
      id: newId(now),
      login_hash: fingerprint(login),
      address_hash: fingerprint(address),
      succeeded,
      at: now,
    })
    .execute()
}

async function lockAfterFailures(
  tx: Transaction,
  { county }: Platform,
  request: Request,
  accountId: string,
  login: string,
  now: Date,
): Promise<{ lockedUntil: Date } | undefined> {
  const { jurisdiction } = county
  const since = new Date(now.getTime() - signInLimits.windowMinutes * 60_000)
  const recent = await tx
    .selectFrom('sign_in_attempt')
    .select('succeeded')
    .where('jurisdiction', '=', jurisdiction)
    .where('login_hash', '=', fingerprint(login))
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(signInLimits.failuresBeforeLock)
    .execute()
  const inARow = recent.length === signInLimits.failuresBeforeLock && recent.every((attempt) => !attempt.succeeded)
  if (!inARow) return undefined
  const until = new Date(now.getTime() + signInLimits.lockMinutes * 60_000)
  await tx
    .updateTable('account')
    .set({ locked_until: until })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', accountId)
    .execute()
  await recordEntry(
    tx,
    { jurisdiction, actor: request.actor, command: 'account.lock', requestId: request.requestId, now },
    {
      subject: { kind: 'account', id: accountId },
      before: null,
      after: { lockedUntil: until.toISOString() },
      reason: '连续输错密码',
    },
  )
  return { lockedUntil: until }
}

/** Names and addresses of attempts are personal data that only need to be told apart. */
function fingerprint(text: string): string {
  return createHash('sha256').update(processSalt).update(text).digest('base64url')
}

/** A fixed salt of the platform keeps the table from being read backwards with a list of addresses made for others. */
const processSalt = 'qiangxian.sign-in-attempt.1'
