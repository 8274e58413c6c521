/** A group of ratings as it is published: its figures are null where they could tell who rated. */
export interface Group {
  readonly id: string
  readonly count: number
}

/**
 * Which groups are shown with figures. Small ones are not; and where only one is left out, its figures could be had by
 * taking the others from the whole, so the next smallest is left out too.
 *
 * @param leastShown k of k-anonymity
 * @returns ids of the groups that may be shown
 */
export function shownGroups(groups: readonly Group[], leastShown: number): ReadonlySet<string> {
  const filled = groups.filter(({ count }) => count > 0)
  const hidden = filled.filter(({ count }) => count < leastShown)
  const shown = [...filled]
    .filter(({ count }) => count >= leastShown)
    .sort((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1))
  if (hidden.length === 1) shown.shift()
  return new Set(shown.map(({ id }) => id))
}
