import type { CountyService } from '../jurisdiction/county-facts.ts'
import type { ServiceRow } from '../matters/matters.schemas.ts'
import type { Matters } from '../matters/matters.ts'
import { type MatterVersion, newestVersions } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { legalWords, mainLimit, promisedHere, promisedWords } from './limit-words.ts'

/** A service that the county offers: what the declaration says, and what the county says. */
export interface OfferedService {
  readonly version: MatterVersion
  readonly county: CountyService
  readonly unit: { readonly id: string; readonly name: string }
  /** null: new cases are taken */
  readonly closed: { readonly reason: string } | null
}

/**
 * The services that are offered here, in the order in which the county names them: declared by the program, given to an
 * organisation by the county, and in force in at least one version. Closed ones are among them, with the reason.
 */
export async function offeredServices(context: QueryContext, matters: Matters): Promise<readonly OfferedService[]> {
  const { tx, jurisdiction, county } = context
  const named = county.services.matters.filter(({ matter }) => matters.find(matter) !== undefined)
  if (named.length === 0) return []
  const versions = await newestVersions(context)
  const units = await tx
    .selectFrom('party')
    .select(['id', 'name'])
    .where('jurisdiction', '=', jurisdiction)
    .where('name', 'in', [...new Set(named.map(({ organisation }) => organisation))])
    .where('dissolved_on', 'is', null)
    .execute()
  const states = await tx
    .selectFrom('service_state')
    .select(['matter_type', 'reason'])
    .where('jurisdiction', '=', jurisdiction)
    .where('is_open', '=', false)
    .execute()
  const reasons = new Map(states.map(({ matter_type: type, reason }) => [type, reason]))
  return named.flatMap((service) => {
    const version = versions.get(service.matter)
    const unit = units.find(({ name }) => name === service.organisation)
    if (version === undefined || unit === undefined) return []
    const reason = reasons.get(service.matter)
    return [{ version, county: service, unit, closed: reason === undefined ? null : { reason } }]
  })
}

/** A service in one line. */
export function serviceRow(context: QueryContext, matters: Matters, offered: OfferedService): ServiceRow {
  const { version, county, unit, closed } = offered
  const { declaration } = version
  const { guide } = declaration
  const limit = mainLimit(declaration, matters, context)
  const legal = limit === undefined ? null : legalWords(limit, matters, context)
  const promised = limit === undefined ? undefined : promisedHere(limit, county, context)
  return {
    ...{ id: declaration.id, area: declaration.area, label: declaration.label, labelEn: declaration.labelEn },
    about: declaration.about,
    unit: { ...unit },
    ...{ forWhom: [...guide.forWhom], itemType: guide.itemType, handling: guide.handling },
    promised: promisedWords(guide.handling, promised, legal),
    ...{ legal, fee: guide.fee.charged ? guide.fee.standard : '不收费', visits: guide.visits },
    entrances: [...declaration.entrances],
    ...{ isOpen: closed === null, closedBecause: closed?.reason ?? null },
  }
}
