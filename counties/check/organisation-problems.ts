import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { Organisation } from '../county.types.ts'
import { type Entry, problem, repeated } from './entries.ts'
import { printedNames, type Units } from './units.ts'

/** The tree of units: distinct names, parents without circles, collectives with members. */
export function organisationProblems(entries: readonly Entry<Organisation>[], units: Units): FieldProblem[] {
  return [
    ...repeated(entries, (unit) => unit.key, 'key', { zh: '单位代号', en: 'unit key' }),
    ...ambiguousNames(entries),
    ...entries.flatMap((entry) => [...parentProblems(entry, units), ...memberProblems(entry, units)]),
  ]
}

/** A printed name has to find one unit, or a plan that prints it cannot be read. */
function ambiguousNames(entries: readonly Entry<Organisation>[]): FieldProblem[] {
  const names = entries.flatMap(({ path, value }) =>
    printedNames(value).map((name, index) => ({
      path: index === 0 ? `${path}/name` : `${path}/aliases/${index - 1}`,
      value: name,
    })),
  )
  return names.flatMap(({ path, value: name }, index) => {
    const earlier = names.slice(0, index).find((other) => other.value === name)
    if (earlier === undefined) return []
    return [
      problem(
        path,
        `名称“${name}”已用于 ${earlier.path}，读方案时无法确定是哪个单位。请只留一处。`,
        `The name “${name}” is already used at ${earlier.path}, so a plan that prints it is ambiguous. Keep one.`,
      ),
    ]
  })
}

function parentProblems({ path, value: unit }: Entry<Organisation>, units: Units): FieldProblem[] {
  if (unit.parent === undefined) return []
  const dead = units.problemsOf([unit.parent], `${path}/parent`)
  if (dead.length > 0) return dead.map((one) => ({ ...one, path: `${path}/parent` }))
  if (units.find(unit.parent)?.kind === 'collective') {
    return [
      problem(
        `${path}/parent`,
        `上级“${unit.parent}”是一组单位，不能作上级。请把本单位写进它的 members。`,
        `The parent “${unit.parent}” is a collective. List this unit in its members instead.`,
      ),
    ]
  }
  if (!isOwnAncestor(unit, units)) return []
  return [
    problem(
      `${path}/parent`,
      `“${unit.name}”的上级绕回了它自己。请改正其中一级的 parent。`,
      `The parents of “${unit.name}” lead back to itself. Correct one of them.`,
    ),
  ]
}

function isOwnAncestor(unit: Organisation, units: Units): boolean {
  const seen = new Set<string>()
  for (let above = unit.parent; above !== undefined && !seen.has(above); above = units.find(above)?.parent) {
    if (above === unit.key) return true
    seen.add(above)
  }
  return false
}

function memberProblems({ path, value: unit }: Entry<Organisation>, units: Units): FieldProblem[] {
  if (unit.kind !== 'collective') {
    if (unit.members === undefined) return []
    return [
      problem(
        `${path}/members`,
        `只有 kind 为 collective 的单位才有 members。请改 kind，或删去 members。`,
        'Only a unit of kind collective has members. Change its kind, or remove them.',
      ),
    ]
  }
  if (unit.members === undefined) {
    return [
      problem(
        `${path}/members`,
        `“${unit.name}”是一组单位，请用 members 列出成员的代号。`,
        `“${unit.name}” is a collective: list the keys of its members.`,
      ),
    ]
  }
  const nested = unit.members.flatMap((key, index) =>
    units.find(key)?.kind === 'collective'
      ? [
          problem(
            `${path}/members/${index}`,
            `成员“${key}”本身是一组单位。请直接列出其中的单位。`,
            `The member “${key}” is itself a collective. List its units instead.`,
          ),
        ]
      : [],
  )
  return [...units.problemsOf(unit.members, `${path}/members`), ...nested]
}
