import { type CellFault, cellFault } from './cell-faults.ts'
import { readDecimal, wholeOf } from './read-decimal.ts'

export type MoneyReading = { readonly fen: number } | { readonly fault: CellFault }

/** Fen in each, as a power of ten. */
const powers: Readonly<Record<string, number>> = {
  分: 0,
  角: 1,
  元: 2,
  千元: 5,
  万元: 6,
  十万元: 7,
  百万元: 8,
  千万元: 9,
  亿元: 10,
}

const renminbi = /^(?:元|圆|块|人民币|元人民币|元整|整|元\/件|rmb|cny)?$/i

/** 人民币万元 → 万元; undefined for what is no unit of money. */
export function moneyUnitOf(unit: string | null): string | undefined {
  const bare = unit?.replace(/^人民币/, '') ?? ''
  return bare in powers ? bare : undefined
}

/**
 * An amount of money in fen 分, exactly. It counts in the unit of its column; one that stands whole in the cell (120万元)
 * goes before it, and a 万 alone in a column of 万元 is refused, for it can be read in two ways.
 *
 * @example readMoney('1,234.56', '万元') // { fen: 1234560000 }
 * @example readMoney('120万元', '元') // { fen: 120000000 }
 */
export function readMoney(text: string, columnUnit: string): MoneyReading {
  const reading = readDecimal(text)
  if ('fault' in reading) return reading
  const { decimal } = reading
  const { scale, unit } = decimal
  if (unit === '分' || unit === '角') return inFen(text, columnUnit, wholeOf(decimal, unit === '分' ? 0 : 1))
  if (!renminbi.test(unit))
    return {
      fault: cellFault(/[美欧日港英][元圆镑]|usd|eur|hkd|jpy|\$|€/i.test(unit) ? 'otherCurrency' : 'noNumber', {
        value: text,
      }),
    }
  const isWhole = /^(?:元|圆)/.test(unit)
  if (isWhole) return inFen(text, columnUnit, wholeOf(decimal, 2))
  const power = powers[columnUnit] ?? 2
  if (scale !== '' && power > 2) return { fault: cellFault('scaleTwice', { value: text, unit: columnUnit, scale }) }
  return inFen(text, columnUnit, wholeOf(decimal, power))
}

function inFen(text: string, columnUnit: string, fen: number | null | undefined): MoneyReading {
  if (fen === undefined) return { fault: cellFault('tooLarge', { value: text }) }
  if (fen === null) return { fault: cellFault('belowFen', { value: text, decimals: powers[columnUnit] ?? 2 }) }
  return { fen }
}
