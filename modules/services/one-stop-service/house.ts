import type { ServiceHouse } from '@qiangxian/kernel/services/service-house.types'
import { everydayWords } from './everyday-words.ts'
import { inEnglish } from './in-english.ts'
import { lifeEvents } from './life-events.ts'
import { outsideOffices } from './outside-offices.ts'
import { policies } from './policies.ts'

/** S24 一站式服务: what stands at the front of the house beside the services. */
export const serviceHouse: ServiceHouse = {
  words: everydayWords,
  lifeEvents,
  outside: outsideOffices,
  policies,
  english: inEnglish,
}
