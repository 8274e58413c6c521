import type { Static } from 'typebox'
import { defineJob } from '../../jobs/define-job.ts'
import { execute } from '../../operations/execute.ts'
import { type DoorStep, stepDoorClock } from './door-clock.command.ts'

/** Every hour, in steps, until nothing is left; after a day without it everything is still there to be done. */
export const doorJob = defineJob({
  id: 'door.clock',
  label: { zh: '办事入口例行', en: 'The doors' },
  about: {
    zh: '清理过期草稿，提醒容缺材料和超期差评。',
    en: 'Forgets what is over, reminds of promised materials and of late bad ratings.',
  },
  every: '20 * * * *',
  run: async (platform, { request, signal }) => {
    const all = { drafts: 0, visits: 0, materials: 0, ratings: 0, throttles: 0 }
    for (;;) {
      const step = (await execute(platform, stepDoorClock, request, {})) as Static<typeof DoorStep>
      for (const name of ['drafts', 'visits', 'materials', 'ratings', 'throttles'] as const) all[name] += step[name]
      const isDone = Object.values(step).every((count) => count === 0)
      if (isDone || signal.aborted) return Object.values(all).every((count) => count === 0) ? undefined : all
    }
  },
})
