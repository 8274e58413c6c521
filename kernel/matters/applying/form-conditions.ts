import type { FormCondition, FormDeclaration, FormField, MaterialDeclaration } from '../matter.types.ts'

/**
 * Whether a condition of a form holds of what is filled so far. Page and server ask the same tree; the server decides.
 *
 * A field that is itself not shown counts as empty: what was typed before another answer hid it decides nothing.
 */
export function conditionHolds(condition: FormCondition, values: Readonly<Record<string, unknown>>): boolean {
  if ('all' in condition) return condition.all.every((each) => conditionHolds(each, values))
  if ('any' in condition) return condition.any.some((each) => conditionHolds(each, values))
  const value = values[condition.field]
  if ('filled' in condition) return isFilled(value) === condition.filled
  if ('in' in condition) return chosenOf(value).some((each) => condition.in.includes(each))
  if (typeof condition.is === 'boolean') return (value === true) === condition.is
  return chosenOf(value).includes(condition.is)
}

/** Neither nothing, nor blank, nor an empty list. Zero and no 否 are answers. */
export function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return true
}

function chosenOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** A field with its place in the form. */
export interface PlacedField {
  readonly name: string
  readonly step: string
  readonly field: FormField
}

/** All fields of a form in the order in which they are asked. */
export function fieldsOfForm(form: FormDeclaration): readonly PlacedField[] {
  return form.steps.flatMap((step) =>
    Object.entries(step.fields).map(([name, field]) => ({ name, step: step.id, field })),
  )
}

/**
 * The fields that are asked for, given what is filled so far. Conditions are looked at in the order of the form and again
 * until nothing changes, since a field may hang on a later one; what is hidden counts as empty for the others.
 */
export function askedFields(
  fields: readonly PlacedField[],
  values: Readonly<Record<string, unknown>>,
): readonly PlacedField[] {
  let asked = new Set(fields.map(({ name }) => name))
  // Each round can only settle; a declaration that goes in a circle is stopped after as many rounds as it has fields.
  for (let round = 0; round <= fields.length; round += 1) {
    const shown = Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)))
    const next = new Set(
      fields.flatMap(({ name, field }) =>
        field.when === undefined || conditionHolds(field.when, shown) ? [name] : [],
      ),
    )
    if (next.size === asked.size && [...next].every((name) => asked.has(name))) break
    asked = next
  }
  return fields.filter(({ name }) => asked.has(name))
}

/** Values of the fields that are asked for; the rest was typed before it was hidden. */
export function askedValues(
  fields: readonly PlacedField[],
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = new Set(askedFields(fields, values).map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

/** The materials that are asked for, given what is filled. */
export function askedMaterials(
  materials: readonly MaterialDeclaration[],
  asked: Readonly<Record<string, unknown>>,
): readonly MaterialDeclaration[] {
  return materials.filter(({ when }) => when === undefined || conditionHolds(when, asked))
}
