/** Formulas and conditions as data, as they travel over HTTP; what each means is said by the interface description. */

export type Given<Value> = Value | { readonly parameter: string; readonly otherwise: Value }

export type DateTerm =
  | string
  | { readonly field: string; readonly years?: number; readonly months?: number; readonly days?: number }
  | FixedDay

/** The same day for all, or only for records whose field is one of these. */
export interface FixedDay {
  readonly day: string
  readonly of?: { readonly field: string; readonly is: readonly string[] }
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly named: string }
  | { readonly field: string; readonly is: Given<string | number | boolean> | readonly (string | number)[] }
  | { readonly field: string; readonly isSet: boolean }
  | { readonly field: string; readonly startsWith: readonly string[] }
  | { readonly field: string; readonly holds: readonly string[] }
  | { readonly field: string; readonly atLeast: Given<number> }
  | { readonly field: string; readonly atMost: Given<number> }
  | { readonly from: DateTerm; readonly until?: readonly DateTerm[] }
  | Related
  | { readonly codes: string; readonly listedIn: string; readonly as: string; readonly which: Given<'any' | 'first'> }
  | Decided<Condition>

export interface Related {
  readonly related: string
  readonly through: string
  readonly where?: Condition
  readonly on: string
  readonly sumOf?: string
  readonly reaches?: Given<number>
}

/** By the county's decision: the case of the parameter's value. */
export interface Decided<Node> {
  readonly parameter: string
  readonly otherwise: string
  readonly cases: Readonly<Record<string, Node>>
}

export type Window =
  | { readonly kind: 'stock' }
  | { readonly kind: 'sinceStart'; readonly on: string; readonly from?: string }
  | { readonly kind: 'ever'; readonly on: string }
  | { readonly kind: 'year'; readonly on: string }
  | { readonly kind: 'months'; readonly on: string; readonly months: number }
  | { readonly kind: 'latest'; readonly on: string; readonly per: readonly string[] }
  | Decided<Window>

export interface Source {
  readonly register: string
  readonly where?: Condition
  readonly window: Window
  readonly once?: readonly string[]
}

export type Formula =
  | ({ readonly measure: 'count'; readonly unit: string } & Source)
  | ({
      readonly measure: 'sum' | 'average'
      readonly field: string
      readonly unit: string
      /** no record counted: missing instead of 0 */
      readonly whenNone?: 'missing'
    } & Source)
  | {
      readonly measure: 'latest'
      readonly series: string
      readonly unit: string
      readonly ofCounty?: boolean
      /** values of days before are not taken */
      readonly notBefore?: string
    }
  | { readonly measure: 'indicator'; readonly id: string }
  | { readonly measure: 'number'; readonly value: Given<number>; readonly unit: string }
  | { readonly measure: 'ratio' | 'share'; readonly of: Formula; readonly to: Formula }
  | { readonly measure: 'per'; readonly of: Formula; readonly per: number; readonly residents: Formula }
  | { readonly measure: 'growth'; readonly of: Formula; readonly months: number }
  | { readonly measure: 'add'; readonly parts: readonly Formula[] }
  | { readonly measure: 'subtract'; readonly of: Formula; readonly take: Formula }
  | { readonly measure: 'scale'; readonly of: Formula; readonly by: number; readonly unit: string }
  | Decided<Formula>
