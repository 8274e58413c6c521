import type { Language } from '../errors/define-errors.ts'
import type { ServiceRow } from '../matters/matters.schemas.ts'
import { mostAsked } from './define-service-house.ts'
import type { LifeEvent, LifeWay, OutsideOffice, Policy, ServiceHouse } from './service-house.types.ts'
import type { LifeEventRow, LifeEventWay, OutsideOffice as OutsideRow, PolicyRow } from './services.schemas.ts'

export function presentOutside(office: OutsideOffice): OutsideRow {
  const { id, label, about, phone, address, site, time, cost, sources } = office
  return {
    ...{ id, label, about, office: office.office, phone: phone ?? null, address: address ?? null, site: site ?? null },
    ...{ time: time ?? null, cost: cost ?? null, sources: sources.map((source) => ({ ...source })) },
  }
}

/** @param services what is offered here, by id */
export function presentPolicy(
  policy: Policy,
  services: ReadonlyMap<string, ServiceRow>,
  language: Language,
): PolicyRow {
  const { id, title, issuer, number, inForceFrom, level, about, source } = policy
  return {
    ...{ id, title, issuer, number: number ?? null, inForceFrom: inForceFrom ?? null, level, about },
    services: policy.services.flatMap((service) => {
      const row = services.get(service)
      return row === undefined ? [] : [{ id: row.id, label: language === 'zh' ? row.label : row.labelEn }]
    }),
    source: { ...source },
  }
}

/**
 * The questions of an occasion with all its ways. A way to a service that the county does not offer is left out; a
 * choice that would then lead nowhere says so by having no way, and pages point to the search instead.
 */
export function presentEvent(
  event: LifeEvent,
  house: ServiceHouse,
  services: ReadonlyMap<string, ServiceRow>,
  outcomes: ReadonlyMap<string, string>,
  language: Language,
): LifeEventRow {
  const say = (words: string) => (language === 'zh' ? words : (house.english?.[words] ?? words))
  const ways = Object.entries(event.ways).flatMap(([id, way]) =>
    presentWay(id, { ...way, label: say(way.label) }, house, services, outcomes),
  )
  const offered = new Set(ways.map(({ id }) => id))
  return {
    ...{ id: event.id, label: event.label, labelEn: event.labelEn, about: say(event.about), start: event.start },
    most: mostAsked(event),
    questions: Object.entries(event.questions).map(([id, { ask, help, choices }]) => ({
      ...{ id, ask: say(ask), help: help === undefined ? null : say(help) },
      choices: choices.map((choice) => ({
        label: say(choice.label),
        ask: 'ask' in choice ? choice.ask : null,
        ways: 'ways' in choice ? choice.ways.filter((way) => offered.has(way)) : [],
      })),
    })),
    ways,
  }
}

function presentWay(
  id: string,
  way: LifeWay,
  house: ServiceHouse,
  services: ReadonlyMap<string, ServiceRow>,
  outcomes: ReadonlyMap<string, string>,
): LifeEventWay[] {
  const { to } = way
  const service = 'service' in to ? services.get(to.service) : undefined
  if ('service' in to && service === undefined) return []
  const office = 'outside' in to ? house.outside.find((each) => each.id === to.outside) : undefined
  return [
    {
      ...{ id, label: way.label, what: way.what, bring: [...(way.bring ?? [])] },
      time: way.time ?? service?.promised ?? '',
      cost: way.cost ?? service?.fee ?? '',
      likelyOutcome: way.likelyOutcome ?? (service === undefined ? '' : (outcomes.get(service.id) ?? '')),
      service: service ?? null,
      outside: office === undefined ? null : presentOutside(office),
      page: 'page' in to ? to.page : null,
    },
  ]
}
