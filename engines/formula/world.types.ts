import type { Condition, Formula } from './formula.types.ts'

/**
 * What a formula may speak of: the registers with their fields and named conditions, the other indicators, what the
 * county decides. Checking, printing and explaining need no more than this.
 */
export interface World {
  readonly registers: ReadonlyMap<string, WorldRegister>
  readonly indicators: ReadonlyMap<string, WorldIndicator>
  /** the register of reported statistics; null where the program has none */
  readonly statistics: string | null
  /** what the county decided; a key that is not here takes what the formula says otherwise */
  readonly parameters: ReadonlyMap<string, string | number | boolean>
  /** first day of the programme: what is new since then counts as new */
  readonly programmeStart: string
  /** its last day; null while no plan says so */
  readonly programmeEnd: string | null
}

export interface WorldRegister {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  /** what one record is called: 专利, where the register is called 专利名录; the label stands where it is left out */
  readonly recordLabel?: string | undefined
  /** of a count: 件, 家 */
  readonly countUnit: string
  readonly fields: ReadonlyMap<string, WorldField>
  readonly conditions: ReadonlyMap<string, WorldCondition>
}

export interface WorldField {
  readonly kind:
    | 'text'
    | 'choice'
    | 'choices'
    | 'codes'
    | 'integer'
    | 'decimal'
    | 'share'
    | 'money'
    | 'flag'
    | 'date'
    | 'link'
    | 'links'
    | 'unit'
    | 'attachments'
    | 'point'
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
  /** of numbers; money is 元 in formulas, and fen in records */
  readonly unit?: string | undefined
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly labelEn: string }[] | undefined
  /** of links: the register they lead to */
  readonly register?: string | undefined
  /** personal data cannot be computed with */
  readonly isPersonal: boolean
}

export interface WorldCondition {
  readonly label: string
  readonly labelEn: string
  readonly holds: Condition
  readonly grounds?: readonly string[] | undefined
}

export interface WorldIndicator {
  readonly label: string
  readonly labelEn: string
  readonly unit: string
  readonly formula: Formula
}

/** In the reader's language the page chooses. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** What is wrong in a formula, or deserves a second look: where in the tree, and what to do about it. */
export interface FormulaProblem {
  readonly path: string
  readonly message: Words
}
