import { SMTPServer } from 'smtp-server'
import Type from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ownerOfValues } from '../matters/form/sealed-values.ts'
import { execute } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { announceToApplicant, type WaysTold } from './announce-to-applicant.ts'
import { pruneOutbox } from './prune-outbox.ts'
import { type MessageOrder, queueMessage } from './queue-message.ts'
import { openReceiver, type Receiver } from './receiver.fixture.ts'
import { sendMessages } from './send-messages.ts'
import { signature } from './signature.ts'

const start = Date.parse('2026-11-25T02:00:00Z')
const never = new AbortController().signal
const smsSecret = 'a secret of sixteen characters and more'

let wanted: MessageOrder | undefined
const queue = defineCommand({
  id: 'test.queue',
  label: { zh: '发送', en: 'Send' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/test/queue' },
  input: Type.Object({}),
  output: Type.Object({ id: Type.Union([Type.String(), Type.Null()]) }),
  run: async (context) => {
    if (wanted === undefined) throw new Error('nothing to send')
    const id = await queueMessage(context, wanted)
    await context.record({ subject: { kind: 'test', id: 'queue' }, before: null, after: {} })
    return { id: id ?? null }
  },
})

type Applicant = Parameters<typeof announceToApplicant>[1]
let told: Partial<Applicant> & { phone?: string; email?: string } = {}
const tellApplicant = defineCommand({
  ...{ id: 'test.tellApplicant', label: queue.label, about: queue.about, permission: 'party.manage' },
  route: { method: 'POST', path: '/test/tell-applicant' },
  input: Type.Object({}),
  output: Type.Object({ ways: Type.Unsafe<WaysTold>({}) }),
  run: async (context) => {
    const { phone, email, ...rest } = told
    const owner = ownerOfValues(context.jurisdiction, 'm1')
    const cipher = (clear: string | undefined) => (clear === undefined ? null : context.secrets.seal(clear, owner))
    const ways = await announceToApplicant(
      context,
      {
        ...{ id: 'm1', number: 'YX-1', applicantAccount: null, demonstration: false, ...rest },
        ...{ phoneCipher: cipher(phone), emailCipher: cipher(email) },
      },
      { kind: 'matter.accepted', title: '演示申请：已受理', body: '您的办件YX-1已受理。' },
    )
    await context.record({ subject: { kind: 'test', id: 'tell' }, before: null, after: {} })
    return { ways }
  },
})

describe('telephone messages and mail (短信、邮件)', () => {
  let kernel: TestKernel
  let gateway: Receiver
  let mailbox: MailServer

  beforeAll(async () => {
    gateway = await openReceiver()
    mailbox = await openMailServer()
    const sms = { url: gateway.url, secret: smsSecret }
    const mail = { url: `smtp://127.0.0.1:${mailbox.port}`, from: '演示平台 <no-reply@demo.example>' }
    kernel = await openTestKernel({}, { outside: { sms, mail } })
  })
  afterAll(async () => {
    await Promise.all([gateway.down(), mailbox.close()])
    await kernel.close()
  })
  beforeEach(async () => {
    await kernel.test.tamper('delete from message')
    at(0)
    gateway.answer(200)
    mailbox.refuse(undefined)
  })

  const at = (seconds: number) => kernel.setNow(new Date(start + seconds * 1_000))
  const put = (order: Partial<MessageOrder> = {}) => {
    const subject = { kind: 'matter', id: 'm1' }
    wanted = { channel: 'sms', to: '13800001234', title: '演示县', body: '您的办件已受理。', subject, ...order }
    return execute(kernel, queue, requestAs('office'), {})
  }
  const send = () => sendMessages(kernel, never)
  const rows = async () => (await kernel.test.tamper('select * from message order by id')).rows
  const tell = async (applicant: typeof told) => {
    told = applicant
    return ((await execute(kernel, tellApplicant, requestAs('office'), {})) as { ways: WaysTold }).ways
  }

  it('reach the gateway, signed, and wait with the number sealed', async () => {
    await put()
    const [waiting] = await rows()
    expect(waiting.to_masked).toBe('138****1234')
    expect(JSON.stringify(waiting)).not.toContain('13800001234')
    expect(await send()).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    const received = gateway.received.at(-1)
    const [headers, body] = [received?.headers ?? {}, received?.body ?? '']
    expect(JSON.parse(body)).toEqual({ id: waiting.id, to: '13800001234', text: '【演示县】您的办件已受理。' })
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    expect(headers['webhook-signature']).toBe(`v1,${signature(smsSecret, signed)}`)
  })

  it('carry a code that is nowhere in clear before, and nowhere at all after', async () => {
    await put({ body: '验证码{secret}，10分钟内有效。', secret: '407319' })
    expect(JSON.stringify(await rows())).not.toContain('407319')
    await send()
    expect(gateway.received.at(-1)?.body).toContain('验证码407319，10分钟内有效。')
    const [sent] = await rows()
    expect(sent).toMatchObject({ status: 'sent', secret_cipher: null, body: '验证码{secret}，10分钟内有效。' })
  })

  it('are not sent when they are of no use any more', async () => {
    const before = gateway.received.length
    await put({ expiresAt: new Date(start + 600_000), secret: '1', body: '{secret}' })
    at(600)
    expect(await send()).toMatchObject({ sent: 0, givenUp: 1 })
    expect(gateway.received).toHaveLength(before)
    expect((await rows())[0]).toMatchObject({ status: 'givenUp', secret_cipher: null })
  })

  it('wait while the gateway is busy or broken, and are given up when it says that the number is wrong', async () => {
    await put()
    for (const [seconds, status] of [
      [0, 503],
      [5, 429],
      [35, 408],
    ] as const) {
      at(seconds)
      gateway.answer(status)
      expect(await send()).toMatchObject({ failed: 1, error: `the gateway answered ${status}` })
    }
    at(155)
    gateway.answer(422)
    expect(await send()).toMatchObject({ givenUp: 1 })
  })

  it('are mail over real SMTP, with Chinese subject and words', async () => {
    await put({
      channel: 'mail',
      to: 'zhang@example.org',
      title: '演示申请：已受理',
      body: '您的办件已受理。\n请查看。',
    })
    expect(await send()).toMatchObject({ sent: 1 })
    const { from, to, source } = mailbox.received.at(-1) ?? { from: '', to: [], source: '' }
    expect([from, to]).toEqual(['no-reply@demo.example', ['zhang@example.org']])
    expect(source).toMatch(/^Subject: =\?UTF-8\?/m)
    const [, encoded = ''] = /content-transfer-encoding: base64[\s\S]*?\r\n\r\n([\s\S]*)/i.exec(source) ?? []
    expect(Buffer.from(encoded, 'base64').toString()).toContain('您的办件已受理。\n请查看。')
    expect(source).toMatch(new RegExp(`^Message-ID: <${(await rows())[0].id}@demo.example>`, 'm'))
  })

  it('are one mail to one address with one subject, whatever somebody put into them', async () => {
    await put({
      channel: 'mail',
      to: 'zhang@example.org',
      title: '好\r\nBcc: all@example.org\r\n\r\n坏',
      body: '.\r\nQUIT',
    })
    await send()
    const mail = mailbox.received.at(-1)
    expect(mail?.to).toEqual(['zhang@example.org'])
    expect(mail?.source).not.toMatch(/^Bcc:/m)
  })

  it('that a mail server refuses for good are given up; those that it puts off wait', async () => {
    await put({ channel: 'mail', to: 'zhang@example.org' })
    mailbox.refuse(451)
    expect(await send()).toMatchObject({ failed: 1 })
    at(5)
    mailbox.refuse(550)
    expect(await send()).toMatchObject({ givenUp: 1 })
    expect((await rows())[0].trouble).toContain('550')
  })

  it('wait for the mail server without holding back telephone messages', async () => {
    await mailbox.pause()
    await put({ channel: 'mail', to: 'zhang@example.org' })
    await put()
    expect(await send()).toMatchObject({ sent: 1, failed: 1 })
    await mailbox.resume()
    at(5)
    expect(await send()).toMatchObject({ sent: 1, failed: 0 })
  })

  describe('to whoever applied', () => {
    it('are a notice for an account, else a telephone message and mail to what the matter holds', async () => {
      expect(await tell({ applicantAccount: 'somebody', phone: '13800001234' })).toEqual(['in-app'])
      expect(await rows()).toHaveLength(0)
      expect(await tell({ phone: '13800001234', email: 'zhang@example.org' })).toEqual(['sms', 'mail'])
      expect(await tell({})).toEqual([])
      expect((await rows()).map(({ to_masked }) => to_masked)).toEqual(['138****1234', 'z***@example.org'])
    })

    it('never leave the machine for the invented people of a demonstration', async () => {
      expect(await tell({ phone: '13800001234', demonstration: true })).toEqual([])
      expect(await rows()).toHaveLength(0)
    })
  })

  it('say that no way is there where nothing is configured', async () => {
    const bare = await openTestKernel()
    wanted = { channel: 'sms', to: '13800001234', title: '', body: '', subject: { kind: 'matter', id: 'm1' } }
    expect(await execute(bare, queue, requestAs('office'), {})).toEqual({ id: null })
    await bare.close()
  })

  it('are forgotten half a year after they went out; what waits stays, however old', async () => {
    await put()
    await put({ title: '还在等' })
    await kernel.test.tamper(`update message set status = 'sent', next_at = null where title = '演示县'`)
    await kernel.test.tamper(
      `insert into outbox (jurisdiction, id, topic, payload, key, created_at, dispatched_at) values
         ('yanshi', 'over', 'a.b', '{}', null, $1, $1), ('yanshi', 'keyed', 'a.b', '{}', 'k', $1, $1),
         ('yanshi', 'waits', 'a.b', '{}', null, $1, $1), ('yanshi', 'new', 'a.b', '{}', null, $2, $2)`,
      [new Date(start), new Date(start + 100 * 86_400_000)],
    )
    await kernel.test.tamper(
      `insert into delivery (jurisdiction, outbox_id, channel, next_attempt_at, delivered_at) values
         ('yanshi', 'over', 'in-app', $1, $1), ('yanshi', 'waits', 'in-app', $1, null)`,
      [new Date(start)],
    )
    at(179 * 86_400)
    expect(await pruneOutbox(kernel, never)).toEqual({ deliveries: 0, announcements: 0, messages: 0 })
    at(181 * 86_400)
    expect(await pruneOutbox(kernel, never)).toEqual({ deliveries: 1, announcements: 1, messages: 1 })
    const { rows: left } = await kernel.test.tamper(`select id from outbox where topic = 'a.b' order by id`)
    expect(left.map(({ id }) => id)).toEqual(['keyed', 'new', 'waits'])
    expect((await rows()).map(({ title }) => title)).toEqual(['还在等'])
  })
})

interface MailServer {
  readonly port: number
  readonly received: readonly { readonly from: string; readonly to: readonly string[]; readonly source: string }[]
  /** answers every recipient with this code; undefined takes all */
  refuse(code: number | undefined): void
  pause(): Promise<void>
  resume(): Promise<void>
  close(): Promise<void>
}

async function openMailServer(): Promise<MailServer> {
  const received: { from: string; to: readonly string[]; source: string }[] = []
  let code: number | undefined
  let server: SMTPServer
  let port = 0
  const open = async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: (_address, _session, done) => {
        done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }))
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          const from = mailFrom === false ? '' : mailFrom.address
          received.push({ from, to: rcptTo.map(({ address }) => address), source: Buffer.concat(pieces).toString() })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
    const address = server.server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  }
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  await open()
  return {
    port,
    received,
    refuse: (next) => {
      code = next
    },
    pause: close,
    resume: open,
    close,
  }
}
