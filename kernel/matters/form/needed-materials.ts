import type { MaterialDeclaration, MatterDeclaration } from '../matter.types.ts'
import { holds } from './conditions.ts'

/** The materials that this form asks for: those whose condition holds. */
export function neededMaterials(
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
): readonly MaterialDeclaration[] {
  return declaration.materials.filter(({ when }) => holds(when, values))
}

/**
 * What has to be there and is not.
 *
 * @param given ids of materials that are there, or that the platform has itself
 * @returns `missing`, without which it cannot go on; `later`, which may follow (容缺后补)
 */
export function missingMaterials(
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
  given: readonly string[],
): { readonly missing: readonly MaterialDeclaration[]; readonly later: readonly MaterialDeclaration[] } {
  const absent = neededMaterials(declaration, values).filter(({ id }) => !given.includes(id))
  return {
    missing: absent.filter(({ necessity }) => necessity === 'required'),
    later: absent.filter(({ necessity }) => necessity === 'later'),
  }
}
