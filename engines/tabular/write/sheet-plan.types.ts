import type { CellStyle } from './cell-styles.ts'

/** A sheet to be written; its rows are asked for one after the other. */
export interface SheetPlan {
  readonly name: string
  readonly columns: readonly ColumnPlan[]
  readonly rows: Iterable<RowPlan> | AsyncIterable<RowPlan>
  /** rows that stay while the others are scrolled */
  readonly frozenRows?: number
  /** `A1:H1` */
  readonly merged?: readonly string[]
}

export interface ColumnPlan {
  /** in characters; 12 unless it says otherwise */
  readonly width?: number
  /** of cells that say nothing else, and of those that are not filled in yet */
  readonly style?: CellStyle
  /** offered in the cells of the column, and nothing else is taken */
  readonly choices?: readonly string[]
  /** the row from which on they are offered; 2 unless it says otherwise */
  readonly choicesFrom?: number
}

export type RowPlan = readonly CellPlan[]

export type CellPlan =
  | string
  | number
  | boolean
  | null
  | {
      readonly value: string | number | boolean | null
      readonly style?: CellStyle
      /** a comment on the cell */
      readonly note?: string
    }
