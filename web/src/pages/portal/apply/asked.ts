import type { FormCondition, FormStepRow } from '../../../api/service.types.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether a condition holds of what is filled so far; the server evaluates the same tree, and decides. */
export function conditionHolds(condition: FormCondition, values: Values): boolean {
  if ('all' in condition) return condition.all.every((each) => conditionHolds(each, values))
  if ('any' in condition) return condition.any.some((each) => conditionHolds(each, values))
  const value = values[condition.field]
  if ('filled' in condition) return isFilled(value) === condition.filled
  if ('in' in condition) return chosenOf(value).some((each) => condition.in.includes(each))
  if (typeof condition.is === 'boolean') return (value === true) === condition.is
  return chosenOf(value).includes(condition.is)
}

/** Neither nothing, nor blank, nor an empty list. Zero and no are answers. */
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

/**
 * The steps with only those fields that are asked for, given what is filled; steps without any are left out. What is
 * hidden counts as empty for the others, so it is looked at again until nothing changes.
 */
export function askedSteps(form: readonly FormStepRow[], values: Values): readonly FormStepRow[] {
  const fields = form.flatMap((step) => step.fields)
  let asked = new Set(fields.map(({ name }) => name))
  for (let round = 0; round <= fields.length; round += 1) {
    const shown = Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)))
    const next = new Set(fields.flatMap(({ name, when }) => (holds(when, shown) ? [name] : [])))
    const settled = next.size === asked.size && [...next].every((name) => asked.has(name))
    asked = next
    if (settled) break
  }
  return form
    .map((step) => ({ ...step, fields: step.fields.filter(({ name }) => asked.has(name)) }))
    .filter((step) => step.fields.length > 0)
}

/** Of materials and fields: nothing said is always. */
export function holds(when: unknown, values: Values): boolean {
  return isCondition(when) ? conditionHolds(when, values) : true
}

function isCondition(when: unknown): when is FormCondition {
  return typeof when === 'object' && when !== null
}
