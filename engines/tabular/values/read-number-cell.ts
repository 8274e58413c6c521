import type { CellField, CellReading } from '../cell-reading.types.ts'
import type { Cell } from '../table.types.ts'
import { cellFault } from './cell-faults.ts'
import { type Decimal, numberOf, readDecimal } from './read-decimal.ts'
import { moneyUnitOf, readMoney } from './read-money.ts'

/** How many of the field's unit are one of the heading's, as a power of ten: 万件 in a field of 件 is 4. */
function powerBetween(fieldUnit: string | undefined, headingUnit: string | null): number {
  if (headingUnit === null || fieldUnit === undefined || headingUnit === fieldUnit) return 0
  for (const [scale, power] of [
    ['万', 4],
    ['千', 3],
    ['亿', 8],
  ] as const) {
    if (headingUnit === `${scale}${fieldUnit}`) return power
    if (fieldUnit === `${scale}${headingUnit}`) return -power
  }
  return 0
}

/** An integer, a decimal or a share (in percent) from a cell; nothing is rounded. */
export function readNumberCell(text: string, cell: Cell, field: CellField, headingUnit: string | null): CellReading {
  if (cell.merged) return { outcome: 'fault', fault: cellFault('mergedNumber') }
  if (cell.kind === 'date') return { outcome: 'fault', fault: cellFault('noNumber', { value: text }) }
  const reading = readDecimal(text)
  if ('fault' in reading) return { outcome: 'fault', fault: reading.fault }
  const { decimal } = reading
  const isPercent = decimal.unit === '%'
  const fits =
    decimal.unit === '' ||
    decimal.unit === field.unit ||
    decimal.unit === headingUnit ||
    (isPercent && field.kind === 'share') ||
    (!isPercent && field.unit === undefined && headingUnit === null && decimal.unit.length === 1)
  const unit = headingUnit ?? field.unit ?? ''
  if (!fits)
    return { outcome: 'fault', fault: cellFault(unit === '' ? 'noNumber' : 'otherUnit', { value: text, unit }) }
  if (decimal.scale !== '' && /^[千万亿]/.test(unit)) {
    return { outcome: 'fault', fault: cellFault('scaleTwice', { value: text, unit, scale: decimal.scale }) }
  }
  const power = decimal.unit === field.unit ? 0 : powerBetween(field.unit, headingUnit)
  const scaled: Decimal = power === 0 ? decimal : { ...decimal, exponent: decimal.exponent + power }
  const number = numberOf(scaled)
  if (number === undefined) return { outcome: 'fault', fault: cellFault('tooLarge', { value: text }) }
  if (field.kind === 'integer' && !Number.isInteger(number)) {
    return { outcome: 'fault', fault: cellFault('notWhole', { value: text }) }
  }
  return { outcome: 'value', value: number }
}

/** An amount in fen from a cell. */
export function readMoneyCell(text: string, cell: Cell, headingUnit: string, fieldUnit: string): CellReading {
  if (cell.merged) return { outcome: 'fault', fault: cellFault('mergedNumber') }
  if (cell.kind === 'date') return { outcome: 'fault', fault: cellFault('noNumber', { value: text }) }
  const unit = moneyUnitOf(headingUnit)
  if (unit === undefined && /[美欧日港英]/.test(headingUnit)) {
    return { outcome: 'fault', fault: cellFault('otherCurrency', { value: `${text}${headingUnit}` }) }
  }
  const reading = readMoney(text, unit ?? moneyUnitOf(fieldUnit) ?? '元')
  return 'fault' in reading ? { outcome: 'fault', fault: reading.fault } : { outcome: 'value', value: reading.fen }
}
