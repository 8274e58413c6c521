import { Type } from 'typebox'
import { record } from './base.schema.ts'
import {
  calendarYear,
  demoAccount,
  jurisdiction,
  measures,
  organisation,
  parameter,
  tileMap,
} from './organisation.schema.ts'
import { plan } from './plan.schema.ts'
import { services } from './services.schema.ts'
import { demoStory } from './story.schema.ts'

/** The whole county as one piece of plain data: what `county.ts` exports and `county.json` contains. */
export const countySchema = record({
  jurisdiction,
  organisations: Type.Array(organisation, { minItems: 1 }),
  plan,
  calendar: record({ years: Type.Array(calendarYear, { minItems: 1 }) }),
  parameters: Type.Array(parameter),
  /** code of a target → id of the indicator that it is held against; a target without one is reported by people alone */
  measures,
  /** 政务服务: which matters are offered here, by whom and where; left out: none yet */
  services: Type.Optional(services),
  tileMap,
  demo: record({ accounts: Type.Array(demoAccount), story: Type.Optional(demoStory) }),
})
