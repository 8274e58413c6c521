/**
 * Formulas of indicators and conditions on records, as plain data that can be printed as JSON, kept as a version, shown
 * as a sentence and compiled to SQL. All three readings are made from the same tree.
 *
 * Terminology:
 * - a *condition* 条件 says of a record from which day on, and until which day (that day excluded), something holds. What
 *   does not depend on a day holds always or never.
 * - a *window* 统计期 says for how long a record counts: while it is in stock 存量, from its day on 累计, to the end of its
 *   year 年度 …
 * - so every record contributes over one span of days [from, until), and a value on any day is the sum over the spans
 *   that hold the day. That is why all periods and all units come from one pass over the records.
 */

/** A value that is written here, or that the county decides. */
export type Given<Value> = Value | { readonly parameter: string; readonly otherwise: Value }

/**
 * The day in a field, a day some time after it (before it, with negative numbers), or a day that is fixed; a fixed one
 * may be of certain records only, and is not known for others: 2013 版证书至 2025-12-31.
 */
export type DateTerm = string | ShiftedField | FixedDay

export interface ShiftedField {
  readonly field: string
  readonly years?: number
  readonly months?: number
  readonly days?: number
}

export interface FixedDay {
  readonly day: string
  /** only of records whose field is one of these */
  readonly of?: { readonly field: string; readonly is: readonly string[] }
}

export type Condition =
  /** all of them: holds where the spans of all overlap */
  | { readonly all: readonly Condition[] }
  /** any of them; each with a name and words of its own may be asked for as a reason. Parts that end are not allowed here */
  | { readonly any: readonly Condition[] }
  /** of what does not depend on a day */
  | { readonly not: Condition }
  /** a condition with a name of its own, of the same register */
  | { readonly named: string }
  | { readonly field: string; readonly is: Given<string | number | boolean> | readonly (string | number)[] }
  | { readonly field: string; readonly isSet: boolean }
  | { readonly field: string; readonly startsWith: readonly string[] }
  /** a list of values holds at least one of these */
  | { readonly field: string; readonly holds: readonly string[] }
  | { readonly field: string; readonly atLeast: Given<number> }
  | { readonly field: string; readonly atMost: Given<number> }
  /** from the day on, and until another (the earliest of several; a day that is not known ends nothing) */
  | { readonly from: DateTerm; readonly until?: readonly DateTerm[] }
  /**
   * Records of another register point here: from the day of the first of them on, or from the day on which the sum of a
   * field reached an amount. `through` is the link field there.
   */
  | {
      readonly related: string
      readonly through: string
      readonly where?: Condition
      readonly on: string
      readonly sumOf?: string
      readonly reaches?: Given<number>
    }
  /**
   * A code of this record is listed in another register, which is a table of codes: the record's code begins with one of
   * the listed ones. `first`: only the first code counts.
   */
  | { readonly codes: string; readonly listedIn: string; readonly as: string; readonly which: Given<'any' | 'first'> }
  /** by the county's decision: the case of the parameter's value */
  | { readonly parameter: string; readonly otherwise: string; readonly cases: Readonly<Record<string, Condition>> }

export type Window =
  /** 存量: while the condition holds */
  | { readonly kind: 'stock' }
  /** 建设期内新增: from its day on, if the day lies in the programme (or after `from`) */
  | { readonly kind: 'sinceStart'; readonly on: string; readonly from?: string }
  /** 历年累计: from its day on */
  | { readonly kind: 'ever'; readonly on: string }
  /** 当年: from its day to the end of that calendar year */
  | { readonly kind: 'year'; readonly on: string }
  /** 近 N 个月: from its day on for so many months */
  | { readonly kind: 'months'; readonly on: string; readonly months: number }
  /** 最近一次: from its day on until the next record with the same values in `per` */
  | { readonly kind: 'latest'; readonly on: string; readonly per: readonly string[] }
  | { readonly parameter: string; readonly otherwise: string; readonly cases: Readonly<Record<string, Window>> }

/** Which records of which register count, and for how long. */
export interface Source {
  readonly register: string
  readonly where?: Condition
  readonly window: Window
  /**
   * Records with the same values here count once, as the first of them: one loan that was registered twice, one
   * enterprise with two certificates. A record without a value there stands for itself.
   */
  readonly once?: readonly string[]
}

export type Formula =
  | ({ readonly measure: 'count'; readonly unit: string } & Source)
  /** whenNone: a sum over no record at all is missing, and not 0: yearly reports that have not come yet */
  | ({
      readonly measure: 'sum'
      readonly field: string
      readonly unit: string
      readonly whenNone?: 'missing'
    } & Source)
  | ({ readonly measure: 'average'; readonly field: string; readonly unit: string } & Source)
  /**
   * A reported statistic (统计数): the last one that was published by the day, of the unit, or of the county alone. It
   * stands in the register that the program declares for statistics, under its series. `notBefore`: of this day or later
   * only, where the value of a certain year is meant.
   */
  | {
      readonly measure: 'latest'
      readonly series: string
      readonly unit: string
      readonly ofCounty?: boolean
      readonly notBefore?: string
    }
  | { readonly measure: 'indicator'; readonly id: string }
  | { readonly measure: 'number'; readonly value: Given<number>; readonly unit: string }
  /** 甲 ÷ 乙; missing where a part is missing, and where 乙 is 0 */
  | { readonly measure: 'ratio'; readonly of: Formula; readonly to: Formula }
  /** 占比: 甲 ÷ 乙 × 100，% */
  | { readonly measure: 'share'; readonly of: Formula; readonly to: Formula }
  /** 每 N 人: 甲 ÷ (乙 ÷ N); the unit is that of 甲 by N of 乙: 件/万人 */
  | { readonly measure: 'per'; readonly of: Formula; readonly per: number; readonly residents: Formula }
  /** 增长率: against the value so many months before, % */
  | { readonly measure: 'growth'; readonly of: Formula; readonly months: number }
  | { readonly measure: 'add'; readonly parts: readonly Formula[] }
  | { readonly measure: 'subtract'; readonly of: Formula; readonly take: Formula }
  /** the same figure in a larger unit: 元 → 亿元 */
  | { readonly measure: 'scale'; readonly of: Formula; readonly by: number; readonly unit: string }
  | { readonly parameter: string; readonly otherwise: string; readonly cases: Readonly<Record<string, Formula>> }
