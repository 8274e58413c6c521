import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { leavesOf } from '@qiangxian/engines/formula/leaves'
import { conditionIn } from '@qiangxian/engines/formula/parameters'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { Transaction } from '../database/database.ts'
import { runSql } from '../registers/run-sql.ts'
import { Statement, type StatementFacts } from './sql/statement.ts'

/** The tables of codes that some formulas look things up in, `register.field` → its values. */
export async function readCodeLists(
  tx: Transaction,
  facts: Omit<StatementFacts, 'codes'>,
  lists: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const read = new Map<string, readonly string[]>()
  for (const list of lists) {
    const [register = '', field = ''] = list.split('.')
    const statement = new Statement({ ...facts, codes: read })
    const column = statement.column(register, field, 'r')
    const value = statement.field(register, field).columns[0]?.type === 'text[]' ? `unnest(${column})` : column
    const rows = await runSql<{ code: string }>(
      tx,
      `select distinct code from (select ${value} as code from ${statement.relation(register, 'r')}
        where r.jurisdiction = ${statement.tenant}) listed where code <> '' order by code`,
      statement.parameters.values,
    )
    read.set(
      list,
      rows.map(({ code }) => code),
    )
  }
  return read
}

/** The tables of codes in formulas and in conditions, as `register.field`. */
export function codeListsOf(formulas: readonly Formula[], world: World): ReadonlySet<string> {
  const found = new Set<string>()
  for (const formula of formulas) {
    for (const { formula: leaf } of leavesOf(formula, world)) {
      if (leaf.measure !== 'latest' && leaf.where !== undefined) visit(leaf.where, leaf.register, world, found)
    }
  }
  return found
}

export function codeListsOfCondition(condition: Condition, register: string, world: World): ReadonlySet<string> {
  const found = new Set<string>()
  visit(condition, register, world, found)
  return found
}

function visit(condition: Condition, register: string, world: World, found: Set<string>): void {
  const plain = conditionIn(condition, world.parameters)
  if ('codes' in plain) found.add(`${plain.listedIn}.${plain.as}`)
  else if ('all' in plain) for (const part of plain.all) visit(part, register, world, found)
  else if ('any' in plain) for (const part of plain.any) visit(part, register, world, found)
  else if ('not' in plain) visit(plain.not, register, world, found)
  else if ('named' in plain) {
    const named = world.registers.get(register)?.conditions.get(plain.named)
    if (named !== undefined) visit(named.holds, register, world, found)
  } else if ('related' in plain && plain.where !== undefined) visit(plain.where, plain.related, world, found)
}
