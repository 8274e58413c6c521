import { canonicalJson } from '@qiangxian/engines/canonical-json/canonical-json'
import { sm2 } from 'sm-crypto-v2'
import type { FieldSecrets } from '../../personal-data/field-secrets.ts'
import type { Seal, SealService } from './seal-service.ts'

/** what GB/T 32918.2 and GM/T 0009 name where signer and verifier agreed on no other */
const userId = '1234567812345678'
const algorithm = 'SM2-with-SM3'

/**
 * The seal of the open-source program: a real SM2 signature over the SM3 digest (GB/T 32918.2), which anybody can
 * verify, by a key that no certification authority vouches for. So it shows that nothing was changed, and has no legal
 * force; every print says so.
 *
 * The key comes from the master key of the platform: it needs no second file, and a restored back-up with its key seals
 * as before.
 *
 * @source 电子签名法（2019 修正）第十三条: a reliable signature needs a key that is the signer's alone
 */
export function testSeal(secrets: FieldSecrets): SealService {
  let made: { readonly privateKey: string; readonly publicKey: string } | undefined
  const keys = () => {
    made ??= keyPair(secrets)
    return made
  }
  return {
    id: 'test-sm2',
    caution: {
      zh: '本件电子印章由测试服务签发，可验证内容未被改动，不具有法律效力；正式文本以加盖印章的纸质件为准。',
      en: 'The electronic seal is made by a test service: it shows that nothing was changed and has no legal force; the stamped paper counts.',
    },
    seal: async ({ digest, office, at }) => {
      const { privateKey, publicKey } = keys()
      const sealedAt = at.toISOString()
      const signature = sm2.doSignature(signedBytes({ digest, office, sealedAt }), privateKey, {
        der: true,
        hash: true,
        publicKey,
        userId,
      })
      return { service: 'test-sm2', algorithm, userId, office, publicKey, signature, sealedAt }
    },
    check: (digest, seal) => {
      if (!fits(digest, seal)) return 'broken'
      return seal.publicKey === keys().publicKey ? 'valid' : 'otherKey'
    },
  }
}

/** What is signed: the digest with whose seal it is and when, so that neither can be exchanged. */
export function signedBytes({ digest, office, sealedAt }: Pick<Seal, 'office' | 'sealedAt'> & { digest: string }) {
  return new TextEncoder().encode(canonicalJson({ digest, office, sealedAt }))
}

function fits(digest: string, seal: Seal): boolean {
  if (seal.algorithm !== algorithm || !sm2.verifyPublicKey(seal.publicKey)) return false
  try {
    const bytes = signedBytes({ ...seal, digest })
    return sm2.doVerifySignature(bytes, seal.signature, seal.publicKey, { der: true, hash: true, userId: seal.userId })
  } catch {
    // What is no DER at all cannot be taken apart, and fits nothing.
    return false
  }
}

/** order of the curve SM2, GB/T 32918.5 */
const order = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123')

/** The private key has to lie in 1 … order - 2. */
function keyPair(secrets: FieldSecrets): { privateKey: string; publicKey: string } {
  const derived = BigInt(`0x${secrets.derive('seal sm2').toString('hex')}`)
  const privateKey = ((derived % (order - 2n)) + 1n).toString(16).padStart(64, '0')
  return { privateKey, publicKey: sm2.getPublicKeyFromPrivateKey(privateKey) }
}
