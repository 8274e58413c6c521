import type { Matters } from '../matters/matters.ts'
import type { Operation } from '../operations/operation.ts'
import { keptPromisesOperations } from './kept-promises.operations.ts'
import { serviceOperations } from './service.operations.ts'
import type { ServiceHouse } from './service-house.types.ts'

/** Everything at the front of the house: catalogue, search, guides, occasions, policies, promises kept. */
export function frontOperations(matters: Matters, house: ServiceHouse): readonly Operation[] {
  return [...serviceOperations(matters, house), ...keptPromisesOperations(matters)]
}
