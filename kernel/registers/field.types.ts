import type { Localized } from '../errors/define-errors.ts'

/**
 * Fields of a register, as plain data. From a field come the column and its type, the input of the form, the column of
 * the spreadsheet with its choices, the check, the filter and the words on the page.
 *
 * How values travel over HTTP and in spreadsheets:
 *
 * | kind | JSON | column of the table |
 * | --- | --- | --- |
 * | text | string | `name text` |
 * | choice | string, one of `choices` | `name text` |
 * | choices | string[] | `name text[]` |
 * | codes | string[] in canonical form | `name text[]` |
 * | integer, decimal, share | number (a share in percent) | `name bigint`, `numeric`, `numeric` |
 * | money | integer fen 分 | `name bigint` |
 * | flag | boolean | `name boolean` |
 * | date | `2026-11-25`; where `precision` allows it `2026-11` or `2026` | `name date`, and `name_precision text` |
 * | link | `{ name, id }`, id null while nobody knows which record is meant | `name_name text`, `name_id text` |
 * | links | list of these, the first one first | `name_names text[]`, `name_ids text[]` ('' where unknown) |
 * | unit | `{ id, name }`, an organisation of the county | `name text` |
 * | attachments | list of `{ evidenceId, name }` | `name text[]` |
 * | point | `{ longitude, latitude }`, WGS 84 degrees | `name_longitude`, `name_latitude numeric` |
 *
 * A text of personal data is read as `{ masked }` and written as string; its columns are `name_cipher bytea`,
 * `name_blind text` and `name_masked text`.
 *
 * A choice with `history` keeps when it changed: `name_since date` and `name_history jsonb`.
 */
export type Field =
  | TextField
  | ChoiceField
  | ChoicesField
  | CodesField
  | NumberField
  | MoneyField
  | FlagField
  | DateField
  | LinkField
  | LinksField
  | UnitField
  | AttachmentsField
  | PointField

interface FieldBase {
  readonly label: string
  readonly labelEn: string
  /** headings under which spreadsheets have it, besides the label */
  readonly aliases?: readonly string[]
  readonly required?: true
  /** under the input, and as a note in the spreadsheet */
  readonly help?: string
  /** where the value comes from: 登记簿, 企业填报 … */
  readonly origin?: string
  /**
   * open 公开 · internal 内部 (the default) · personal 个人信息 · sensitive 敏感个人信息. The last two are encrypted at rest,
   * masked on screen, and every reading in clear is journalled; only text can be of these.
   */
  readonly sensitivity?: Sensitivity
  /** the part of the form and of the page where it stands; fields without one stand in the first */
  readonly group?: string
}

export type Sensitivity = 'open' | 'internal' | 'personal' | 'sensitive'

export interface TextField extends FieldBase {
  readonly kind: 'text'
  /** a format by its name: it checks, and says how the value is written (`unified-social-credit-code`) */
  readonly format?: string
  readonly longest?: number
  readonly multiline?: true
  /** of personal data: which characters are shown; the whole is hidden without it */
  readonly mask?: 'idCard' | 'phone' | 'name' | 'email'
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly labelEn: string
  /** other words for it in files: 发明、发明授权 */
  readonly aliases?: readonly string[]
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice'
  readonly choices: readonly Choice[]
  readonly history?: true
}

export interface ChoicesField extends FieldBase {
  readonly kind: 'choices'
  readonly choices: readonly Choice[]
}

export interface CodesField extends FieldBase {
  readonly kind: 'codes'
  readonly format: string
}

export interface NumberField extends FieldBase {
  /** share: percent */
  readonly kind: 'integer' | 'decimal' | 'share'
  readonly unit?: string
  readonly least?: number
  readonly most?: number
  readonly decimals?: number
}

export interface MoneyField extends FieldBase {
  readonly kind: 'money'
  /** how people write it, in forms, lists and spreadsheets; a heading may say otherwise （万元） */
  readonly writtenIn: '元' | '万元' | '亿元'
  readonly least?: number
}

export interface FlagField extends FieldBase {
  readonly kind: 'flag'
}

export interface DateField extends FieldBase {
  readonly kind: 'date'
  /** the least that must be known; `day` where it is left out */
  readonly precision?: 'day' | 'month' | 'year'
  /** other date fields of the register that it may not come after or before */
  readonly notBefore?: readonly string[]
  /**
   * 有效期至: of an end of validity that still belongs to it. Other ends are the first day on which nothing holds any more
   * (终止日期).
   */
  readonly isLastDay?: true
  /** true for plans and ends of terms; all other days may not lie in the future */
  readonly mayLieAhead?: true
}

export interface LinkField extends FieldBase {
  readonly kind: 'link'
  readonly register: string
}

export interface LinksField extends FieldBase {
  readonly kind: 'links'
  readonly register: string
}

export interface UnitField extends FieldBase {
  readonly kind: 'unit'
}

export interface AttachmentsField extends FieldBase {
  readonly kind: 'attachments'
}

export interface PointField extends FieldBase {
  readonly kind: 'point'
}

/** How a code or number is written: given by name in fields, provided by whoever declares registers. */
export interface Format {
  /** `unified-social-credit-code` */
  readonly id: string
  readonly label: Localized
  /** one that would pass, for help and spreadsheets; made up */
  readonly example: string
  /**
   * Pure; must not throw. `today` is the civil date where it is known: a number of a year that has not begun is then
   * noticed.
   */
  readonly read: (written: string, today?: string) => FormatReading
}

/**
 * - valid: `normalized` is how it is kept
 * - checkMismatch: written well, but the check character does not fit; it is kept and marked, never corrected silently
 * - invalid: not of this form; it is refused
 */
export type FormatReading =
  | { readonly outcome: 'valid'; readonly normalized: string }
  | { readonly outcome: 'checkMismatch'; readonly normalized: string; readonly reason: Localized }
  | { readonly outcome: 'invalid'; readonly reason: Localized }
