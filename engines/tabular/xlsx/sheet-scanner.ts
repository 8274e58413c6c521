import { columnIndexOf } from '../column-letters.ts'
import type { TableLimits } from '../limits.ts'
import { TableRefused } from '../refusals.ts'
import type { Cell, TableRow } from '../table.types.ts'
import { attributeOf, XmlScanner } from '../xml/xml-scanner.ts'
import { cellOf, type SheetContext } from './cell-of.ts'

const mostRows = 1_048_576

/**
 * Reads the XML of a worksheet and hands over its rows, one after the other. Rows in which nothing stands cost no more
 * than their tags.
 *
 * @param after rows up to this one are passed over
 */
export function sheetScanner(
  context: SheetContext,
  limits: TableLimits,
  after: number,
  take: (row: TableRow) => void,
): XmlScanner {
  let row = 0
  let column = -1
  let cells: (Cell | undefined)[] = []
  let type = ''
  let style = 0
  let value = ''
  let formula: string | undefined
  let into: 'value' | 'formula' | 'none' = 'none'
  let inCell = false
  let inAid = false
  return new XmlScanner(
    {
      open: (name, attributes) => {
        switch (name) {
          case 'c': {
            const place = attributeOf(attributes, 'r')
            column = place === undefined ? column + 1 : columnIndexOf(place)
            if (column < 0) throw broken()
            if (column >= limits.columns) throw new TableRefused('tooManyColumns', { row, limit: limits.columns })
            if (row <= after) break
            type = attributeOf(attributes, 't') ?? ''
            const styled = attributeOf(attributes, 's')
            style = styled === undefined ? 0 : Number(styled)
            value = ''
            formula = undefined
            inCell = true
            break
          }
          case 'v':
            into = 'value'
            break
          case 't':
            into = inAid ? 'none' : 'value'
            break
          case 'f':
            formula = ''
            into = 'formula'
            break
          case 'rPh':
            inAid = true
            break
          case 'row': {
            // A row without a number follows the one before.
            const number = attributeOf(attributes, 'r')
            row = number === undefined ? row + 1 : Number(number)
            if (!(row >= 1 && row <= mostRows)) throw broken()
            column = -1
            cells = []
            break
          }
        }
      },
      text: (piece) => {
        if (!inCell || into === 'none') return
        if (into === 'formula') formula += piece
        else if (value.length < limits.cellChars) value += piece
      },
      close: (name) => {
        switch (name) {
          case 'v':
          case 't':
          case 'f':
            into = 'none'
            break
          case 'rPh':
            inAid = false
            break
          case 'c': {
            if (!inCell) break
            inCell = false
            const cell = cellOf(type, style, value, formula, context)
            if (cell === undefined) break
            while (cells.length < column) cells.push(undefined)
            cells[column] = cell
            break
          }
          case 'row':
            if (cells.length > 0) take({ row, cells })
            break
        }
      },
    },
    limits.recordChars,
  )
}

function broken(): TableRefused {
  return new TableRefused('broken', { detail: '工作表的行列对不上', detailEn: 'rows and columns do not fit' })
}
