import Type, { type Static } from 'typebox'
import { ServiceRow, SourceRow } from '../matters/matters.schemas.ts'
import { IsoDate, Nullable } from '../plan/programme.schemas.ts'

/**
 * The front of the house as it is read over HTTP: what is offered, found in ordinary words or by questions, and where
 * else to go. The guide of one service is `ServiceGuide` of matters.schemas.ts.
 */

/** Why something was found: words of the question that it answers to. */
const because = Type.Array(Type.String())

export const FoundService = Type.Object({
  ...ServiceRow.properties,
  /** 0 to 100 beside the best; 100 where nothing was asked */
  score: Type.Integer(),
  because,
})
export type FoundService = Static<typeof FoundService>

/** Who does it, where it is not done here. What is not known is null, and pages say 待填. */
export const OutsideOffice = Type.Object({
  id: Type.String(),
  label: Type.String(),
  about: Type.String(),
  office: Type.String(),
  phone: Nullable(Type.String()),
  address: Nullable(Type.String()),
  site: Nullable(Type.String()),
  time: Nullable(Type.String()),
  cost: Nullable(Type.String()),
  sources: Type.Array(SourceRow),
})
export type OutsideOffice = Static<typeof OutsideOffice>

export const PolicyRow = Type.Object({
  id: Type.String(),
  title: Type.String(),
  issuer: Type.String(),
  /** 文号; null where it has none or it is not known */
  number: Nullable(Type.String()),
  inForceFrom: Nullable(IsoDate),
  level: Type.Enum(['nation', 'province', 'city', 'county']),
  /** what it is for, in ordinary words */
  about: Type.String(),
  /** the services that stand on it */
  services: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
  source: SourceRow,
})
export type PolicyRow = Static<typeof PolicyRow>

export const ServiceSearch = Type.Object({
  services: Type.Array(FoundService),
  events: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), about: Type.String(), because })),
  outside: Type.Array(Type.Object({ ...OutsideOffice.properties, because })),
  policies: Type.Array(Type.Object({ ...PolicyRow.properties, because })),
  /** what was looked through, and for which words: said where little is found */
  looked: Type.Object({
    words: Type.Array(Type.String()),
    services: Type.Integer(),
    events: Type.Integer(),
    outside: Type.Integer(),
    policies: Type.Integer(),
  }),
  /** a sentence for the reader where no service of ours answers; null where one does */
  said: Nullable(Type.String()),
})
export type ServiceSearch = Static<typeof ServiceSearch>

/** One way to go at the end of the questions. */
export const LifeEventWay = Type.Object({
  id: Type.String(),
  label: Type.String(),
  /** what happens on it */
  what: Type.String(),
  time: Type.String(),
  cost: Type.String(),
  likelyOutcome: Type.String(),
  /** what to have at hand */
  bring: Type.Array(Type.String()),
  /** exactly one of these is set: a service of ours, an office elsewhere, a page here */
  service: Nullable(ServiceRow),
  outside: Nullable(OutsideOffice),
  page: Nullable(Type.String({ description: 'path on this site: /status' })),
})
export type LifeEventWay = Static<typeof LifeEventWay>

export const LifeEventRow = Type.Object({
  id: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  about: Type.String(),
  /** id of the first question */
  start: Type.String(),
  /** the most questions that anybody is asked */
  most: Type.Integer(),
  questions: Type.Array(
    Type.Object({
      id: Type.String(),
      ask: Type.String(),
      help: Nullable(Type.String()),
      choices: Type.Array(
        Type.Object({
          label: Type.String(),
          /** the next question; null where ways follow */
          ask: Nullable(Type.String()),
          /** ids of ways, the first one first */
          ways: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
  ways: Type.Array(LifeEventWay),
})
export type LifeEventRow = Static<typeof LifeEventRow>
