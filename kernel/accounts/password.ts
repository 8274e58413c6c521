import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { accountErrors } from './account-errors.ts'
import { atMost } from './at-most.ts'

/** argon2id with 19 MiB, two passes, one lane: the least that OWASP recommends, about 30 ms on an office server. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Each takes 19 MiB and a thread of Node's pool of four, which also reads files: one less than the pool has, and no
 * more than there are cores. So many that wait longer than twenty seconds or so are told to come back.
 */
const inHand = atMost(Math.max(1, Math.min(3, availableParallelism())), 1_000, () =>
  accountErrors.busy({}, { retryAfterSeconds: 20 }),
)

const common = new Set([
  '1234567890',
  '0123456789',
  '1111111111',
  '0000000000',
  'password12',
  'password123',
  'qwertyuiop',
  'qwerty12345',
  'abc1234567',
  'admin12345',
  'adminadmin',
  'a123456789',
  'woaini1314',
  'iloveyou12',
  'administrator',
  '12345678910',
  '1q2w3e4r5t',
  'passw0rd12',
  'yixing320282',
  'zaq12wsxcde',
])

/**
 * Refuses a password that is too easy to guess: fewer than 10 characters, the user name, one repeated character, or a
 * common one. There is no rule of character classes: long beats odd.
 *
 * @throws account.passwordTooWeak
 */
export function refuseWeakPassword(password: string, login: string): void {
  const folded = password.toLowerCase()
  const weak =
    [...password].length < 10 || folded === login.toLowerCase() || common.has(folded) || new Set(folded).size < 4
  if (weak) throw accountErrors.passwordTooWeak({})
}

/** @throws account.busy when too many wait already */
export function hashPassword(password: string): Promise<string> {
  return inHand(() => hash(password, cost))
}

/** @throws account.busy when too many wait already */
export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return inHand(() => verify(passwordHash, password))
}

/** A hash of nothing, verified when the login is unknown: a wrong name takes as long as a wrong password. */
let hashOfNothing: Promise<string> | undefined

export async function pretendToVerify(password: string): Promise<void> {
  hashOfNothing ??= hashPassword('no such account')
  await passwordFits(await hashOfNothing, password)
}
