import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { valueAt } from './json-pointer.ts'

/** One item of a list in the county, and the JSON pointer to it. */
export interface Entry<T> {
  readonly path: string
  readonly value: T
}

export function problem(path: string, zh: string, en: string): FieldProblem {
  return { path, message: { zh, en } }
}

/**
 * The items of the list at `pointer` that have the right shape. The others have their own problems already; leaving
 * them out lets the checks across items run on a county that is partly broken, so that one start reports everything.
 */
export function soundEntries<S extends TSchema>(county: unknown, pointer: string, schema: S): Entry<Static<S>>[] {
  const validator = Compile(schema)
  return itemsAt(county, pointer).flatMap(({ path, value }) => (validator.Check(value) ? [{ path, value }] : []))
}

/** What the items of a list call themselves, malformed ones too: a reference to such an item is not a dead one. */
export function declaredNames(county: unknown, pointer: string, field: string): Set<string> {
  return new Set(
    itemsAt(county, pointer).flatMap(({ value }) => {
      const name = valueAt(value, `/${field}`)
      return typeof name === 'string' || typeof name === 'number' ? [String(name)] : []
    }),
  )
}

function itemsAt(county: unknown, pointer: string): Entry<unknown>[] {
  const list = valueAt(county, pointer)
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: `${pointer}/${index}`, value })) : []
}

/** A problem for every entry that repeats an identity of an earlier one. */
export function repeated<T>(
  entries: readonly Entry<T>[],
  identity: (value: T) => string,
  field: string,
  what: { zh: string; en: string },
): FieldProblem[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ path, value }) => {
    const name = identity(value)
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, path)
      return []
    }
    return [
      problem(
        `${path}/${field}`,
        `${what.zh}“${name}”重复，已在 ${earlier} 出现。请换一个，或删去其中一条。`,
        `The ${what.en} “${name}” is already used at ${earlier}. Choose another, or remove one of the two.`,
      ),
    ]
  })
}
