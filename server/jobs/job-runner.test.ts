import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { defineJob, type JobDeclaration, type JobOccasion } from '@qiangxian/kernel/jobs/define-job'
import { hintJob } from '@qiangxian/kernel/jobs/job-hints'
import { runsKept } from '@qiangxian/kernel/jobs/job-runs'
import type { Platform } from '@qiangxian/kernel/operations/execute'
import { openTestKernel, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { onServer } from '@qiangxian/kernel/testing/test-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type JobRunnerOptions, type RunningJobs, startJobs } from './job-runner.ts'

const words = { zh: '演示任务', en: 'Test job' }

describe('jobs (系统任务)', () => {
  let kernel: TestKernel
  let logged: { level: string; details: Record<string, unknown>; message: string }[]
  let started: RunningJobs[]

  beforeEach(async () => {
    kernel = await openTestKernel()
    logged = []
    started = []
  })
  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop()))
    await kernel.close()
  })

  /** Moves the clock: minutes after the first moment of the test. */
  const later = (minutes: number) => kernel.setNow(new Date(Date.parse('2026-11-25T02:00:00Z') + minutes * 60_000))
  const log = (level: string) => (details: object, message: string) =>
    void logged.push({ level, details: { ...details }, message })
  /** Looks for nothing by itself, so that the test says when. */
  const start = async (
    jobs: readonly JobDeclaration[],
    options: Partial<JobRunnerOptions> = {},
    on: Platform = kernel,
  ) => {
    const logger = { warn: log('warn'), error: log('error') }
    const running = await startJobs(on, jobs, { logger, lookEverySeconds: 3_600, ...options })
    started.push(running)
    await running.look()
    return running
  }
  const job = (every: string | number, run: (occasion: JobOccasion, platform: Platform) => Promise<Json | undefined>) =>
    defineJob({
      id: 'test.job',
      label: words,
      about: words,
      every,
      run: (platform, occasion) => run(occasion, platform),
    })
  const runs = () =>
    kernel.database.inJurisdiction('yanshi', 'read', (tx) =>
      tx
        .selectFrom('job_run')
        .selectAll()
        .where('jurisdiction', '=', 'yanshi')
        .orderBy('requested_at')
        .orderBy('id')
        .execute(),
    )
  /** The queue's own tables, which stand behind no wall; tests wait on them while jobs run. */
  const queue = (sql: string) => kernel.database.asOwner((client) => client.query(sql))
  const inQueue = async () =>
    (
      await queue(`select state::text, retry_count, start_after - now() > '5 seconds' as later
      from pgboss.job where state < 'completed' order by created_on`)
    ).rows

  it('run at their times by the clock of the platform, once after times that were missed', async () => {
    let times = 0
    const counting = async () => {
      times += 1
      return { times }
    }
    const jobs = await start([job('0 7 * * *', counting)])
    expect(times).toBe(1)
    kernel.setNow(new Date('2026-11-25T22:59:00Z'))
    await jobs.look()
    expect(times).toBe(1)
    kernel.setNow(new Date('2026-11-25T23:00:00Z'))
    await Promise.all([jobs.look(), jobs.look()])
    expect(times).toBe(2)
    kernel.setNow(new Date('2026-11-30T12:00:00Z'))
    await jobs.look()
    await jobs.look()
    expect(times).toBe(3)
    expect((await runs()).map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['done', { times: 1 }],
      ['done', { times: 2 }],
      ['done', { times: 3 }],
    ])
    expect(await inQueue()).toEqual([])
  })

  it('go on after a clock that showed a day of the future was put right', async () => {
    let times = 0
    const counting = async () => {
      times += 1
      return { times }
    }
    const jobs = await start([job('0 7 * * *', counting)])
    kernel.setNow(new Date('2030-01-01T00:00:00Z'))
    await jobs.look()
    kernel.setNow(new Date('2026-11-26T01:00:00Z'))
    await jobs.look()
    expect(times).toBe(3)
  })

  it('act as the system, and say who in the list of runs', async () => {
    let acted: JobOccasion | undefined
    await start([
      job(60, async (occasion) => {
        acted = occasion
        return undefined
      }),
    ])
    expect(acted?.request.actor).toMatchObject({ label: '系统任务', via: 'job', accountId: undefined })
    expect(acted?.request.requestId).toBe(acted?.requestId)
    expect(await runs()).toMatchObject([{ outcome: 'idle', request_id: acted?.requestId, detail: null }])
  })

  it('keep of runs with nothing to do the last, and of all others so many', async () => {
    let detail: Json | undefined
    const jobs = await start([job(60, async () => detail)])
    for (let minute = 1; minute < 4; minute += 1) {
      later(minute)
      await jobs.look()
    }
    expect(await runs()).toMatchObject([{ requested_at: new Date('2026-11-25T02:03:00Z'), outcome: 'idle' }])
    await kernel.test.tamper(`insert into job_run (jurisdiction, id, job_id, requested_at, started_at, ended_at, outcome)
      select 'yanshi', 'old' || n, 'test.job', timestamptz '2026-01-01' + n * interval '1 minute', now(), now(), 'done'
      from generate_series(1, 600) n`)
    detail = { moved: 1 }
    await jobs.runNow('test.job')
    const kept = await runs()
    expect(kept).toHaveLength(runsKept)
    expect(kept.at(-1)).toMatchObject({ detail: { moved: 1 } })
  })

  it('that fail are logged with their request, listed, and tried again later, not at the next time', async () => {
    let times = 0
    const jobs = await start([
      job(5, async () => {
        times += 1
        if (times < 3) throw new Error('the paper ran out')
        return { times }
      }),
    ])
    const [failed] = await runs()
    expect(failed).toMatchObject({ outcome: 'failed', detail: { error: 'the paper ran out', code: null } })
    expect(logged).toMatchObject(
      [
        {
          level: 'error',
          details: { job: 'test.job', requestId: failed?.request_id },
          message: /tried again later/,
        },
      ].map((entry) => ({ ...entry, message: expect.stringMatching(entry.message) })),
    )
    expect(await inQueue()).toEqual([{ state: 'retry', retry_count: 0, later: true }])
    later(1)
    await jobs.look()
    expect(times).toBe(1)
    for (const expected of [2, 3]) {
      later(expected)
      await queue(`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`)
      await jobs.look()
      expect(times).toBe(expected)
    }
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done'])
    expect(await inQueue()).toEqual([])
  })

  it('run one at a time, over all programs, and lose no request that comes meanwhile', async () => {
    let [now, most, times] = [0, 0, 0]
    const gates: (() => void)[] = []
    const slow = job('0 0 1 1 *', async () => {
      now += 1
      times += 1
      most = Math.max(most, now)
      if (times > 1) await new Promise<void>((resolve) => gates.push(resolve))
      now -= 1
      return { times }
    })
    const [one, other] = [await start([slow]), await start([slow])]
    const first = one.runNow('test.job')
    while (gates.length === 0) await new Promise(setImmediate)
    // The other program asks for a run while the first has one in hand: it waits, and is taken up afterwards.
    const waiting = await other.runNow('test.job')
    expect(waiting).toMatchObject({ startedAt: undefined, outcome: undefined })
    expect((await other.runNow('test.job')).id).toBe(waiting.id)
    gates.shift()?.()
    while (gates.length === 0) await new Promise(setImmediate)
    gates.shift()?.()
    expect(await first).toMatchObject({ outcome: 'done', detail: { times: 2 } })
    expect({ most, times }).toEqual({ most: 1, times: 3 })
    expect(await inQueue()).toEqual([])
  })

  it('run at once when somebody in the process has something for them', async () => {
    const ran: string[] = []
    await start([job('0 0 1 1 *', async ({ requestId }) => ({ run: ran.push(requestId) }))])
    hintJob('biexian', 'test.job')
    hintJob('yanshi', 'test.other')
    hintJob('yanshi', 'test.job')
    while (ran.length < 2) await new Promise(setImmediate)
    expect(ran).toHaveLength(2)
  })

  it('finish the step in hand when the program stops, and take up nothing new', async () => {
    let steps = 0
    const gates: (() => void)[] = []
    const walking = job(5, async ({ signal }) => {
      while (!signal.aborted) {
        await new Promise<void>((resolve) => gates.push(resolve))
        steps += 1
      }
      return { steps }
    })
    const starting = start([walking])
    while (gates.length === 0) await new Promise(setImmediate)
    gates.shift()?.()
    while (gates.length === 0) await new Promise(setImmediate)
    const [jobs] = started
    const stopping = jobs?.stop()
    gates.shift()?.()
    await Promise.all([stopping, starting])
    expect(steps).toBe(2)
    expect(await runs()).toMatchObject([{ outcome: 'done', detail: { steps: 2 } }])
    expect(await inQueue()).toEqual([])
    await jobs?.look()
    expect(steps).toBe(2)
  })

  it('are left to the next program when they do not stop, which marks the run as interrupted', async () => {
    let isDeaf = true
    const deaf = job(5, async () => (isDeaf ? new Promise<never>(() => {}) : { heard: true }))
    void start([deaf], { stopWithinSeconds: 0.05 })
    while ((await runs())[0]?.started_at == null) await new Promise(setImmediate)
    await started[0]?.stop()
    expect(logged).toMatchObject([{ level: 'warn', message: expect.stringContaining('left to the next program') }])
    expect(await inQueue()).toMatchObject([{ state: 'retry' }])
    isDeaf = false
    later(1)
    await queue(`update pgboss.job set start_after = now() - interval '1 second'`)
    await start([deaf])
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['interrupted', 'done'])
  })

  it('are taken up again when the program died with a run in hand', async () => {
    let isDead = true
    const dying = job(5, async () => (isDead ? new Promise<never>(() => {}) : { taken: true }))
    void start([dying], { stopWithinSeconds: 0.05 })
    while ((await runs())[0]?.started_at == null) await new Promise(setImmediate)
    const waiting = await start([dying])
    expect(await inQueue()).toMatchObject([{ state: 'active' }])
    // Its last sign of life was a minute ago.
    await queue(`update pgboss.job set started_on = now() - interval '61 seconds'`)
    isDead = false
    later(1)
    await start([dying])
    await queue(`update pgboss.job set start_after = now() - interval '1 second'`)
    await waiting.look()
    expect((await runs()).map(({ outcome }) => outcome)).toEqual(['interrupted', 'done'])
    expect(await inQueue()).toEqual([])
  })

  it('give signs of life while they run, and stop when the run was given to another', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      let signalled = false
      const long = job('0 0 1 1 *', async ({ signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        signalled = true
        return { signalled }
      })
      const looking = start([long])
      while ((await runs())[0]?.started_at == null) await new Promise(setImmediate)
      const lastSign = async () =>
        (await queue(`select state::text, started_on from pgboss.job where state < 'completed'`)).rows[0]
      const before = await lastSign()
      await vi.advanceTimersByTimeAsync(15_000)
      while ((await lastSign()).started_on <= before.started_on) await new Promise(setImmediate)
      expect(signalled).toBe(false)
      await queue(`update pgboss.job set state = 'retry', start_after = now() + interval '1 hour'`)
      await vi.advanceTimersByTimeAsync(15_000)
      await looking
      expect(signalled).toBe(true)
      // It is no longer ours to end, in the queue or in the list.
      expect(await lastSign()).toMatchObject({ state: 'retry' })
      expect(await runs()).toMatchObject([{ outcome: null }])
    } finally {
      vi.useRealTimers()
    }
  })

  it('say in words what is missing when the schema of the queue may not be made, and begin when it may', async () => {
    const name = new URL(kernel.test.url).pathname.slice(1)
    const role = `qx_narrow_${process.pid}`
    await kernel.test.tamper(`create role ${role} login password 'narrow'`)
    const url = new URL(kernel.test.url)
    url.username = role
    url.password = 'narrow'
    // The queue works as a role that owns nothing here; everything else stays as it is.
    const narrow = { ...kernel, database: { ...kernel.database, url: url.href } }
    try {
      const jobs = await start([job(5, async () => ({}))], {}, narrow)
      expect(logged).toMatchObject([
        { level: 'error', message: expect.stringContaining(`grant create on database "${name}" to "${role}"`) },
      ])
      await expect(jobs.runNow('test.job')).rejects.toMatchObject({ code: 'job.mayNotCreateSchema' })
      await kernel.test.tamper(`grant create on database ${name} to ${role}`)
      expect(await jobs.runNow('test.job')).toMatchObject({ outcome: 'done' })
      await jobs.stop()
    } finally {
      await onServer(url.href, (client) => client.query('drop schema if exists pgboss cascade'))
      await kernel.test.tamper(`revoke create on database ${name} from ${role}`)
      await kernel.test.tamper(`drop role ${role}`)
    }
  })
})
