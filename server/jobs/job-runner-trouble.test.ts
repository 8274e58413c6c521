import { onServer } from '@qiangxian/kernel/testing/test-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobBench, job } from './job-bench.fixture.ts'

describe('jobs (系统任务) whose program stops, dies or may not', () => {
  let bench: JobBench

  beforeEach(async () => {
    bench = await JobBench.open()
  })
  afterEach(() => bench.close())

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
    const starting = bench.start([walking])
    while (gates.length === 0) await new Promise(setImmediate)
    gates.shift()?.()
    while (gates.length === 0) await new Promise(setImmediate)
    const [jobs] = bench.started
    const stopping = jobs?.stop()
    gates.shift()?.()
    await Promise.all([stopping, starting])
    expect(steps).toBe(2)
    expect(await bench.runs()).toMatchObject([{ outcome: 'done', detail: { steps: 2 } }])
    expect(await bench.inQueue()).toEqual([])
    await jobs?.look()
    expect(steps).toBe(2)
  })

  it('are left to the next program when they do not stop, which marks the run as interrupted', async () => {
    let isDeaf = true
    const deaf = job(5, async () => (isDeaf ? new Promise<never>(() => {}) : { heard: true }))
    void bench.start([deaf], { stopWithinSeconds: 0.05 })
    await bench.untilBegun()
    await bench.started[0]?.stop()
    expect(bench.logged).toMatchObject([
      { level: 'warn', message: expect.stringContaining('left to the next program') },
    ])
    expect(await bench.inQueue()).toMatchObject([{ state: 'retry' }])
    isDeaf = false
    bench.later(1)
    await bench.tryAgainNow()
    await bench.start([deaf])
    expect((await bench.runs()).map(({ outcome }) => outcome)).toEqual(['interrupted', 'done'])
  })

  it('are taken up again when the program died with a run in hand', async () => {
    let isDead = true
    const dying = job(5, async () => (isDead ? new Promise<never>(() => {}) : { taken: true }))
    void bench.start([dying], { stopWithinSeconds: 0.05 })
    await bench.untilBegun()
    const waiting = await bench.start([dying])
    expect(await bench.inQueue()).toMatchObject([{ state: 'active' }])
    // Its last sign of life was a minute ago.
    await bench.queue(`update pgboss.job set started_on = now() - interval '61 seconds'`)
    isDead = false
    bench.later(1)
    await bench.start([dying])
    await bench.tryAgainNow()
    await waiting.look()
    expect((await bench.runs()).map(({ outcome }) => outcome)).toEqual(['interrupted', 'done'])
    expect(await bench.inQueue()).toEqual([])
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
      const looking = bench.start([long])
      await bench.untilBegun()
      const lastSign = async () =>
        (await bench.queue(`select state::text, started_on from pgboss.job where state < 'completed'`)).rows[0]
      const before = await lastSign()
      await vi.advanceTimersByTimeAsync(15_000)
      while ((await lastSign()).started_on <= before.started_on) await new Promise(setImmediate)
      expect(signalled).toBe(false)
      await bench.queue(`update pgboss.job set state = 'retry', start_after = now() + interval '1 hour'`)
      await vi.advanceTimersByTimeAsync(15_000)
      await looking
      expect(signalled).toBe(true)
      // It is no longer ours to end, in the queue or in the list.
      expect(await lastSign()).toMatchObject({ state: 'retry' })
      expect(await bench.runs()).toMatchObject([{ outcome: null }])
    } finally {
      vi.useRealTimers()
    }
  })

  it('say in words what is missing when the schema of the queue may not be made, and begin when it may', async () => {
    const name = new URL(bench.kernel.test.url).pathname.slice(1)
    const role = `qx_narrow_${process.pid}`
    await bench.kernel.test.tamper(`create role ${role} login password 'narrow'`)
    const url = new URL(bench.kernel.test.url)
    url.username = role
    url.password = 'narrow'
    // The queue works as a role that owns nothing here; everything else stays as it is.
    const narrow = { ...bench.kernel, database: { ...bench.kernel.database, url: url.href } }
    try {
      const jobs = await bench.start([job(5, async () => ({}))], {}, narrow)
      expect(bench.logged).toMatchObject([
        { level: 'error', message: expect.stringContaining(`grant create on database "${name}" to "${role}"`) },
      ])
      await expect(jobs.runNow('test.job')).rejects.toMatchObject({ code: 'job.mayNotCreateSchema' })
      await bench.kernel.test.tamper(`grant create on database ${name} to ${role}`)
      expect(await jobs.runNow('test.job')).toMatchObject({ outcome: 'done' })
      await jobs.stop()
    } finally {
      await onServer(url.href, (client) => client.query('drop schema if exists pgboss cascade'))
      await bench.kernel.test.tamper(`revoke create on database ${name} from ${role}`)
      await bench.kernel.test.tamper(`drop role ${role}`)
    }
  })
})
