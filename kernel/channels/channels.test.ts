import { createHmac } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jobRequest } from '../jobs/job-request.ts'
import { inAppChannel } from '../notices/in-app-channel.ts'
import { execute } from '../operations/execute.ts'
import { addPerson, announcement, tellThem } from '../outbox/announcing.fixture.ts'
import { dispatchOutbox } from '../outbox/dispatch-outbox.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { listMessages, resendMessage } from './message.operations.ts'
import { postSigned } from './post-signed.ts'
import { isPublicAddress } from './public-address.ts'
import { openReceiver, type Receiver } from './receiver.fixture.ts'
import { triedHours } from './retries.ts'
import { sendMessages } from './send-messages.ts'
import { signature } from './signature.ts'
import { changeWebhook, createWebhook, deleteWebhook, listWebhooks, tryWebhook } from './webhook.operations.ts'
import { wants, webhookChannel } from './webhook-channel.ts'

const administrator = requestAs('administrator')
const start = Date.parse('2026-11-25T02:00:00Z')

describe('webhooks (推送)', () => {
  let kernel: TestKernel
  let hook: Receiver
  let secret: string
  let webhookId: string

  beforeAll(async () => {
    kernel = await openTestKernel({}, { outside: { privateWebhooks: true } })
    await addPerson(kernel, 'zhuren', [{ role: 'office', partyId: undefined }])
  })
  afterAll(() => kernel.close())
  beforeEach(async () => {
    for (const table of ['message', 'webhook', 'notice', 'delivery', 'outbox'])
      await kernel.test.tamper(`delete from ${table}`)
    at(0)
    hook = await openReceiver()
    const input = { label: '演示中台', url: hook.url, kinds: ['report.*'] }
    const made = (await execute(kernel, createWebhook, administrator, input)) as { id: string; secret: string }
    ;[secret, webhookId] = [made.secret, made.id]
  })
  afterEach(() => hook.down())

  const at = (seconds: number) => kernel.setNow(new Date(start + seconds * 1_000))
  const never = new AbortController().signal
  const send = (limits?: Parameters<typeof sendMessages>[2]) => sendMessages(kernel, never, limits)
  const dispatch = () =>
    dispatchOutbox(kernel, [inAppChannel, webhookChannel], {
      requestId: 'test-run',
      request: jobRequest('test-run'),
      signal: never,
    })
  const tell = async (...titles: readonly string[]) => {
    await tellThem(
      kernel,
      titles.map((title) => announcement({ title })),
    )
    await dispatch()
  }
  const messages = async () =>
    (await kernel.test.tamper('select * from message order by created_at, id')).rows as Record<string, unknown>[]

  it('are signed so that a receiver can tell who sent it, when, and whether it is a repetition', async () => {
    await tell('一')
    expect(await send()).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    const [first] = hook.received
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signed } = first?.headers ?? {}
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${first?.body}`).digest('base64')
    expect(signed).toBe(`v1,${expected}`)
    expect(timestamp).toBe(String(start / 1_000))
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      type: 'report.submitted',
      timestamp: '2026-11-25T02:00:00.000Z',
      data: { title: '一', path: '/reports/1', subject: { kind: 'report', id: '1' } },
    })
  })

  it('are signed as the Standard Webhooks specification says by its own example', () => {
    const body = '{"test": 2432232314}'
    const signed = `msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.${body}`
    expect(signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed)).toBe(
      'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('get what they want and nothing else, also what no account is told', async () => {
    await tellThem(kernel, [
      announcement({ title: '要' }),
      announcement({ title: '没有人', to: {} }),
      announcement({ title: '不要', kind: 'duty.due' }),
    ])
    await dispatch()
    await send()
    expect(hook.received.map(({ body }) => JSON.parse(body).data.title)).toEqual(['要', '没有人'])
    expect(wants(['*'], 'a.b') && wants(['a.b'], 'a.b') && !wants(['a'], 'a.b') && !wants(['b.*'], 'a.b')).toBe(true)
  })

  it('lose nothing of an hour in which the receiver was down, while another gets everything at once', async () => {
    const other = await openReceiver()
    await execute(kernel, createWebhook, administrator, { label: '另一个', url: other.url, kinds: ['*'] })
    await hook.down()
    for (let minute = 0; minute < 60; minute += 5) {
      at(minute * 60)
      await tell(`${minute} 分`)
      await send()
    }
    expect([hook.received.length, other.received.length]).toEqual([0, 12])
    await hook.up()
    for (let minute = 60; minute < 240; minute += 1) {
      at(minute * 60)
      await send()
    }
    expect(new Set(hook.received.map(({ body }) => JSON.parse(body).data.title)).size).toBe(12)
    expect(hook.received).toHaveLength(12)
    expect((await messages()).every(({ status }) => status === 'sent')).toBe(true)
    await other.down()
  })

  it('are tried later and later for over a day, then given up, and sent again when somebody says so', async () => {
    expect(triedHours).toBeGreaterThan(24)
    hook.answer(500)
    await tell('一')
    let seconds = 0
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      at(seconds)
      await send()
      const [message] = await messages()
      if (message?.['status'] !== 'waiting') break
      const next = (message['next_at'] as Date).getTime()
      pauses.push((next - kernel.now().getTime()) / 1_000)
      seconds = (next - start) / 1_000
    }
    expect(pauses).toEqual([5, 30, 120, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200])
    const [message] = await messages()
    expect(message).toMatchObject({ status: 'givenUp', attempts: 12, trouble: 'the receiver answered 500' })
    hook.answer(200)
    await execute(kernel, resendMessage, administrator, { messageId: message?.['id'] })
    expect(await send()).toMatchObject({ sent: 1 })
    await expect(execute(kernel, resendMessage, administrator, { messageId: message?.['id'] })).rejects.toMatchObject({
      code: 'message.notGivenUp',
    })
  })

  it('do not wait for ever for an answer, and ask a receiver that hangs a few times only', async () => {
    hook.answer('never')
    await tell(...Array.from({ length: 50 }, (_, index) => `第${index}条`))
    const limits = { seconds: 0.05, failuresInARow: 3, restSeconds: 60, perLane: 20 }
    // Fifty wait; of each twenty that are taken three are tried, and the rest is given back.
    const counts = await send(limits)
    expect(counts).toMatchObject({ sent: 0, error: 'no answer within 0.05 seconds' })
    expect(hook.received.length).toBeLessThanOrEqual(9)
    hook.answer(204)
    for (let seconds = 60; seconds < 600; seconds += 60) {
      at(seconds)
      await send()
    }
    const delivered = hook.received.filter(({ status }) => status === 204).map(({ headers }) => headers['webhook-id'])
    expect(new Set(delivered).size).toBe(50)
  })

  it.each([
    ['twice with success', ['204 No Content', '204 No Content'], { sent: 1, failed: 0 }, 'sent'],
    ['with success and then 500', ['200 OK', '500 Internal Server Error'], { sent: 1, failed: 0 }, 'sent'],
    ['500 and then with success', ['500 Internal Server Error', '200 OK'], { sent: 0, failed: 1 }, 'waiting'],
  ] as const)('take the first answer of a receiver that answers %s, and go on', async (_, answers, counts, status) => {
    let asked = 0
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (bytes) => {
        if (!bytes.toString().startsWith('POST')) return
        asked += 1
        socket.write(answers.map((line) => `HTTP/1.1 ${line}\r\ncontent-length: 0\r\n\r\n`).join(''))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await kernel.test.tamper('delete from webhook')
    const input = { label: '答两次', url: `http://127.0.0.1:${port}/hook`, kinds: ['report.*'] }
    await execute(kernel, createWebhook, administrator, input)
    await tell('一')
    expect(await send()).toMatchObject(counts)
    expect(await messages()).toMatchObject([{ status, attempts: status === 'sent' ? expect.any(Number) : 1 }])
    // Whatever came second is no answer to anything: the next one is asked for by itself.
    await tell('二')
    await send()
    expect(asked).toBeGreaterThanOrEqual(2)
    expect((await messages()).at(-1)).toMatchObject({ status })
    await new Promise((resolve) => server.close(resolve))
  })

  it('carry the same id when a program died after sending and before writing that down', async () => {
    await tell('一')
    await send()
    await kernel.test.tamper(`update message set status = 'waiting', next_at = $1`, [kernel.now()])
    await send()
    const ids = hook.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('are not written twice when the outbox hands them over twice', async () => {
    await tell('一')
    await kernel.test.tamper('update delivery set delivered_at = null, next_attempt_at = $1', [kernel.now()])
    await dispatch()
    expect(await messages()).toHaveLength(1)
  })

  it('follow no redirect', async () => {
    const trap = await openReceiver()
    hook.answer({ redirectTo: trap.url })
    await tell('一')
    expect(await send()).toMatchObject({ sent: 0, failed: 1, error: 'the receiver answered 302' })
    expect(trap.received).toEqual([])
    await trap.down()
  })

  it('survive an answer that is no HTTP, or two of them', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 500 No\r\n\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    await execute(kernel, createWebhook, administrator, { label: '两次回答', url, kinds: ['report.*'] })
    await tell('一')
    expect(await send()).toMatchObject({ sent: 2, failed: 0 })
    server.close()
  })

  it('that are turned off get nothing any more; deleted ones take along what waited', async () => {
    await tell('一')
    await execute(kernel, changeWebhook, administrator, { webhookId, isActive: false })
    expect(await send()).toMatchObject({ sent: 0, givenUp: 1 })
    await tell('二')
    expect(await messages()).toHaveLength(1)
    expect(await execute(kernel, deleteWebhook, administrator, { webhookId })).toEqual({ messages: 1 })
    await expect(execute(kernel, deleteWebhook, administrator, { webhookId })).rejects.toMatchObject({ status: 404 })
  })

  it('are tried at once when an administrator wants to, and the list says what became of it', async () => {
    await execute(kernel, tryWebhook, administrator, { webhookId })
    await send()
    expect(JSON.parse(hook.received[0]?.body ?? '').type).toBe('webhook.trial')
    const { webhooks } = (await execute(kernel, listWebhooks, administrator, {})) as { webhooks: object[] }
    expect(webhooks).toMatchObject([{ id: webhookId, lastOkAt: '2026-11-25T02:00:00.000Z', waiting: 0, givenUp: 0 }])
    expect(JSON.stringify(webhooks)).not.toContain('whsec_')
    const list = (await execute(kernel, listMessages, administrator, { channel: 'webhook' })) as { messages: object[] }
    expect(list).toMatchObject({ messages: [{ to: '演示中台', status: 'sent', attempts: 1 }], next: null })
  })

  it('are kept with address and secret sealed where they wait, and journalled without the secret', async () => {
    await tell('一')
    expect(JSON.stringify(await messages())).not.toContain(hook.url)
    const { rows } = await kernel.test.tamper(`select after::text from journal where command = 'webhook.create'`)
    expect(rows.every(({ after }) => !after.includes('whsec_'))).toBe(true)
  })
})

describe('addresses that no webhook may have', () => {
  let kernel: TestKernel
  beforeAll(async () => {
    kernel = await openTestKernel()
  })
  afterAll(() => kernel.close())

  it.each([
    'http://example.org/hook',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://192.168.1.10/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://user:password@example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'not an address',
  ])('%s', async (url) => {
    const input = { label: '内网', url, kinds: ['*'] }
    await expect(execute(kernel, createWebhook, administrator, input)).rejects.toMatchObject({
      code: 'webhook.addressRefused',
      status: 422,
    })
  })

  it('are refused again when a name leads there by the time of sending', async () => {
    const trap = await openReceiver()
    const url = trap.url.replace('127.0.0.1', 'localhost')
    const post = { secret: 'whsec_AAAA', id: 'x', body: '{}', at: kernel.now(), signal: AbortSignal.timeout(5_000) }
    await expect(postSigned({ ...post, url, mayBePrivate: false })).rejects.toThrow(/which is not public/)
    expect(trap.received).toEqual([])
    await trap.down()
  })

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['example.org', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
  })
})
