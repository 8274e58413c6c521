import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineQuery } from '../../operations/operation.ts'
import { BadgeIssuer, BadgeKeys, DocumentBadge, DocumentId, TypedCode } from '../document.schemas.ts'
import { documentErrors } from '../document-errors.ts'
import { getDocuments, openContent } from '../find-document.ts'
import { badgeKey } from './badge-key.ts'
import { badgeContexts, issuerId, openBadge } from './open-badge.ts'

export const showBadge = defineQuery({
  id: 'document.badge',
  label: { zh: '数字徽章', en: 'Badge of a certificate' },
  about: {
    zh: '证书的 Open Badges 3.0 数字徽章，已签名，可放入其他平台的证书夹。证书本人或凭核验码可以下载。',
    en: 'A certificate as a signed Open Badges 3.0 credential, for whoever sees it or names its code.',
  },
  permission: 'service.read',
  route: { method: 'GET', path: '/documents/:documentId/badge' },
  cli: 'document badge',
  input: Type.Object({ documentId: DocumentId, code: Type.Optional(TypedCode) }),
  output: DocumentBadge,
  run: async (context, { documentId, code }) => {
    const [document] = await getDocuments(context, [documentId], code)
    if (document === undefined) throw new Error(`${documentId} was found and is not there`)
    const content = openContent(context, document)
    if (content.form !== 'certificate') throw documentErrors.noBadge({ label: document.label })
    if (document.revokedAt !== null) throw documentErrors.badgeRevoked({ number: document.number })
    const issuedAt = new Date(`${document.issuedOn}T00:00:00+08:00`)
    const { credential, jws } = openBadge(content, badgeKey(context.secrets), {
      publicUrl: addressOf(context),
      documentId,
      issuedAt,
    })
    return { credential: { ...credential }, jws }
  },
})

export const listBadgeKeys = defineQuery({
  id: 'badge.keys',
  label: { zh: '徽章公钥', en: 'Keys of badges' },
  about: { zh: '验证数字徽章签名的公钥（JWKS）。', en: 'The public keys by which badges are verified (JWKS).' },
  permission: 'service.read',
  route: { method: 'GET', path: '/badge-keys' },
  cli: 'badge keys',
  input: Type.Object({}),
  output: BadgeKeys,
  run: async ({ secrets }) => ({ keys: [badgeKey(secrets).jwk] }),
})

export const showBadgeIssuer = defineQuery({
  id: 'badge.issuer',
  label: { zh: '徽章签发者', en: 'Issuer of badges' },
  about: { zh: '数字徽章里写明的签发者。', en: 'Who issues the badges, as they name it.' },
  permission: 'service.read',
  route: { method: 'GET', path: '/badge-issuer' },
  cli: 'badge issuer',
  input: Type.Object({}),
  output: BadgeIssuer,
  run: async (context) => {
    const url = addressOf(context)
    return {
      '@context': [...badgeContexts],
      ...{ id: issuerId(url), type: ['Profile'], name: context.county.label, url },
    }
  },
})

/** Where nobody said how the platform is reached, ids are a name that leads nowhere and is still one's own. */
function addressOf({ outside, jurisdiction }: QueryContext): string {
  return outside.publicUrl ?? `https://${jurisdiction}.invalid`
}
