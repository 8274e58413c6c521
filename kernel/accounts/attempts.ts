import { createHash } from 'node:crypto'
import type { Transaction } from '../database/database.ts'
import type { QxError } from '../errors/define-errors.ts'
import { newId } from '../ids/new-id.ts'
import { type JournalOccasion, recordEntry } from '../journal/record-entry.ts'
import { accountErrors } from './account-errors.ts'

/**
 * Limits on guessing passwords and codes, wherever they are asked for. An account is locked after a row of failures; an
 * address that tries many names is slowed down before any account is. Attempts are kept for a day.
 *
 * An office reaches us from one address: each of its people who signed in makes room for one more slip, so that a few
 * hundred of them on one morning are no attack. Names count once, and a guesser has no names that succeed.
 */
export const signInLimits = {
  failuresBeforeLock: 5,
  lockMinutes: 15,
  failuresPerAddress: 60,
  windowMinutes: 15,
  keptHours: 24,
} as const

/** Whose proof is tried, and from where. */
export interface Attempt {
  readonly login: string
  readonly address: string | undefined
}

/** @throws account.locked */
export function refuseLocked(account: { readonly locked_until: Date | null }, now: Date): void {
  if (account.locked_until !== null && account.locked_until > now) throw lockedUntil(account.locked_until, now)
}

export function lockedUntil(until: Date, now: Date): QxError {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
  return accountErrors.locked({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
}

/** @throws account.tooManyAttempts */
export async function refuseBusyAddress(
  tx: Transaction,
  jurisdiction: string,
  address: string | undefined,
  now: Date,
): Promise<void> {
  const row = await tx
    .selectFrom('sign_in_attempt')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('succeeded', '=', false).as('failures'),
      eb.fn.count<number>('login_hash').distinct().filterWhere('succeeded', '=', true).as('people'),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('address_hash', '=', fingerprint(address ?? ''))
    .where('at', '>', windowBefore(now))
    .executeTakeFirstOrThrow()
  if (row.failures < signInLimits.failuresPerAddress + row.people) return
  const minutes = signInLimits.windowMinutes
  throw accountErrors.tooManyAttempts({ minutes }, { retryAfterSeconds: minutes * 60 })
}

/** Notes that a proof was right; a row of failures ends with it. */
export function noteSuccess(tx: Transaction, jurisdiction: string, attempt: Attempt, now: Date): Promise<void> {
  return insertAttempt(tx, jurisdiction, attempt, true, now)
}

/**
 * Notes that a proof was wrong, and locks the account when this was the last of a row.
 *
 * The caller's transaction has to be committed although what was asked for is refused.
 *
 * @param accountId undefined when no account has the name
 * @returns the refusal for a locked account; undefined while there are tries left
 */
export async function noteFailure(
  tx: Transaction,
  occasion: JournalOccasion,
  attempt: Attempt,
  accountId: string | undefined,
): Promise<QxError | undefined> {
  const { jurisdiction, now } = occasion
  await insertAttempt(tx, jurisdiction, attempt, false, now)
  if (accountId === undefined || !(await failedInARow(tx, jurisdiction, attempt.login, now))) return undefined
  const until = new Date(now.getTime() + signInLimits.lockMinutes * 60_000)
  await tx
    .updateTable('account')
    .set({ locked_until: until })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', accountId)
    .execute()
  await recordEntry(
    tx,
    { ...occasion, command: 'account.lock' },
    {
      subject: { kind: 'account', id: accountId },
      before: null,
      after: { lockedUntil: until.toISOString() },
      reason: '密码或验证码连续输错',
    },
  )
  return lockedUntil(until, now)
}

async function failedInARow(tx: Transaction, jurisdiction: string, login: string, now: Date): Promise<boolean> {
  const recent = await tx
    .selectFrom('sign_in_attempt')
    .select('succeeded')
    .where('jurisdiction', '=', jurisdiction)
    .where('login_hash', '=', fingerprint(login))
    .where('at', '>', windowBefore(now))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(signInLimits.failuresBeforeLock)
    .execute()
  return recent.length === signInLimits.failuresBeforeLock && recent.every(({ succeeded }) => !succeeded)
}

async function insertAttempt(
  tx: Transaction,
  jurisdiction: string,
  { login, address }: Attempt,
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
      address_hash: fingerprint(address ?? ''),
      succeeded,
      at: now,
    })
    .execute()
}

function windowBefore(now: Date): Date {
  return new Date(now.getTime() - signInLimits.windowMinutes * 60_000)
}

/** Names and addresses of attempts are personal data that only need to be told apart. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(salt).update(text).digest('base64url')
}

/** A fixed salt of the platform keeps the table from being read backwards with a list of addresses made for others. */
const salt = 'qiangxian.sign-in-attempt.1'
