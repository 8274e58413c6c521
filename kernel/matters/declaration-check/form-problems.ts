import { isPersonal } from '../../registers/columns.ts'
import type { Registers } from '../../registers/registers.ts'
import { entityRegister } from '../../registers/sight.ts'
import { statesOf } from '../chart/states.ts'
import { fieldsIn } from '../form/conditions.ts'
import { formFields } from '../form/form-fields.ts'
import type { FormCondition, FormField, MatterDeclaration } from '../matter.types.ts'
import { twice } from './declaration-problems.ts'

/** Fields of the form and of acts, what they point at, their conditions, and the materials. */
export function formProblems(declaration: MatterDeclaration, registers: Registers): readonly string[] {
  const { form, titleFrom, sealed = [], materials } = declaration
  const names = form.steps.flatMap(({ fields }) => Object.keys(fields))
  const known = new Set(names)
  const acts = [...statesOf(declaration).values()].flatMap(({ name, state }) =>
    Object.entries(state.acts ?? {}).map(([act, { fields = {} }]) => ({ path: `states.${name}.acts.${act}`, fields })),
  )
  return [
    ...twice(names).map((name) => `form: field “${name}” stands twice; names are unique in the whole form`),
    ...twice(form.steps.map(({ id }) => id)).map((id) => `form.steps.${id}: stands twice`),
    ...(form.steps.length === 0 ? ['form: has no steps'] : []),
    ...form.steps.flatMap(({ id, fields }) =>
      Object.entries(fields).flatMap(([name, field]) => [
        ...fieldProblems(`form.${id}.${name}`, name, field, registers),
        ...conditionProblems(`form.${id}.${name}.when`, field.when, declaration),
        ...laterProblems(`form.${id}.${name}.when`, name, field.when, names),
        ...prefillProblems(
          `form.${id}.${name}.prefill`,
          field,
          registers,
          form.steps.flatMap((step) => Object.entries(step.fields)),
        ),
      ]),
    ),
    ...acts.flatMap(({ path, fields }) =>
      Object.entries(fields).flatMap(([name, field]) => [
        ...fieldProblems(`${path}.fields.${name}`, name, field, registers),
        ...reservedNames.flatMap((reserved) =>
          reserved === name ? [`${path}.fields.${name}: the engine keeps “${name}” itself; call it otherwise`] : [],
        ),
        ...correctionProblems(`${path}.fields.${name}`, name, field, declaration),
      ]),
    ),
    ...titleFrom.flatMap((name) => (known.has(name) ? [] : [`titleFrom: there is no field “${name}”`])),
    ...sealed.flatMap((name) => (known.has(name) ? [] : [`sealed: there is no field “${name}”`])),
    ...twice(materials.map(({ id }) => id)).map((id) => `materials.${id}: stands twice`),
    ...materials.flatMap(({ id, when, shared, copies, sealed: isSealed }) => [
      ...conditionProblems(`materials.${id}.when`, when, declaration),
      ...(shared === undefined || registers.find(shared.register) !== undefined
        ? []
        : [`materials.${id}.shared: there is no register “${shared.register}”`]),
      ...(isSealed === true && declaration.review?.materials.includes(id) === true
        ? [`materials.${id}: it is sealed, and experts would read it`]
        : []),
      ...(Number.isInteger(copies) && copies >= 0 ? [] : [`materials.${id}.copies: a whole number`]),
    ]),
  ]
}

/** What stands in the input of acts besides their own fields. */
const reservedNames = ['missing', 'again', 'lateSince'] as const

function fieldProblems(path: string, name: string, field: FormField, registers: Registers): readonly string[] {
  const problems: string[] = []
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || name.length > 40) problems.push(`${path}: a field is camelCase`)
  if (field.label.trim() === '' || field.labelEn.trim() === '') problems.push(`${path}: has no label in both languages`)
  if ('format' in field && field.format !== undefined && !registers.formats.has(field.format)) {
    problems.push(`${path}.format: there is no format “${field.format}”`)
  }
  if ((field.kind === 'link' || field.kind === 'links') && registers.find(field.register) === undefined) {
    problems.push(`${path}.register: there is no register “${field.register}”`)
  }
  if (isPersonal(field) && field.kind !== 'text') problems.push(`${path}.sensitivity: only text can be personal data`)
  if ((field.kind === 'choice' || field.kind === 'choices') && field.choices.length === 0) {
    problems.push(`${path}.choices: there are none`)
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    for (const value of twice(field.choices.map((each) => each.value))) {
      problems.push(`${path}.choices: “${value}” stands twice`)
    }
  }
  return problems
}

/** A condition looks at fields of the form, and at values that can stand there. */
export function conditionProblems(
  path: string,
  condition: FormCondition | undefined,
  declaration: MatterDeclaration,
): readonly string[] {
  const fields = formFields(declaration)
  const unknown = fieldsIn(condition)
    .filter((name) => !fields.has(name))
    .map((name) => `${path}: there is no field “${name}”`)
  return [
    ...unknown,
    ...valuesIn(condition).flatMap(({ field, value }) => {
      const asked = fields.get(field)?.field
      if (asked === undefined || (asked.kind !== 'choice' && asked.kind !== 'choices')) return []
      return asked.choices.some((choice) => choice.value === value)
        ? []
        : [`${path}: “${String(value)}” is no choice of “${field}”`]
    }),
  ]
}

/** Who fills a form goes down it: what decides whether a field is asked for stands before it. */
function laterProblems(
  path: string,
  name: string,
  when: FormCondition | undefined,
  names: readonly string[],
): readonly string[] {
  return fieldsIn(when)
    .filter((asked) => names.indexOf(asked) > names.indexOf(name))
    .map((asked) => `${path}: “${asked}” is asked for after “${name}”; put it before`)
}

function valuesIn(
  condition: FormCondition | undefined,
): readonly { readonly field: string; readonly value: unknown }[] {
  if (condition === undefined) return []
  if ('all' in condition) return condition.all.flatMap(valuesIn)
  if ('any' in condition) return condition.any.flatMap(valuesIn)
  if ('is' in condition) return [{ field: condition.field, value: condition.is }]
  return 'in' in condition ? condition.in.map((value) => ({ field: condition.field, value })) : []
}

function prefillProblems(
  path: string,
  { prefill }: FormField,
  registers: Registers,
  fields: readonly (readonly [string, FormField])[],
): readonly string[] {
  if (prefill === undefined) return []
  if (prefill.from === 'entity') {
    const entities = entityRegister(registers)
    if (entities === undefined) return [`${path}: there is no register of entities`]
    return entities.fields.has(prefill.field) ? [] : [`${path}: “${entities.id}” has no field “${prefill.field}”`]
  }
  if (prefill.from !== 'link') return []
  const link = fields.find(([name]) => name === prefill.link)?.[1]
  if (link === undefined || link.kind !== 'link') return [`${path}: “${prefill.link}” is no link of this form`]
  const target = registers.find(link.register)
  return target === undefined || target.fields.has(prefill.field)
    ? []
    : [`${path}: “${target.id}” has no field “${prefill.field}”`]
}

/** A field of an act that corrects the form has to be of the same kind. */
function correctionProblems(
  path: string,
  name: string,
  { kind }: FormField,
  declaration: MatterDeclaration,
): readonly string[] {
  const corrected = formFields(declaration).get(name)?.field
  return corrected === undefined || corrected.kind === kind
    ? []
    : [`${path}: it would correct “${name}” of the form, which is ${corrected.kind} and not ${kind}`]
}
