import type { Registers } from '../registers/registers.ts'
import type { Rules } from '../rules/define-rule.ts'
import type { MatterEffect } from './effects.types.ts'
import type { GuardDeclaration, MatterDeclaration } from './matter.types.ts'

/**
 * Everything that the program knows about its matters; made once at start from the declarations (`assembleMatters`).
 *
 * A case in hand never runs on what stands here but on the version on which it began, which the database keeps
 * (`versions.ts`): a matter that the program no longer declares goes on to its end.
 */
export interface Matters {
  /** in the order of their areas, then as declared */
  readonly all: readonly MatterDeclaration[]
  readonly registers: Registers
  readonly rules: Rules
  readonly guards: ReadonlyMap<string, GuardDeclaration>
  /** in the order in which they are done */
  readonly effects: readonly MatterEffect[]
  find(id: string): MatterDeclaration | undefined
  /** @throws matter.typeUnknown, 404 */
  get(id: string): MatterDeclaration
}
