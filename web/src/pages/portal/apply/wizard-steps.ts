import type { DraftView, FormFieldRow, FormStepRow, MaterialSpec } from '../../../api/service.types.ts'
import { askedSteps, holds, isFilled } from './asked.ts'

/** Steps that no declaration has and every form ends with; their ids cannot be those of a declared step. */
export const materialsStep = ':materials'
export const checkStep = ':check'

export interface WizardPlan {
  readonly steps: readonly FormStepRow[]
  readonly materials: readonly MaterialSpec[]
  /** declared steps, the materials where any are asked for, the check */
  readonly order: readonly string[]
}

export function planOf(draft: DraftView, values: Readonly<Record<string, unknown>>): WizardPlan {
  const steps = askedSteps(draft.form, values)
  const shown = Object.fromEntries(
    steps.flatMap((step) => step.fields.map(({ name }) => [name, values[name]] as const)),
  )
  const materials = draft.materials.filter(({ when }) => holds(when, shown))
  return {
    steps,
    materials,
    order: [...steps.map(({ id }) => id), ...(materials.length === 0 ? [] : [materialsStep]), checkStep],
  }
}

/** Fields of a step that must be filled and are not. */
export function emptyFields(step: FormStepRow, values: Readonly<Record<string, unknown>>): readonly FormFieldRow[] {
  return step.fields.filter(({ name, required }) => required && !isFilled(values[name]))
}

/** Materials that must come and are neither given nor known. */
export function missingMaterials(draft: DraftView, materials: readonly MaterialSpec[]): readonly MaterialSpec[] {
  const there = new Set([
    ...draft.given.map(({ material }) => material),
    ...draft.shared.map(({ material }) => material),
  ])
  return materials.filter(({ id, necessity }) => necessity === 'required' && !there.has(id))
}

/** Values that came from elsewhere and were not confirmed: their use has to be agreed to. */
export function unconfirmed(draft: DraftView, step: FormStepRow): readonly FormFieldRow[] {
  return step.fields.filter(({ name }) => {
    const entry = draft.entries[name]
    return entry?.by === 'prefill' && !entry.confirmed && isFilled(draft.values[name])
  })
}
