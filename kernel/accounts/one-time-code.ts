import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/**
 * Codes of a generator (验证器) and the recovery codes that stand in for it.
 *
 * Six digits, SHA-1, thirty seconds: what every authenticator app supports. A code of the step before or after is taken
 * too, since clocks of phones differ.
 *
 * @source RFC 6238 §4.1, §5.2
 */
export const oneTimeCodes = { digits: 6, periodSeconds: 30, stepsAround: 1, secretBytes: 20 } as const

/** A new shared secret, base32 as generators take it. */
export function newSecret(): string {
  return new Secret({ size: oneTimeCodes.secretBytes }).base32
}

/** What the QR code holds: the secret, and under which name the generator lists it. */
export function enrolmentUri(secret: string, names: { readonly issuer: string; readonly login: string }): string {
  return generator(secret, names).toString()
}

/**
 * The step to which a code belongs; undefined when it belongs to none around this instant.
 *
 * Whoever takes the code keeps its step and takes no code of that step or an earlier one again.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window: oneTimeCodes.stepsAround })
  if (delta === null) return undefined
  return Math.floor(now.getTime() / 1_000 / oneTimeCodes.periodSeconds) + delta
}

function generator(secret: string, names?: { readonly issuer: string; readonly login: string }): TOTP {
  return new TOTP({
    ...(names === undefined ? {} : { issuer: names.issuer, label: names.login }),
    algorithm: 'SHA1',
    digits: oneTimeCodes.digits,
    period: oneTimeCodes.periodSeconds,
    secret: Secret.fromBase32(secret),
  })
}

export const recoveryCodeCount = 10

/** Without 0, 1, I and O, which people confuse. Thirty-two signs, so five bits each. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const signsInRecoveryCode = 16

/** Ten codes of eighty random bits: `7K3M-9QXD-…`, too many to be guessed even from their digests. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = [...randomBytes(signsInRecoveryCode)].map((byte) => signs[byte % signs.length]).join('')
    return code.replaceAll(/.{4}(?=.)/g, '$&-')
  })
}

export type TypedCode =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'recoveryCode'; readonly hash: string }

/** What a person typed: six digits, a recovery code, or neither. Spaces, hyphens, case and full-width signs are theirs. */
export function readTypedCode(text: string): TypedCode | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(plain)) return { kind: 'code', code: plain }
  if (plain.length === signsInRecoveryCode && [...plain].every((sign) => signs.includes(sign))) {
    return { kind: 'recoveryCode', hash: hashOfRecoveryCode(plain) }
  }
  return undefined
}

export function hashOfRecoveryCode(code: string): string {
  return createHash('sha256').update(code.replaceAll('-', '')).digest('hex')
}
