import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { Organisation } from '../county.types.ts'
import { type Entry, problem } from './entries.ts'

/** The organisations of a county as the other parts refer to them. */
export interface Units {
  /** problems of a list of keys: units that do not exist, and units named twice */
  problemsOf(keys: readonly string[], path: string): FieldProblem[]
  /** the unit with this key, when it is well formed */
  find(key: string): Organisation | undefined
}

export function unitsOf(declared: ReadonlySet<string>, organisations: readonly Entry<Organisation>[]): Units {
  const byKey = new Map(organisations.map(({ value }) => [value.key, value]))
  const byPrintedName = new Map(
    organisations.flatMap(({ value }) => printedNames(value).map((name) => [name, value.key] as const)),
  )
  return {
    find: (key) => byKey.get(key),
    problemsOf: (keys, path) =>
      keys.flatMap((key, index) => {
        const place = `${path}/${index}`
        if (!declared.has(key)) return [missingUnit(key, place, byPrintedName.get(key))]
        if (keys.indexOf(key) < index) {
          return [
            problem(place, `单位“${key}”列了两次，请删去一个。`, `The unit “${key}” is listed twice. Remove one.`),
          ]
        }
        return []
      }),
  }
}

/** Every form in which documents print the unit. */
export function printedNames(unit: Organisation): string[] {
  return [unit.name, ...(unit.aliases ?? [])]
}

function missingUnit(key: string, path: string, meant: string | undefined): FieldProblem {
  return meant === undefined
    ? problem(
        path,
        `没有代号为“${key}”的单位。请改正代号，或在 organisations 中增加这个单位。`,
        `There is no unit with the key “${key}”. Correct the key, or add the unit to organisations.`,
      )
    : problem(
        path,
        `“${key}”是单位名称，这里要写它的代号：${meant}。`,
        `“${key}” is the name of a unit; write its key here: ${meant}.`,
      )
}
