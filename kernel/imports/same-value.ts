import type { FieldSecrets } from '../personal-data/field-secrets.ts'
import { type LinkValue, Sealed, type Value } from '../registers/record.types.ts'
import { foldName } from './names/fold-name.ts'

/**
 * Whether a file says of a field what the record says already.
 *
 * A day of which the file knows only the month or year says nothing new where it fits, and a name says nothing new where
 * the record is known to mean it.
 */
export function isSameValue(
  before: Value,
  given: Value,
  { secrets, jurisdiction }: { readonly secrets: FieldSecrets; readonly jurisdiction: string },
): boolean {
  if (before === given) return true
  if (before === null || given === null) return false
  if (before instanceof Sealed) return typeof given === 'string' && secrets.blind(given, jurisdiction) === before.blind
  if (typeof before === 'string') return typeof given === 'string' && isLessPreciseDay(given, before)
  if (typeof before !== 'object' || typeof given !== 'object') return false
  if (Array.isArray(before) && Array.isArray(given)) {
    return (
      before.length === given.length &&
      before.every((each: string | LinkValue, at) => isSameItem(each, given[at] ?? ''))
    )
  }
  if ('name' in before && 'name' in given) return isSameItem(before, given as LinkValue)
  return JSON.stringify(before) === JSON.stringify(given)
}

function isSameItem(before: string | LinkValue, given: string | LinkValue): boolean {
  if (typeof before === 'string' || typeof given === 'string') return before === given
  if (before.id !== null && given.id !== null) return before.id === given.id
  return foldName(before.name) === foldName(given.name) && given.id === null
}

function isLessPreciseDay(given: string, before: string): boolean {
  return given.length < before.length && /^\d{4}(?:-\d{2})?$/.test(given) && before.startsWith(`${given}-`)
}
