import type { OrganisationRow } from '../../parties/party.operations.ts'
import { foldName } from './fold-name.ts'

/** Finds units of the county by a name as people write it; a living one rather than one that was dissolved. */
export function unitNames(organisations: readonly OrganisationRow[]): (written: string) => string | undefined {
  const byName = new Map<string, string>()
  const living = organisations.filter(({ dissolvedOn }) => dissolvedOn === null)
  const dissolved = organisations.filter(({ dissolvedOn }) => dissolvedOn !== null)
  for (const unit of [...dissolved, ...living]) {
    for (const name of [...unit.aliases, unit.shortName, unit.name]) {
      byName.set(foldName(name), unit.successorId ?? unit.id)
    }
  }
  // In a form and in an export of ours a unit may also stand as its id.
  const ids = new Set(organisations.map(({ id }) => id))
  return (written) => (ids.has(written) ? written : byName.get(foldName(written)))
}
