import { isPersonal } from '../registers/columns.ts'
import { searchWords } from '../registers/search-words.ts'
import { formFields } from './form/form-fields.ts'
import { wordsOf } from './form/value-words.ts'
import type { MatterDeclaration } from './matter.types.ts'

/**
 * The line over a matter in lists: the first of the named fields that is filled. What is personal or sealed is never in
 * it, since lists are read by many.
 */
export function titleOf(
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
  otherwise = declaration.label,
): string {
  for (const name of declaration.titleFrom) {
    const field = formFields(declaration).get(name)?.field
    if (field === undefined || isPersonal(field) || declaration.sealed?.includes(name) === true) continue
    const words = wordsOf(field, values[name]).replaceAll(/\s+/g, ' ').trim()
    if (words !== '') return words.slice(0, 200)
  }
  return otherwise
}

/** The words by which a matter is found: its title, who applied as lists show them, its number and the end of that. */
export function tokensOf({
  title,
  applicantLabel,
  number,
}: {
  readonly title: string
  readonly applicantLabel: string
  readonly number: string
}): string {
  // People at a desk say the last six digits.
  return searchWords([title, applicantLabel, number, number.slice(-6)]).join(' ')
}
