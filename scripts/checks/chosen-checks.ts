import { parseArgs } from 'node:util'
import type { Check } from './check.ts'

/** The checks that `--only a,b --only c` names, in the order of the list; all of them without it. */
export function chosenChecks(
  all: readonly Check[],
  args: readonly string[],
): { checks: readonly Check[] } | { problem: string } {
  const known = all.map(({ id }) => id).join(', ')
  let only: string[] | undefined
  try {
    only = parseArgs({ args: [...args], options: { only: { type: 'string', multiple: true } } }).values.only
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\nnpm test -- --only ${known}` }
  }
  if (only === undefined) return { checks: all }
  const ids = only.flatMap((list) => list.split(','))
  const unknown = ids.filter((id) => !all.some((check) => check.id === id))
  if (unknown.length > 0) return { problem: `no check is called ${unknown.join(', ')}; there are: ${known}` }
  return { checks: all.filter(({ id }) => ids.includes(id)) }
}
