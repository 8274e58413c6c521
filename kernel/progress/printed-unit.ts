/**
 * Values of a target in its two units: stored in the base unit (元, 件), shown in the unit that the plan prints (亿元, 万件).
 *
 * Both ways are rounded to fifteen digits, which takes away what binary fractions add: 3.5 万件 are 35000 件 and not
 * 35000.000000000004.
 */
import type { PlanTarget } from '../plan/plan-snapshot.ts'

export type PrintedAmount = Pick<
  PlanTarget,
  'value' | 'valueHigh' | 'unit' | 'baseValue' | 'baseValueHigh' | 'baseUnit'
>

/** How many of the base unit one printed unit is: 100000000 for 亿元. */
export function printedFactor({ value, valueHigh, unit, baseValue, baseValueHigh, baseUnit }: PrintedAmount): number {
  if (unit === baseUnit) return 1
  if (value !== 0) return rounded(baseValue / value)
  if (valueHigh !== null && valueHigh !== 0 && baseValueHigh !== null) return rounded(baseValueHigh / valueHigh)
  // A target of zero says nothing about its unit; the multiple stands before the measure word.
  const multiple = unit.endsWith(baseUnit) ? unit.slice(0, unit.length - baseUnit.length) : ''
  return multiples.get(multiple) ?? 1
}

const multiples: ReadonlyMap<string, number> = new Map([
  ['万亿', 1e12],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
])

export function inBase(amount: PrintedAmount, printed: number): number {
  return amount.unit === amount.baseUnit ? printed : rounded(printed * printedFactor(amount))
}

export function inPrinted(amount: PrintedAmount, base: number): number {
  return amount.unit === amount.baseUnit ? base : rounded(base / printedFactor(amount))
}

/**
 * Decimals that a share of the target may have in the printed unit: things are counted whole, money and rates to two
 * places.
 */
export function shareDecimals(amount: PrintedAmount): number {
  if (isRateUnit(amount.baseUnit) || amount.baseUnit === '元') return 2
  return Math.max(0, Math.round(Math.log10(printedFactor(amount))))
}

/** %, 件/万人, 分: what is measured against something, so that the figures of places do not add up. */
export function isRateUnit(unit: string): boolean {
  // 场/年 and 次/年 count things of a year.
  return unit.includes('%') || unit === '分' || (unit.includes('/') && !unit.endsWith('/年'))
}

function rounded(value: number): number {
  return Number(value.toPrecision(15))
}
