import { createHash, sign } from 'node:crypto'
import type { PrintedContent } from '../content.types.ts'
import type { BadgeKey } from './badge-key.ts'

/** Where the platform is known, which is what the ids in a badge begin with. */
export interface BadgePlace {
  readonly publicUrl: string
  readonly documentId: string
  readonly issuedAt: Date
}

export interface OpenBadge {
  readonly credential: Readonly<Record<string, unknown>>
  readonly jws: string
}

/**
 * A certificate as Open Badges 3.0: a verifiable credential that wallets and other platforms read. Whom it belongs to
 * stands in it as a salted digest only: who holds it shows the name, and everybody else can compare.
 *
 * @source Open Badges Specification 3.0 §8.2 (JSON Web Token proof format); Verifiable Credentials Data Model 2.0
 */
export function openBadge(content: PrintedContent, key: BadgeKey, place: BadgePlace): OpenBadge {
  const credential = credentialOf(content, place)
  const header = { alg: 'EdDSA', typ: 'vc+ld+jwt', kid: `${place.publicUrl}/api/badge-keys#${key.jwk.kid}` }
  const payload = {
    ...credential,
    iss: issuerId(place.publicUrl),
    jti: credential['id'],
    nbf: Math.floor(place.issuedAt.getTime() / 1_000),
    sub: `${String(credential['id'])}#holder`,
  }
  const signed = `${encoded(header)}.${encoded(payload)}`
  return { credential, jws: `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}` }
}

export function issuerId(publicUrl: string): string {
  return `${publicUrl}/api/badge-issuer`
}

export const badgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

function credentialOf(content: PrintedContent, { publicUrl, documentId, issuedAt }: BadgePlace) {
  const id = `${publicUrl}/api/documents/${documentId}/badge`
  const words = content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  const credential: Record<string, unknown> = {
    '@context': badgeContexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: content.title,
    issuer: { id: issuerId(publicUrl), type: ['Profile'], name: content.office, url: publicUrl },
    validFrom: issuedAt.toISOString(),
    credentialSubject: {
      id: `${id}#holder`,
      type: ['AchievementSubject'],
      ...(content.addressee === null ? {} : { identifier: [holder(content.addressee, content.salt)] }),
      achievement: {
        id: `${id}#achievement`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: content.title,
        description: content.label,
        criteria: { narrative: words.filter((text) => !names(text, content.addressee)).join('\n') || content.title },
        humanCode: content.number,
      },
    },
    evidence: [
      {
        id: `${publicUrl}/verify?code=${content.verificationCode}`,
        type: ['Evidence'],
        name: content.number,
        narrative: content.isDemonstration ? '演示数据' : '凭核验码可核验',
      },
    ],
  }
  return credential
}

/** sha256 over name and salt, as the specification writes digests of an identity. */
function holder(name: string, salt: string) {
  const digest = createHash('sha256')
    .update(name + salt)
    .digest('hex')
  return { type: 'IdentityObject', hashed: true, identityHash: `sha256$${digest}`, identityType: 'name', salt }
}

/** A paragraph that says whose it is does not go into what everybody reads. */
function names(text: string, addressee: string | null): boolean {
  return addressee !== null && text.includes(addressee)
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
