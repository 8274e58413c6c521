import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface TrademarkNumber {
  /** the letter of a part that was split off 分割; undefined mostly */
  readonly split?: string
}

/**
 * Reads the number of a mark 商标申请号、注册号, which are the same: one to eight digits, and a letter where an application
 * was split. It has no check digit. A mark is identified by number and class, as one number may cover several classes.
 *
 * @example readTrademarkNumber('第 12345678 号') // valid, '12345678'
 */
export function readTrademarkNumber(written: string): Reading<TrademarkNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const number = withoutWords(written)
  const [, digits = '', split = ''] = /^0*([1-9]\d{0,7})([A-Z]?)$/.exec(number) ?? []
  if (digits !== '') return valid(digits + split, split === '' ? {} : { split })
  if (/^G\d/.test(number)) {
    return invalid(
      '以 G 开头的是国际注册号，请填在马德里国际注册。',
      'Numbers with G are international registrations; they belong to the Madrid marks.',
    )
  }
  return invalid(
    '不是商标注册号：应为 1 至 8 位数字，分割的在末尾加一个大写字母。',
    'This is no number of a mark: one to eight digits, with a capital letter at the end where it was split.',
  )
}

/**
 * Reads the number of an international registration 马德里国际注册号: six or seven digits, and a letter of a part. Registers
 * here write G before it, the International Bureau does not.
 *
 * @example readMadridNumber('G1234567') // valid, '1234567'
 */
export function readMadridNumber(written: string): Reading<TrademarkNumber> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = '', split = ''] = /^G?([1-9]\d{5,6})([A-Z]?)$/.exec(withoutWords(written)) ?? []
  if (digits !== '') return valid(digits + split, split === '' ? {} : { split })
  return invalid(
    '不是马德里国际注册号：应为 6 至 7 位数字，可带 G，分割的在末尾加一个字母。',
    'This is no number of an international registration: six or seven digits, with or without G.',
  )
}

/** An agricultural geographical indication 农产品地理标志登记号: AGI and five digits; registration ended in 2022. */
export function readAgriculturalIndicationNumber(written: string): Reading {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = ''] = /^AGI-?(\d{5})$/.exec(plain(written)) ?? []
  if (digits !== '') return valid(`AGI${digits}`, {})
  return invalid('应为 AGI 加 5 位数字，如 AGI01234。', 'AGI and five digits, as in AGI01234.')
}

function withoutWords(written: string): string {
  return plain(written)
    .replace(/^(NO\.?|第)/, '')
    .replace(/号$/, '')
    .replaceAll('-', '')
}
