import { defineJob } from '@qiangxian/kernel/jobs/define-job'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import { execute } from '@qiangxian/kernel/operations/execute'
import { stepTraining, type TrainingStep } from './training-step.command.ts'

/** Places and attendance: every two minutes, so that whoever enrols reads the answer while they still look. */
export function trainingJob(matters: Matters) {
  const step = stepTraining(matters)
  return defineJob({
    id: 'training.step',
    label: step.label,
    about: step.about,
    every: '*/2 * * * *',
    run: async (platform, { request, signal }) => {
      const sum = { confirmed: 0, listed: 0, attended: 0, absent: 0 }
      for (;;) {
        const done = (await execute(platform, step, request, {})) as TrainingStep
        for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += done[key]
        if (done.finished || signal.aborted) break
      }
      return Object.values(sum).some((count) => count > 0) ? sum : undefined
    },
  })
}
