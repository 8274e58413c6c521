import { listJobs, runJob } from '@qiangxian/kernel/jobs/job.operations'
import { execute } from '@qiangxian/kernel/operations/execute'
import { addPerson, announcement, tellThem } from '@qiangxian/kernel/outbox/announcing.fixture'
import { openTestKernel, requestAs, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningJobs, startJobs } from './job-runner.ts'
import { jobs } from './jobs.ts'

describe('the jobs of the platform', () => {
  let kernel: TestKernel
  let running: RunningJobs
  const logged: object[] = []

  beforeEach(async () => {
    kernel = await openTestKernel()
    await addPerson(kernel, 'zhuren', [{ role: 'office', partyId: undefined }])
    const log = (details: object, message: string) => void logged.push({ ...details, message })
    running = await startJobs(kernel, jobs, { logger: { warn: log, error: log }, lookEverySeconds: 3_600 })
    await running.look()
  })
  afterEach(async () => {
    await running.stop()
    await kernel.close()
    expect(logged.splice(0)).toEqual([])
  })

  const notices = async () => {
    const rows = await kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
      tx.selectFrom('notice').select('title').where('jurisdiction', '=', 'yanshi').execute(),
    )
    return rows.map(({ title }) => title)
  }
  const list = async () =>
    (await execute(kernel, listJobs(jobs), requestAs('office'), {})) as {
      jobs: { id: string; waiting: boolean; nextRunAt: string; lastRun: { outcome: string; detail: unknown } | null }[]
    }
  const dispatcher = async () => (await list()).jobs.find(({ id }) => id === 'outbox.dispatch')

  it('each has an id of its own', () => {
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length)
  })

  it('bring a notice at once when a command announced it, and not at the next look', async () => {
    const started = performance.now()
    await tellThem(kernel, [announcement({ title: '马上就到' })])
    while ((await notices()).length === 0) await new Promise(setImmediate)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await notices()).toEqual(['马上就到'])
  })

  it('bring every notice, however many commands announce at once', async () => {
    for (let round = 0; round < 20; round += 1) await tellThem(kernel, [announcement({ title: `第${round}条` })])
    while ((await notices()).length < 20) await new Promise(setImmediate)
    expect(new Set(await notices()).size).toBe(20)
  })

  it('run when the office asks for it, and are listed with what they did', async () => {
    expect((await list()).jobs.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id))
    expect(await dispatcher()).toMatchObject({
      waiting: false,
      nextRunAt: '2026-11-25T02:00:05.000Z',
      lastRun: { outcome: 'idle' },
    })
    await kernel.test.tamper(
      `insert into outbox (jurisdiction, id, topic, payload, created_at)
      values ('yanshi', 'o1', 'test.kind', $1, now())`,
      [
        JSON.stringify({
          to: { roles: ['office'] },
          title: '等着的',
          body: '',
          path: '/',
          subject: { kind: 'test', id: '1' },
        }),
      ],
    )
    kernel.setNow(new Date('2026-11-25T02:00:01Z'))
    const asked = await execute(kernel, runJob(jobs), requestAs('office'), { jobId: 'outbox.dispatch' })
    expect(asked).toMatchObject({ wasWaiting: false })
    while ((await notices()).length === 0) await new Promise(setImmediate)
    await running.look()
    expect(await dispatcher()).toMatchObject({
      lastRun: { outcome: 'done', detail: { 'in-app': { delivered: 1, failed: 0 } } },
    })
  })

  it('that nobody runs wait for whoever does, asked for once, with an entry in the journal', async () => {
    await running.stop()
    const ask = () => execute(kernel, runJob(jobs), requestAs('administrator'), { jobId: 'outbox.dispatch' })
    const first = (await ask()) as { runId: string }
    expect(await ask()).toEqual({ runId: first.runId, wasWaiting: true })
    expect(await dispatcher()).toMatchObject({ waiting: true })
    const { rows } = await kernel.test.tamper(`select subject_id, after from journal where command = 'job.run'`)
    expect(rows).toEqual([{ subject_id: 'outbox.dispatch', after: { runId: first.runId } }])
    kernel.setNow(new Date('2026-11-25T02:00:02Z'))
    const log = (details: object, message: string) => void logged.push({ ...details, message })
    running = await startJobs(kernel, jobs, { logger: { warn: log, error: log }, lookEverySeconds: 3_600 })
    await running.look()
    expect(await dispatcher()).toMatchObject({ waiting: false, lastRun: { id: first.runId, outcome: 'idle' } })
  })

  it('are nobody’s business who does not keep the clock, and none can be asked for that is not there', async () => {
    for (const role of ['leader', 'unitHead', 'auditor', 'public'] as const) {
      await expect(execute(kernel, listJobs(jobs), requestAs(role), {})).rejects.toMatchObject({ status: 403 })
    }
    await expect(execute(kernel, runJob(jobs), requestAs('office'), { jobId: 'no.such' })).rejects.toThrow(
      '没有找到系统任务“no.such”',
    )
  })
})
