import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { defineJob } from '../jobs/define-job.ts'
import { execute } from '../operations/execute.ts'
import { announceFindings } from './announce-findings.command.ts'
import { qualityJobId, runQuality } from './quality.operations.ts'
import type { QualityRules } from './quality-rules.ts'

/**
 * Looks by all rules of data quality every night, each in a transaction of its own, so that one that fails holds back no
 * other, and tells owners what waits for them.
 */
export function qualityJob(rules: QualityRules) {
  const run = runQuality(rules)
  const announce = announceFindings(rules)
  return defineJob({
    id: qualityJobId,
    label: { zh: '数据质量检查', en: 'Look at the quality of the data' },
    about: {
      zh: '每天凌晨按规则检查名录：开出新问题，了结改好的，通知责任单位（每天至多一次）。',
      en: 'Every night: opens findings, settles what is mended, and tells owners once a day at most.',
    },
    every: '30 5 * * *',
    run: async (platform, { request, signal }) => {
      let [opened, resolved] = [0, 0]
      const failed: { rule: string; why: string }[] = []
      for (const { id } of rules.all) {
        if (signal.aborted) break
        try {
          const outcome = (await execute(platform, run, request, { rule: id })) as { opened: number; resolved: number }
          opened += outcome.opened
          resolved += outcome.resolved
        } catch (error) {
          failed.push({ rule: id, why: error instanceof Error ? error.message : String(error) })
        }
      }
      // A run that fails is tried again soon; if none of the rules can be looked by, that is the way.
      if (failed.length > 0 && failed.length === rules.all.length) throw new Error(failed[0]?.why)
      const told = (await execute(platform, announce, request, {})) as { owners: number }
      const did = opened + resolved + told.owners + failed.length
      return did === 0 ? undefined : ({ opened, resolved, owners: told.owners, failed } satisfies Json)
    },
  })
}
