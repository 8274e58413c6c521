import Type, { type Static } from 'typebox'
import { defineCommand, defineQuery, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import type { JobDeclaration } from './define-job.ts'
import { hintJob } from './job-hints.ts'
import { askForRun, type JobRun, latestBegun, latestRuns, waitingRuns } from './job-runs.ts'
import { nextRun } from './schedule.ts'

const Instant = Type.String({ description: 'instant, ISO 8601' })

export const JobRunRow = Type.Object({
  id: Type.String(),
  requestedAt: Instant,
  startedAt: Type.Union([Instant, Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
  outcome: Type.Union([Type.Enum(['done', 'idle', 'failed', 'interrupted']), Type.Null()]),
  detail: Type.Unknown({ description: 'what it did, or what went wrong' }),
  requestId: Type.Union([Type.String(), Type.Null()], { description: 'as in the log and in the journal' }),
})

export const JobRow = Type.Object({
  id: Type.String(),
  label: Type.String(),
  labelEn: Type.String(),
  about: Type.String(),
  aboutEn: Type.String(),
  every: Type.Union([Type.String(), Type.Integer()], {
    description: 'seconds, or minute hour day month weekday by the clock of the county',
  }),
  waiting: Type.Boolean({ description: 'a run was asked for and has not begun' }),
  lastRun: Type.Union([JobRunRow, Type.Null()]),
  lastFailure: Type.Union([JobRunRow, Type.Null()]),
  nextRunAt: Instant,
})

/** The operations by which people see the jobs of this platform and start one out of its turn. */
export function jobOperations(jobs: readonly JobDeclaration[]): readonly Operation[] {
  return [listJobs(jobs), runJob(jobs)]
}

export function listJobs(jobs: readonly JobDeclaration[]) {
  return defineQuery({
    id: 'job.list',
    label: { zh: '系统任务', en: 'Jobs' },
    about: {
      zh: '列出系统自动办理的任务：多久一次、上次何时运行、结果如何、下次何时、最近一次出错的原因。',
      en: 'What the platform does by itself: how often, when last and with what outcome, when next, and the last error.',
    },
    permission: 'clock.run',
    route: { method: 'GET', path: '/jobs' },
    cli: 'job list',
    input: Type.Object({}),
    output: Type.Object({ jobs: Type.Array(JobRow) }),
    run: async ({ tx, jurisdiction, now }) => {
      const asked = await latestRuns(tx, jurisdiction, now)
      const begun = await latestBegun(tx, jurisdiction, 'all')
      const failed = await latestBegun(tx, jurisdiction, 'failed')
      const waiting = await waitingRuns(tx, jurisdiction)
      return {
        jobs: jobs.map((job) => ({
          id: job.id,
          label: job.label.zh,
          labelEn: job.label.en,
          about: job.about.zh,
          aboutEn: job.about.en,
          every: job.every,
          waiting: waiting.includes(job.id),
          lastRun: presentRun(begun.get(job.id)),
          lastFailure: presentRun(failed.get(job.id)),
          nextRunAt: nextRun(job.every, asked.get(job.id)?.requestedAt, now).toISOString(),
        })),
      }
    },
  })
}

export function runJob(jobs: readonly JobDeclaration[]) {
  return defineCommand({
    id: 'job.run',
    label: { zh: '立即运行系统任务', en: 'Run a job now' },
    about: {
      zh: '请平台马上运行一项系统任务，不等到点；已在等待运行的，不重复安排。',
      en: 'Asks for a run of a job before its time; one that waits already is not asked for twice.',
    },
    permission: 'clock.run',
    route: { method: 'POST', path: '/jobs/:jobId/run' },
    cli: 'job run',
    input: Type.Object({ jobId: Type.String({ maxLength: 64 }) }),
    output: Type.Object({ runId: Type.String(), wasWaiting: Type.Boolean() }),
    run: async (context, { jobId }) => {
      const { tx, jurisdiction, now } = context
      if (!jobs.some((job) => job.id === jobId)) {
        throw operationErrors.notFound({ what: { zh: '系统任务', en: 'job' }, id: jobId })
      }
      const { id, isNew } = await askForRun(tx, jurisdiction, jobId, now)
      if (isNew) await context.record({ subject: { kind: 'job', id: jobId }, before: null, after: { runId: id } })
      else context.unchanged()
      context.afterCommit(() => hintJob(jurisdiction, jobId))
      return { runId: id, wasWaiting: !isNew }
    },
  })
}

function presentRun(run: JobRun | undefined): Static<typeof JobRunRow> | null {
  if (run === undefined) return null
  return {
    id: run.id,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    outcome: run.outcome ?? null,
    detail: run.detail,
    requestId: run.requestId ?? null,
  }
}
