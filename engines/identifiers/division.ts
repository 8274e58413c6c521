import { DIVISIONS, type Division } from './division-table.ts'
import { invalid, plain, type Reading, refusedAtOnce, valid } from './reading.ts'

export interface DivisionCode {
  readonly level: 'province' | 'city' | 'county' | 'town' | 'village' | 'local'
  /** what is known of it; undefined for divisions that are not in the table */
  readonly division?: Division
}

/** The first two digits of every province, autonomous region and municipality. @source GB/T 2260 */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

const byCode = new Map(DIVISIONS.map((division) => [division.code, division]))
/** Divisions whose parts are all in the table: a code below them that is not is wrong. */
const complete = new Set(DIVISIONS.filter(({ code }) => /^\d{9}$/.test(code)).map(({ parent }) => parent))

/**
 * Reads the code of an administrative division 行政区划代码: six digits, nine for a town, twelve for statistics below it.
 *
 * Codes that are no longer in use are valid: old records hold them. `division.validUntil` says until when they were.
 *
 * @source GB/T 2260, GB/T 10114
 * @example readDivision('320282112') // valid, 丁蜀镇
 */
export function readDivision(written: string): Reading<DivisionCode> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const code = plain(written)
  const known = byCode.get(code) ?? DIVISIONS.find(({ name }) => name === code)
  if (known !== undefined) return valid(known.code, { level: levelOf(known.code), division: known })
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(code) || !PROVINCES.has(code.slice(0, 2))) {
    return invalid(
      '不是行政区划代码：应为 6 位数字（镇、街道 9 位，统计用 12 位），前两位为省级代码。',
      'This is no code of a division: six digits, nine for a town, twelve for statistics; the first two are the province.',
    )
  }
  const parent = code.slice(0, 6)
  const town = byCode.get(code.slice(0, 9))
  if (code.length > 6 && complete.has(parent) && town === undefined) {
    return invalid(
      `${byCode.get(parent)?.name ?? parent} 没有代码为 ${code.slice(0, 9)} 的镇、街道或园区。`,
      `No town, street or park of ${parent} has the code ${code.slice(0, 9)}.`,
    )
  }
  return valid(code, { level: levelOf(code), ...(town === undefined ? {} : { division: town }) })
}

/** The division of a code on a day; undefined where it was none then, or is not in the table. */
export function divisionOn(code: string, day: string): Division | undefined {
  const division = byCode.get(code)
  if (division === undefined) return undefined
  const { validFrom = '', validUntil = '9999-12-31' } = division
  return validFrom <= day && day < validUntil ? division : undefined
}

function levelOf(code: string): DivisionCode['level'] {
  if (!/^\d+$/.test(code)) return 'local'
  if (code.length === 12) return 'village'
  if (code.length === 9) return 'town'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}
