import Type, { type Static } from 'typebox'

const Id = Type.String({ minLength: 1, maxLength: 64 })
export const DocumentId = Id

/** as it stands on the paper; case, spaces and dashes do not matter */
export const TypedCode = Type.String({ minLength: 1, maxLength: 64, description: '核验码，ABCD-2345-…' })

/** What everybody may know who holds a paper and asks whether it is real: nothing of what stands in it. */
export const DocumentCheck = Type.Object({
  number: Type.String({ description: '发文字号' }),
  label: Type.String({ description: '受理通知书' }),
  title: Type.String(),
  office: Type.String({ description: '签发单位' }),
  issuedOn: Type.String({ description: 'ISO date' }),
  /** sha256 of the canonical JSON of the content */
  digest: Type.String(),
  isUnchanged: Type.Boolean({ description: 'the content fits the digest that was sealed' }),
  seal: Type.Object({
    state: Type.Enum(['none', 'valid', 'testOnly', 'broken', 'otherKey']),
    algorithm: Type.Union([Type.String(), Type.Null()]),
    publicKey: Type.Union([Type.String(), Type.Null()]),
    signature: Type.Union([Type.String(), Type.Null()]),
    sealedAt: Type.Union([Type.String(), Type.Null()]),
    /** the plain sentence where the seal has no legal force; null where it has, or there is none */
    caution: Type.Union([Type.String(), Type.Null()]),
  }),
  revoked: Type.Union([
    Type.Object({ on: Type.String({ description: 'ISO date' }), reason: Type.String() }),
    Type.Null(),
  ]),
  isDemonstration: Type.Boolean(),
})
export type DocumentCheck = Static<typeof DocumentCheck>

/** Open Badges 3.0 of a certificate, as credential and signed. */
export const DocumentBadge = Type.Object({
  /** OpenBadgeCredential, W3C Verifiable Credentials 2.0 */
  credential: Type.Record(Type.String(), Type.Unknown()),
  /** the same as a compact JWS (EdDSA), what a wallet takes */
  jws: Type.String(),
})

export const BadgeKeys = Type.Object({
  keys: Type.Array(
    Type.Object({
      kty: Type.Literal('OKP'),
      crv: Type.Literal('Ed25519'),
      x: Type.String(),
      kid: Type.String(),
      alg: Type.Literal('EdDSA'),
      use: Type.Literal('sig'),
    }),
  ),
})

export const BadgeIssuer = Type.Object({
  '@context': Type.Array(Type.String()),
  id: Type.String(),
  type: Type.Array(Type.String()),
  name: Type.String(),
  url: Type.String(),
})
