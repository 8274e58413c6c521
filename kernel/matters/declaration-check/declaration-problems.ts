import { documentProblems } from '../../documents/check-template.ts'
import type { Registers } from '../../registers/registers.ts'
import type { Rules } from '../../rules/define-rule.ts'
import { matterFacts } from '../facts.ts'
import { parametersNamed } from '../guide-words.ts'
import type { GuardDeclaration, MatterDeclaration } from '../matter.types.ts'
import { flowProblems } from './flow-problems.ts'
import { formProblems } from './form-problems.ts'
import { limitProblems } from './limit-problems.ts'
import { writeProblems } from './write-problems.ts'

/** What declarations may name. */
export interface Known {
  readonly guards: readonly GuardDeclaration[]
  readonly rules: Rules
  readonly registers: Registers
}

/**
 * Everything that is wrong with a set of matters, each with its path: `grant.states.received.acts.accept.to: …`. Empty
 * when they can be used.
 */
export function declarationProblems(declarations: readonly MatterDeclaration[], known: Known): readonly string[] {
  const ids = declarations.map(({ id }) => id)
  const guards = known.guards.map(({ id }) => id)
  return [
    ...twice(ids).map((id) => `${id}: declared twice`),
    ...twice(guards).map((id) => `guard ${id}: declared twice; give one of them another id`),
    ...declarations.flatMap((declaration) => problemsOf(declaration, known)),
  ]
}

/** The same of one declaration: also of one that is to be published from outside of the program. */
export function problemsOf(declaration: MatterDeclaration, known: Known): readonly string[] {
  const at = (problem: string) => `${declaration.id}.${problem}`
  return [
    ...generalProblems(declaration),
    ...formProblems(declaration, known.registers).map(at),
    ...flowProblems(declaration, new Set(known.guards.map(({ id }) => id))).map(at),
    ...limitProblems(declaration, known.rules).map(at),
    ...documentProblems(declaration, new Set(matterFacts)).map(at),
    ...writeProblems(declaration, known.registers).map(at),
  ]
}

function generalProblems({
  id,
  label,
  labelEn,
  about,
  entrances,
  sources,
  guide,
  parameters = {},
}: MatterDeclaration): readonly string[] {
  return [
    ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 48 ? [] : [`${id}: an id is kebab-case`]),
    ...(label.trim() === '' || labelEn.trim() === '' ? [`${id}: has no label in both languages`] : []),
    ...(about.trim() === '' ? [`${id}.about: say in a sentence what somebody gets by it`] : []),
    ...(entrances.length === 0 ? [`${id}.entrances: nobody can begin it`] : []),
    ...(sources.length === 0 ? [`${id}.sources: on what law, plan or practice does it stand?`] : []),
    ...(guide.words.length === 0 ? [`${id}.guide.words: nobody will find it by ordinary words`] : []),
    ...[...guide.conditions, ...guide.steps.map(({ what }) => what), ...guide.questions.map(({ answer }) => answer)]
      .flatMap(parametersNamed)
      .filter((key) => !(key in parameters))
      .map((key) => `${id}.guide: {parameter.${key}} is not declared in parameters`),
    ...(guide.visits > 0 && guide.visitReason === undefined
      ? [`${id}.guide.visitReason: say why somebody has to come in person`]
      : []),
  ]
}

export function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}
