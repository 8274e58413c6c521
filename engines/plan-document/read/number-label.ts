/**
 * The number of a list paragraph as Word prints it, for each numbering format that Chinese documents use.
 *
 * @source ISO/IEC 29500-1, 17.18.59 ST_NumberFormat
 */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || !Number.isSafeInteger(value)) return String(value)
  const write = formats[format]
  return write === undefined ? String(value) : write(value)
}

export function isKnownFormat(format: string): boolean {
  return format in formats || format === 'decimal'
}

const simpleDigits = [...'〇一二三四五六七八九']
const formalDigits = [...'零壹贰叁肆伍陆柒捌玖']

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: (n) => roman(n),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letter(n, 'A'),
  lowerLetter: (n) => letter(n, 'a'),
  ordinal: (n) => `${n}${ordinalEnding(n)}`,
  numberInDash: (n) => `- ${n} -`,
  decimalFullWidth: (n) => fullWidth(n),
  decimalFullWidth2: (n) => fullWidth(n),
  decimalHalfWidth: (n) => String(n),
  chineseCounting: (n) => counting(n, simpleDigits, '十百千'),
  chineseCountingThousand: (n) => counting(n, simpleDigits, '十百千'),
  taiwaneseCounting: (n) => counting(n, simpleDigits, '十百千'),
  taiwaneseCountingThousand: (n) => counting(n, simpleDigits, '十百千'),
  japaneseCounting: (n) => counting(n, simpleDigits, '十百千'),
  chineseLegalSimplified: (n) => counting(n, formalDigits, '拾佰仟'),
  ideographLegalTraditional: (n) => counting(n, [...'零壹貳參肆伍陸柒捌玖'], '拾佰仟'),
  ideographDigital: (n) => digits(n),
  taiwaneseDigital: (n) => digits(n),
  japaneseDigitalTenThousand: (n) => digits(n),
  ideographTraditional: (n) => cyclic(n, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (n) => cyclic(n, '子丑寅卯辰巳午未申酉戌亥'),
  ideographZodiacTraditional: (n) => cyclic(n, '甲乙丙丁戊己庚辛壬癸') + cyclic(n, '子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => (n >= 1 && n <= 20 ? String.fromCodePoint(0x2487 + n) : `${n}.`),
  decimalEnclosedParen: (n) => (n >= 1 && n <= 20 ? String.fromCodePoint(0x2473 + n) : `(${n})`),
  ideographEnclosedCircle: (n) => (n >= 1 && n <= 10 ? String.fromCodePoint(0x327f + n) : `(${n})`),
}

/** 十 · 十一 · 二十 · 一百〇五; up to 9999, above it plain figures. */
function counting(value: number, figures: readonly string[], tens: string): string {
  if (value === 0) return figures[0] ?? ''
  if (value > 9999) return String(value)
  const places = [...String(value)].map(Number)
  let written = ''
  let gap = false
  places.forEach((figure, index) => {
    const power = places.length - 1 - index
    if (figure === 0) {
      gap = written !== ''
      return
    }
    if (gap) written += figures[0]
    gap = false
    // 10 to 19 begin with 十, not 一十; 壹拾 is the formal writing.
    const isBareTen = power === 1 && figure === 1 && written === '' && tens.startsWith('十')
    written += (isBareTen ? '' : figures[figure]) + (power > 0 ? (tens[power - 1] ?? '') : '')
  })
  return written
}

function digits(value: number): string {
  return [...String(value)].map((figure) => simpleDigits[Number(figure)]).join('')
}

function cyclic(value: number, signs: string): string {
  return value < 1 ? String(value) : (signs[(value - 1) % signs.length] ?? '')
}

/** ① to ㊿; Unicode goes no further. */
function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x245f + value)
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36)
  return `(${value})`
}

function fullWidth(value: number): string {
  return [...String(value)].map((figure) => String.fromCodePoint(0xff10 + Number(figure))).join('')
}

/** A … Z, AA, BB, … as Word repeats letters. */
function letter(value: number, first: 'A' | 'a'): string {
  if (value < 1 || value > 26 * 30) return String(value)
  const sign = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
  return sign.repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const parts: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let written = ''
  for (const [size, sign] of parts) {
    while (rest >= size) {
      written += sign
      rest -= size
    }
  }
  return written
}

function ordinalEnding(value: number): string {
  const lastTwo = value % 100
  if (lastTwo >= 11 && lastTwo <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}
