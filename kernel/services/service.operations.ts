import Type, { type Static } from 'typebox'
import { ServiceGuide, type ServiceRow } from '../matters/matters.schemas.ts'
import type { Matters } from '../matters/matters.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineQuery, type Operation } from '../operations/operation.ts'
import { areas } from '../plan/programme.schemas.ts'
import { type OfferedService, offeredServices, serviceRow } from './catalogue.ts'
import { presentEvent, presentOutside, presentPolicy } from './present-house.ts'
import { saidOfNothing, searchHouse } from './search-services.ts'
import { serviceErrors } from './service-errors.ts'
import { serviceGuide } from './service-guide.ts'
import type { ServiceHouse } from './service-house.types.ts'
import { LifeEventRow, PolicyRow, ServiceSearch } from './services.schemas.ts'

/** The one place where every service is found 一网通办: for everybody, without an account. */
export function serviceOperations(matters: Matters, house: ServiceHouse): readonly Operation[] {
  return [
    defineQuery({
      id: 'service.search',
      label: { zh: '查找服务', en: 'Find services' },
      about: {
        zh: '用平常的话找服务，例如“有人仿我的壶怎么办”；不写要找什么就列出全部。找不到的，说明查了哪些、可以去哪里。',
        en: 'Finds services in ordinary words; lists all of them where nothing is asked. What is not done here is said, with where to go.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/services' },
      cli: 'service list',
      input: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 200 })),
        /** a life event: the services to which its ways lead */
        event: Type.Optional(Type.String({ maxLength: 64 })),
        for: Type.Optional(Type.Enum(['person', 'enterprise', 'institution', 'organisation', 'government'])),
        area: Type.Optional(Type.Enum([...areas])),
      }),
      output: ServiceSearch,
      run: async (context, { q, event, for: forWhom, area }) => {
        const all = await offeredServices(context, matters)
        const wanted = eventServices(house, event)
        const offered = all.filter(
          ({ version: { declaration } }) =>
            (forWhom === undefined || declaration.guide.forWhom.includes(forWhom)) &&
            (area === undefined || declaration.area === area) &&
            (wanted === undefined || wanted.has(declaration.id)),
        )
        return search(context, matters, house, q?.trim() ?? '', offered)
      },
    }),
    defineQuery({
      id: 'service.show',
      label: { zh: '查看办事指南', en: 'Show a service guide' },
      about: {
        zh: '一项服务的办事指南：条件、材料、流程、时限及依据、费用、结果、常见问题、在哪里办。',
        en: 'The guide of a service: conditions, materials, steps, limits with their law, fee, result, questions, place.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/services/:type' },
      cli: 'service show',
      input: Type.Object({ type: Type.String({ minLength: 1, maxLength: 64 }) }),
      output: ServiceGuide,
      run: (context, { type }) => serviceGuide(context, matters, type),
    }),
    defineQuery({
      id: 'service.lifeEvents',
      label: { zh: '按情形找服务', en: 'Find a way by occasion' },
      about: {
        zh: '常见情形的三五个问题，以及每条路的时间、费用和可能的结果。',
        en: 'Occasions with their three to five questions, and time, cost and likely outcome of each way.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/life-events' },
      cli: 'service events',
      input: Type.Object({}),
      output: Type.Object({ events: Type.Array(LifeEventRow) }),
      run: async (context) => {
        const offered = await offeredServices(context, matters)
        const services = rowsById(context, matters, offered)
        const outcomes = new Map(
          offered.map(({ version: { type, declaration } }) => [type, declaration.guide.likelyOutcome]),
        )
        return {
          events: house.lifeEvents.map((event) => presentEvent(event, house, services, outcomes, context.language)),
        }
      },
    }),
    defineQuery({
      id: 'service.policies',
      label: { zh: '查看政策', en: 'List policies' },
      about: {
        zh: '服务所依据的法律法规和政策，用平常的话说明，附文号和核对情况。',
        en: 'The laws and policies on which services stand, in ordinary words, with number and whether the text was read.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/policies' },
      cli: 'service policies',
      input: Type.Object({}),
      output: Type.Object({ policies: Type.Array(PolicyRow) }),
      run: async (context) => {
        const services = rowsById(context, matters, await offeredServices(context, matters))
        return { policies: house.policies.map((policy) => presentPolicy(policy, services, context.language)) }
      },
    }),
  ]
}

function search(
  context: QueryContext,
  matters: Matters,
  house: ServiceHouse,
  asked: string,
  offered: readonly OfferedService[],
): ServiceSearchAnswer {
  const rows = rowsById(context, matters, offered)
  const looked = {
    ...{ services: rows.size, events: house.lifeEvents.length },
    ...{ outside: house.outside.length, policies: house.policies.length },
  }
  if (asked === '') {
    const services = [...rows.values()].map((row) => ({ ...row, score: 100, because: [] }))
    return { services, events: [], outside: [], policies: [], looked: { words: [], ...looked }, said: null }
  }
  const declarations = offered.map(({ version }) => version.declaration)
  const found = searchHouse(asked, declarations, house)
  return {
    services: found.services.flatMap(({ id, score, because }) => {
      const row = rows.get(id)
      return row === undefined ? [] : [{ ...row, score, because: [...because] }]
    }),
    events: found.events.flatMap(({ id, because }) => {
      const event = house.lifeEvents.find((each) => each.id === id)
      return event === undefined ? [] : [{ id, label: event.label, about: event.about, because: [...because] }]
    }),
    outside: found.outside.flatMap(({ id, because }) => {
      const office = house.outside.find((each) => each.id === id)
      return office === undefined ? [] : [{ ...presentOutside(office), because: [...because] }]
    }),
    policies: found.policies.flatMap(({ id, because }) => {
      const policy = house.policies.find((each) => each.id === id)
      return policy === undefined ? [] : [{ ...presentPolicy(policy, rows, context.language), because: [...because] }]
    }),
    looked: { words: [...found.words], ...looked },
    said: found.services.length > 0 ? null : saidOfNothing(found, looked, context.language),
  }
}

type ServiceSearchAnswer = Static<typeof ServiceSearch>

function rowsById(
  context: QueryContext,
  matters: Matters,
  offered: readonly OfferedService[],
): ReadonlyMap<string, ServiceRow> {
  return new Map(offered.map((each) => [each.version.type, serviceRow(context, matters, each)]))
}

/** @throws service.eventUnknown */
function eventServices(house: ServiceHouse, id: string | undefined): ReadonlySet<string> | undefined {
  if (id === undefined) return undefined
  const event = house.lifeEvents.find((each) => each.id === id)
  if (event === undefined) throw serviceErrors.eventUnknown({ event: id })
  return new Set(Object.values(event.ways).flatMap(({ to }) => ('service' in to ? [to.service] : [])))
}
