import type { Transaction } from '../database/database.ts'
import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import type { Doubt, RecordValues, StoredRecord } from '../registers/record.types.ts'
import type { Register, Registers } from '../registers/registers.ts'
import type { OpenName } from './names/open-names.ts'
import type { RowFault } from './row-faults.ts'
import type { ReadRow } from './sheet-reader.ts'

/**
 * What would become of a row:
 *
 * - new, changed, same: it says something of which there is no record, other than the record, or what the record says
 * - doubtful: it is new or changed, and something about it may be a slip; a person may leave it out
 * - faulty: it cannot be taken as it is
 */
export interface JudgedRow {
  readonly row: ReadRow
  readonly verdict: 'new' | 'changed' | 'same' | 'doubtful' | 'faulty'
  /** the record that it is about; undefined for a new one */
  readonly before: StoredRecord | undefined
  /** complete, fit to be written; of a faulty row whatever could be read */
  readonly values: RecordValues
  readonly doubts: readonly Doubt[]
  /** undefined: as before, or as the register finds it */
  readonly unitId: string | undefined
  readonly expectedOn: string | undefined
  /** what is wrong, or doubtful */
  readonly faults: readonly RowFault[]
  /** names in it that a person is to settle */
  readonly openNames: readonly Omit<OpenName, 'uses'>[]
  /** fields of the record that it changes */
  readonly changed: readonly string[]
  readonly label: string
  /** by what its record is told apart; undefined where that cannot be read */
  readonly identity: string | undefined
}

/**
 * A row that was checked by itself, before it is held against the record and the rest of the file. It becomes the judged
 * row in place: a million rows are too many to make each of them twice.
 */
export type DraftRow = { -readonly [Name in keyof JudgedRow]: JudgedRow[Name] } & {
  readonly isFaulty: boolean
  /** a record without a key that is there already, just so */
  isThere: boolean
}

export interface JudgeContext {
  readonly tx: Transaction
  readonly jurisdiction: string
  readonly today: string
  readonly secrets: FieldSecrets
  readonly registers: Registers
  readonly register: Register
  /** of an import by a unit: the units whose records it may write */
  readonly allowedUnits: readonly string[] | null
  /** the unit of the county that is called so */
  readonly unitOf: (written: string) => string | undefined
  /** holds records that are about to be changed */
  readonly lock: boolean
}
