import type { MaterialDeclaration } from '../matter.types.ts'
import { draftErrors } from './draft-errors.ts'

/** A material that comes after acceptance, and the day by which it comes (容缺后补). */
export interface LaterPromise {
  readonly material: string
  readonly laterBy: string
}

/**
 * What is not there and comes later, with the day by which it comes: the one that was said, else the last one that the
 * county allows. On line only what the declaration lets come later; at the window a clerk also accepts with a required
 * material missing, when its day was said (容缺受理).
 *
 * @param needed materials that the form asks for
 * @param days the first and the last day that may be said
 * @throws draft.mayNotComeLater, draft.laterTooFar
 */
export function laterPromises(
  needed: readonly MaterialDeclaration[],
  given: readonly string[],
  said: readonly LaterPromise[],
  { least, most, atWindow }: { readonly least: string; readonly most: string; readonly atWindow: boolean },
): readonly LaterPromise[] {
  const absent = needed.filter(({ id }) => !given.includes(id))
  for (const { material, laterBy } of said) {
    const label = needed.find(({ id }) => id === material)?.label ?? material
    const declared = absent.find(({ id }) => id === material)
    const mayFollow = declared?.necessity === 'later' || (atWindow && declared?.necessity === 'required')
    if (!mayFollow) throw draftErrors.mayNotComeLater({ label })
    if (laterBy < least || laterBy > most) throw draftErrors.laterTooFar({ label, least, most })
  }
  return absent.flatMap(({ id, necessity }) => {
    const promise = said.find(({ material }) => material === id)
    if (promise !== undefined) return [promise]
    return necessity === 'later' ? [{ material: id, laterBy: most }] : []
  })
}

/** Required, not there, and not promised for a day: without these nothing is submitted. */
export function unpromised(
  needed: readonly MaterialDeclaration[],
  given: readonly string[],
  promises: readonly LaterPromise[],
): readonly MaterialDeclaration[] {
  return needed.filter(
    ({ id, necessity }) =>
      necessity === 'required' && !given.includes(id) && !promises.some(({ material }) => material === id),
  )
}
