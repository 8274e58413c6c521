import { checkMismatch, invalid, plain, type Reading, refusedAtOnce, valid, weighted } from './reading.ts'

export interface IdCard {
  /** 居民身份证 · 港澳台居民居住证 · 外国人永久居留身份证 (since 2023) */
  readonly kind: 'idCard' | 'hkMoTwResidence' | 'permanentResidence'
  readonly bornOn: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
/** Nobody alive was born before; a year such as 0204 is a slip. */
const FIRST_YEAR = 1800

/**
 * Reads a number of 18 characters that stands on an identity card 居民身份证, a residence permit of people of Hong Kong,
 * Macao and Taiwan, or a foreigner's permanent residence card: all have the same check.
 *
 * The first six digits are an area as it was at birth; areas that are no more stay in numbers, so they are not looked up.
 *
 * @param today civil date; without it a birth in the future is not noticed
 * @source GB 11643-1999
 */
export function readIdCard(written: string, today?: string): Reading<IdCard> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = plain(written).replaceAll('-', '')
  if (/^\d{15}$/.test(number)) {
    return invalid(
      '这是 15 位的旧身份证号，2013 年起已停用；请填 18 位号码。',
      'This is an old number of 15 digits, out of use since 2013; write the one with 18.',
    )
  }
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
    return invalid(
      '身份证号是 17 位数字加一位校验位（数字或 X）。',
      'An identity card number is 17 digits and a check character, a digit or X.',
    )
  }
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(bornOn) || Number(number.slice(6, 10)) < FIRST_YEAR) {
    return invalid(`第 7 至 14 位 ${number.slice(6, 14)} 不是出生日期。`, `${number.slice(6, 14)} is no day of birth.`)
  }
  if (today !== undefined && bornOn > today) {
    return invalid(`出生日期 ${bornOn} 还没有到。`, `The day of birth ${bornOn} lies ahead.`)
  }
  const parts: IdCard = { kind: kindOf(number), bornOn }
  const expected = idCardCheck(number.slice(0, 17))
  return expected === number[17]
    ? valid(number, parts)
    : checkMismatch(number, { written: number[17] ?? '', expected }, parts)
}

/** The 18th character of the first 17 digits. */
export function idCardCheck(first17: string): string {
  return CHECKS[weighted(first17, WEIGHTS, Number) % 11] ?? ''
}

function kindOf(number: string): IdCard['kind'] {
  if (/^8[123]/.test(number)) return 'hkMoTwResidence'
  return number.startsWith('9') ? 'permanentResidence' : 'idCard'
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}
