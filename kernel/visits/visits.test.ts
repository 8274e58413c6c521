import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publicActor } from '../accounts/actor.ts'
import { execute } from '../operations/execute.ts'
import { openTestKernel, type TestKernel } from '../testing/test-kernel.ts'
import { findVisit } from './find-visit.ts'
import type { OpenedVisit } from './open-visit.ts'
import { phoneNumber } from './phone-number.ts'
import { openVisitByCode, openVisitWithoutName, visitOperations } from './visit.operations.ts'
import { keptMessages } from './visits.fixture.ts'
import type { CodeAsked } from './visits.schemas.ts'

const start = new Date('2026-11-25T02:00:00Z')
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0'

let kernel: TestKernel
const gateway = keptMessages()
const [ask] = visitOperations(gateway)
if (ask === undefined) throw new Error('there is an operation to ask for a code')

beforeAll(async () => {
  kernel = await openTestKernel()
})
afterAll(() => kernel.close())
beforeEach(async () => {
  kernel.setNow(start)
  gateway.messages.length = 0
  await kernel.test.tamper('delete from phone_code; delete from visit')
})

const from = (address: string) => ({ actor: publicActor(address), requestId: 'test', language: 'zh' as const })
const askFor = (phone: string, address = '10.0.0.1') =>
  execute(kernel, ask, from(address), { phone }) as Promise<CodeAsked>
const open = (phone: string, code: string, userAgent = firefox) =>
  execute(kernel, openVisitByCode, from('10.0.0.1'), { phone, code, userAgent }) as Promise<OpenedVisit>
const later = (minutes: number) => kernel.setNow(new Date(kernel.now().getTime() + minutes * 60_000))
const lastCode = () => gateway.messages.at(-1)?.secret ?? ''
const rowsIn = async (table: string) =>
  Number((await kernel.test.tamper(`select count(*) as n from ${table}`)).rows[0]?.n)
const whose = (token: string, userAgent = firefox) =>
  findVisit(
    kernel.database,
    kernel.county.jurisdiction,
    { token, userAgent, address: '10.0.0.1', requestId: 'test' },
    kernel.now(),
  )

describe('a number as it is typed (手机号码)', () => {
  it.each(['13800001234', '138 0000 1234', '+86 138-0000-1234', '0086 13800001234', '１３８００００１２３４'])(
    '%s',
    (typed) => {
      expect(phoneNumber(typed)).toBe('13800001234')
    },
  )
  it.each(['', '1380000123', '23800001234', '138000012345', '12800001234', "1380000123'", '<b>13800001234'])(
    'refuses “%s” with words',
    (typed) => {
      expect(() => phoneNumber(typed)).toThrow(/11 位数字/)
    },
  )
})

describe('coming once, by a code to the telephone (来一次)', () => {
  it('opens a visit for whoever shows the code, in the browser in which it was shown', async () => {
    const asked = await askFor('138 0000 1234')
    expect(asked).toEqual({ sent: true, validMinutes: 10, againInSeconds: 60, demonstrationCode: null })
    expect(gateway.messages[0]).toMatchObject({ phone: '13800001234', subject: { kind: 'phoneCode' } })
    expect(gateway.messages[0]?.body).not.toContain(lastCode())
    const { token, visit } = await open('13800001234', lastCode())
    expect(visit).toMatchObject({ isAnonymous: false, phoneMasked: '138****1234' })
    expect((await whose(token))?.visit).toMatchObject({ id: visit.id, phoneMasked: '138****1234' })
    const kept = await kernel.test.tamper('select phone_cipher::text || phone_blind || token_hash as kept from visit')
    expect(kept.rows[0]?.kept).not.toContain('13800001234')
    expect(kept.rows[0]?.kept).not.toContain(token)
  })

  it('shows the code itself only in the demonstration without a gateway, and refuses without both', async () => {
    const [shown] = visitOperations(keptMessages(false))
    if (shown === undefined) throw new Error('there is an operation')
    await expect(execute(kernel, shown, from('10.0.0.9'), { phone: '13800001234' })).rejects.toMatchObject({
      code: 'visit.noGateway',
    })
    const demonstration = { ...kernel, county: { ...kernel.county, demonstration: true } }
    const asked = (await execute(demonstration, shown, from('10.0.0.9'), { phone: '13800001234' })) as CodeAsked
    expect(asked.demonstrationCode).toMatch(/^\d{6}$/)
    expect((await open('13800001234', asked.demonstrationCode ?? '')).token).toHaveLength(43)
  })

  it('takes a code once, within its time, and only the newest', async () => {
    await askFor('13800001234')
    const first = lastCode()
    later(2)
    await askFor('13800001234')
    const second = lastCode()
    if (first !== second) await expect(open('13800001234', first)).rejects.toMatchObject({ code: 'visit.wrongCode' })
    await open('13800001234', second)
    await expect(open('13800001234', second)).rejects.toMatchObject({ code: 'visit.wrongCode' })
    later(2)
    await askFor('13800001234')
    later(10)
    await expect(open('13800001234', lastCode())).rejects.toMatchObject({ code: 'visit.wrongCode' })
  })

  it('is worth nothing after five wrong guesses, also when the sixth is right', async () => {
    await askFor('13800001234')
    const wrong = lastCode() === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(open('13800001234', wrong)).rejects.toMatchObject({ code: 'visit.wrongCode' })
    }
    await expect(open('13800001234', lastCode())).rejects.toMatchObject({ code: 'visit.wrongCode' })
  })

  it('counts guesses that come side by side', async () => {
    await askFor('13800001234')
    const right = lastCode()
    const guesses = Array.from({ length: 30 }, (_, at) => String(at).padStart(6, '0')).filter((each) => each !== right)
    await Promise.allSettled(guesses.map((guess) => open('13800001234', guess)))
    await expect(open('13800001234', right)).rejects.toMatchObject({ code: 'visit.wrongCode' })
  })

  it('answers a number to which no code was sent as it answers a wrong code', async () => {
    await askFor('13800001234')
    const said = async (phone: string) => open(phone, 'abcdef').catch((error: Error) => error.message)
    expect(await said('13900009999')).toBe(await said('13800001234'))
    expect((await askFor('13900009999', '10.0.0.2')).sent).toBe(true)
  })

  it('ends for everybody when its cookie turns up in another browser', async () => {
    await askFor('13800001234')
    const { token } = await open('13800001234', lastCode())
    expect(await whose(token, edge)).toBeUndefined()
    expect(await whose(token)).toBeUndefined()
    const { rows } = await kernel.test.tamper("select reason from journal where command = 'visit.takenAlong'")
    expect(rows).toHaveLength(1)
  })

  it('is over after two hours', async () => {
    await askFor('13800001234')
    const { token } = await open('13800001234', lastCode())
    later(119)
    expect(await whose(token)).toBeDefined()
    later(2)
    expect(await whose(token)).toBeUndefined()
  })

  it('can be without a name, and then belongs to no number', async () => {
    const opened = (await execute(kernel, openVisitWithoutName, from('10.0.0.5'), {
      userAgent: firefox,
    })) as OpenedVisit
    const found = await whose(opened.token)
    expect(found?.visit).toMatchObject({ isAnonymous: true, phoneBlind: `anonymous:${opened.visit.id}` })
    expect(found?.view.phoneMasked).toBeNull()
  })
})

