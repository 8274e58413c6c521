import { defineJob, type JobDeclaration } from '../jobs/define-job.ts'
import type { Registers } from '../registers/registers.ts'
import { advanceRun, waitingRuns } from './advance-run.ts'

export const importJobId = 'import.advance'

/** Imports as a job: one run after another, at once when somebody in this program began or decided one. */
export function importJob(registers: Registers): JobDeclaration {
  return defineJob({
    id: importJobId,
    label: { zh: '处理导入', en: 'Work on imports' },
    about: {
      zh: '检查上传的文件，分批写入或撤销；中断后从断处继续。',
      en: 'Checks uploaded files, writes or takes them back in batches; goes on where it broke off.',
    },
    every: 5,
    run: async (platform, occasion) => {
      let runs = 0
      for (const runId of await waitingRuns(platform)) {
        if (occasion.signal.aborted) break
        if (await advanceRun(platform, registers, occasion, runId)) runs += 1
      }
      return runs === 0 ? undefined : { runs }
    },
  })
}
