import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRequest } from '../jobs/job-request.ts'
import { verifyChain } from '../journal/journal.operations.ts'
import { inAppChannel } from '../notices/in-app-channel.ts'
import { openTestKernel, type TestKernel } from '../testing/test-kernel.ts'
import { addPerson, announcement, tellThem, unitsOf } from './announcing.fixture.ts'
import type { Channel, Delivery } from './channel.ts'
import { dispatchOutbox } from './dispatch-outbox.ts'

describe('the dispatcher of the outbox', () => {
  let kernel: TestKernel
  let units: Awaited<ReturnType<typeof unitsOf>>
  let minutes = 0

  beforeAll(async () => {
    kernel = await openTestKernel()
    units = await unitsOf(kernel)
    const [office, town] = [units.office, units.town]
    await addPerson(kernel, 'zhuren', [{ role: 'office', partyId: undefined }])
    await addPerson(kernel, 'zhenzhang', [{ role: 'unitHead', partyId: town }])
    await addPerson(kernel, 'tianbao', [
      { role: 'unitReporter', partyId: town },
      { role: 'unitReporter', partyId: office },
    ])
    await addPerson(kernel, 'lingdao', [{ role: 'leader', partyId: town }])
    await addPerson(kernel, 'lizhi', [{ role: 'unitHead', partyId: town }])
    await kernel.test.tamper(`update account set disabled_at = now() where id = 'lizhi'`)
  })
  beforeEach(async () => {
    await kernel.test.tamper('delete from notice')
    await kernel.test.tamper('delete from delivery')
    await kernel.test.tamper('delete from outbox')
    at(0)
  })
  afterAll(() => kernel.close())

  /** Moves the clock: minutes after the first moment of the test. */
  const at = (later: number) => {
    minutes = later
    kernel.setNow(new Date(Date.parse('2026-11-25T02:00:00Z') + minutes * 60_000))
  }
  const dispatch = (channels: readonly Channel[], limits?: Parameters<typeof dispatchOutbox>[3]) => {
    const requestId = 'test-run'
    const occasion = { requestId, request: jobRequest(requestId), signal: new AbortController().signal }
    return dispatchOutbox(kernel, channels, occasion, limits)
  }
  const told = async () =>
    (await kernel.test.tamper(`select account_id || ' ' || title as line from notice order by line`)).rows.map(
      ({ line }) => line,
    )
  const open = async (channel: string) =>
    (await kernel.test.tamper('select * from delivery where channel = $1 and delivered_at is null', [channel])).rows

  it.each([
    { to: { partyIds: ['town'] }, reaches: ['tianbao', 'zhenzhang'] },
    { to: { partyIds: ['town', 'office'] }, reaches: ['tianbao', 'zhenzhang'] },
    { to: { roles: ['office', 'leader'] as const }, reaches: ['lingdao', 'zhuren'] },
    { to: { accountIds: ['zhuren', 'nobody', 'lizhi'] }, reaches: ['zhuren'] },
    { to: { partyRoles: [{ partyId: 'town', role: 'unitHead' as const }] }, reaches: ['zhenzhang'] },
    { to: { partyRoles: [{ partyId: 'office', role: 'unitHead' as const }] }, reaches: [] },
    {
      to: { roles: ['office'] as const, accountIds: ['zhuren'], partyIds: ['town'] },
      reaches: ['tianbao', 'zhenzhang', 'zhuren'],
    },
    { to: {}, reaches: [] },
  ])('tells $reaches once each of what goes to $to', async ({ to, reaches }) => {
    const idOf = (key: string) => (key === 'town' ? units.town : units.office)
    const { partyIds, partyRoles } = to as { partyIds?: string[]; partyRoles?: { partyId: string; role: 'unitHead' }[] }
    const recipients = {
      ...to,
      ...(partyIds === undefined ? {} : { partyIds: partyIds.map(idOf) }),
      ...(partyRoles === undefined
        ? {}
        : { partyRoles: partyRoles.map((one) => ({ ...one, partyId: idOf(one.partyId) })) }),
    }
    await tellThem(kernel, [announcement({ to: recipients, title: '消息' })])
    await dispatch([inAppChannel])
    expect(await told()).toEqual(reaches.map((login) => `${login} 消息`))
    expect(await open('in-app')).toEqual([])
  })

  it('leaves the notice with everything that was announced, and an entry in the journal that fits', async () => {
    await tellThem(kernel, [announcement({ demonstration: true })])
    at(60)
    const dispatched = await dispatch([inAppChannel])
    expect(Object.fromEntries(dispatched)).toEqual({ 'in-app': { delivered: 1, failed: 0 } })
    const { rows } = await kernel.test.tamper('select * from notice')
    expect(rows).toMatchObject([
      {
        account_id: 'zhuren',
        kind: 'report.submitted',
        body: '请审核',
        path: '/reports/1',
        subject_kind: 'report',
        subject_id: '1',
        demonstration: true,
        // when it was announced, however late it came
        created_at: new Date('2026-11-25T02:00:00Z'),
        read_at: null,
      },
    ])
    const { rows: entries } = await kernel.test.tamper(
      `select actor_label, via, request_id, after from journal where command = 'notice.deliver' order by sequence desc`,
    )
    expect(entries[0]).toEqual({
      actor_label: '系统任务',
      via: 'job',
      request_id: 'test-run',
      after: { announcements: 1, notices: 1, kinds: { 'report.submitted': 1 } },
    })
    expect(await kernel.database.inJurisdiction('yanshi', 'read', (tx) => verifyChain(tx, 'yanshi'))).toMatchObject({
      verified: true,
    })
  })

  it('tells nobody twice when it died after delivering and before writing that down', async () => {
    await tellThem(kernel, [announcement({ to: { partyIds: [units.town] } })])
    await dispatch([inAppChannel])
    await kernel.test.tamper('update delivery set delivered_at = null, next_attempt_at = $1', [kernel.now()])
    await dispatch([inAppChannel])
    expect(await told()).toHaveLength(2)
    expect(await open('in-app')).toEqual([])
  })

  it('delivers ten thousand announcements within seconds', async () => {
    await tellThem(
      kernel,
      Array.from({ length: 10_000 }, (_, index) =>
        announcement({ to: { partyIds: [units.town] }, title: `第${index}条` }),
      ),
    )
    const started = performance.now()
    expect((await dispatch([inAppChannel])).get('in-app')).toEqual({ delivered: 10_000, failed: 0 })
    const seconds = (performance.now() - started) / 1_000
    expect(await told()).toHaveLength(20_000)
    expect(seconds).toBeLessThan(20)
  })

  it('does not let one that can never be delivered hold back others, and tries it later and later', async () => {
    await tellThem(kernel, [
      announcement({ title: '好一' }),
      announcement({ title: '坏' }),
      announcement({ title: '好二' }),
    ])
    await kernel.test.tamper(`update outbox set payload = jsonb_set(payload, '{path}', '"nowhere"')
      where payload->>'title' = '坏'`)
    const first = (await dispatch([inAppChannel])).get('in-app')
    expect(first).toMatchObject({ delivered: 2, failed: 1, error: expect.stringContaining('notice_path_check') })
    expect(await told()).toEqual(['zhuren 好一', 'zhuren 好二'])
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const [poison] = await open('in-app')
      waits.push((poison.next_attempt_at.getTime() - kernel.now().getTime()) / 1_000)
      expect((await dispatch([inAppChannel])).get('in-app')).toMatchObject({ delivered: 0, failed: 0 })
      kernel.setNow(poison.next_attempt_at)
      await dispatch([inAppChannel])
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600])
  })

  describe('with a channel over HTTP', () => {
    let hook: Webhook
    beforeEach(async () => {
      hook = await openWebhook()
    })

    it('loses nothing of an hour in which the channel was down, and delivers to others meanwhile', async () => {
      await hook.down()
      for (let minute = 0; minute < 60; minute += 5) {
        at(minute)
        await tellThem(kernel, [announcement({ title: `${minute} 分` }), announcement({ title: `${minute} 分半` })])
        await dispatch([inAppChannel, hook.channel])
      }
      expect(await told()).toHaveLength(24)
      expect(hook.received).toEqual([])
      expect(
        (await open('webhook')).every(({ last_error: error }) => error === null || /ECONNREFUSED|failed/.test(error)),
      ).toBe(true)
      await hook.up()
      for (let minute = 60; minute < 180; minute += 1) {
        at(minute)
        await dispatch([inAppChannel, hook.channel])
      }
      expect(await open('webhook')).toEqual([])
      expect(hook.received.map(({ title }) => title).sort()).toEqual(
        Array.from({ length: 12 }, (_, index) => [`${index * 5} 分`, `${index * 5} 分半`])
          .flat()
          .sort(),
      )
      expect(new Set(hook.received.map(({ id }) => id)).size).toBe(24)
      expect(await told()).toHaveLength(24)
      await hook.down()
    })

    it('asks a channel that is down a few times only, however much waits, and goes on when it is back', async () => {
      hook.answer(503)
      await tellThem(
        kernel,
        Array.from({ length: 300 }, (_, index) => announcement({ title: `第${index}条` })),
      )
      await dispatch([hook.channel])
      await dispatch([hook.channel])
      expect(hook.requests()).toBe(5)
      at(1)
      await dispatch([hook.channel])
      expect(hook.requests()).toBe(10)
      hook.answer(204)
      for (let minute = 2; minute < 10; minute += 1) {
        at(minute)
        await dispatch([hook.channel])
      }
      expect(await open('webhook')).toEqual([])
      expect(hook.received).toHaveLength(300)
      // Five were asked for twice; what was given back untried counts no attempt.
      expect(hook.received.filter(({ attempt }) => attempt === 1)).toHaveLength(295)
      await hook.down()
    })

    it('does not wait for ever for an answer, and tries again', async () => {
      hook.answer('never')
      await tellThem(kernel, [announcement()])
      const limits = { batch: 500, oneByOne: 10, seconds: 0.05, failuresInARow: 5, restSeconds: 60 }
      expect((await dispatch([hook.channel], limits)).get('webhook')).toEqual({
        delivered: 0,
        failed: 1,
        error: 'no answer within 0.05 seconds',
      })
      hook.answer(204)
      at(1)
      expect((await dispatch([hook.channel])).get('webhook')).toEqual({ delivered: 1, failed: 0 })
      await hook.down()
    })

    it('hands nothing over that reaches nobody', async () => {
      await tellThem(kernel, [announcement({ to: { accountIds: ['lizhi'] } })])
      await dispatch([hook.channel])
      expect(hook.requests()).toBe(0)
      expect(await open('webhook')).toEqual([])
      await hook.down()
    })
  })
})

interface Webhook {
  readonly channel: Channel
  readonly received: Delivery[]
  requests(): number
  answer(status: number | 'never'): void
  down(): Promise<void>
  up(): Promise<void>
}

/** A channel of the tests that posts each delivery to a server on this machine. */
async function openWebhook(): Promise<Webhook> {
  const received: Delivery[] = []
  let [requests, port] = [0, 0]
  let status: number | 'never' = 204
  let server: Server | undefined
  const up = async () => {
    server = createServer(async (request, response) => {
      requests += 1
      const delivery = await readJson(request)
      if (status === 'never') return
      if (status < 300) received.push(delivery)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  await up()
  return {
    received,
    requests: () => requests,
    answer: (next) => {
      status = next
    },
    up,
    down: async () => {
      server?.closeAllConnections()
      await new Promise((resolve) => server?.close(resolve))
    },
    channel: {
      id: 'webhook',
      deliver: async (delivery, { signal }) => {
        const body = JSON.stringify(delivery)
        const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, signal })
        if (!answer.ok) throw new Error(`the hook answered ${answer.status}`)
      },
    },
  }
}

async function readJson(request: IncomingMessage): Promise<Delivery> {
  let text = ''
  for await (const piece of request) text += piece
  return JSON.parse(text)
}
