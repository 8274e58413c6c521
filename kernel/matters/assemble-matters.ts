import type { Registers } from '../registers/registers.ts'
import type { Rules } from '../rules/define-rule.ts'
import { declarationProblems } from './declaration-check/declaration-problems.ts'
import type { MatterEffect } from './effects.types.ts'
import { generalGuards } from './guards.ts'
import type { GuardDeclaration, MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'

/**
 * Puts the matters of a program together and checks them against what they name.
 *
 * @param effects in the order in which they are done: limits, documents, register entries, publication, notices
 * @throws matter.badDeclarations with every problem at once, each with its path
 */
export function assembleMatters({
  matters: declarations,
  guards,
  rules,
  registers,
  effects,
}: {
  readonly matters: readonly MatterDeclaration[]
  readonly guards: readonly GuardDeclaration[]
  readonly rules: Rules
  readonly registers: Registers
  readonly effects: readonly MatterEffect[]
}): Matters {
  const all = [...generalGuards, ...guards]
  const problems = declarationProblems(declarations, { guards: all, rules, registers })
  if (problems.length > 0) throw matterErrors.badDeclarations({ problems })
  const byId = new Map(declarations.map((each) => [each.id, each]))
  return {
    all: declarations,
    registers,
    rules,
    guards: new Map(all.map((guard) => [guard.id, guard])),
    effects,
    find: (id) => byId.get(id),
    get: (id) => {
      const found = byId.get(id)
      if (found === undefined) throw matterErrors.typeUnknown({ type: id })
      return found
    },
  }
}
