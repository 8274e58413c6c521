import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, publicActor } from '../accounts/actor.ts'
import { openDatabase } from '../database/database.ts'
import type { CountyParameter } from '../jurisdiction/county-facts.ts'
import type { QueryContext } from '../operations/context.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { quotaOf, settleRoom, takeRoom } from './upload-quota.ts'

const mebibyte = 1024 * 1024
const parameter = (key: string, value: number): CountyParameter => ({
  ...{ key, label: key, unit: '个', value, choice: null, isDefault: false },
  ...{ about: [], source: '测试', note: null },
})

let kernel: TestKernel
beforeAll(async () => {
  kernel = await openTestKernel({
    parameters: [
      parameter('upload.files-of-a-visitor-a-day', 3),
      parameter('upload.mebibytes-of-a-visitor-a-day', 10),
      parameter('upload.files-from-an-address-a-day', 5),
      parameter('upload.files-of-all-visitors-a-day', 8),
      parameter('upload.files-of-an-account-a-day', 4),
      parameter('upload.files-of-a-party-a-day', 6),
    ],
  })
})
afterAll(() => kernel.close())
beforeEach(async () => {
  kernel.setNow(new Date('2026-11-25T02:00:00Z'))
  await kernel.test.tamper('delete from throttle')
})

const within = <Result>(actor: Actor, work: (context: QueryContext) => Promise<Result>, database = kernel.database) =>
  database.inJurisdiction(kernel.county.jurisdiction, 'write', (tx) =>
    work({
      ...requestAs('public'),
      ...kernel,
      tx,
      actor,
      jurisdiction: kernel.county.jurisdiction,
      now: kernel.now(),
      today: '2026-11-25',
    }),
  )
/** one file that came as it was announced */
const send = (actor: Actor, bytes = 1_000, database = kernel.database) =>
  within(actor, (context) => takeRoom(context, bytes), database)
const visitor = (phone: string, address = '203.0.113.1'): Actor => ({
  ...publicActor(address),
  visit: { id: `visit ${phone} ${address}`, phoneBlind: phone, phoneMasked: phone },
})
const person = (accountId: string, role: 'enterprise' | 'windowClerk', partyId?: string): Actor => ({
  ...{ accountId, sessionId: 's', label: accountId, roles: [{ role, partyId }], via: 'web', address: '203.0.113.1' },
})

describe('how much one may upload in a day (上传限额)', () => {
  it('is counted by the number of a visitor, whatever visit they come by, and in words that say what to do', async () => {
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) await send(visitor('138', address))
    const refused = await send(visitor('138', '203.0.113.4')).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'evidence.quotaUsed', status: 429, retryAfterSeconds: 86_400 })
    expect(String(refused)).toMatch(/您一天最多上传 3 个文件、共 10 MB.*压缩.*24 小时后再传.*窗口/)
    await send(visitor('139'))
  })

  it('is free again a day after the first', async () => {
    for (let at = 0; at < 3; at += 1) await send(visitor('138'))
    kernel.setNow(new Date('2026-11-26T01:59:59Z'))
    await expect(send(visitor('138'))).rejects.toMatchObject({ retryAfterSeconds: 1 })
    kernel.setNow(new Date('2026-11-26T02:00:00Z'))
    await send(visitor('138'))
  })

  it('counts bytes too: as many as were announced until it is known how many came', async () => {
    const room = await send(visitor('138'), 8 * mebibyte)
    await expect(send(visitor('138'), 3 * mebibyte)).rejects.toMatchObject({ code: 'evidence.quotaUsed' })
    await within(visitor('138'), (context) => settleRoom(context, room, 0))
    await send(visitor('138'), 3 * mebibyte)
  })

  it('lets nobody through who takes many numbers at one address, or comes from many addresses', async () => {
    for (let at = 0; at < 5; at += 1) await send(visitor(`a${at}`))
    await expect(send(visitor('a5'))).rejects.toThrow(/从同一个网络/)
    for (let at = 0; at < 3; at += 1) await send(visitor(`b${at}`, `198.51.100.${at}`))
    await expect(send(visitor('b3', '198.51.100.9'))).rejects.toThrow(/没有登录的人全部加起来/)
  })

  it('is counted by account and by the party of all its accounts; staff have more, who sits at the machine all', async () => {
    for (let at = 0; at < 4; at += 1) await send(person('one', 'enterprise', 'firm'))
    await expect(send(person('one', 'enterprise', 'firm'))).rejects.toThrow(/您的账号/)
    for (let at = 0; at < 2; at += 1) await send(person('two', 'enterprise', 'firm'))
    await expect(send(person('two', 'enterprise', 'firm'))).rejects.toThrow(/您的单位/)
    await send(person('two', 'enterprise', 'other firm'))
    for (let at = 0; at < 9; at += 1) await send(person('clerk', 'windowClerk', 'unit'))
    for (let at = 0; at < 9; at += 1) await send(requestAs('office').actor)
    const { rows } = await kernel.test.tamper('select count(*)::integer as n from throttle')
    expect(rows[0]?.n).toBe(5)
  })

  it('is not passed by many at once, in two programs', async () => {
    const second = await openDatabase(kernel.test.url, { connections: 4 })
    const sent = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) => send(visitor('138'), 1_000, at % 2 === 0 ? kernel.database : second)),
    )
    await second.close()
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('has a usual measure where the county says nothing', () => {
    expect(quotaOf({ parameters: [] }, 'visitor')).toEqual({ files: 200, mebibytes: 1_024 })
  })
})
