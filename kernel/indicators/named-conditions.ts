import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { leavesOf } from '@qiangxian/engines/formula/leaves'
import { conditionIn } from '@qiangxian/engines/formula/parameters'
import type { World } from '@qiangxian/engines/formula/world.types'

export interface NamedCondition {
  readonly register: string
  readonly name: string
}

/** The named conditions that a formula uses, directly or inside of others, each once, in the order in which it meets them. */
export function namedConditionsOf(formula: Formula, world: World): readonly NamedCondition[] {
  const found = new Map<string, NamedCondition>()
  for (const { formula: leaf } of leavesOf(formula, world)) {
    if (leaf.measure !== 'latest' && leaf.where !== undefined) visit(leaf.where, leaf.register, world, found)
  }
  return [...found.values()]
}

function visit(condition: Condition, register: string, world: World, found: Map<string, NamedCondition>): void {
  const plain = conditionIn(condition, world.parameters)
  if ('named' in plain) {
    const key = `${register} ${plain.named}`
    if (found.has(key)) return
    found.set(key, { register, name: plain.named })
    const named = world.registers.get(register)?.conditions.get(plain.named)
    if (named !== undefined) visit(named.holds, register, world, found)
  } else if ('all' in plain) for (const part of plain.all) visit(part, register, world, found)
  else if ('any' in plain) for (const part of plain.any) visit(part, register, world, found)
  else if ('not' in plain) visit(plain.not, register, world, found)
  else if ('related' in plain && plain.where !== undefined) visit(plain.where, plain.related, world, found)
}
