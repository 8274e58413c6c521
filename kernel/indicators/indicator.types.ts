import type { Formula } from '@qiangxian/engines/formula/formula.types'

/**
 * An indicator 指标 as plain data: a formula over registers and reported statistics, with what people must know to read
 * its figure. A target of a plan is held against it by the county's `measures` (target code → id of an indicator).
 */
export interface IndicatorDeclaration {
  /** `register-or-subject.what-it-counts` */
  readonly id: string
  readonly label: string
  readonly labelEn: string
  /** of the figure that is shown; the formula must come out in it */
  readonly unit: string
  readonly decimals: number
  readonly better: 'higher' | 'lower'
  /** what the figure says, in a sentence */
  readonly meaning: string
  readonly formula: Formula
  /** whether towns and parks have values of their own; false for what exists for the county alone */
  readonly byUnit: boolean
  /** pitfalls that a reader of the figure must know of, each a sentence */
  readonly caveats: readonly string[]
  /** where the records come from: 国家知识产权局、省局月报 */
  readonly dataFrom: string
  /** definition of the statistic: instrument and place */
  readonly source: string
  /** officially published values, where a series of them is kept: its series in the register of statistics */
  readonly officialSeries?: string
  /** run by the tests: records and statistics that are given, and what must come out */
  readonly cases: readonly IndicatorCase[]
}

export interface IndicatorCase {
  readonly name: string
  readonly on: string
  /** register → records, as they would come over HTTP; link fields by the name of what they point at */
  readonly given: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly parameters?: Readonly<Record<string, string | number | boolean>>
  readonly expect: number | 'missing'
}

/** A rule of data quality 数据质量规则: what is doubtful about a record or a figure, who mends it and by when. */
export interface QualityRuleDeclaration {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly severity: 'error' | 'warning' | 'note'
  /** why it matters, and what to do about it */
  readonly remedy: string
  readonly remedyEn: string
  readonly source: string
  /** working days that its owner has; null: no deadline */
  readonly withinWorkingDays: number | null
  readonly finds: QualityCheck
}

export type QualityCheck =
  /** records that meet a condition today */
  | {
      readonly check: 'records'
      readonly register: string
      readonly where: import('@qiangxian/engines/formula/formula.types').Condition
      readonly field?: string
    }
  /** one date lies after another, or before a year */
  | { readonly check: 'dateOrder'; readonly register: string; readonly earlier: string; readonly later: string }
  | {
      readonly check: 'dateRange'
      readonly register: string
      readonly field: string
      readonly notBefore: string
      readonly notAfter: 'today' | string
    }
  /** codes that are written well and whose check character does not fit */
  | { readonly check: 'format'; readonly register: string; readonly field: string }
  /**
   * Records alike in these fields after folding of case, width and signs. Of the fields in `beforeDot` only what stands
   * before a dot is compared: two numbers that differ in the check character alone are one number.
   */
  | {
      readonly check: 'duplicates'
      readonly register: string
      readonly by: readonly string[]
      readonly beforeDot?: readonly string[]
    }
  /** one number is larger than another that it is a part of */
  | { readonly check: 'numberOrder'; readonly register: string; readonly smaller: string; readonly larger: string }
  /**
   * 存疑合计: a total that is not the sum of its parts, or their number where no field is named; where no part is
   * recorded nothing is said
   */
  | {
      readonly check: 'total'
      readonly register: string
      readonly field: string
      readonly parts: { readonly register: string; readonly through: string; readonly field?: string }
      /** how far off is still in order, percent of the total */
      readonly tolerancePercent: number
    }
  /** a name that is an organisation of the county itself: a town is nobody's owner */
  | {
      readonly check: 'namesOrganisation'
      readonly register: string
      readonly field: string
      readonly kinds: readonly string[]
    }
  /** links whose record is not known */
  | { readonly check: 'unknownLink'; readonly register: string; readonly field: string }
  /** records that point at each other in a circle */
  | { readonly check: 'circularLink'; readonly register: string; readonly field: string }
  /** a value of a field that lies far from what the same thing had a year before */
  | {
      readonly check: 'outlier'
      readonly register: string
      readonly field: string
      readonly on: string
      readonly per: readonly string[]
      readonly times: number
      /** only records of which this holds */
      readonly where?: import('@qiangxian/engines/formula/formula.types').Condition
    }
  /** a figure that moved more than it plausibly can from one month to the next */
  | { readonly check: 'jump'; readonly indicator: string; readonly times: number }
  /** nothing new in a register for so many days */
  | { readonly check: 'silent'; readonly register: string; readonly days: number }

/**
 * 口径提示: what deserves a warning when somebody defines an indicator that way, because it rewards the wrong thing. It
 * warns and does not forbid.
 */
export interface Caution {
  readonly id: string
  readonly message: string
  readonly messageEn: string
  readonly source: string
  readonly applies: /** records of a register are counted by this day: 申请量 */
    | { readonly counts: string; readonly by: string }
    /** money is divided by a count of records of one of these registers: so much for each */
    | { readonly paysFor: readonly string[] }
}
