import type { Localized } from '../errors/define-errors.ts'

/**
 * The values of a record inside the program: as they travel over HTTP (field.types.ts), with a unit as its id and an
 * attachment as the id of its evidence. A field without a value is null.
 *
 * Personal data is a string on its way in, and `Sealed` once it was stored: whoever changes another field hands it back
 * as it is.
 */
export type RecordValues = Readonly<Record<string, Value>>

export type Value =
  | null
  | string
  | number
  | boolean
  | readonly string[]
  | LinkValue
  | readonly LinkValue[]
  | PointValue
  | Sealed

export interface LinkValue {
  readonly name: string
  /** null while nobody knows which record is meant */
  readonly id: string | null
}

export interface PointValue {
  readonly longitude: number
  readonly latitude: number
}

/** Personal data as it is stored. */
export class Sealed {
  readonly cipher: Uint8Array
  readonly blind: string
  readonly masked: string

  constructor(cipher: Uint8Array, blind: string, masked: string) {
    this.cipher = cipher
    this.blind = blind
    this.masked = masked
  }
}

/** Something about a value that may be a slip: it is kept as written, and marked. */
export interface Doubt {
  readonly field: string
  readonly message: Localized
}

export type Origin = 'form' | 'import' | 'demonstration' | 'matter'

/** A record as it stands in its table, or in that of the past. */
export interface StoredRecord {
  readonly id: string
  readonly revision: number
  readonly identity: string
  readonly unitId: string | null
  readonly expectedOn: string | null
  readonly label: string
  readonly doubts: readonly Doubt[]
  readonly digest: string
  readonly origin: Origin
  readonly runId: string | null
  readonly sheet: string | null
  readonly rowNumber: number | null
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly act: string
  readonly reason: string | null
  readonly demonstration: boolean
  readonly values: RecordValues
  /** of choices that keep history: since when, and what was before */
  readonly histories: Readonly<Record<string, ChoiceHistory>>
}

export interface ChoiceHistory {
  readonly since: string | null
  readonly history: readonly { readonly value: string | null; readonly since: string | null }[]
}

/** A revision that is no more: until when it was known, and what ended it. */
export interface PastRecord extends StoredRecord {
  readonly replacedAt: Date
  readonly endedBy: 'changed' | 'merged' | 'removed' | 'undone'
  readonly mergedInto: string | null
  readonly endedByLabel: string
  readonly endedReason: string | null
}
