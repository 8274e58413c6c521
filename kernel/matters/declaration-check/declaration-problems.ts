import type { Registers } from '../../registers/registers.ts'
import type { RuleDeclaration } from '../../rules/rule.types.ts'
import type { GuardDeclaration, MatterDeclaration } from '../matter.types.ts'

export interface Known {
  readonly guards: readonly GuardDeclaration[]
  readonly rules: readonly RuleDeclaration[]
  readonly registers: Registers
}

export function declarationProblems(_declarations: readonly MatterDeclaration[], _known: Known): readonly string[] {
  return []
}
