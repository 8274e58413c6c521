import { type Refusal, refused } from './refusals.ts'

export type { Refusal, RefusalCode } from './refusals.ts'

export interface ParsedQuantity {
  readonly kind: 'value'
  readonly value: number
  /** what was understood, with grouped thousands: shown beside the field, so that 3.5万 is seen to be 35,000 */
  readonly readAs: string
}

export interface QuantityOptions {
  /** false unless given: most figures count things */
  readonly allowNegative?: boolean
  /** the unit in the column head; only then can a percent sign or a 万 that does not fit it be noticed */
  readonly unit?: string
}

const MOST_DECIMALS = 4
/** What a number of the computer keeps of any decimal. */
const MOST_DIGITS = 15
const LONGEST = 64

/** Powers of ten. */
const SCALES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

const NUMBER = /^(-?)([\d,]*)(\.?)(\d*)(?:e([+-]?\d+))?(十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿)?(%?)$/i
const ONE_NUMBER = /-?[\d,]*\.?\d+(?:[十百千万亿]+)?%?/g

/**
 * The number that a person typed into a field or a sheet, or why it is not taken.
 *
 * Read are full-width digits and marks, grouped thousands, 千 万 亿 behind the number, a percent sign where the unit is
 * a percentage or not given (93% is 93), and scientific notation within what is kept exactly. Nothing is rounded: more
 * than four decimals or fifteen significant digits are refused. Total: no text makes it throw.
 *
 * Chinese numerals (三万五千) are refused with a remedy: they are rare in figures, and a slip in them is not seen.
 *
 * @example parseQuantity('１２，３４５．６') // { kind: 'value', value: 12345.6, readAs: '12,345.6' }
 * @example parseQuantity('30.2亿', { unit: '元' }) // { kind: 'value', value: 3020000000, readAs: '3,020,000,000' }
 * @example parseQuantity('30.2亿', { unit: '亿元' }) // refused, scaleTwice
 */
export function parseQuantity(
  text: string,
  { allowNegative = false, unit }: QuantityOptions = {},
): ParsedQuantity | Refusal {
  if (text.length > LONGEST) return refused('tooLong', text.slice(0, LONGEST))
  const typed = halfWidth(text)
  if (typed === '') return refused('empty', text)
  const parts = NUMBER.exec(typed.replace(/ (?=[百千万亿十%])/g, ''))
  if (parts === null || !/\d/.test(`${parts[2]}${parts[4]}`)) return refuseWords(text, typed)

  const [, sign = '', whole = '', point = '', fraction = '', exponent = '0', scale = '', percent = ''] = parts
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return refused('grouping', text)
  if (point !== '' && fraction === '') return refused('trailingPoint', text)
  // Two ways of scaling in one figure are a slip of the finger: 1e3万, 3万%.
  if (scale !== '' && parts[5] !== undefined) return refused('otherWords', text, scale)
  if (scale !== '' && percent !== '') return refused('otherWords', text, percent)
  if (percent !== '' && unit !== undefined && unit !== '%') return refused('percentNotAsked', text, unit)
  if (scale !== '' && unit !== undefined && countsInScales(unit)) return refused('scaleTwice', text, unit)

  const figure = significant(
    whole.replaceAll(',', '') + fraction,
    Number(exponent) + (SCALES[scale] ?? 0) - fraction.length,
  )
  if (sign !== '' && figure.digits !== '' && !allowNegative) return refused('negative', text)
  return kept(text, sign, figure)
}

/** A figure as its digits, without zeros at either end, and the power of ten of the last one. */
interface Figure {
  readonly digits: string
  readonly power: number
}

function significant(digits: string, power: number): Figure {
  const led = digits.replace(/^0+/, '')
  const bare = led.replace(/0+$/, '')
  return bare === '' ? { digits: '', power: 0 } : { digits: bare, power: power + led.length - bare.length }
}

/** The value, if it can be kept without being rounded. */
function kept(text: string, sign: string, { digits, power }: Figure): ParsedQuantity | Refusal {
  if (digits === '') return { kind: 'value', value: 0, readAs: '0' }
  const value = Number(`${sign}${digits}e${power}`)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return refused('tooLarge', text)
  if (-power > MOST_DECIMALS) return refused('tooManyDecimals', text, String(MOST_DECIMALS))
  if (digits.length > MOST_DIGITS) return refused('tooManyDigits', text, String(MOST_DIGITS))
  return { kind: 'value', value, readAs: printed.format(value) }
}

const printed = new Intl.NumberFormat('en-US', { maximumFractionDigits: MOST_DECIMALS })

/** Why a text that is no number is none, from the most particular reason to the plainest. */
function refuseWords(text: string, typed: string): Refusal {
  if (/^[=@]|^\+(?!\d*\.?\d+$)/.test(typed)) return refused('formula', text)
  if (/^(?:[-/*.…·]+|无|暂无|没有|空|缺|缺数|n\/?a|null|none|nan)$/i.test(typed)) return refused('noFigure', text)
  if (/^[〇零一二两三四五六七八九十百千万亿点]+$/.test(typed)) return refused('chineseNumerals', text)
  const numbers = typed.match(ONE_NUMBER) ?? []
  if (numbers.length > 1) return refused('twoNumbers', text)
  const [number] = numbers
  return number === undefined ? refused('notANumber', text) : refused('otherWords', text, typed.replace(number, ''))
}

/** 万元, 亿元, 千元: a unit that already counts in thousands or more. */
function countsInScales(unit: string): boolean {
  return /^(?:[十百千]*[万亿]|千(?=[元件人]))/.test(unit)
}

const MARKS: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '。': '.',
  '％': '%',
  '＋': '+',
  '－': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '＝': '=',
  '＠': '@',
  '／': '/',
  ｅ: 'e',
  Ｅ: 'E',
}

/**
 * Full-width digits and marks made narrow, white space around it left out.
 *
 * Not by Unicode compatibility forms: they would turn 10² into 102 and ③ into 3.
 */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，．。％＋－−–—＝＠／ｅＥ]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
}
