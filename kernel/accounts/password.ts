import { hash, verify } from '@node-rs/argon2'
import { accountErrors } from './account-errors.ts'

/** argon2id with 19 MiB, two passes, one lane: the least that OWASP recommends, about 30 ms on an office server. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

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

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/** A hash of nothing, verified when the login is unknown: a wrong name takes as long as a wrong password. */
let hashOfNothing: Promise<string> | undefined

export async function pretendToVerify(password: string): Promise<void> {
  hashOfNothing ??= hashPassword('no such account')
  await passwordFits(await hashOfNothing, password)
}
