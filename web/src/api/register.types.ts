import type * as Api from './types.gen.ts'

/** Registers 名录 as they are read over HTTP; the same shapes serve every register. */

export type {
  BulkOutcome,
  DuplicateGroup,
  FieldRow,
  Filter,
  RecordDetail,
  RecordOrigin,
  RecordPage,
  RecordRow,
  RelatedRecords,
  RevisionRow,
  SavedView,
} from './types.gen.ts'

/** The areas are those of the plan; the interface leaves them open. */
export type RegisterRow = Omit<Api.RegisterRow, 'area'> & { readonly area: Api.Area }
export type RegisterDescription = Omit<Api.RegisterDescription, 'area'> & { readonly area: Api.Area }

export type FilterBy = Api.Filter['by']
export type RecordUnit = Api.UnitRef
export type RecordCondition = Api.RecordDetail['conditions'][number]
export type FieldChange = Api.RevisionRow['changes'][number]
export type Mistake = Api.RecordDetail['mistakes'][number]

/** field → value; a field without a value is null */
export type Values = Readonly<Record<string, unknown>>

/** Whether a sign-in comes out again, and what was looked at, one after the other. */
export interface AttendanceProof {
  readonly recordId: string
  readonly session: string
  readonly sessionId: string | null
  readonly personNo: string
  readonly signedInOn: string
  readonly signedInAt: string | null
  readonly step: number | null
  readonly verdict: 'proven' | 'broken' | 'none'
  readonly words: string
  readonly steps: readonly { readonly label: string; readonly words: string; readonly holds: boolean | null }[]
}
