import { columnsOf, isPersonal, reserved, snakeCase } from './columns.ts'
import { conditionProblems } from './condition-problems.ts'
import type { Field, Format } from './field.types.ts'
import type { RegisterDeclaration } from './register.types.ts'
import { takenColumns } from './standard-columns.ts'

/** What lists may show besides the fields. */
export const standardFields: readonly string[] = ['unitId', 'expectedOn', 'recordedAt']

/**
 * Everything that is wrong with a set of declarations, each with its path: `pledge.fields.patent: …`. Empty when they
 * can be used together.
 */
export function declarationProblems(
  declarations: readonly RegisterDeclaration[],
  formats: readonly Format[],
  kernelTables: ReadonlySet<string>,
): readonly string[] {
  const byId = new Map(declarations.map((each) => [each.id, each]))
  const knownFormats = new Set(formats.map(({ id }) => id))
  return [
    ...twice(declarations.map(({ id }) => id)).map((id) => `${id}: declared twice`),
    ...twice(formats.map(({ id }) => id)).map((id) => `format ${id}: declared twice`),
    ...tooManyStatistics(declarations),
    ...declarations.flatMap((each) => [
      ...nameProblems(each, byId, kernelTables),
      ...Object.entries(each.fields).flatMap(([name, field]) => fieldProblems(each, name, field, byId, knownFormats)),
      ...columnProblems(each),
      ...referenceProblems(each),
      ...conditionProblems(each, byId),
    ]),
  ]
}

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

function tooManyStatistics(declarations: readonly RegisterDeclaration[]): readonly string[] {
  const having = declarations.filter((each) => each.statistics !== undefined).map(({ id }) => id)
  return having.length > 1 ? [`${having.join(', ')}: only one register may have \`statistics\``] : []
}

function nameProblems(
  { id }: RegisterDeclaration,
  byId: ReadonlyMap<string, RegisterDeclaration>,
  kernelTables: ReadonlySet<string>,
): readonly string[] {
  const problems: string[] = []
  const table = snakeCase(id)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 48) problems.push(`${id}: an id is kebab-case`)
  if (reserved.has(table)) problems.push(`${id}: “${table}” is a word of SQL; choose another id`)
  for (const name of [table, `${table}_past`]) {
    if (kernelTables.has(name)) problems.push(`${id}: the kernel has a table “${name}” of its own; choose another id`)
  }
  if (byId.has(`${id}-past`)) problems.push(`${id}-past: its table would be the history of “${id}”; choose another id`)
  return problems
}

function fieldProblems(
  { id }: RegisterDeclaration,
  name: string,
  field: Field,
  byId: ReadonlyMap<string, RegisterDeclaration>,
  formats: ReadonlySet<string>,
): readonly string[] {
  const path = `${id}.fields.${name}`
  const problems: string[] = []
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || name.length > 40) problems.push(`${path}: a field is camelCase`)
  if (field.label === '') problems.push(`${path}.label: is empty`)
  if ('format' in field && field.format !== undefined && !formats.has(field.format)) {
    problems.push(`${path}.format: there is no format “${field.format}”`)
  }
  if ((field.kind === 'link' || field.kind === 'links') && !byId.has(field.register)) {
    problems.push(`${path}.register: there is no register “${field.register}”`)
  }
  if (isPersonal(field) && field.kind !== 'text') {
    problems.push(`${path}.sensitivity: only text can be personal data, and this is ${field.kind}`)
  }
  if (field.kind === 'text' && field.mask !== undefined && !isPersonal(field)) {
    problems.push(`${path}.mask: only personal data is masked; set its sensitivity`)
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    if (field.choices.length === 0) problems.push(`${path}.choices: there are none`)
    for (const value of twice(field.choices.map((each) => each.value))) {
      problems.push(`${path}.choices: “${value}” stands twice`)
    }
  }
  if ('least' in field && 'most' in field && (field.least ?? 0) > (field.most ?? Number.POSITIVE_INFINITY)) {
    problems.push(`${path}: least is more than most`)
  }
  return problems
}

function columnProblems(declaration: RegisterDeclaration): readonly string[] {
  const owner = new Map<string, string>()
  const problems: string[] = []
  for (const [name, field] of Object.entries(declaration.fields)) {
    for (const column of columnsOf(name, field)) {
      const path = `${declaration.id}.fields.${name}`
      if (takenColumns.has(column.name)) {
        problems.push(`${path}: every record has “${column.name}” already; call the field otherwise`)
      }
      const other = owner.get(column.name)
      if (other !== undefined) problems.push(`${path}: its column “${column.name}” is also one of “${other}”`)
      owner.set(column.name, name)
    }
  }
  return problems
}

/** Everything in a declaration that names a field, and of which kind it must be. */
function referenceProblems(declaration: RegisterDeclaration): readonly string[] {
  const { id, fields, key, title, columns, validity, unitFrom, naming, statistics, access, renamed } = declaration
  const problems: string[] = []
  const expect = (path: string, name: string, kinds?: readonly Field['kind'][]) => {
    const field = fields[name]
    if (field === undefined) problems.push(`${id}.${path}: there is no field “${name}”`)
    else if (kinds !== undefined && !kinds.includes(field.kind)) {
      problems.push(`${id}.${path}: “${name}” is ${field.kind}, it must be ${kinds.join(' or ')}`)
    }
    return field
  }
  for (const name of key) {
    expect('key', name, ['text', 'choice', 'integer', 'decimal', 'date', 'link', 'links', 'unit', 'codes'])
  }
  expect('title', title, ['text', 'link', 'links', 'choice', 'unit', 'codes'])
  for (const name of columns) if (!standardFields.includes(name)) expect('columns', name)
  if (validity !== undefined) {
    expect('validity.from', validity.from, ['date'])
    for (const name of validity.until) expect('validity.until', name, ['date'])
  }
  if (unitFrom !== undefined) expect('unitFrom', unitFrom, ['link', 'links', 'unit'])
  if (naming !== undefined) {
    expect('naming.name', naming.name, ['text'])
    if (naming.formerNames !== undefined) expect('naming.formerNames', naming.formerNames, ['text'])
    if (naming.code !== undefined) expect('naming.code', naming.code, ['text'])
  }
  if (statistics !== undefined) {
    expect('statistics.series', statistics.series, ['text', 'choice'])
    expect('statistics.value', statistics.value, ['decimal', 'integer', 'money', 'share'])
    expect('statistics.on', statistics.on, ['date'])
    expect('statistics.publishedOn', statistics.publishedOn, ['date'])
  }
  if (access.public !== 'none') {
    for (const name of access.public) {
      const field = expect('access.public', name)
      if (field !== undefined && isPersonal(field)) {
        problems.push(`${id}.access.public: “${name}” is personal data and is never shown to everybody`)
      }
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'date') continue
    for (const other of field.notBefore ?? []) expect(`fields.${name}.notBefore`, other, ['date'])
  }
  for (const [name, former] of Object.entries(renamed ?? {})) {
    expect('renamed', name)
    if (fields[former] !== undefined) problems.push(`${id}.renamed.${name}: “${former}” is still a field`)
  }
  return problems
}
