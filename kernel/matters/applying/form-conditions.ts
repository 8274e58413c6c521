import { holds } from '../form/conditions.ts'
import { formFields } from '../form/form-fields.ts'
import { neededMaterials } from '../form/needed-materials.ts'
import type { MaterialDeclaration, MatterDeclaration } from '../matter.types.ts'

export { holds as conditionHolds } from '../form/conditions.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * The names of the fields that are asked for, given what is filled so far.
 *
 * A field that is itself not shown counts as empty: what was typed before another answer hid it decides nothing. So
 * conditions are looked at again until nothing changes, also where a field hangs on a later one; a declaration that goes
 * in a circle is left after as many rounds as it has fields.
 */
export function askedFields(declaration: MatterDeclaration, values: Values): ReadonlySet<string> {
  const fields = [...formFields(declaration)]
  let asked = new Set(fields.map(([name]) => name))
  for (let round = 0; round <= fields.length; round += 1) {
    const shown = only(values, asked)
    const next = new Set(fields.flatMap(([name, { field }]) => (holds(field.when, shown) ? [name] : [])))
    if (next.size === asked.size && [...next].every((name) => asked.has(name))) break
    asked = next
  }
  return asked
}

/** Values of the fields that are asked for; the rest was typed before it was hidden. */
export function askedValues(declaration: MatterDeclaration, values: Values): Values {
  return only(values, askedFields(declaration, values))
}

/** The materials that are asked for, given what is filled. */
export function askedMaterials(declaration: MatterDeclaration, values: Values): readonly MaterialDeclaration[] {
  return neededMaterials(declaration, askedValues(declaration, values))
}

function only(values: Values, names: ReadonlySet<string>): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}
