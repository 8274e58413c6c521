import { checkValues, type ValueProblem } from '../../registers/check-values.ts'
import type { Doubt, RecordValues } from '../../registers/record.types.ts'
import type { Registers } from '../../registers/registers.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'
import { holds } from './conditions.ts'
import { fieldsAsRegister, formFields } from './form-fields.ts'

export interface CheckedForm {
  /** of the fields that are asked for; those that are not are left out */
  readonly values: RecordValues
  readonly problems: readonly ValueProblem[]
  readonly doubts: readonly Doubt[]
}

/**
 * Looks at what was filled: a field whose condition does not hold is not asked for, and what stands in it is dropped.
 *
 * @param partial of a draft: what is not filled yet is no problem
 */
export function checkForm(
  registers: Registers,
  declaration: MatterDeclaration,
  values: Readonly<Record<string, unknown>>,
  options: { readonly today: string; readonly partial?: boolean },
): CheckedForm {
  const fields = Object.fromEntries([...formFields(declaration)].map(([name, { field }]) => [name, field]))
  return checkFields(registers, declaration, fields, values, options)
}

/** The same for the fields of an act. */
export function checkFields(
  registers: Registers,
  declaration: MatterDeclaration,
  fields: Readonly<Record<string, FormField>>,
  given: Readonly<Record<string, unknown>>,
  {
    today,
    partial = false,
    beside = {},
  }: { readonly today: string; readonly partial?: boolean; readonly beside?: Readonly<Record<string, unknown>> },
): CheckedForm {
  const all = { ...beside, ...given }
  const asked = Object.fromEntries(Object.entries(fields).filter(([, field]) => holds(field.when, all)))
  const taken = Object.fromEntries(Object.entries(given).filter(([name]) => name in asked || !(name in fields)))
  const { values, problems, doubts } = checkValues(registers, fieldsAsRegister(declaration, asked), taken, { today })
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
    problems: partial ? problems.filter(({ code }) => code !== 'required') : problems,
    doubts,
  }
}
