import { inventAwards } from './invent-awards.ts'
import { inventCertificates, inventTitles } from './invent-certificates.ts'
import { inventLayoutDesigns, inventVarieties } from './invent-designs.ts'
import { inventEntities } from './invent-entities.ts'
import { giveSymbols } from './invent-high-value.ts'
import { inventIndications } from './invent-indications.ts'
import { inventEvents, inventExpectedPatents, inventLicences } from './invent-licences.ts'
import { inventProgramme, inventSpecialities, inventStatistics } from './invent-management.ts'
import { inventMadrid, inventMarks } from './invent-marks.ts'
import { inventOverseas, inventPct } from './invent-overseas.ts'
import { inventPatents } from './invent-patents.ts'
import { inventCulture, inventPeople, inventTraining } from './invent-people.ts'
import { inventPledges } from './invent-pledges.ts'
import { inventAgencies, inventCentres, inventWorkstations } from './invent-services.ts'
import { inventSoftware, inventWorks } from './invent-works.ts'
import type { InventedBooks, Inventing } from './invented.ts'

/**
 * Invents the records of all registers, so that counting them gives what the story's reports say by its last day and on
 * the way there. Pure: the same story gives the same records.
 */
export function inventRegisters(told: Inventing): InventedBooks {
  const owners = inventEntities(told)
  const rights = inventPatents(told, owners)
  const abroad = inventOverseas(told, rights)
  const awarded = inventAwards(told, rights)
  const pledged = inventPledges(told, rights)
  giveSymbols(told, rights, { abroad, awarded, pledged })
  inventPct(told, rights)
  inventExpectedPatents(told, owners)
  inventLicences(told, rights, owners)
  inventEvents(told, rights)
  inventIndications(told, owners)
  inventMarks(told, owners)
  inventMadrid(told, owners)
  inventWorks(told, owners)
  inventSoftware(told, owners)
  inventLayoutDesigns(told, owners)
  inventVarieties(told, owners)
  inventCertificates(told, owners)
  inventTitles(told, owners)
  inventWorkstations(told)
  inventAgencies(told)
  inventCentres(told)
  inventPeople(told)
  inventTraining(told, owners)
  inventCulture(told)
  inventStatistics(told)
  inventProgramme(told)
  inventSpecialities(told)
  return told.books
}
