import { type CellFault, cellFault } from './cell-faults.ts'
import { halfWidth } from './clean-text.ts'

/** A number as it is written: nothing of it is rounded. */
export interface Decimal {
  readonly isNegative: boolean
  /** without leading zeros; '' is zero */
  readonly digits: string
  /** power of ten by which the digits count */
  readonly exponent: number
  /** 万, 亿 …, as the cell has it; its power is in the exponent already */
  readonly scale: string
  /** what stands behind: 元, 件, % */
  readonly unit: string
}

export type DecimalReading = { readonly decimal: Decimal } | { readonly fault: CellFault }

const scales: Readonly<Record<string, number>> = {
  '': 0,
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

const pattern =
  /^([+-]?)(\d[\d,]*|)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?(十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿|)([^\d.,+-]*)$/i
const longest = 60
/** Nearly all are written so, and need no more than this. */
const plainNumber = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/

/**
 * The number in a text, exactly: full-width digits, thousands in groups of three, 万 and 亿 behind it, a unit, a sign, or
 * brackets around a negative number as accountants write it. Total: no text makes it throw.
 *
 * @example readDecimal('１，２００．５万元') // digits 12005, exponent 3, scale 万, unit 元
 */
export function readDecimal(text: string): DecimalReading {
  const refused = (code: Parameters<typeof cellFault>[0]) => ({
    fault: cellFault(code, { value: text.slice(0, longest) }),
  })
  if (text.length > longest) return refused('noNumber')
  const plain = plainNumber.exec(text)
  if (plain !== null) return { decimal: decimalOf(plain[1] ?? '', plain[2] ?? '', plain[3] ?? '', 0) }
  let written = halfWidth(text)
    .replaceAll(/\s/g, '')
    .replaceAll('−', '-')
    .replace(/^(?:人民币|RMB|CNY|¥|￥)+/i, '')
  const inBrackets = /^\(([\d.,]+)\)$/.exec(written)
  if (inBrackets !== null) written = `-${inBrackets[1] ?? ''}`
  const parts = pattern.exec(written)
  if (parts === null || `${parts[2]}${parts[3] ?? ''}` === '') return refused(whyNot(written))
  const [, sign = '', whole = '', fraction = '', power = '0', scale = '', unit = ''] = parts
  if (/[余多约左右近上下]/.test(unit)) return refused('notExact')
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return refused('grouping')
  const decimal = decimalOf(sign, whole.replaceAll(',', ''), fraction, Number(power) + (scales[scale] ?? 0))
  return { decimal: { ...decimal, scale, unit } }
}

function decimalOf(sign: string, whole: string, fraction: string, power: number): Decimal {
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  const exponent = digits === '' ? 0 : power - fraction.length + (all.length - digits.length)
  return { isNegative: sign === '-' && digits !== '', digits, exponent, scale: '', unit: '' }
}

function whyNot(written: string): Parameters<typeof cellFault>[0] {
  if (/^(?:约|近|大约|超过|不足)/.test(written)) return 'notExact'
  if (/^[负]?[〇零一二两三四五六七八九十百千万亿点]+[^\d]*$/.test(written)) return 'hanNumeral'
  return (written.match(/\d+(?:\.\d+)?/g)?.length ?? 0) > 1 ? 'severalNumbers' : 'noNumber'
}

/** As a number of the computer; undefined where that would lose digits. */
export function numberOf({ isNegative, digits, exponent }: Decimal): number | undefined {
  if (digits === '') return 0
  if (digits.length > 15 || Math.abs(exponent) > 300) return undefined
  const number = Number(`${isNegative ? '-' : ''}${digits}e${exponent}`)
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? undefined : number
}

/**
 * As a whole number of units of ten to the power given; null where there would be a rest, undefined where it is too
 * large to be kept exactly.
 */
export function wholeOf({ isNegative, digits, exponent }: Decimal, power: number): number | null | undefined {
  if (digits === '') return 0
  const zeros = exponent + power
  if (zeros < 0) return null
  if (digits.length + zeros > 15) return undefined
  return Number(`${isNegative ? '-' : ''}${digits}${'0'.repeat(zeros)}`)
}
