/** Chinese numerals (数字) as offices write them: 一百二十, 两, 二〇二四, 十五. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** How many of one a scale word stands for, 万 → 10000. */
export const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  十亿: 1_000_000_000,
  百亿: 10_000_000_000,
  千亿: 100_000_000_000,
  万亿: 1_000_000_000_000,
}

/**
 * The number that a Chinese numeral names, or null where it names none.
 *
 * @example parseHanNumeral('一百二十') // 120
 * @example parseHanNumeral('二〇二四') // 2024, digit by digit
 * @example parseHanNumeral('二点五') // 2.5
 */
export function parseHanNumeral(numeral: string): number | null {
  if (numeral === '' || numeral.length > 24) return null
  const point = numeral.indexOf('点')
  if (point > 0) {
    const whole = parseHanNumeral(numeral.slice(0, point))
    const digits = [...numeral.slice(point + 1)].map((char) => DIGITS[char])
    return whole === null || digits.length === 0 || digits.includes(undefined)
      ? null
      : Number(`${whole}.${digits.join('')}`)
  }
  if (/^[〇零一二三四五六七八九]{2,}$/.test(numeral)) {
    let spelled = 0
    for (const char of numeral) spelled = spelled * 10 + (DIGITS[char] ?? 0)
    return spelled
  }
  return compound(numeral)
}

/** 一亿二千万: what stands before 亿 counts hundreds of millions, before 万 tens of thousands. */
function compound(numeral: string): number | null {
  for (const [scale, factor] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = numeral.lastIndexOf(scale)
    if (at < 0) continue
    const high = at === 0 ? null : compound(numeral.slice(0, at))
    const rest = numeral.slice(at + 1)
    const low = rest === '' ? 0 : compound(rest)
    if (high === null || low === null) return null
    // 三万五 is 35000: a digit left after a scale counts in the next lower place.
    return high * factor + (/^[一二三四五六七八九]$/.test(rest) ? (low * factor) / 10 : low)
  }
  return belowTenThousand(numeral)
}

function belowTenThousand(numeral: string): number | null {
  let sum = 0
  let digit: number | null = null
  let lastPlace = 1
  for (const char of numeral) {
    const value = DIGITS[char]
    const place = PLACES[char]
    if (value !== undefined) {
      digit = value
      if (value === 0) lastPlace = 1
    } else if (place !== undefined) {
      sum += (digit ?? 1) * place
      lastPlace = place
      digit = null
    } else return null
  }
  if (digit === null) return sum
  return sum + (lastPlace > 10 ? (digit * lastPlace) / 10 : digit)
}

/** Multiplies without the dust of binary fractions: 3.5 × 10000 is 35000, 8.61 × 10000 is 86100. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(15))
}

const HAN_DIGITS = '零一二三四五六七八九'

/** 16 → 十六, for labels; 1 to 99. */
export function hanNumber(value: number): string {
  if (value < 10) return HAN_DIGITS.charAt(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 1 ? '' : HAN_DIGITS.charAt(tens)}十${ones === 0 ? '' : HAN_DIGITS.charAt(ones)}`
}
