import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface IndustryCode {
  /** 门类 A to T */
  readonly section: string
  /** 大类 · 中类 · 小类 */
  readonly level: 'division' | 'group' | 'class'
}

/** The last division of each section, in their order. @source GB/T 4754-2017 */
const LAST_DIVISIONS: readonly (readonly [string, number])[] = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
]

/**
 * Reads a code of the national classification of industries 国民经济行业分类: two to four digits, with or without the
 * letter of its section, which follows from them and is always kept.
 *
 * @source GB/T 4754-2017
 * @example readIndustryCode('3079') // valid, 'C3079'
 */
export function readIndustryCode(written: string): Reading<IndustryCode> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4})$/.exec(plain(written)) ?? []
  const division = Number(digits.slice(0, 2))
  const section = LAST_DIVISIONS.find(([, last]) => division >= 1 && division <= last)?.[0]
  if (digits === '' || section === undefined) {
    return invalid(
      '不是国民经济行业代码：应为 2 至 4 位数字，可带门类字母，如 C3079。',
      'This is no code of an industry: two to four digits, with or without the letter, as in C3079.',
    )
  }
  if (letter !== '' && letter !== section) {
    return invalid(
      `大类 ${digits.slice(0, 2)} 属于门类 ${section}，不是 ${letter}。`,
      `Division ${digits.slice(0, 2)} is of section ${section}, not ${letter}.`,
    )
  }
  const level = digits.length === 2 ? 'division' : digits.length === 3 ? 'group' : 'class'
  return valid(`${section}${digits}`, { section, level })
}
