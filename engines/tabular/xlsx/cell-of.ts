import type { Cell } from '../table.types.ts'
import type { CellFormat } from './cell-formats.ts'
import { dateOfSerial } from './serial-date.ts'
import type { SharedTexts } from './shared-texts.ts'
import { withoutEscapes } from './shared-texts.ts'

export interface SheetContext {
  readonly texts: SharedTexts
  readonly formats: readonly CellFormat[]
  readonly from1904: boolean
}

/** What stands in a cell, from its type, its style and its value as the file has them; undefined for nothing. */
export function cellOf(
  type: string,
  style: number,
  value: string,
  formula: string | undefined,
  context: SheetContext,
): Cell | undefined {
  switch (type) {
    case 's':
      return textCell(context.texts.at(Number(value)))
    case 'inlineStr':
    case 'str':
      return textCell(withoutEscapes(value))
    case 'b':
      return value === '' ? undefined : cell('flag', value === '1' || value === 'true' ? '是' : '否', null)
    case 'e':
      return cell('error', value, null)
    case 'd': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(value)
      return day === null ? textCell(value) : cell('date', day[0], null)
    }
    default:
      // No program has computed it yet: its result is not known.
      if (value === '') return formula === undefined ? undefined : cell('error', `=${formula}`.slice(0, 60), null)
      return numberCell(value, context.formats[style], context.from1904)
  }
}

function numberCell(value: string, format: CellFormat | undefined, from1904: boolean): Cell | undefined {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value)
  if (format === undefined || (format.shows === 'plain' && format.digits === 0)) {
    return cell('number', plainText(number), number)
  }
  switch (format.shows) {
    case 'date':
    case 'month': {
      const day = dateOfSerial(number, from1904)
      if (day === undefined) return cell('number', plainText(number), number)
      const text = format.shows === 'month' && day.endsWith('-01') ? day.slice(0, 7) : day
      return cell('date', text, number)
    }
    case 'percent': {
      // 0.285 * 100 is 28.499999999999996; shifted in writing it is 28.5.
      const percent = Number(`${number}e2`)
      const exact = Number.isNaN(percent) ? number * 100 : percent
      return cell('percent', `${plainText(exact)}%`, exact)
    }
    default:
      return cell('number', plainText(number).padStart(format.digits, '0'), number)
  }
}

/** Without an exponent: 202010123456 stays a row of digits. Results of formulas lose the noise of their last bits. */
function plainText(number: number): string {
  const isWhole = Number.isInteger(number)
  if (isWhole) return Math.abs(number) < 1e21 ? String(number) : BigInt(number).toString()
  return String(Number(number.toPrecision(15)))
}

function textCell(text: string | undefined): Cell | undefined {
  return text === undefined || text === '' || text.trim() === '' ? undefined : cell('text', text, null)
}

function cell(kind: Cell['kind'], text: string, number: number | null): Cell {
  return { kind, text, number, merged: false }
}
