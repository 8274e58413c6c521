import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'
import { copied } from './life-events/copied.ts'
import { finance } from './life-events/finance.ts'
import { learning } from './life-events/learning.ts'
import { newWork } from './life-events/new-work.ts'
import { progress } from './life-events/progress.ts'
import { subsidy } from './life-events/subsidy.ts'

/** The occasions of the portal, in the order in which people come. */
export const lifeEvents: readonly LifeEvent[] = [copied, newWork, subsidy, learning, finance, progress]
