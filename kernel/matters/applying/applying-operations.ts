import type { Operation } from '../../operations/operation.ts'
import type { Matters } from '../matters.ts'
import { stepDoorClock } from './door-clock.command.ts'
import { draftOperations } from './draft.operations.ts'
import { ownMatterOperations } from './own-matter.operations.ts'

/** 申请: everything that whoever applies does, from the first field to the last look at what came of it. */
export function applyingOperations(matters: Matters): readonly Operation[] {
  return [...draftOperations(matters), ...ownMatterOperations(matters), stepDoorClock]
}
