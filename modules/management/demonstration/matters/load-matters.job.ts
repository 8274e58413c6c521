import { defineJob } from '@qiangxian/kernel/jobs/define-job'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import { execute } from '@qiangxian/kernel/operations/execute'
import { type LoadedMatters, loadDemonstrationMatters } from './load-matters.command.ts'

/**
 * Tells the invented matters after the first start, when pages are served already; part by part, and on from where it
 * was when the program died.
 */
export function demonstrationMattersJob(matters: Matters) {
  const load = loadDemonstrationMatters(matters)
  return defineJob({
    id: 'demonstration.loadMatters',
    label: load.label,
    about: load.about,
    every: '20 4 * * *',
    run: async (platform, { request, signal }) => {
      if (platform.county.demonstrationStory === undefined) return undefined
      const sum = { matters: 0, acts: 0, ratings: 0 }
      for (let more = true; more && !signal.aborted; ) {
        const part = (await execute(platform, load, request, {})) as LoadedMatters
        for (const key of ['matters', 'acts', 'ratings'] as const) sum[key] += part[key]
        more = part.next !== null
      }
      return sum.matters > 0 ? sum : undefined
    },
  })
}
