import type { Localized } from '../../errors/define-errors.ts'

/**
 * Whoever puts the electronic seal 电子印章 on what is issued. A county that has a seal service of its own (GB/T 38540)
 * puts it in the place of the test seal when the program is assembled; everything else stays.
 */
export interface SealService {
  /** stands in every seal, so that a later program knows who made it */
  readonly id: string
  /** null where the seal is legally valid; else the plain sentence that every print and the check page carry */
  readonly caution: Localized | null
  /**
   * Seals a digest for an office.
   *
   * @throws personalData.keyMissing where the key is somewhere else
   */
  seal(request: SealRequest): Promise<Seal>
  /** Whether a seal fits the digest, and is one of ours. Never throws because of what a seal holds. */
  check(digest: string, seal: Seal): SealVerdict
}

export interface SealRequest {
  /** sha256 of the content, hex */
  readonly digest: string
  /** the office whose seal it is */
  readonly office: string
  readonly at: Date
}

/** As it is kept with the document. */
export interface Seal {
  readonly service: string
  /** `SM2-with-SM3` */
  readonly algorithm: string
  /** the id of the signer that goes into the digest, GB/T 32918.2 §5.5 */
  readonly userId: string
  readonly office: string
  /** uncompressed point, hex: 04… */
  readonly publicKey: string
  /** DER, hex */
  readonly signature: string
  readonly sealedAt: string
}

/** otherKey: the signature fits, but nobody knows whose key that is. */
export type SealVerdict = 'valid' | 'broken' | 'otherKey'
