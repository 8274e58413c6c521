import { type IdCard, readIdCard } from './id-card.ts'
import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface PersonalDocument {
  readonly kind: IdCard['kind'] | 'hkMoPermit' | 'taiwanPermit' | 'formerPermanentResidence' | 'passport'
}

/** Documents without a check character, and how their numbers look. */
const OTHERS: readonly (readonly [PersonalDocument['kind'], RegExp])[] = [
  // 港澳居民来往内地通行证; two more digits counted the renewals until 2012
  ['hkMoPermit', /^[HM]\d{8}(\d{2})?$/],
  // 台湾居民来往大陆通行证
  ['taiwanPermit', /^\d{8}$/],
  // 外国人永久居留身份证 before 2023: three letters of the country, twelve digits
  ['formerPermanentResidence', /^[A-Z]{3}\d{12}$/],
  // 护照: those of this country, and in the most frequent forms of others
  ['passport', /^([DEGPS][A-Z]?\d{7,8}|[A-Z]{1,2}\d{6,8})$/],
]

/** Reads the number of any document by which a person is known: an identity card, or one of those that stand for it. */
export function readPersonalDocument(written: string, today?: string): Reading<PersonalDocument> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written).replaceAll('-', '')
  const other = OTHERS.find(([, pattern]) => pattern.test(number))
  if (other !== undefined) return valid(number, { kind: other[0] })
  if (/^\d{15}$|^\d{17}[\dX]$/.test(number)) return readIdCard(number, today)
  return invalid(
    '不是身份证、居住证、通行证、永久居留身份证或护照的号码。',
    'This is no number of an identity card, residence permit, travel permit, permanent residence card or passport.',
  )
}
