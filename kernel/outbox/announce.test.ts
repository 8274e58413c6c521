import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onJobHint } from '../jobs/job-hints.ts'
import { openTestKernel, type TestKernel } from '../testing/test-kernel.ts'
import type { Announcement } from './announcement.ts'
import { announcement, tellThem as tellThemIn } from './announcing.fixture.ts'

describe('announcing (通知) within a command', () => {
  let kernel: TestKernel

  beforeAll(async () => {
    kernel = await openTestKernel()
  })
  beforeEach(() => kernel.test.tamper('delete from outbox'))
  afterAll(() => kernel.close())

  const tellThem = (announcements: readonly Announcement[], fails = false) => tellThemIn(kernel, announcements, fails)
  const written = async () =>
    (await kernel.test.tamper("select * from outbox order by payload->>'title', created_at")).rows

  it('writes a row that waits, with what it says and to whom', async () => {
    await tellThem([announcement({ key: '2026-10', demonstration: true })])
    expect(await written()).toMatchObject([
      {
        topic: 'report.submitted',
        key: '2026-10',
        demonstration: true,
        dispatched_at: null,
        created_at: new Date('2026-11-25T02:00:00Z'),
        payload: {
          to: { roles: ['office'] },
          title: '云亭镇报送了 10 月进展（演示）',
          body: '请审核',
          path: '/reports/1',
          subject: { kind: 'report', id: '1' },
        },
      },
    ])
  })

  it('writes nothing when the command fails', async () => {
    await expect(tellThem([announcement()], true)).rejects.toThrow('nobody is to hear of it')
    expect(await written()).toEqual([])
  })

  it('says a thing with a key once for its kind, however often and from wherever', async () => {
    const reminder = announcement({ kind: 'duty.reminder', key: 'task-4/2026-11-30' })
    await tellThem([reminder, reminder])
    await Promise.all([tellThem([reminder]), tellThem([reminder])])
    await tellThem([announcement({ key: 'task-4/2026-11-30' }), { ...reminder, key: 'task-4/2026-12-31' }])
    expect((await written()).map(({ topic, key }) => `${topic} ${key}`).sort()).toEqual([
      'duty.reminder task-4/2026-11-30',
      'duty.reminder task-4/2026-12-31',
      'report.submitted task-4/2026-11-30',
    ])
  })

  it('says a thing without a key as often as it is announced', async () => {
    await tellThem([announcement(), announcement()])
    expect(await written()).toHaveLength(2)
  })

  it('writes ten thousand in seconds', async () => {
    const started = performance.now()
    await tellThem(Array.from({ length: 10_000 }, (_, index) => announcement({ key: `k${index}` })))
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await written()).toHaveLength(10_000)
  })

  it('refuses at once what no channel could show', async () => {
    await expect(tellThem([announcement({ title: ' ' })])).rejects.toThrow(/no title/)
    await expect(tellThem([announcement({ path: 'https://example.com/' })])).rejects.toThrow(/no path/)
  })

  it('hints to its own jurisdiction after the commit, and only then', async () => {
    const heard: string[] = []
    const stops = ['yanshi', 'biexian'].map((key) => onJobHint(key, (jobId) => heard.push(`${key} ${jobId}`)))
    const once = ['yanshi outbox.dispatch']
    await expect(tellThem([announcement()], true)).rejects.toThrow()
    expect(heard).toEqual([])
    await tellThem([announcement(), announcement()])
    expect(heard).toEqual(once)
    await tellThem([])
    expect(heard).toEqual(once)
    for (const stop of stops) stop()
    await tellThem([announcement()])
    expect(heard).toEqual(once)
  })
})
