import type { Condition } from '@qiangxian/engines/formula/formula.types'
import type { Field } from './field.types.ts'

/** The division of the work that the plan itself uses. */
export type Area = 'management' | 'creation' | 'protection' | 'utilization' | 'services' | 'talent' | 'region'

/**
 * A register 名录/登记簿/台账, declared once as plain data.
 *
 * From it come the table with its history and its migration, the HTTP interface with its description, list, page and
 * form, the spreadsheet to fill in, import and export, permissions, journal and the page of the documentation.
 *
 * Besides its own fields every record has: `id`, `revision`, `unitId` 考核归属单位 (the town, park or department that it
 * counts for), `expectedOn` 预计日期 (of what is expected and not there yet; it counts in what-if only), `recordedAt`
 * (since when we know it so), where it came from (form, file and row, demonstration), and `demonstration`.
 */
export interface RegisterDeclaration {
  /** kebab-case; the table has the same name in snake_case */
  readonly id: string
  /** other names by which it may be asked for, besides the plural of its id and its labels: `works` */
  readonly alsoCalled?: readonly string[]
  readonly area: Area
  /** the system of the plan that it serves: S13 */
  readonly systems: readonly string[]
  readonly label: string
  readonly labelEn: string
  /** what one record is called: 件专利 → 专利 */
  readonly recordLabel: string
  /** 量词 and unit of a count: 件, 家, 人 */
  readonly countUnit: string
  /** what it holds and what it is for, in a sentence */
  readonly about: string
  /** law, plan or practice that it stands on */
  readonly source: string
  readonly fields: Readonly<Record<string, Field>>
  /**
   * The fields by which two records are the same thing; their values are unique. Empty where nothing identifies a
   * record: then the same values in all fields are the same record.
   */
  readonly key: readonly string[]
  /** the field that names a record on pages and in links */
  readonly title: string
  /** columns of the list before anybody chose others */
  readonly columns: readonly string[]
  /** 效力期: from which day and until which a record is in force; the end that comes first counts */
  readonly validity?: { readonly from: string; readonly until: readonly string[] }
  /** conditions with a name, for filters and indicators; `in-force` comes from `validity` by itself */
  readonly conditions?: Readonly<Record<string, ConditionDeclaration>>
  /** a unit field, or links whose first record's unit is taken, where the record has no unit of its own */
  readonly unitFrom?: string
  /** set for a register of persons and organisations that others name: how its records are found by name */
  readonly naming?: {
    readonly name: string
    /** a text with names separated by ； */
    readonly formerNames?: string
    /** the field with the code that settles it */
    readonly code?: string
    /**
     * the choice that says what it is, with the values enterprise, university, institute, organisation and individual: an
     * import that names somebody who is not there yet guesses it from the name
     */
    readonly kind?: string
  }
  /** set for a register of people who work here with an account of their own: those whose accounts may be linked to them */
  readonly actedForBy?: 'expert'
  /** set for the one register of reported statistics: how a series is read from it */
  readonly statistics?: {
    readonly series: string
    readonly value: string
    readonly on: string
    readonly publishedOn: string
  }
  readonly access: {
    /** none, or which fields everybody may read; fields of personal data never */
    readonly public: 'none' | readonly string[]
    /** what a unit sees: everything, or the records of its own */
    readonly units: 'all' | 'own'
    /** who may add and change records: the office alone, or units their own as well */
    readonly editedBy: 'office' | 'units'
  }
  /** 保存期限 in years after the record ended; null: permanently */
  readonly retentionYears: number | null
  /** of a field that was called otherwise: new name → old name; its column is renamed, and nothing is lost */
  readonly renamed?: Readonly<Record<string, string>>
}

export interface ConditionDeclaration {
  readonly label: string
  readonly labelEn: string
  /** what it means, in a sentence with its source */
  readonly meaning: string
  readonly source: string
  readonly holds: Condition
  /** where it is met by any of several grounds: their names, shown as reasons. `holds` then refers to them by name */
  readonly grounds?: readonly string[]
}
