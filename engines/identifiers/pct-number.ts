import { invalid, plain, type Reading, refusedAtOnce, valid, yearTrouble } from './reading.ts'

export interface PctNumber {
  /** receiving office 受理局 by its two letters; WO for a publication */
  readonly office: string
  readonly year: number
}

/** The treaty came into force in 1978. */
const FIRST_YEAR = 1978
/** Since 2004 the year is written in full. */
const YEAR_IN_FULL = 2004

/**
 * Reads the number of an international application PCT 国际申请号. Until 2003 it had two digits of the year and five of
 * the serial.
 *
 * @example readPctApplicationNumber('PCT-CN2024-123456') // valid, 'PCT/CN2024/123456'
 */
export function readPctApplicationNumber(written: string, today?: string): Reading<PctNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written).replaceAll('-', '/')
  const [, office = '', digits = '', serial = ''] = /^PCT\/?([A-Z]{2})(\d{4}|\d{2})\/?(\d{5,6})$/.exec(number) ?? []
  const year = inFull(digits)
  if (office === '' || serial.length !== (digits.length === 4 ? 6 : 5)) {
    return invalid(
      '不是 PCT 国际申请号：应写成 PCT/CN2024/123456。',
      'This is no number of an international application; it is written PCT/CN2024/123456.',
    )
  }
  return yearTrouble(year, FIRST_YEAR, today) ?? valid(`PCT/${office}${digits}/${serial}`, { office, year })
}

/**
 * Reads the number of an international publication 国际公布号.
 *
 * @example readPctPublicationNumber('WO 2024/123456 A1') // valid, 'WO2024/123456A1'
 */
export function readPctPublicationNumber(written: string, today?: string): Reading<PctNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = '', serial = '', kind = ''] =
    /^WO(\d{4}|\d{2})\/?(\d{5,6})([A-Z]\d)?$/.exec(plain(written).replaceAll('-', '/')) ?? []
  const year = inFull(digits)
  if (digits === '' || (digits.length === 4 && year < YEAR_IN_FULL - 2)) {
    return invalid(
      '不是国际公布号：应写成 WO2024/123456A1。',
      'This is no number of an international publication; it is written WO2024/123456A1.',
    )
  }
  return yearTrouble(year, FIRST_YEAR, today) ?? valid(`WO${digits}/${serial}${kind}`, { office: 'WO', year })
}

function inFull(digits: string): number {
  return digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
}
