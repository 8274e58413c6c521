import { invalid, plain, type Reading, refusedAtOnce, valid, yearTrouble } from './reading.ts'

export interface SoftwareNumber {
  readonly year: number
}

/** 计算机软件保护条例 of 1991 brought the registration. */
const FIRST_YEAR = 1992

/**
 * Reads the registration number of a computer program 软件著作权登记号: year, SR and six or seven digits. It is a national
 * series of its own, and none of works.
 *
 * @example readSoftwareNumber('2024sr0123456') // valid, '2024SR0123456'
 */
export function readSoftwareNumber(written: string, today?: string): Reading<SoftwareNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = '', serial = ''] = /^(\d{4})-?SR-?(\d{6,7})$/.exec(plain(written)) ?? []
  if (digits === '') {
    return invalid(
      '不是软件著作权登记号：应写成 2024SR0123456。',
      'This is no registration number of a program; it is written 2024SR0123456.',
    )
  }
  return yearTrouble(Number(digits), FIRST_YEAR, today) ?? valid(`${digits}SR${serial}`, { year: Number(digits) })
}

/** Reads the number of a program's certificate 软著登字号. */
export function readSoftwareCertificateNumber(written: string): Reading {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = ''] = /^软著登字第?0*(\d{1,10})号?$/.exec(plain(written)) ?? []
  if (digits !== '') return valid(`软著登字第${digits}号`, {})
  return invalid('应写成 软著登字第1234567号。', 'It is written 软著登字第1234567号.')
}
