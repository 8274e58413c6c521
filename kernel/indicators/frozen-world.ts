import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { parametersIn } from '@qiangxian/engines/formula/parameters'
import type { World } from '@qiangxian/engines/formula/world.types'
import { registersOf } from './kept-values.ts'
import type { Workings } from './workings.ts'
import { worldOf } from './world.ts'

/** Everything that a value was computed by, kept with it: later definitions do not change what was approved. */
export interface Resolved {
  readonly formula: Formula
  /** formulas of other indicators that it takes, by id */
  readonly formulas: Readonly<Record<string, Formula>>
  /** `register condition` → the condition as it was */
  readonly conditions: Readonly<Record<string, Condition>>
  readonly parameters: Readonly<Record<string, string | number | boolean>>
  readonly programme: { readonly start: string; readonly end: string } | null
}

export function resolvedOf(formula: Formula, world: World, programme: Resolved['programme']): Resolved {
  const registers = registersOf(formula, world)
  const conditions = [...world.registers].flatMap(([register, { conditions: named }]) =>
    registers.has(register)
      ? [...named].map(([name, { holds }]): [string, Condition] => [`${register} ${name}`, holds])
      : [],
  )
  const formulas = indicatorsIn(formula, world)
  const keys = parametersIn([formula, formulas, conditions])
  return {
    formula,
    formulas,
    conditions: Object.fromEntries(conditions),
    parameters: Object.fromEntries([...world.parameters].filter(([key]) => keys.includes(key))),
    programme,
  }
}

/** The world in which a kept value was computed. */
export function frozenWorld(
  { indicators }: Pick<Workings, 'indicators'>,
  { formulas, conditions, parameters, programme }: Resolved,
): World {
  return worldOf({
    registers: indicators.registers,
    indicators: indicators.all,
    parameters: new Map(Object.entries(parameters)),
    programme,
    formulas: new Map(Object.entries(formulas)),
    conditions: new Map(Object.entries(conditions)),
  })
}

function indicatorsIn(tree: unknown, world: World): Record<string, Formula> {
  if (tree === null || typeof tree !== 'object') return {}
  if ('measure' in tree && tree.measure === 'indicator' && 'id' in tree && typeof tree.id === 'string') {
    const formula = world.indicators.get(tree.id)?.formula
    return formula === undefined ? {} : { [tree.id]: formula, ...indicatorsIn(formula, world) }
  }
  return Object.assign({}, ...Object.values(tree).map((inner) => indicatorsIn(inner, world))) as Record<string, Formula>
}
