import type { Condition, DateTerm } from '@qiangxian/engines/formula/formula.types'
import type { RegisterDeclaration } from './register.types.ts'

/** What is wrong with the named conditions of a register: fields and registers that are not there, circles. */
export function conditionProblems(
  declaration: RegisterDeclaration,
  byId: ReadonlyMap<string, RegisterDeclaration>,
): readonly string[] {
  const { id, conditions = {} } = declaration
  return Object.entries(conditions).flatMap(([name, { holds, grounds = [] }]) => {
    const path = `${id}.conditions.${name}`
    return [
      ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? [] : [`${path}: a condition is kebab-case`]),
      ...(name === 'in-force' && declaration.validity !== undefined
        ? [`${path}: comes from the validity by itself; declare one of the two`]
        : []),
      ...grounds
        .filter((ground) => conditions[ground] === undefined)
        .map((ground) => `${path}.grounds: there is no condition “${ground}”`),
      ...problemsIn(holds, declaration, byId, `${path}.holds`),
      ...(leadsBack(declaration, name) ? [`${path}: it refers to itself, directly or by others`] : []),
    ]
  })
}

/** Problems of a condition on records of a register, wherever it stands: also in formulas and quality rules. */
export function problemsIn(
  condition: Condition,
  declaration: RegisterDeclaration,
  byId: ReadonlyMap<string, RegisterDeclaration>,
  path: string,
): readonly string[] {
  const inner = (parts: readonly Condition[], at: string) =>
    parts.flatMap((part, index) => problemsIn(part, declaration, byId, `${path}.${at}[${index}]`))
  if ('all' in condition) return inner(condition.all, 'all')
  if ('any' in condition) return inner(condition.any, 'any')
  if ('not' in condition) return problemsIn(condition.not, declaration, byId, `${path}.not`)
  if ('cases' in condition) {
    const missing = condition.cases[condition.otherwise] === undefined
    return [
      ...(missing ? [`${path}.otherwise: there is no case “${condition.otherwise}”`] : []),
      ...Object.entries(condition.cases).flatMap(([name, part]) =>
        problemsIn(part, declaration, byId, `${path}.cases.${name}`),
      ),
    ]
  }
  if ('named' in condition) return namedProblems(condition.named, declaration, path)
  if ('related' in condition) return relatedProblems(condition, declaration, byId, path)
  if ('codes' in condition) {
    const table = byId.get(condition.listedIn)
    return [
      ...unknownField(declaration, condition.codes, `${path}.codes`),
      ...(table === undefined
        ? [`${path}.listedIn: there is no register “${condition.listedIn}”`]
        : unknownField(table, condition.as, `${path}.as`)),
    ]
  }
  if ('from' in condition) {
    return [condition.from, ...(condition.until ?? [])].flatMap((term) => termProblems(term, declaration, path))
  }
  return unknownField(declaration, condition.field, path)
}

function termProblems(term: DateTerm, declaration: RegisterDeclaration, path: string): readonly string[] {
  if (typeof term === 'string') return unknownField(declaration, term, path)
  if ('field' in term) return unknownField(declaration, term.field, path)
  return term.of === undefined ? [] : unknownField(declaration, term.of.field, path)
}

function namedProblems(name: string, { id, conditions = {}, validity }: RegisterDeclaration, path: string) {
  if (conditions[name] !== undefined || (name === 'in-force' && validity !== undefined)) return []
  return [`${path}.named: “${id}” has no condition “${name}”`]
}

function relatedProblems(
  condition: Extract<Condition, { related: string }>,
  declaration: RegisterDeclaration,
  byId: ReadonlyMap<string, RegisterDeclaration>,
  path: string,
): readonly string[] {
  const other = byId.get(condition.related)
  if (other === undefined) return [`${path}.related: there is no register “${condition.related}”`]
  const through = other.fields[condition.through]
  const leadsHere = through !== undefined && 'register' in through && through.register === declaration.id
  return [
    ...(leadsHere ? [] : [`${path}.through: “${condition.related}.${condition.through}” does not lead here`]),
    ...unknownField(other, condition.on, `${path}.on`),
    ...(condition.sumOf === undefined ? [] : unknownField(other, condition.sumOf, `${path}.sumOf`)),
    ...(condition.where === undefined ? [] : problemsIn(condition.where, other, byId, `${path}.where`)),
  ]
}

function unknownField({ id, fields }: RegisterDeclaration, name: string, path: string): readonly string[] {
  return fields[name] === undefined ? [`${path}: “${id}” has no field “${name}”`] : []
}

function leadsBack({ conditions = {} }: RegisterDeclaration, start: string): boolean {
  const seen = new Set<string>()
  const waiting = [...namedIn(conditions[start]?.holds)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === start) return true
    if (seen.has(name)) continue
    seen.add(name)
    waiting.push(...namedIn(conditions[name]?.holds))
  }
  return false
}

/** Names of conditions of the same register that a condition refers to; what stands at another register is its own. */
function namedIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined || 'related' in condition) return []
  if ('named' in condition) return [condition.named]
  if ('all' in condition) return condition.all.flatMap(namedIn)
  if ('any' in condition) return condition.any.flatMap(namedIn)
  if ('not' in condition) return namedIn(condition.not)
  if ('cases' in condition) return Object.values(condition.cases).flatMap(namedIn)
  return []
}
