import { presentField } from '../../registers/present-register.ts'
import type { Registers } from '../../registers/registers.ts'
import type { FormField, MatterDeclaration, Prefill } from '../matter.types.ts'
import type { FormFieldRow, FormStepRow } from '../matters.schemas.ts'
import { fieldsAsRegister } from './form-fields.ts'

/** The steps of a form as page and window show them. */
export function presentForm(registers: Registers, declaration: MatterDeclaration): FormStepRow[] {
  return declaration.form.steps.map(({ id, label, about, fields }) => ({
    id,
    label,
    about: about ?? null,
    fields: presentFields(registers, declaration, fields),
  }))
}

/** Fields of a step, or of an act. */
export function presentFields(
  registers: Registers,
  declaration: MatterDeclaration,
  fields: Readonly<Record<string, FormField>>,
): FormFieldRow[] {
  const register = fieldsAsRegister(declaration, fields)
  return Object.entries(fields).map(([name, field]) => ({
    ...presentField(registers, register, name, field),
    when: field.when ?? null,
    prefilledFrom: field.prefill === undefined ? null : prefillWords[field.prefill.from],
    isSealed: declaration.sealed?.includes(name) === true,
  }))
}

const prefillWords: Readonly<Record<Prefill['from'], string>> = {
  entity: '主体库',
  person: '账号',
  link: '所选记录',
  earlier: '上次填报',
}
