import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { JobOccasion } from '@qiangxian/kernel/jobs/define-job'
import { hintJob } from '@qiangxian/kernel/jobs/job-hints'
import { runsKept } from '@qiangxian/kernel/jobs/job-runs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JobBench, job } from './job-bench.fixture.ts'

describe('jobs (系统任务)', () => {
  let bench: JobBench

  beforeEach(async () => {
    bench = await JobBench.open()
  })
  afterEach(() => bench.close())

  it('run at their times by the clock of the platform, once after times that were missed', async () => {
    let times = 0
    const counting = async () => {
      times += 1
      return { times }
    }
    const jobs = await bench.start([job('0 7 * * *', counting)])
    expect(times).toBe(1)
    bench.kernel.setNow(new Date('2026-11-25T22:59:00Z'))
    await jobs.look()
    expect(times).toBe(1)
    bench.kernel.setNow(new Date('2026-11-25T23:00:00Z'))
    await Promise.all([jobs.look(), jobs.look()])
    expect(times).toBe(2)
    bench.kernel.setNow(new Date('2026-11-30T12:00:00Z'))
    await jobs.look()
    await jobs.look()
    expect(times).toBe(3)
    expect((await bench.runs()).map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['done', { times: 1 }],
      ['done', { times: 2 }],
      ['done', { times: 3 }],
    ])
    expect(await bench.inQueue()).toEqual([])
  })

  it('go on after a clock that showed a day of the future was put right', async () => {
    let times = 0
    const counting = async () => {
      times += 1
      return { times }
    }
    const jobs = await bench.start([job('0 7 * * *', counting)])
    bench.kernel.setNow(new Date('2030-01-01T00:00:00Z'))
    await jobs.look()
    bench.kernel.setNow(new Date('2026-11-26T01:00:00Z'))
    await jobs.look()
    expect(times).toBe(3)
  })

  it('act as the system, and say who in the list of runs', async () => {
    let acted: JobOccasion | undefined
    await bench.start([
      job(60, async (occasion) => {
        acted = occasion
        return undefined
      }),
    ])
    expect(acted?.request.actor).toMatchObject({ label: '系统任务', via: 'job', accountId: undefined })
    expect(acted?.request.requestId).toBe(acted?.requestId)
    expect(await bench.runs()).toMatchObject([{ outcome: 'idle', request_id: acted?.requestId, detail: null }])
  })

  it('keep of runs with nothing to do the last, and of all others so many', async () => {
    let detail: Json | undefined
    const jobs = await bench.start([job(60, async () => detail)])
    for (let minute = 1; minute < 4; minute += 1) {
      bench.later(minute)
      await jobs.look()
    }
    expect(await bench.runs()).toMatchObject([{ requested_at: new Date('2026-11-25T02:03:00Z'), outcome: 'idle' }])
    await bench.kernel.test.tamper(`insert into job_run (jurisdiction, id, job_id, requested_at, started_at, ended_at, outcome)
      select 'yanshi', 'old' || n, 'test.job', timestamptz '2026-01-01' + n * interval '1 minute', now(), now(), 'done'
      from generate_series(1, 600) n`)
    detail = { moved: 1 }
    await jobs.runNow('test.job')
    const kept = await bench.runs()
    expect(kept).toHaveLength(runsKept)
    expect(kept.at(-1)).toMatchObject({ detail: { moved: 1 } })
  })

  it('that fail are bench.logged with their request, listed, and tried again later, not at the next time', async () => {
    let times = 0
    const jobs = await bench.start([
      job(5, async () => {
        times += 1
        if (times < 3) throw new Error('the paper ran out')
        return { times }
      }),
    ])
    const [failed] = await bench.runs()
    expect(failed).toMatchObject({ outcome: 'failed', detail: { error: 'the paper ran out', code: null } })
    expect(bench.logged).toMatchObject(
      [
        {
          level: 'error',
          details: { job: 'test.job', requestId: failed?.request_id },
          message: /tried again later/,
        },
      ].map((entry) => ({ ...entry, message: expect.stringMatching(entry.message) })),
    )
    expect(await bench.inQueue()).toEqual([{ state: 'retry', retry_count: 0, later: true }])
    bench.later(1)
    await jobs.look()
    expect(times).toBe(1)
    for (const expected of [2, 3]) {
      bench.later(expected)
      await bench.tryAgainNow()
      await jobs.look()
      expect(times).toBe(expected)
    }
    expect((await bench.runs()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done'])
    expect(await bench.inQueue()).toEqual([])
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
    const [one, other] = [await bench.start([slow]), await bench.start([slow])]
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
    expect(await bench.inQueue()).toEqual([])
  })

  it('run at once when somebody in the process has something for them', async () => {
    const ran: string[] = []
    await bench.start([job('0 0 1 1 *', async ({ requestId }) => ({ run: ran.push(requestId) }))])
    hintJob('biexian', 'test.job')
    hintJob('yanshi', 'test.other')
    hintJob('yanshi', 'test.job')
    while (ran.length < 2) await new Promise(setImmediate)
    expect(ran).toHaveLength(2)
  })
})
