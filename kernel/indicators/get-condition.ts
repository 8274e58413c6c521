import type { World, WorldCondition } from '@qiangxian/engines/formula/world.types'
import { indicatorErrors } from './indicator-errors.ts'

/** @throws indicator.unknownCondition */
export function getCondition(world: World, register: string, name: string): WorldCondition {
  const found = world.registers.get(register)?.conditions.get(name)
  if (found === undefined) throw indicatorErrors.unknownCondition({ register, name })
  return found
}
