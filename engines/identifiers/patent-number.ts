import { checkMismatch, invalid, plain, type Reading, refusedAtOnce, valid, weighted, yearTrouble } from './reading.ts'

export interface PatentNumber {
  /** eight or twelve digits without the check character: by these two numbers are the same */
  readonly digits: string
  readonly year: number
  readonly patentType: 'invention' | 'utility-model' | 'design'
  readonly route: 'domestic' | 'pct-entry'
  /** whether the check character was written; where it was not, it is added */
  readonly checkWasWritten: boolean
}

const PATTERN = /^(?:(\d{2})([12389])(\d{5})|((?:19|20)\d{2})([12389])(\d{7}))\.?([\dX])?$/
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
/** The first applications were filed on 1 April 1985. */
const FIRST_YEAR = 1985
/** Twelve digits since 1 October 2003; eight until then. */
const YEAR_OF_CHANGE = 2003

/**
 * Reads an application number or patent number 专利申请号、专利号: eight digits until September 2003, twelve since, a dot
 * and the check character. `ZL` and `CN` before it, and a dot or check character that is missing, make no difference.
 *
 * The digit 8 stands for an invention and 9 for a utility model that came by PCT; they count as what they are.
 *
 * @param today civil date; without it a year that has not begun is not noticed
 * @source ZC 0006-2003
 * @example readPatentNumber('ZL 2020 1 0123456.2') // valid, '202010123456.2'
 */
export function readPatentNumber(written: string, today?: string): Reading<PatentNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written)
    .replaceAll('-', '')
    .replace(/^(ZL|CN)+/, '')
  const parts = PATTERN.exec(number)
  if (parts === null) return notOfThisForm(number)
  const [, shortYear = '', shortType, shortSerial, longYear = '', longType, longSerial, check] = parts
  const isShort = shortYear !== ''
  const year = isShort ? Number(shortYear) + (Number(shortYear) < 50 ? 2000 : 1900) : Number(longYear)
  const typeDigit = (isShort ? shortType : longType) ?? ''
  const serial = (isShort ? shortSerial : longSerial) ?? ''
  const trouble = yearTrouble(year, FIRST_YEAR, today) ?? lengthTrouble(isShort, year)
  if (trouble !== undefined) return trouble

  const digits = `${isShort ? shortYear : longYear}${typeDigit}${serial}`
  const expected = patentCheck(digits)
  const read: PatentNumber = {
    digits,
    year,
    patentType: typeOf(typeDigit),
    route: typeDigit === '8' || typeDigit === '9' ? 'pct-entry' : 'domestic',
    checkWasWritten: check !== undefined,
  }
  return check === undefined || check === expected
    ? valid(`${digits}.${expected}`, read)
    : checkMismatch(`${digits}.${check}`, { written: check, expected }, read)
}

/** The check character of eight or twelve digits. */
export function patentCheck(digits: string): string {
  const rest = weighted(digits, WEIGHTS.slice(0, digits.length), Number) % 11
  return rest === 10 ? 'X' : String(rest)
}

function typeOf(digit: string): PatentNumber['patentType'] {
  if (digit === '3') return 'design'
  return digit === '2' || digit === '9' ? 'utility-model' : 'invention'
}

function lengthTrouble(isShort: boolean, year: number) {
  if (isShort && year > YEAR_OF_CHANGE) {
    return invalid(
      `${year} 年的申请号应为 12 位数字加校验位，这里只有 8 位。`,
      `A number of ${year} has twelve digits and a check character; these are eight.`,
    )
  }
  if (!isShort && year < YEAR_OF_CHANGE) {
    return invalid(
      `${year} 年的申请号应为 8 位数字加校验位，这里有 12 位。`,
      `A number of ${year} has eight digits and a check character; these are twelve.`,
    )
  }
  return undefined
}

function notOfThisForm(number: string) {
  if (/^\d{9}[A-Z]\d?$/.test(number)) {
    return invalid(
      '这是公开（公告）号，不是申请号；申请号是 12 位数字加一位校验位。',
      'This is a publication number; an application number has twelve digits and a check character.',
    )
  }
  return invalid(
    '不是专利申请号：应为 4 位年份、1 位种类（1、2、3、8、9）、7 位流水号和校验位，如 202010123456.2；2003 年 10 月前为 8 位数字和校验位。',
    'This is no application number: four digits of the year, one of the type (1, 2, 3, 8, 9), seven of the serial and a check character, as in 202010123456.2; until September 2003 eight digits and a check character.',
  )
}
