import type { CellField, CellReading } from './cell-reading.types.ts'
import { unitOfHeading } from './fold-heading.ts'
import type { Cell, TableFormat } from './table.types.ts'
import { type CellFault, cellFault } from './values/cell-faults.ts'
import { cleanText, saysNothing } from './values/clean-text.ts'
import { readChoice, readChoices } from './values/read-choice.ts'
import { type DatePrecision, readDate } from './values/read-date.ts'
import { readFlag } from './values/read-flag.ts'
import { readMoneyCell, readNumberCell } from './values/read-number-cell.ts'
import { readPoint } from './values/read-point.ts'
import { splitList, splitNames } from './values/split-list.ts'

export type { CellField, CellReading } from './cell-reading.types.ts'

export interface CellOptions {
  readonly from1904?: boolean
  /** in JSON under the name of the field, money is in fen, as over HTTP */
  readonly format?: TableFormat
}

type TextReader = (text: string, cell: Cell) => CellReading

/**
 * How the cells of one column are read. It is made once per column and called for every cell.
 *
 * @example cellReader({ kind: 'money', writtenIn: '元' }, '质押金额（万元）')(cell) // 120 → 120000000 fen
 */
export function cellReader(
  field: CellField,
  heading: string,
  { from1904 = false, format }: CellOptions = {},
): (cell: Cell | undefined) => CellReading {
  const read = readerOf(field, heading, from1904, format)
  return (cell) => {
    if (cell === undefined) return empty
    if (cell.kind === 'error') {
      return fault(cellFault(cell.text.startsWith('=') ? 'notComputed' : 'errorCell', { value: cell.text }))
    }
    const text = cleanText(cell.text)
    if (text === '') return empty
    if (text.includes('\ufffd')) return fault(cellFault('brokenCharacter'))
    return read(text, cell)
  }
}

const empty: CellReading = { outcome: 'empty' }

function fault(found: CellFault): CellReading {
  return { outcome: 'fault', fault: found }
}

function value(found: unknown): CellReading {
  return { outcome: 'value', value: found }
}

function readerOf(field: CellField, heading: string, from1904: boolean, format: TableFormat | undefined): TextReader {
  switch (field.kind) {
    case 'date':
      return dateReader(field.precision ?? 'day', from1904)
    case 'integer':
    case 'decimal':
    case 'share': {
      const unit = unitOfHeading(heading)
      return (text, cell) => (saysNothing(text) ? empty : readNumberCell(text, cell, field, unit))
    }
    case 'money': {
      const isFen = format === 'json' && /^[a-z]\w*$/.test(heading)
      const unit = isFen ? '分' : (unitOfHeading(heading) ?? field.writtenIn ?? '元')
      return (text, cell) => (saysNothing(text) ? empty : readMoneyCell(text, cell, unit, field.writtenIn ?? '元'))
    }
    case 'flag':
      return (text) => readFlag(text)
    case 'choice':
      return readChoice(field.choices ?? [])
    case 'choices':
      return readChoices(field.choices ?? [])
    case 'codes':
      return (text, cell) =>
        lostDigits(text, cell) ?? (saysNothing(text) ? empty : value(splitList(text.normalize('NFKC'), ';；、，,|')))
    case 'links':
      return (text) => (saysNothing(text) ? empty : value(splitNames(text)))
    case 'link':
      return (text, cell) => lostDigits(text, cell) ?? (saysNothing(text) ? empty : oneName(text))
    case 'attachments':
      return (text) => (saysNothing(text) ? empty : value(splitList(text)))
    case 'point':
      return (text) => (saysNothing(text) ? empty : readPoint(text))
    case 'unit':
      return (text) => (saysNothing(text) ? empty : value(text.replaceAll('\n', ' ')))
    default:
      return textReader(field)
  }
}

function textReader({ format, multiline }: CellField): TextReader {
  return (text, cell) => {
    const lost = lostDigits(text, cell)
    if (lost !== undefined) return lost
    if (format !== undefined)
      return saysNothing(text) ? empty : value(text.normalize('NFKC').replaceAll('\n', ' ').trim())
    return value(multiline === true || !text.includes('\n') ? text : text.replaceAll(/\s*\n\s*/g, ' '))
  }
}

/** A long number that was typed without being text: its last digits are zeros that nobody wrote. */
function lostDigits(text: string, { kind, number }: Cell): CellReading | undefined {
  return kind === 'number' && number !== null && Math.abs(number) >= 1e15
    ? fault(cellFault('digitsLost', { value: text }))
    : undefined
}

function oneName(text: string): CellReading {
  const names = splitList(text, ';；|')
  const [name] = names
  if (name === undefined) return empty
  return names.length > 1 ? fault(cellFault('severalNames', { value: text })) : value(name)
}

const least = {
  day: { least: '日', leastEn: 'day', example: '2024-06-12', length: 10 },
  month: { least: '月', leastEn: 'month', example: '2024-06', length: 7 },
  year: { least: '年', leastEn: 'year', example: '2024', length: 4 },
} as const

function dateReader(precision: DatePrecision, from1904: boolean): TextReader {
  const words = least[precision]
  return (text, cell) => {
    if (saysNothing(text)) return empty
    // 2024.10 that was typed as a number is 2024.1 now.
    if (cell.kind === 'number' && /^\d{4}\.1$/.test(text)) return fault(cellFault('monthLost', { value: text }))
    const reading = readDate(text, from1904)
    if ('fault' in reading) return fault(reading.fault)
    if (reading.date === undefined) return empty
    if (reading.date.length < words.length) return fault(cellFault('datePrecision', { ...words, value: text }))
    return value(reading.date)
  }
}