describe('asking for too many codes', () => {
  it('gives five an hour and ten a day to one number, whoever asks', async () => {
    let sent = 0
    for (let hour = 0; hour < 4; hour += 1) {
      for (let at = 0; at < 7; at += 1) {
        await askFor('13800001234', `10.1.${hour}.${at}`).then(
          () => (sent += 1),
          (error: { code: string; retryAfterSeconds: number }) => {
            expect(error.code).toBe('visit.tooManyForNumber')
            expect(error.retryAfterSeconds).toBeGreaterThan(0)
          },
        )
        later(1.1)
      }
      if (hour === 0) expect(sent).toBe(5)
      later(60)
    }
    expect(sent).toBe(10)
    later(24 * 60)
    await askFor('13800001234')
  })

  it('gives thirty an hour to one address, and a thousand to the county', async () => {
    for (let at = 0; at < 30; at += 1) await askFor(`138000${String(10_000 + at)}`, '10.2.0.1')
    await expect(askFor('13900000001', '10.2.0.1')).rejects.toMatchObject({ code: 'visit.tooManyFromAddress' })
    await askFor('13900000001', '10.2.0.2')
    await kernel.test.tamper(`
      insert into phone_code (jurisdiction, id, phone_blind, address_blind, code_hash, on_day, ordinal, created_at, expires_at)
      select 'yanshi', 'x' || n, 'b' || n, 'a' || n, 'x', '2026-11-25', 1, '2026-11-25T01:59:00Z', '2026-11-25T02:09:00Z'
      from generate_series(1, 1000) n`)
    await expect(askFor('13900000002', '10.2.0.3')).rejects.toMatchObject({ code: 'visit.tooManyInCounty' })
  })

  it('sends one where many are asked for at the same moment', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => askFor('13800001234', `10.3.0.${at}`)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rowsIn('phone_code')).toBe(1)
  })

  it('refuses ten thousand for one number without a row more, each in a few milliseconds', async () => {
    for (let at = 0; at < 5; at += 1) {
      await askFor('13800001234', `10.4.0.${at}`)
      later(1.1)
    }
    const [codes, entries] = [await rowsIn('phone_code'), await rowsIn('journal')]
    const began = performance.now()
    let refused = 0
    for (let batch = 0; batch < 1_250; batch += 1) {
      const asked = Array.from({ length: 8 }, (_, at) => askFor('13800001234', `10.5.${batch % 250}.${at}`))
      const answers = await Promise.allSettled(asked)
      refused += answers.filter(({ status }) => status === 'rejected').length
    }
    const milliseconds = (performance.now() - began) / 10_000
    expect(refused).toBe(10_000)
    expect(await rowsIn('phone_code')).toBe(codes)
    expect(await rowsIn('journal')).toBe(entries)
    expect(gateway.messages).toHaveLength(5)
    console.log(`10,000 refused codes: ${milliseconds.toFixed(2)} ms each`)
    expect(milliseconds).toBeLessThan(15)
  }, 120_000)
})
