import type { Condition } from '@qiangxian/engines/formula/formula.types'
import type { World } from '@qiangxian/engines/formula/world.types'
import { codeListsOfCondition, readCodeLists } from '../indicators/code-lists.ts'
import { readDefinitions } from '../indicators/definitions.ts'
import { sourceSql } from '../indicators/sql/source-sql.ts'
import { Statement } from '../indicators/sql/statement.ts'
import { conditionKey, worldOf } from '../indicators/world.ts'
import type { QueryContext } from '../operations/context.ts'
import { isLastDay } from './columns.ts'
import { countyParameters } from './county-parameters.ts'
import type { FilterContext } from './filters.ts'
import { registerErrors } from './register-errors.ts'
import type { Filter } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import type { Parameters } from './run-sql.ts'

/** What named conditions are compiled with: the registers as formulas see them, and tables of codes. */
export interface ConditionFacts {
  readonly world: World
  readonly codes: ReadonlyMap<string, readonly string[]>
  /** whether the county decided what “in force” means in this register, other than its validity says */
  readonly isInForceEdited: boolean
}

/** Read only where a filter asks for a condition that needs it: most lists do not. */
export async function conditionFacts(
  context: QueryContext,
  registers: Registers,
  register: Register,
  filters: readonly Filter[],
  day: string,
): Promise<ConditionFacts | undefined> {
  const names = filters.flatMap(({ field, by }) => (by === 'condition' ? [field] : []))
  if (names.length === 0) return undefined
  const { world, edited } = await registerWorld(context, registers, day)
  const lists = names.flatMap((name) => {
    const condition = world.registers.get(register.id)?.conditions.get(name)
    return condition === undefined ? [] : [...codeListsOfCondition(condition.holds, register.id, world)]
  })
  const facts = { jurisdiction: context.jurisdiction, registers, world }
  const codes = await readCodeLists(context.tx, facts, new Set(lists))
  return { world, codes, isInForceEdited: edited.has(conditionKey(register.id, inForce)) }
}

/** The registers with their named conditions as they are in force on a day: declared, or decided since. */
export async function registerWorld(
  { tx, jurisdiction, county }: QueryContext,
  registers: Registers,
  day: string,
): Promise<{ readonly world: World; readonly edited: ReadonlySet<string> }> {
  const definitions = await readDefinitions(tx, jurisdiction)
  const decided = definitions.onDay(day).filter(({ kind }) => kind === 'condition')
  const conditions = new Map(decided.map(({ id, definition }) => [id, definition as Condition]))
  const parameters = countyParameters(county)
  return {
    world: worldOf({ registers, indicators: [], parameters, programme: null, conditions }),
    edited: new Set(decided.flatMap(({ id, origin }) => (origin === 'edited' ? [id] : []))),
  }
}

const inForce = 'in-force'

/**
 * SQL that says whether a named condition holds on the day of the context.
 *
 * @throws register.badFilter where the register has no such condition
 */
export function conditionFilter(name: string, alias: string, parameters: Parameters, context: FilterContext): string {
  const { register, day } = context
  const { validity } = register.declaration
  const facts = context.conditions
  if (name === inForce && validity !== undefined && facts?.isInForceEdited !== true)
    return inForceSql(register, alias, `${parameters.add(day)}::date`)
  if (facts?.world.registers.get(register.id)?.conditions.has(name) !== true) {
    throw registerErrors.badFilter({ why: `没有条件“${name}” / no condition “${name}”` })
  }
  const { jurisdiction, registers, knownAt } = context
  const { world, codes } = facts
  const statement = new Statement({ jurisdiction, registers, world, codes, knownAt })
  const source = { register: register.id, where: { named: name }, window: { kind: 'stock' } } as const
  const spans = sourceSql(source, undefined, statement)
  const on = statement.value(day, 'date')
  const text = statement.text(`select id from (${spans}) held where from_date <= ${on} and until_date > ${on}`)
  // Its parameters stand behind ours: each place moves to where its value comes to stand.
  const moved = statement.parameters.values.map((value) => parameters.add(value))
  return `${alias}.id in (${text.replaceAll(/\$(\d+)/g, (_, place: string) => moved[Number(place) - 1] ?? '')})`
}

function inForceSql(register: Register, alias: string, on: string): string {
  const { validity } = register.declaration
  const column = (field: string) => `${alias}.${register.fields.get(field)?.columns[0]?.name}`
  const until = (validity?.until ?? []).map(
    (each) =>
      `(${column(each)} is null or ${column(each)} ${isLastDay(register.fields.get(each)?.field) ? '>=' : '>'} ${on})`,
  )
  const parts = [`${alias}.expected_on is null`, `${column(validity?.from ?? '')} <= ${on}`, ...until]
  return `(${parts.join(' and ')})`
}
