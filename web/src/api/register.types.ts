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
