import { scaled } from '@qiangxian/engines/plan-document/numerals'
import type { NumberFormat } from './read-formats.ts'
import { readXml, TooMuchXml } from './read-xml.ts'

/** What stands in a cell, as a person sees it. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly format: NumberFormat }
  /** its result is what some program once computed, and is not believed */
  | { readonly kind: 'formula'; readonly text: string }
  /** #REF!, #N/A */
  | { readonly kind: 'error'; readonly text: string }

export interface SheetRow {
  /** from 1, as the program shows it */
  readonly number: number
  /** by column, from 0 */
  readonly cells: ReadonlyMap<number, SheetCell>
}

export interface CellRange {
  /** A5:B9, as the program shows it */
  readonly text: string
  readonly fromRow: number
  readonly toRow: number
}

export interface SheetCells {
  /** rows in which something stands */
  readonly rows: readonly SheetRow[]
  readonly merged: readonly CellRange[]
}

const mostRows = 5_000
const mostColumns = 200
const longestText = 32_767

/** The cells of a sheet in which something stands. */
export function readCells(
  part: Uint8Array | null,
  texts: readonly string[],
  formats: readonly NumberFormat[],
): SheetCells {
  const rows: SheetRow[] = []
  const merged: CellRange[] = []
  let rowNumber = 0
  let column = -1
  let cells = new Map<number, SheetCell>()
  let cell: { type: string; style: number; formula: string | undefined; value: string } | undefined
  let into: 'value' | 'formula' | undefined
  readXml(part, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          // A row without a number follows the one before.
          rowNumber = Number(attributes['r'] ?? rowNumber + 1)
          column = -1
          cells = new Map()
          break
        case 'c': {
          const place = /^([A-Z]{1,3})\d+$/.exec(attributes['r'] ?? '')
          column = place === null ? column + 1 : columnIndex(place[1] ?? '')
          cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? '0'), formula: undefined, value: '' }
          break
        }
        case 'v':
        case 't':
          into = cell === undefined ? undefined : 'value'
          break
        case 'f':
          if (cell !== undefined) cell.formula = ''
          into = 'formula'
          break
        case 'mergeCell':
          merged.push(rangeOf(attributes['ref'] ?? ''))
          break
      }
    },
    text: (piece) => {
      if (cell === undefined || into === undefined) return
      if (into === 'formula') cell.formula = `${cell.formula ?? ''}${piece}`
      else if (cell.value.length < longestText) cell.value += piece
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') into = undefined
      if (name === 'c' && cell !== undefined) {
        const read = cellOf(cell, texts, formats)
        if (read !== undefined && column < mostColumns) cells.set(column, read)
        cell = undefined
      }
      if (name !== 'row' || cells.size === 0) return
      if (rows.length >= mostRows) throw new TooMuchXml('too many rows')
      rows.push({ number: rowNumber, cells })
    },
  })
  return { rows, merged }
}

function cellOf(
  { type, style, formula, value }: { type: string; style: number; formula: string | undefined; value: string },
  texts: readonly string[],
  formats: readonly NumberFormat[],
): SheetCell | undefined {
  if (formula !== undefined) return { kind: 'formula', text: `=${formula}`.slice(0, 60) }
  switch (type) {
    case 's':
      return textCell(texts[Number(value)] ?? '')
    case 'inlineStr':
    case 'str':
    case 'd':
      return textCell(value)
    case 'b':
      return textCell(value === '1' ? '是' : '否')
    case 'e':
      return { kind: 'error', text: value }
    default: {
      const number = Number(value)
      if (value.trim() === '' || !Number.isFinite(number)) return textCell(value)
      const format = formats[style] ?? 'plain'
      // 0.45 that is shown as 45% was meant as 45 %.
      if (format === 'percent') {
        const percent = scaled(number, 100)
        return { kind: 'number', value: percent, text: `${percent}%`, format }
      }
      return { kind: 'number', value: number, text: String(number), format }
    }
  }
}

function textCell(text: string): SheetCell | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function rangeOf(text: string): CellRange {
  const [, from = '0', to = from] = /^[A-Z]+(\d+)(?::[A-Z]+(\d+))?$/.exec(text) ?? []
  return { text, fromRow: Number(from), toRow: Number(to) }
}

/** 0 → A, 26 → AA */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
