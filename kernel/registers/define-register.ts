import { kernelTables } from '../database/migrations/migrations.ts'
import { columnsOf, snakeCase } from './columns.ts'
import { declarationProblems } from './declaration-problems.ts'
import type { Format } from './field.types.ts'
import type { Area, RegisterDeclaration } from './register.types.ts'
import { registerErrors } from './register-errors.ts'
import type { Register, RegisterField, Registers } from './registers.ts'

/**
 * Declares a register. What it says is checked when all registers are put together, where the others that it points at
 * are known; here the types hold it.
 *
 * @example
 * export const workstation = defineRegister({
 *   id: 'workstation', area: 'services', label: '工作站', …
 *   fields: { name: text('名称', 'Name', { required: true }), establishedOn: date('设立日期', 'Established on') },
 *   key: ['name'], title: 'name', columns: ['name', 'establishedOn'],
 * })
 */
export function defineRegister<const Declaration extends RegisterDeclaration>(declaration: Declaration): Declaration {
  return declaration
}

/**
 * Puts the declarations of a program together and checks them against each other.
 *
 * @throws register.badDeclarations with every problem at once, each with its path
 */
export function assembleRegisters({
  registers: declarations,
  formats,
}: {
  readonly registers: readonly RegisterDeclaration[]
  readonly formats: readonly Format[]
}): Registers {
  const problems = declarationProblems(declarations, formats, kernelTables())
  if (problems.length > 0) throw registerErrors.badDeclarations({ problems })
  const ordered = [...declarations].sort((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area))
  const all = ordered.map((declaration) => registerOf(declaration, declarations))
  const byName = new Map([...all].reverse().flatMap((register) => namesOf(register).map((name) => [name, register])))
  // An id is nobody else's name.
  for (const register of all) byName.set(register.id, register)
  return {
    all,
    formats: new Map(formats.map((format) => [format.id, format])),
    find: (name) => byName.get(name),
    get: (name) => {
      const register = byName.get(name)
      if (register === undefined) throw registerErrors.unknown({ id: name })
      return register
    },
  }
}

/** What people call it on a command line or in an address: its id, many of it, its official name, and other words. */
function namesOf({ id, declaration }: Register): readonly string[] {
  const many = id.endsWith('y') ? `${id.slice(0, -1)}ies` : `${id}s`
  return [many, declaration.label, declaration.recordLabel, ...(declaration.alsoCalled ?? [])]
}

const areas: readonly Area[] = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region']

function registerOf(declaration: RegisterDeclaration, others: readonly RegisterDeclaration[]): Register {
  const { id } = declaration
  const table = snakeCase(id)
  const fields = Object.entries(declaration.fields).map(([name, field]): [string, RegisterField] => [
    name,
    { name, field, columns: columnsOf(name, field) },
  ])
  const pointedAtBy = others.flatMap((other) =>
    Object.entries(other.fields).flatMap(([field, { kind, ...rest }]) =>
      (kind === 'link' || kind === 'links') && 'register' in rest && rest.register === id
        ? [{ register: other.id, field }]
        : [],
    ),
  )
  return { id, declaration, table, pastTable: `${table}_past`, fields: new Map(fields), pointedAtBy }
}
