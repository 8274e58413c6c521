import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { FieldSecrets } from '../../personal-data/field-secrets.ts'

/** The key that signs badges (Ed25519), derived from the master key as that of the test seal is. */
export interface BadgeKey {
  readonly privateKey: KeyObject
  readonly jwk: PublicJwk
}

export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

/** RFC 8410 §7: what stands before the 32 bytes of the seed in PKCS #8 */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

export function badgeKey(secrets: FieldSecrets): BadgeKey {
  const der = Buffer.concat([pkcs8Prefix, secrets.derive('badges ed25519')])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error('a key of Ed25519 has no x')
  return { privateKey, jwk: { kty: 'OKP', crv: 'Ed25519', x, kid: `badge-${x.slice(0, 8)}`, alg: 'EdDSA', use: 'sig' } }
}
