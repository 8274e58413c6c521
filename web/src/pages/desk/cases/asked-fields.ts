import type { FormFieldRow } from '../../../api/types.gen.ts'

/** FormCondition, as the server hands it out. */
type Condition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** The fields that are asked for, given what is typed so far. The server asks the same, and decides. */
export function askedFields<F extends Pick<FormFieldRow, 'name' | 'when'>>(
  fields: readonly F[],
  typed: Readonly<Record<string, unknown>>,
): readonly F[] {
  return fields.filter(({ when }) => when === null || when === undefined || holds(when as Condition, typed))
}

function holds(condition: Condition, typed: Readonly<Record<string, unknown>>): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, typed))
  if ('any' in condition) return condition.any.some((each) => holds(each, typed))
  const value = typed[condition.field]
  if ('filled' in condition) return isFilled(value) === condition.filled
  const chosen = Array.isArray(value) ? value : [value]
  if ('in' in condition) return chosen.some((each) => typeof each === 'string' && condition.in.includes(each))
  return typeof condition.is === 'boolean' ? (value === true) === condition.is : chosen.includes(condition.is)
}

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !Array.isArray(value) || value.length > 0
}
