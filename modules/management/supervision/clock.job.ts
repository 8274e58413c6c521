import { setTimeout } from 'node:timers/promises'
import { defineJob } from '@qiangxian/kernel/jobs/define-job'
import { execute } from '@qiangxian/kernel/operations/execute'
import { type ClockStep, stepClock } from './clock.command.ts'

/** The clock of supervision as a job: every hour, so that a new day is begun soon, and once when the program starts. */
export const clockJob = defineJob({
  id: 'clock.step',
  label: { zh: '催办时钟', en: 'Clock of supervision' },
  about: {
    zh: '每小时一次：开启应办事项，发出催办、提醒函、督办单、通报、约谈，记录灯色变化。',
    en: 'Every hour: opens duties, sends reminders and the steps of the ladder, notes changes of lights.',
  },
  every: '5 * * * *',
  run: async (platform, { request, signal }) => {
    const sum = { opened: 0, moved: 0, withdrawn: 0, reminded: 0, escalated: 0, skipped: 0, lights: 0 }
    for (;;) {
      const begun = performance.now()
      const step = (await execute(platform, stepClock, request, {})) as ClockStep
      for (const key of keysOf(sum)) sum[key] += step[key]
      if (step.held !== null) return { held: { ...step.held } }
      const did = keysOf(sum).some((key) => step[key] > 0)
      // What somebody else holds at this moment is left to the next hour.
      if (step.finished || !did || signal.aborted) break
      await breathAfter(performance.now() - begun)
    }
    return Object.values(sum).some((count) => count > 0) ? sum : undefined
  },
})

/** A third of the time belongs to whoever waits for a page; the clock is in no hurry. */
function breathAfter(milliseconds: number): Promise<void> {
  return setTimeout(Math.min(milliseconds / 2, 200))
}

function keysOf<Record extends object>(record: Record): (keyof Record)[] {
  return Object.keys(record) as (keyof Record)[]
}
