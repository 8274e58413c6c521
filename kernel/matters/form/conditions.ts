import type { FormCondition } from '../matter.types.ts'

/** Whether a condition of a form holds of what is filled so far; without one it always does. */
export function holds(condition: FormCondition | undefined, values: Readonly<Record<string, unknown>>): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((each) => holds(each, values))
  if ('any' in condition) return condition.any.some((each) => holds(each, values))
  const value = values[condition.field]
  if ('filled' in condition) return isFilled(value) === condition.filled
  if ('in' in condition) return asList(value).some((each) => isPlain(each) && condition.in.includes(String(each)))
  return asList(value).includes(condition.is)
}

/** Missing is not an empty text, and not an empty list either: all three are nothing. */
export function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** The fields that a condition looks at. */
export function fieldsIn(condition: FormCondition | undefined): readonly string[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap((each) => fieldsIn(each))
  if ('any' in condition) return condition.any.flatMap((each) => fieldsIn(each))
  return [condition.field]
}

/** An object is never one of the values of a choice, and one that came as JSON need not know how to become a text. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object'
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
