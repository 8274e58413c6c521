import type { SeedAccount, SeedOrganisation, SeedPlan } from './county-seed.ts'

/**
 * What the kernel is told about its county at start: it comes from the county's folder, as data.
 */
export interface CountyFacts {
  readonly jurisdiction: string
  readonly label: string
  readonly labelEn: string
  /** whether the demonstration data and accounts are loaded: every page says so */
  readonly demonstration: boolean
  /** county parameters by key, each with its value; the declaration says unit and source */
  readonly parameters: ReadonlyMap<string, number | string | boolean>
  /** schematic map of the county's towns and parks */
  readonly tiles: readonly CountyTile[]
  readonly organisations: readonly SeedOrganisation[]
  /** the plan that the county wrote as data; undefined where it did not */
  readonly plan: SeedPlan | undefined
  /** accounts of the demonstration; empty outside of it */
  readonly demonstrationAccounts: readonly SeedAccount[]
}

export interface CountyTile {
  readonly name: string
  /** official name of the organisation shown there; null for water */
  readonly organisation: string | null
  readonly kind: 'unit' | 'water'
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}
