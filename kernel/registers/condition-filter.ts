import type { World } from '@qiangxian/engines/formula/world.types'
import { codeListsOfCondition, readCodeLists } from '../indicators/code-lists.ts'
import { sourceSql } from '../indicators/sql/source-sql.ts'
import { Statement } from '../indicators/sql/statement.ts'
import { worldOf } from '../indicators/world.ts'
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
}

/** Read only where a filter asks for a condition that needs it: most lists do not. */
export async function conditionFacts(
  context: QueryContext,
  registers: Registers,
  register: Register,
  filters: readonly Filter[],
): Promise<ConditionFacts | undefined> {
  const names = filters.flatMap(({ field, by }) => (by === 'condition' && field !== inForce ? [field] : []))
  if (names.length === 0) return undefined
  const world = registerWorld(context, registers)
  const lists = names.flatMap((name) => {
    const condition = world.registers.get(register.id)?.conditions.get(name)
    return condition === undefined ? [] : [...codeListsOfCondition(condition.holds, register.id, world)]
  })
  const facts = { jurisdiction: context.jurisdiction, registers, world }
  return { world, codes: await readCodeLists(context.tx, facts, new Set(lists)) }
}

export function registerWorld({ county }: QueryContext, registers: Registers): World {
  return worldOf({ registers, indicators: [], parameters: countyParameters(county), programme: null })
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
  if (name === inForce && validity !== undefined) return inForceSql(register, alias, `${parameters.add(day)}::date`)
  const facts = context.conditions
  if (facts === undefined || register.declaration.conditions?.[name] === undefined) {
    throw registerErrors.badFilter({ why: `没有条件“${name}” / no condition “${name}”` })
  }
  const { jurisdiction, registers, knownAt } = context
  const statement = new Statement({ jurisdiction, registers, ...facts, knownAt })
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
