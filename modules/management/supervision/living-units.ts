import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'

/** A unit is dissolved from the day that its row names. */
export function isDissolved(unit: Pick<OrganisationRow, 'dissolvedOn'>, today: string): boolean {
  return unit.dissolvedOn !== null && unit.dissolvedOn <= today
}

/**
 * Who does a unit's work today: itself, or the first living one of its successors; undefined where the line ends.
 * A circle of successors, which nobody should enter, ends too.
 */
export function livingUnit(
  id: string,
  organisations: readonly OrganisationRow[],
  today: string,
): OrganisationRow | undefined {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at)
    const unit = organisations.find((each) => each.id === at)
    if (unit === undefined) return undefined
    if (!isDissolved(unit, today)) return unit
    at = unit.successorId
  }
  return undefined
}

/**
 * The living units that names in a plan mean, each once: a set such as 各园区管委会 means its members, a dissolved unit
 * its successor.
 */
export function actingUnits(
  named: readonly string[],
  organisations: readonly OrganisationRow[],
  today: string,
): readonly string[] {
  const members = named.flatMap((id) => {
    const set = organisations.find((unit) => unit.id === id)
    return set !== undefined && set.members.length > 0 ? set.members : [id]
  })
  const living = members.flatMap((id) => livingUnit(id, organisations, today) ?? [])
  return [...new Set(living.filter((unit) => unit.kind !== 'collective').map((unit) => unit.id))]
}
