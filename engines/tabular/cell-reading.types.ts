import type { CellFault } from './values/cell-faults.ts'
import type { DatePrecision } from './values/read-date.ts'

/** What a declared field says about its values, as far as a cell can be read by it. */
export interface CellField {
  readonly kind: string
  readonly format?: string
  readonly multiline?: boolean
  readonly choices?: readonly {
    readonly value: string
    readonly label: string
    readonly labelEn: string
    readonly aliases?: readonly string[]
  }[]
  readonly unit?: string
  readonly writtenIn?: string
  readonly precision?: DatePrecision
}

/**
 * The value as JSON has it. Links and units are still the names that stand there, lists of them lists of names; formats,
 * bounds and order of days are for whoever knows the register.
 */
export type CellReading =
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'value'; readonly value: unknown }
  | { readonly outcome: 'fault'; readonly fault: CellFault }
