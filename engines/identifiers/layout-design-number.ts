import { patentCheck } from './patent-number.ts'
import { checkMismatch, invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface LayoutDesignNumber {
  /** with a check character, or the recent form without one */
  readonly form: 'checked' | 'unchecked'
  readonly year: number
}

/** The regulations came into force on 1 October 2001. */
const FIRST_YEAR = 2001

/**
 * Reads the registration number of a layout design 集成电路布图设计登记号. The older form has a check character, computed as
 * that of a patent with eight digits; the recent one has none that is known.
 *
 * A check character that was left out is not added, for it is not sure which numbers have one.
 *
 * @example readLayoutDesignNumber('BS12500520.2') // valid, 'BS.12500520.2'
 */
export function readLayoutDesignNumber(written: string): Reading<LayoutDesignNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = '', check] = /^BS\.?(\d{8,9})(?:\.([\dX]))?$/.exec(plain(written).replaceAll('-', '')) ?? []
  if (digits === '') {
    return invalid(
      '不是布图设计登记号：应写成 BS.12500520.2 或 BS.255000123。',
      'This is no registration number of a layout design; it is written BS.12500520.2 or BS.255000123.',
    )
  }
  const year = 2000 + Number(digits.slice(0, 2))
  if (year < FIRST_YEAR) {
    return invalid(`布图设计登记始于 ${FIRST_YEAR} 年。`, `Layout designs are registered since ${FIRST_YEAR}.`)
  }
  const normalized = check === undefined ? `BS.${digits}` : `BS.${digits}.${check}`
  if (digits.length === 9 || check === undefined) return valid(normalized, { form: 'unchecked', year })
  const expected = patentCheck(digits)
  const parts: LayoutDesignNumber = { form: 'checked', year }
  return check === expected ? valid(normalized, parts) : checkMismatch(normalized, { written: check, expected }, parts)
}
