import type { FieldRow } from '../../api/register.types.ts'

export interface FieldGroup {
  readonly label: string
  readonly fields: readonly FieldRow[]
}

/** The fields in the parts of their page; those without one stand in the first. */
export function groupsOf(fields: readonly FieldRow[], general: string): readonly FieldGroup[] {
  const labels = [...new Set([general, ...fields.map(({ group }) => group ?? general)])]
  return labels
    .map((label) => ({ label, fields: fields.filter(({ group }) => (group ?? general) === label) }))
    .filter((group) => group.fields.length > 0)
}
