import type { RegisterDeclaration } from '../../registers/register.types.ts'
import type { Register } from '../../registers/registers.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'

export interface PlacedField {
  readonly field: FormField
  /** id of the step in which it is asked */
  readonly step: string
}

const known = new WeakMap<MatterDeclaration, ReadonlyMap<string, PlacedField>>()

/** The fields of a form by name, in the order in which they are asked. */
export function formFields(declaration: MatterDeclaration): ReadonlyMap<string, PlacedField> {
  const found = known.get(declaration)
  if (found !== undefined) return found
  const fields = new Map(
    declaration.form.steps.flatMap(({ id, fields: inStep }) =>
      Object.entries(inStep).map(([name, field]): [string, PlacedField] => [name, { field, step: id }]),
    ),
  )
  known.set(declaration, fields)
  return fields
}

/**
 * Fields of a form seen as a register has them, so that the one check of values and of what they point at
 * (`kernel/registers`) serves forms too. It has no table and is never written.
 */
export function fieldsAsRegister(
  { id, area, label, labelEn }: Pick<MatterDeclaration, 'id' | 'area' | 'label' | 'labelEn'>,
  fields: Readonly<Record<string, FormField>>,
): Register {
  const declaration: RegisterDeclaration = {
    ...{ id, area, systems: [], label, labelEn, recordLabel: label, countUnit: '件', about: label, source: label },
    ...{ fields, key: [], title: Object.keys(fields)[0] ?? '', columns: [], retentionYears: null },
    access: { public: 'none', units: 'own', editedBy: 'units' },
  }
  return {
    ...{ id, declaration, table: '', pastTable: '', pointedAtBy: [] },
    fields: new Map(Object.entries(fields).map(([name, field]) => [name, { name, field, columns: [] }])),
  }
}
