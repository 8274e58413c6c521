import { faultColumns } from '@qiangxian/engines/tabular/head/reserved-headings'
import { type CellPlan, type RowPlan, type SheetPlan, writeWorkbook } from '@qiangxian/engines/tabular/write-workbook'
import type { Localized } from '../../errors/define-errors.ts'

export interface FaultySheet {
  readonly name: string
  /** by column; '' where there is none */
  readonly headings: readonly string[]
  readonly rows: Iterable<FaultyRow> | AsyncIterable<FaultyRow>
}

export interface FaultyRow {
  /** in the file that came */
  readonly row: number
  /** by column, as written */
  readonly cells: readonly (string | null)[]
  readonly faults: readonly CellFaultWords[]
}

export interface CellFaultWords {
  /** null: of the row as a whole */
  readonly columnIndex: number | null
  readonly message: Localized
  readonly remedy: Localized
}

const longestNote = 1_000

/**
 * Faulty rows as a workbook to be corrected and brought back: the columns of the file in their order, each faulty cell
 * coloured and with a comment, and behind them what is wrong, what to do, and which row it was. Those three columns are
 * known to the import, and are not taken.
 *
 * All cells are text, so that what is corrected is what was written, zeros in front included.
 */
export function faultyWorkbook(sheets: Iterable<FaultySheet> | AsyncIterable<FaultySheet>): AsyncGenerator<Uint8Array> {
  return writeWorkbook(plans(sheets))
}

async function* plans(sheets: Iterable<FaultySheet> | AsyncIterable<FaultySheet>): AsyncGenerator<SheetPlan> {
  for await (const { name, headings, rows } of sheets) {
    yield {
      name,
      frozenRows: 1,
      columns: [
        ...headings.map(() => ({ style: 'text' as const, width: 18 })),
        { width: 40 },
        { width: 40 },
        { width: 8 },
      ],
      rows: rowsOf(headings, rows),
    }
  }
}

async function* rowsOf(headings: readonly string[], rows: FaultySheet['rows']): AsyncGenerator<RowPlan> {
  const head = headings.map((heading): CellPlan => ({ value: heading, style: 'plainHead' }))
  yield [...head, ...faultColumns.map((heading): CellPlan => ({ value: heading, style: 'requiredHead' }))]
  for await (const { row, cells, faults } of rows) {
    const own = headings.map((_, column): CellPlan => {
      const here = faults.filter(({ columnIndex }) => columnIndex === column)
      const value = cells[column] ?? null
      return here.length === 0 ? value : { value, style: 'fault', note: noteOf(here) }
    })
    const what = faults.map(({ columnIndex, message }) => inColumn(headings, columnIndex, message.zh))
    const how = [...new Set(faults.map(({ columnIndex, remedy }) => inColumn(headings, columnIndex, remedy.zh)))]
    yield [
      ...own,
      { value: what.join('\n'), style: 'faultWords' },
      { value: how.join('\n'), style: 'faultWords' },
      { value: row, style: 'hint' },
    ]
  }
}

function inColumn(headings: readonly string[], columnIndex: number | null, words: string): string {
  const heading = columnIndex === null ? '' : (headings[columnIndex] ?? '')
  return heading === '' ? words : `【${heading}】${words}`
}

function noteOf(faults: readonly CellFaultWords[]): string {
  return faults
    .map(({ message, remedy }) => `${message.zh}\n${remedy.zh}`)
    .join('\n')
    .slice(0, longestNote)
}
