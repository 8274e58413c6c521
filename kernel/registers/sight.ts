import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import { mayDo, roles } from '../accounts/roles.ts'
import type { QueryContext } from '../operations/context.ts'
import { isPersonal } from './columns.ts'
import { registerErrors } from './register-errors.ts'
import type { Register, Registers } from './registers.ts'
import type { Parameters } from './run-sql.ts'

/**
 * What somebody sees of a register: which records, and which fields of them. It stands in every look-up, so that what
 * one may not see is not found.
 */
export interface Sight {
  /** as a condition on the alias of the table; `true` where every record is seen */
  readonly where: (alias: string, parameters: Parameters) => string
  /** names of the fields that are shown */
  readonly fields: ReadonlySet<string>
  /** tells sights apart: two readers with one key see the same */
  readonly key: string
}

/**
 * - office, leaders and auditors see all of every register; a unit all of most, and its own of some
 * - an enterprise sees its own record, and those that point at it
 * - everybody else sees the public fields of public registers
 *
 * Personal data is masked for all of them: to read it in clear is an act of its own.
 *
 * @returns undefined where nothing of the register may be seen
 */
export async function sightOf(
  context: QueryContext,
  registers: Registers,
  register: Register,
): Promise<Sight | undefined> {
  const { actor } = context
  const { access } = register.declaration
  const all = new Set(register.fields.keys())
  if (readsAll(context) || (access.units === 'all' && actorMay(actor, 'register.read'))) {
    return { where: () => 'true', fields: all, key: 'all' }
  }
  if (actorMay(actor, 'register.read')) {
    const units = unitsActedFor(actor, 'register.read')
    return {
      where: (alias, parameters) => `${alias}.unit_id = any(${parameters.add(units)}::text[])`,
      fields: all,
      key: `units ${[...units].sort().join(' ')}`,
    }
  }
  const own = actorMay(actor, 'register.own') ? await ownSight(context, registers, register, all) : undefined
  if (own !== undefined) return own
  if (access.public === 'none') return undefined
  return { where: (alias) => `${alias}.expected_on is null`, fields: new Set(access.public), key: 'public' }
}

/** @throws register.unknown */
export async function sightOrThrow(context: QueryContext, registers: Registers, register: Register): Promise<Sight> {
  const sight = await sightOf(context, registers, register)
  if (sight === undefined) throw registerErrors.unknown({ id: register.id })
  return sight
}

/** Holds a role that reads registers for no unit: the office, a leader, an auditor. */
function readsAll({ actor }: QueryContext): boolean {
  return actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'register.read'))
}

/** Whether the actor may change a record that counts for this unit. */
export function mayEdit({ actor }: QueryContext, register: Register, unitId: string | null): boolean {
  if (!actorMay(actor, 'register.edit')) return false
  const forAll = actor.roles.some(({ role }) => !roles[role].forUnit && mayDo([role], 'register.edit'))
  if (forAll) return true
  if (register.declaration.access.editedBy !== 'units') return false
  return unitId !== null && unitsActedFor(actor, 'register.edit').includes(unitId)
}

/** Whether the actor may add records at all, for any unit. */
export function mayAdd(context: QueryContext, register: Register): boolean {
  if (mayEdit(context, register, null)) return true
  return unitsActedFor(context.actor, 'register.edit').some((unit) => mayEdit(context, register, unit))
}

/** The register of those whom others name: enterprises and persons. */
export function entityRegister(registers: Registers): Register | undefined {
  return registers.all.find(({ declaration }) => declaration.naming !== undefined)
}

/** Records of the register of entities for which an account acts. */
export async function entitiesActedFor(context: QueryContext, register: Register): Promise<readonly string[]> {
  const { tx, jurisdiction, actor } = context
  if (actor.accountId === undefined) return []
  const rows = await tx
    .selectFrom('account_entity')
    .select('record_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('account_id', '=', actor.accountId)
    .where('register', '=', register.id)
    .orderBy('record_id')
    .execute()
  return rows.map((row) => row.record_id)
}

/** Of the register of entities its own, of those that point there the ones that point at its own; of others nothing. */
async function ownSight(
  context: QueryContext,
  registers: Registers,
  register: Register,
  all: ReadonlySet<string>,
): Promise<Sight | undefined> {
  const entities = entityRegister(registers)
  if (entities === undefined) return undefined
  const links = linksTo(register, entities)
  if (register !== entities && links.length === 0) return undefined
  const ids = await entitiesActedFor(context, entities)
  const key = `entities ${ids.join(' ')}`
  if (register === entities) {
    return { where: (alias, parameters) => `${alias}.id = any(${parameters.add(ids)}::text[])`, fields: all, key }
  }
  return {
    where: (alias, parameters) => {
      const given = `${parameters.add(ids)}::text[]`
      return `(${links.map((link) => pointsAt(link, alias, given)).join(' or ')})`
    },
    fields: new Set([...all].filter((name) => !isPersonalOf(register, name))),
    key,
  }
}

export interface LinkColumn {
  readonly field: string
  readonly column: string
  readonly isList: boolean
}

/** The links of one register that lead to another. */
export function linksTo(from: Register, to: Register): readonly LinkColumn[] {
  return [...from.fields.values()].flatMap(({ name, field, columns }) =>
    (field.kind === 'link' || field.kind === 'links') && field.register === to.id
      ? [{ field: name, column: columns[1]?.name ?? '', isList: field.kind === 'links' }]
      : [],
  )
}

/** @param ids SQL of a list of texts */
export function pointsAt({ column, isList }: LinkColumn, alias: string, ids: string): string {
  return isList ? `${alias}.${column} && ${ids}` : `${alias}.${column} = any(${ids})`
}

function isPersonalOf(register: Register, name: string): boolean {
  const field = register.fields.get(name)?.field
  return field !== undefined && isPersonal(field)
}
