import { jobRequest } from '@qiangxian/kernel/jobs/job-request'
import { verifyJournal } from '@qiangxian/kernel/journal/journal.operations'
import { execute } from '@qiangxian/kernel/operations/execute'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clockJob } from './clock.job.ts'
import { openSupervisedCounty, type SupervisedCounty } from './supervision.fixture.ts'

describe('the clock among others', () => {
  let county: SupervisedCounty

  beforeAll(async () => {
    county = await openSupervisedCounty()
  })
  beforeEach(async () => {
    await county.forget()
    county.setDay('2026-11-01')
    await county.runClock()
  })
  afterAll(() => county.close())

  const job = () => {
    const { signal } = new AbortController()
    return clockJob.run(county.kernel, { request: jobRequest('test-run'), requestId: 'test-run', signal })
  }

  it('two clocks at once send each letter once', async () => {
    county.setDay('2026-11-07')
    await Promise.all([county.runClock(2), county.runClock(2), county.runClock(3)])
    const rows = await county.rows('select step, number from urging')
    expect(rows.map((row) => row.number).sort()).toEqual([1, 2, 3, 4, 5].map((each) => `提醒函〔2026〕${each}号`))
    expect(await execute(county.kernel, verifyJournal, jobRequest('check'), {})).toMatchObject({ verified: true })
  })

  it('passes over a duty that somebody holds, and comes back to it', async () => {
    county.setDay('2026-11-07')
    const { database } = county.kernel
    await database.inJurisdiction('yanshi', 'write', async (tx) => {
      await tx
        .selectFrom('duty')
        .select('id')
        .where('jurisdiction', '=', 'yanshi')
        .where('item_id', '=', 'target-1')
        .forUpdate()
        .execute()
      expect(await job()).toMatchObject({ escalated: 4 })
      // Read in this transaction: taking the walls down for a look would wait for it.
      const state = tx.selectFrom('clock_state').select('last_on').where('jurisdiction', '=', 'yanshi')
      expect(await state.execute()).toEqual([{ last_on: '2026-11-01' }])
    })
    expect(await job()).toMatchObject({ escalated: 1 })
    expect(await county.rows('select last_on from clock_state')).toEqual([{ last_on: '2026-11-07' }])
    expect(await job()).toBeUndefined()
  })

  it('goes on with the numbers of the year', async () => {
    county.setDay('2026-11-07')
    await county.rows("insert into counter values ('yanshi', 'reminderLetter:2026', 41)")
    expect(await job()).toMatchObject({ escalated: 5 })
    const [{ number }] = await county.rows('select number from urging order by id limit 1')
    expect(number).toBe('提醒函〔2026〕42号')
  })

  it('tells each unit once of many things, and the office once a day', async () => {
    county.setDay('2026-11-07')
    await job()
    const told = async (topic: string) => county.rows('select payload from outbox where topic = $1', [topic])
    expect(await told('duty.escalated')).toHaveLength(4)
    expect((await told('clock.day')).map((row) => row.payload.title)).toEqual(['2026-11-07 自动催办：提醒函 5 件'])
  })
})
