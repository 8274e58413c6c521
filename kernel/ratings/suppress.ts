/** A group of ratings as it is published: its figures are null where they could tell who rated. */
export interface Group {
  readonly id: string
  readonly count: number
}

/**
 * Which groups are shown with figures. Small ones are not; and as the figures of those that are left out can be had
 * together by taking the others from the whole, these must be two at least and of enough people: the next smallest are
 * left out too until they are.
 *
 * @param leastShown k of k-anonymity
 * @param refused left out for another reason
 * @returns ids of the groups that may be shown
 */
export function shownGroups(
  groups: readonly Group[],
  leastShown: number,
  refused: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const filled = groups.filter(({ count }) => count > 0)
  const isRefused = ({ id, count }: Group) => count < leastShown || refused.has(id)
  const hidden = filled.filter(isRefused)
  const shown = filled.filter((group) => !isRefused(group)).sort((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1))
  while (hidden.length > 0 && (hidden.length === 1 || sumOf(hidden) < leastShown)) {
    const next = shown.shift()
    if (next === undefined) break
    hidden.push(next)
  }
  return new Set(shown.map(({ id }) => id))
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}
