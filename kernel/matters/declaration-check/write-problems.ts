import { isPersonal } from '../../registers/columns.ts'
import type { Field } from '../../registers/field.types.ts'
import type { Registers } from '../../registers/registers.ts'
import { statesOf } from '../chart/states.ts'
import { formFields } from '../form/form-fields.ts'
import type { MatterDeclaration, WrittenValue } from '../matter.types.ts'

/** What a matter writes into registers and what it publishes. */
export function writeProblems(declaration: MatterDeclaration, registers: Registers): readonly string[] {
  return [
    ...declaration.writes.flatMap(({ register: id, values, changesExisting }, at) => {
      const path = `writes.${at}`
      const register = registers.find(id)
      if (register === undefined) return [`${path}.register: there is no register “${id}”`]
      const required = [...register.fields.values()].filter(
        ({ name, field }) =>
          // What changes a record that is there leaves the rest of it as it was.
          register.declaration.key.includes(name) || (field.required === true && changesExisting !== true),
      )
      return [
        ...required.flatMap(({ name, field }) =>
          name in values ? [] : [`${path}.values: “${name}” (${field.label}) of “${id}” is required and not written`],
        ),
        ...Object.entries(values).flatMap(([name, source]) => {
          const field = register.fields.get(name)?.field
          if (field === undefined) return [`${path}.values.${name}: “${id}” has no such field`]
          return valueProblems(`${path}.values.${name}`, field, source, declaration)
        }),
      ]
    }),
    ...publicationProblems(declaration),
  ]
}

function valueProblems(
  path: string,
  field: Field,
  source: WrittenValue,
  declaration: MatterDeclaration,
): readonly string[] {
  if ('fact' in source) {
    return takesFact(field, source.fact)
      ? []
      : [`${path}: “${source.fact}” cannot stand in a field of kind ${field.kind}`]
  }
  if ('literal' in source) return literalProblems(path, field, source.literal)
  if ('form' in source) {
    const from = formFields(declaration).get(source.form)?.field
    if (from === undefined) return [`${path}: the form has no field “${source.form}”`]
    if (declaration.sealed?.includes(source.form) === true)
      return [`${path}: “${source.form}” is sealed and is written nowhere`]
    return kindProblems(path, field, from)
  }
  const asked = inputFields(declaration, source.input)
  if (asked.length === 0) return [`${path}: no act asks for “${source.input}”`]
  return asked.flatMap((from) => kindProblems(path, field, from)).slice(0, 1)
}

function inputFields(declaration: MatterDeclaration, name: string): readonly Field[] {
  return [...statesOf(declaration).values()].flatMap(({ state }) =>
    Object.values(state.acts ?? {}).flatMap(({ fields }) => fields?.[name] ?? []),
  )
}

/** Whether what stands in one field can stand in the other, and is kept no less closed there. */
function kindProblems(path: string, to: Field, from: Field): readonly string[] {
  if (isPersonal(from) && !isPersonal(to)) return [`${path}: personal data would stand in clear in the register`]
  if (to.kind === from.kind) {
    if (to.kind !== 'choice' || from.kind !== 'choice') return []
    const allowed = new Set(to.choices.flatMap(({ value, label, aliases = [] }) => [value, label, ...aliases]))
    const unknown = from.choices.filter(({ value }) => !allowed.has(value)).map(({ value }) => value)
    return unknown.length === 0 ? [] : [`${path}: the register has no choice ${unknown.join(', ')}`]
  }
  const fits = (convertible[to.kind] ?? []).includes(from.kind)
  return fits ? [] : [`${path}: the register has ${to.kind}, and ${from.kind} would be written`]
}

/** kind of the register → kinds of the form that can be written there */
const convertible: Readonly<Partial<Record<Field['kind'], readonly Field['kind'][]>>> = {
  text: ['choice'],
  link: ['text'],
  decimal: ['integer', 'share'],
  share: ['integer', 'decimal'],
}

function takesFact(field: Field, fact: string): boolean {
  if (fact === 'today' || fact === 'submittedOn' || fact === 'acceptedOn')
    return field.kind === 'date' || field.kind === 'text'
  if (fact === 'unit') return field.kind === 'unit' || field.kind === 'text' || field.kind === 'link'
  return field.kind === 'text' || (fact === 'applicant' && field.kind === 'link')
}

function literalProblems(path: string, field: Field, literal: string | number | boolean): readonly string[] {
  if (field.kind === 'choice') {
    return field.choices.some(({ value }) => value === literal)
      ? []
      : [`${path}: “${literal}” is no choice of the register`]
  }
  const kinds: Readonly<Partial<Record<Field['kind'], string>>> = {
    ...{ flag: 'boolean', integer: 'number', decimal: 'number', share: 'number', money: 'number' },
  }
  return typeof literal === (kinds[field.kind] ?? 'string')
    ? []
    : [`${path}: ${String(literal)} cannot stand in ${field.kind}`]
}

function publicationProblems(declaration: MatterDeclaration): readonly string[] {
  const { publication, sealed = [] } = declaration
  if (publication === undefined) return []
  return publication.fields.flatMap((name) => {
    if (!formFields(declaration).has(name)) return [`publication.fields: the form has no field “${name}”`]
    return sealed.includes(name) ? [`publication.fields: “${name}” is sealed and is never published`] : []
  })
}
