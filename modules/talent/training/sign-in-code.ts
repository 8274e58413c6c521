import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The code on the screen of the room: it changes every 30 seconds, so a photograph that is sent to somebody elsewhere is
 * of no use a minute later. It is computed from a secret of the server, so nobody makes it beforehand; and since it can
 * be computed again, an attendance proves later by which code it was made.
 */
export const STEP_SECONDS = 30

/** Digits and letters that nobody mistakes for each other on a screen across the room. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 6

/** @example stepAt(new Date(60_000)) // 2 */
export function stepAt(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / STEP_SECONDS)
}

/** The last instant at which the code of a step is shown. */
export function shownUntil(step: number): Date {
  return new Date((step + 1) * STEP_SECONDS * 1000)
}

/** 31⁶ codes, two of which are right at a time: guessing one in its minute is hopeless. */
export function codeOf(key: Uint8Array, session: string, step: number): string {
  const digest = createHmac('sha256', key).update(`sign-in/${session}/${step}`).digest()
  let rest = digest.readBigUInt64BE()
  let code = ''
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
  }
  return code
}

/**
 * The step whose code this is: the one that is shown, or the one before, for those who type slowly.
 *
 * @returns undefined when it is neither
 */
export function stepOfCode(key: Uint8Array, session: string, code: string, now: Date): number | undefined {
  const typed = code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  const current = stepAt(now)
  return [current, current - 1].find((step) => isSame(codeOf(key, session, step), typed))
}

function isSame(right: string, typed: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(typed)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** What an attendance says of itself; all of it goes into its proof. */
export interface AttendanceFacts {
  readonly session: string
  readonly person: string
  readonly day: string
  readonly time: string
  readonly step: number
}

/** The seal of the server over who, where, when and by which code. */
export function proofOf(key: Uint8Array, { session, person, day, time, step }: AttendanceFacts): string {
  return createHmac('sha256', key)
    .update(['attendance', session, person, day, time, step].join('\n'))
    .digest('base64url')
}

/**
 * Whether an attendance was made by the platform, while the code of its step was good.
 *
 * @param instantOf turns its day and time, which are of the county, into an instant
 */
export function isProven(
  key: Uint8Array,
  facts: AttendanceFacts,
  proof: string,
  instantOf: (day: string, time: string) => Date,
): boolean {
  const age = stepAt(instantOf(facts.day, facts.time)) - facts.step
  return (age === 0 || age === 1) && isSealed(key, facts, proof)
}

/** Whether the seal is over exactly these facts. */
export function isSealed(key: Uint8Array, facts: AttendanceFacts, proof: string): boolean {
  return isSame(proofOf(key, facts), proof)
}
