import type { StateDeclaration } from '../matter.types.ts'

type States = Readonly<Record<string, StateDeclaration>>

/** An arrow of the picture: where a state leads, with the acts that lead there. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly acts: readonly string[]
}

/** Where a state leads, each target once with its acts. */
export function targetsOf(
  state: StateDeclaration | undefined,
): readonly { readonly to: string; readonly acts: readonly string[] }[] {
  const targets = new Map<string, string[]>()
  for (const [act, { to }] of Object.entries(state?.acts ?? {})) {
    if (to !== undefined) targets.set(to, [...(targets.get(to) ?? []), act])
  }
  if (state?.then !== undefined && !targets.has(state.then)) targets.set(state.then, [])
  return [...targets].map(([to, acts]) => ({ to, acts }))
}

export function arrowsOf(states: States): readonly Arrow[] {
  return Object.entries(states).flatMap(([from, state]) =>
    targetsOf(state).flatMap(({ to, acts }) => (to in states ? [{ from, to, acts }] : [])),
  )
}

/**
 * The column of each state: one behind the last of those from which it is reached, arrows back left out, so that all
 * others lead to the right. What only a reopening reaches stands behind the beginning.
 */
export function ranksOf(states: States, initial: string): ReadonlyMap<string, number> {
  const onTheWay = new Set<string>()
  const back = new Set<Arrow>()
  const done: string[] = []
  const seen = new Set<string>()
  const arrows = arrowsOf(states)
  const walk = (name: string) => {
    seen.add(name)
    onTheWay.add(name)
    for (const arrow of arrows.filter(({ from }) => from === name)) {
      if (onTheWay.has(arrow.to)) back.add(arrow)
      else if (!seen.has(arrow.to)) walk(arrow.to)
    }
    onTheWay.delete(name)
    done.unshift(name)
  }
  for (const name of [initial, ...Object.keys(states)]) if (name in states && !seen.has(name)) walk(name)
  const ranks = new Map<string, number>()
  for (const name of done) {
    const before = arrows
      .filter((arrow) => arrow.to === name && !back.has(arrow))
      .map(({ from }) => ranks.get(from) ?? 0)
    ranks.set(name, name === initial ? 0 : Math.max(0, ...before) + 1)
  }
  return ranks
}
