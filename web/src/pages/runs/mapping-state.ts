import type { SheetLayout } from '../../api/import.types.ts'
import type { RegisterDescription } from '../../api/register.types.ts'

export interface MappingFaults {
  /** needed fields that no taken sheet has a column for */
  readonly missing: readonly string[]
  /** fields that two columns of one sheet claim */
  readonly twice: readonly string[]
}

/** What keeps a mapping from being read: every taken sheet must bring the needed fields, each at most once. */
export function mappingFaults(description: RegisterDescription, sheets: readonly SheetLayout[]): MappingFaults {
  const taken = sheets.filter((sheet) => sheet.taken)
  const fieldsOf = (sheet: SheetLayout) => sheet.columns.map(({ field }) => field).filter((field) => field !== null)
  const needed = description.fields.filter((field) => field.required).map(({ name }) => name)
  const missing = needed.filter((name) => taken.length === 0 || taken.some((sheet) => !fieldsOf(sheet).includes(name)))
  const twice = taken.flatMap((sheet) => fieldsOf(sheet).filter((field, index, all) => all.indexOf(field) !== index))
  return { missing, twice: [...new Set(twice)] }
}

/** The sheet with another field for one of its columns; what a person says is certain. */
export function withField(sheet: SheetLayout, index: number, field: string | null): SheetLayout {
  return {
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.index === index ? { ...column, field, confidence: field === null ? 0 : 1, why: 'decided' } : column,
    ),
  }
}
