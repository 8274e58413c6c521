import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface PublicationNumber {
  readonly office: string
  /** A, B, U, S …: what was published */
  readonly kindCode: string
}

/** Which kind codes a document of a type can have: inventions 1, utility models 2, designs 3. */
const KINDS: Readonly<Record<string, string>> = { '1': 'ABC', '2': 'UY', '3': 'SD' }

/**
 * Reads a publication number 公开（公告）号 of this country: CN, seven to nine digits and the kind code.
 *
 * @source ZC 0007-2012
 * @example readPublicationNumber('cn 112345678 b') // valid, 'CN112345678B'
 */
export function readPublicationNumber(written: string): Reading<PublicationNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written)
  const [, digits = '', kind = ''] = /^(?:CN)?(\d{7,9})([ABCDSUY]\d?)$/.exec(number) ?? []
  // With eight digits the year comes first: 85100001.
  const type = digits.length === 8 ? digits[2] : digits[0]
  if (digits === '' || KINDS[type ?? ''] === undefined) {
    return invalid(
      '不是公开（公告）号：应为 CN、9 位数字（首位 1、2、3）和文献种类代码，如 CN112345678B。',
      'This is no publication number: CN, nine digits that begin with 1, 2 or 3, and a kind code, as in CN112345678B.',
    )
  }
  if (!KINDS[type ?? '']?.includes(kind[0] ?? '')) {
    return invalid(
      `首位为 ${type} 的号不会有种类代码 ${kind}：发明为 A、B、C，实用新型为 U、Y，外观设计为 S、D。`,
      `A number that begins with ${type} has no kind code ${kind}: inventions have A, B, C, utility models U, Y, designs S, D.`,
    )
  }
  return valid(`CN${digits}${kind}`, { office: 'CN', kindCode: kind })
}

/**
 * Reads the number of a document that another office published: its code, digits and mostly a kind code. Offices write
 * them in their own ways, so this is generous. `DM/123456` is an international design.
 *
 * @example readForeignPublicationNumber('US 11,123,456 B2') // valid, 'US11123456B2'
 */
export function readForeignPublicationNumber(written: string): Reading<PublicationNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written).replace(/[,.]/g, '')
  if (/^DM\/?\d{6}$/.test(number)) {
    return valid(`DM/${number.slice(-6)}`, { office: 'WO', kindCode: '' })
  }
  const [, office = '', digits = '', kind = ''] = /^([A-Z]{2})([A-Z]{0,2}[\d/-]{4,16})([A-Z]\d?)?$/.exec(number) ?? []
  if (digits === '' || !/\d{4}/.test(digits.replace(/[/-]/g, ''))) {
    return invalid(
      '不是境外公开（公告）号：应为局代码、号码和种类代码，如 US11123456B2、EP3456789B1。',
      'This is no publication number of another office: its code, digits and kind code, as in US11123456B2.',
    )
  }
  if (office === 'CN') {
    return invalid(
      'CN 是国内文献，请填在国内专利。',
      'CN is a document of this country; it belongs to the patents here.',
    )
  }
  return valid(`${office}${digits}${kind}`, { office, kindCode: kind })
}
