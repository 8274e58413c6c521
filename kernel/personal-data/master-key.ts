import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { personalDataErrors } from './personal-data-errors.ts'

/**
 * The key from which those of personal data are derived: as it was configured, or from a file that is made at the first
 * start, for its owner only.
 *
 * @param configured 64 hex digits; undefined where the file decides
 * @throws personalData.badKey, personalData.keyUnreadable
 */
export function masterKey(configured: string | undefined, file: string): Uint8Array {
  if (configured !== undefined) return keyFrom(configured)
  try {
    // Made in one act: of two programs that start together, the second finds the key of the first.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw personalDataErrors.keyUnreadable({ file, why: codeOf(cause) }, { cause })
  }
  try {
    return keyFrom(readFileSync(file, 'utf8'))
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause
    throw personalDataErrors.keyUnreadable({ file, why: codeOf(cause) }, { cause })
  }
}

/**
 * The key where there is one; undefined where none is configured and the file was never made. Makes nothing.
 *
 * @throws personalData.badKey, personalData.keyUnreadable
 */
export function findMasterKey(configured: string | undefined, file: string): Uint8Array | undefined {
  return configured === undefined && !existsSync(file) ? undefined : masterKey(configured, file)
}

/** Where the key stands that the first start made. A back-up does not hold it: it is to be kept apart. */
export function keyFileIn(dataDir: string): string {
  return join(dataDir, 'personal-data.key')
}

export function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.trim())
}

function keyFrom(text: string): Uint8Array {
  if (!isKey(text)) throw personalDataErrors.badKey({ characters: text.trim().length })
  return Buffer.from(text.trim(), 'hex')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
