import type { CommandContext } from '../../operations/context.ts'
import type { RecordValues } from '../../registers/record.types.ts'
import type { Capacity } from '../capacities.ts'
import type { MatterInHand } from '../carry-out.ts'
import type { CommonAct } from '../common-acts.ts'
import type { Matters } from '../matters.ts'
import type { PlannedAct } from '../planned-act.ts'

/** A common act that somebody may do, with its checked input. */
export interface CommonRequest extends MatterInHand {
  readonly context: CommandContext
  readonly matters: Matters
  readonly act: CommonAct
  readonly capacity: Capacity
  readonly input: RecordValues
  readonly opinion: string | null
}

/** What the act does; left out: nothing but that it stands in the list. */
export type CommonPlan = Partial<Pick<PlannedAct, 'move' | 'changes' | 'announcements' | 'also'>>

/** A text of the input; '' where it is not filled. */
export function textOf(input: RecordValues, name: string): string {
  const value = input[name]
  return typeof value === 'string' ? value : ''
}

export function textsOf(input: RecordValues, name: string): readonly string[] {
  const value = input[name]
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}
