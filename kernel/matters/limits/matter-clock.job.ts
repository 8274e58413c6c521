import { setTimeout } from 'node:timers/promises'
import { civilDateInChina } from '../../clock/civil-date.ts'
import { defineJob, type JobDeclaration } from '../../jobs/define-job.ts'
import { execute, type Platform } from '../../operations/execute.ts'
import type { Matters } from '../matters.ts'
import { missedWithAct } from './clock-acts.ts'
import { actOfMatterClock, type MatterClockStep, stepMatterClock } from './matter-clock.operations.ts'

export const matterClockJobId = 'matter.clock'

/** The clock of limits as a job: every ten minutes, so the first of a day comes with its first minutes. */
export function matterClockJob(matters: Matters): JobDeclaration {
  const step = stepMatterClock(matters)
  const act = actOfMatterClock(matters)
  return defineJob({
    id: matterClockJobId,
    label: { zh: '办件期限时钟', en: 'Clock of limits' },
    about: {
      zh: '每十分钟一次：提醒快到期的办件，标出超期，办理届满后规定的动作，逐级告知负责人和办公室。',
      en: 'Every ten minutes: warns of limits, tells what is over, does the acts of missed ones, tells heads and the office.',
    },
    every: '*/10 * * * *',
    run: async (platform, { request, signal }) => {
      const sum = { warned: 0, missed: 0, over: 0, toHead: 0, toOffice: 0, skipped: 0, acts: 0, refused: 0 }
      for (;;) {
        const waiting = await idsOf(platform)
        const before = sum.acts + sum.refused
        for (const limitId of waiting) {
          if (signal.aborted) break
          const { outcome } = (await execute(platform, act, request, { limitId })) as { outcome: string }
          if (outcome === 'done') sum.acts += 1
          if (outcome === 'refused') sum.refused += 1
        }
        // What did not change by being tried is left to the next run.
        if (signal.aborted || sum.acts + sum.refused === before) break
      }
      while (!signal.aborted) {
        const begun = performance.now()
        const done = (await execute(platform, step, request, {})) as MatterClockStep
        for (const key of ['warned', 'missed', 'over', 'toHead', 'toOffice', 'skipped'] as const) sum[key] += done[key]
        if (done.finished) break
        // Half of the time belongs to whoever waits for a page; a hundred thousand limits take half a minute like this.
        await setTimeout(Math.min(performance.now() - begun, 40))
      }
      return Object.values(sum).some((count) => count > 0) ? sum : undefined
    },
  })
}

const actsInARound = 200

function idsOf(platform: Platform): Promise<readonly string[]> {
  const { database, county, now } = platform
  const today = civilDateInChina(now())
  return database.inJurisdiction(county.jurisdiction, 'read', (tx) =>
    missedWithAct({ tx, jurisdiction: county.jurisdiction, today }, actsInARound),
  )
}
