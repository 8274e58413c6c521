import { defineJob, type JobDeclaration } from '../jobs/define-job.ts'
import { execute } from '../operations/execute.ts'
import { refreshJob } from '../registers/register-change.ts'
import type { Indicators } from './define-indicator.ts'
import { noteTrouble, refreshValues } from './operations/refresh-values.command.ts'

/**
 * 测算: after each change of a register, and every few minutes for the change of the day. All that is stale is computed
 * in one go; where that fails, each alone, so that one that cannot be computed holds up no other.
 */
export function indicatorJob(indicators: Indicators): JobDeclaration {
  const refresh = refreshValues(indicators)
  return defineJob({
    id: refreshJob,
    label: { zh: '更新测算指标', en: 'Compute indicators' },
    about: {
      zh: '名录有变动、口径有修改或日期更新后，重新测算有关指标；灯色变化和数据长期未更新时通知办公室。',
      en: 'Computes indicators again after a change of registers, definitions or the day; tells of changed lights.',
    },
    every: 300,
    run: async (platform, { request, signal }) => {
      try {
        const done = (await execute(platform, refresh, request, {})) as Refreshed
        return done.computed.length === 0
          ? undefined
          : { computed: done.computed.length, written: done.written, broken: done.broken }
      } catch {
        const failed: string[] = []
        for (const { id } of indicators.all) {
          if (signal.aborted) break
          try {
            await execute(platform, refresh, request, { only: [id] })
          } catch (error) {
            failed.push(id)
            const trouble = (error instanceof Error ? error.message : String(error)).slice(0, 2_000)
            await execute(platform, noteTrouble, request, { indicator: id, trouble })
          }
        }
        return { computed: indicators.all.length - failed.length, failed }
      }
    },
  })
}

interface Refreshed {
  readonly computed: readonly string[]
  readonly written: number
  readonly broken: string[]
}
