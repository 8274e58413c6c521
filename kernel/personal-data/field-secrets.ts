import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { personalDataErrors } from './personal-data-errors.ts'

/**
 * What keeps personal data 个人信息 at rest: AES-256-GCM for the value, and a blind index, HMAC-SHA-256 over the
 * normalised value, by which equal values can be found without being read. Both keys come from one master key by HKDF,
 * so that neither says anything about the other.
 *
 * A blind index tells who holds the database which records have equal values, and nothing else; who holds the key too
 * could try all telephone numbers. So the key is kept apart from the database and its back-ups.
 */
export interface FieldSecrets {
  /**
   * @param owner what the value belongs to (jurisdiction and record): moved to another record it does not open
   */
  seal(clear: string, owner: string): Buffer
  /** @throws personalData.notOpened when it was sealed by another key, for another owner, or was changed */
  open(cipher: Uint8Array, owner: string): string
  /** Equal for values that are equal once width, case and spaces are set aside. */
  blind(clear: string, jurisdiction: string): string
  /** a few characters that tell one key from another and nothing about it; for the page of the state and the log */
  readonly fingerprint: string
  /** 32 bytes for another purpose, the same every time: keys that sign what the platform issues need no file of their own */
  derive(purpose: string): Buffer
}

/** Raised when values are sealed otherwise; the first byte of each says by what it was. */
const version = 1
const nonceBytes = 12
const tagBytes = 16

/** @param masterKey 32 random bytes */
export function fieldSecrets(masterKey: Uint8Array): FieldSecrets {
  if (masterKey.length !== 32) throw new Error('a master key has 32 bytes')
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `qiangxian personal data ${purpose}`, 32))
  const [sealing, blinding, naming] = [derive('seal'), derive('blind'), derive('fingerprint')]
  return {
    fingerprint: naming.subarray(0, 4).toString('hex'),
    seal: (clear, owner) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(owner))
      const sealed = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed])
    },
    open: (bytes, owner) => {
      const all = Buffer.from(bytes)
      try {
        if (all[0] !== version) throw new Error(`sealed by version ${all[0]}`)
        const nonce = all.subarray(1, 1 + nonceBytes)
        const tag = all.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
        const decipher = createDecipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag)
        const clear = [decipher.update(all.subarray(1 + nonceBytes + tagBytes)), decipher.final()]
        return Buffer.concat(clear).toString('utf8')
      } catch (cause) {
        throw personalDataErrors.notOpened({}, { cause })
      }
    },
    blind: (clear, jurisdiction) =>
      createHmac('sha256', blinding)
        .update(`${jurisdiction}\n${foldedForBlind(clear)}`)
        .digest('base64url'),
    derive: (purpose) =>
      Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `qiangxian derived ${purpose}`, 32)),
  }
}

/**
 * In place of the secrets, where the key of the database is somewhere else: everything works that needs no personal
 * data in clear, and the rest says which key is wanted and where.
 */
export function lockedSecrets(wanted: { readonly fingerprint: string; readonly where: string }): FieldSecrets {
  const refuse = () => {
    throw personalDataErrors.keyMissing({ wanted: wanted.fingerprint, where: wanted.where })
  }
  return { fingerprint: wanted.fingerprint, seal: refuse, open: refuse, blind: refuse, derive: refuse }
}

function foldedForBlind(clear: string): string {
  return clear.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
}
