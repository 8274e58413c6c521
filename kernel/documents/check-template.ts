import { formFields } from '../matters/form/form-fields.ts'
import type { DocumentTemplate, MatterDeclaration } from '../matters/matter.types.ts'
import { isPersonal } from '../registers/columns.ts'
import { placeholdersOf } from './fill.ts'

/**
 * What is wrong with the documents and notices of a declaration, each as one sentence with its place. Asked at start, so
 * that a misspelt placeholder is not found by the first applicant.
 *
 * Titles and numbers are read by everybody on the check page and in lists, and notices stand in clear in the outbox: no
 * personal field may be in them.
 */
export function documentProblems(declaration: MatterDeclaration, facts: ReadonlySet<string>): readonly string[] {
  const documents = Object.entries(declaration.documents).flatMap(([id, template]) =>
    templateProblems(declaration, `documents.${id}`, template, facts),
  )
  const notices = declaration.notices.flatMap(({ title, body }, index) =>
    [title, body].flatMap((text) => textProblems(declaration, `notices.${index}`, text, { facts, isOpen: true })),
  )
  return [...documents, ...notices]
}

function templateProblems(
  declaration: MatterDeclaration,
  path: string,
  template: DocumentTemplate,
  facts: ReadonlySet<string>,
): readonly string[] {
  const inside = template.body.flatMap((block) => {
    if ('paragraph' in block) return [block.paragraph]
    if ('heading' in block) return [block.heading]
    return 'table' in block ? block.table.map(({ value }) => value) : []
  })
  const closed = [...inside, template.addressee ?? '', ...(template.notes ?? [])]
  const numbering = placeholdersOf(template.number).filter((name) => !['year', 'n', 'fact.number'].includes(name))
  return [
    ...numbering.map((name) => `${path}.number: {${name}} is none of {year}, {n}, {fact.number}`),
    ...textProblems(declaration, `${path}.title`, template.title, { facts, isOpen: true }),
    ...closed.flatMap((text) => textProblems(declaration, path, text, { facts, isOpen: false })),
  ]
}

function textProblems(
  declaration: MatterDeclaration,
  path: string,
  text: string,
  { facts, isOpen }: { readonly facts: ReadonlySet<string>; readonly isOpen: boolean },
): readonly string[] {
  return placeholdersOf(text).flatMap((name) => {
    const [kind = '', id = '', part] = name.split('.')
    const field = kind === 'form' ? formFields(declaration).get(id)?.field : undefined
    if (kind === 'form' && field === undefined) return [`${path}: {${name}} is no field of the form`]
    if (kind === 'input' && !isAsked(declaration, id)) return [`${path}: {${name}} comes with no act`]
    if (kind === 'fact' && !facts.has(id)) return [`${path}: {${name}} is no fact`]
    if (kind === 'limit' && !(part === 'due' && declaration.limits.some((limit) => limit.id === id))) {
      return [`${path}: {${name}} is no limit; write {limit.<id>.due}`]
    }
    if (!['form', 'input', 'fact', 'limit'].includes(kind)) return [`${path}: {${name}} is unknown`]
    if (field !== undefined && declaration.sealed?.includes(id) === true) {
      return [`${path}: {${name}} is a sealed field, which no document opens`]
    }
    if (isOpen && field !== undefined && isPersonal(field)) {
      return [`${path}: {${name}} is personal, and this text is read by others`]
    }
    return []
  })
}

function isAsked(declaration: MatterDeclaration, name: string): boolean {
  const states = Object.values(declaration.states).flatMap((state) => [
    state,
    ...Object.values(state.regions ?? {}).flatMap((region) => Object.values(region.states)),
  ])
  return states.some((state) => Object.values(state.acts ?? {}).some((act) => act.fields?.[name] !== undefined))
}
