import { oneTimeCodeAt } from '@qiangxian/kernel/testing/one-time-code-at'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Answer, openTestApp, type TestApp, testPassword, type Visitor } from '../testing/test-app.ts'

let test: TestApp
let made = 0

beforeAll(async () => {
  test = await openTestApp()
})
beforeEach(async () => {
  await test.platform.tamper('delete from sign_in_attempt; update account set locked_until = null')
})
afterAll(() => test.close())

/** A new account of the office, signed in, with an authenticator. */
async function withSecondFactor(): Promise<Person> {
  made += 1
  const login = `yanzheng${made}`
  const visitor = await test.newVisitor('office', login)
  const begun = await visitor.post('/account/second-factor')
  const { secret } = begun.body
  const code = () => oneTimeCodeAt(secret, test.platform.clock.now())
  const confirmed = await visitor.post('/account/second-factor/confirmation', { code: code() })
  expect(confirmed.status, confirmed.text).toBe(200)
  return { login, visitor, secret, code, recoveryCodes: confirmed.body.recoveryCodes }
}

interface Person {
  readonly login: string
  readonly visitor: Visitor
  readonly secret: string
  /** what the authenticator shows now */
  readonly code: () => string
  readonly recoveryCodes: readonly string[]
}

/** The clock moves on to the next code. */
const nextCode = () => test.platform.clock.forwardMinutes(1)

const stepCookie = (answer: Answer) => /qx_second_step=([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? ''

async function password(login: string): Promise<string> {
  const answer = await test.public.post('/session', { login, password: testPassword })
  expect(answer, answer.text).toMatchObject({ status: 200, body: { account: null, secondStepDue: true } })
  expect(answer.cookie).toBeUndefined()
  return stepCookie(answer)
}

const secondStep = (cookie: string, code: string, headers: Record<string, string> = {}) =>
  test.public.post('/session/second-step', { code }, { headers: { cookie: `qx_second_step=${cookie}`, ...headers } })

const journalOf = async (visitor: Visitor, subject: string) =>
  (await visitor.get(`/journal?subject=${subject}`)).body.entries as { command: string; after: unknown }[]

const accountId = async (visitor: Visitor) => (await visitor.get('/session')).body.account.id as string

describe('setting up a second factor (绑定验证器)', () => {
  it('shows a secret and what a QR code holds, and counts once the first code confirms it', async () => {
    const visitor = await test.newVisitor('office', 'bangding')
    const { body } = await visitor.post('/account/second-factor')
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(body.uri).toContain(`secret=${body.secret}`)
    expect((await visitor.get('/session')).body.account.secondFactor).toEqual({ on: false, required: false })
    const early = await visitor.post('/account/second-factor/confirmation', { code: '000000' })
    expect(early).toMatchObject({ status: 400, body: { code: 'account.wrongCode' } })
    const code = oneTimeCodeAt(body.secret, test.platform.clock.now())
    const confirmed = await visitor.post('/account/second-factor/confirmation', { code })
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect((await visitor.get('/account')).body.secondFactor).toMatchObject({ recoveryCodesLeft: 10, required: false })
    expect((await visitor.get('/session')).body.account.secondFactor.on).toBe(true)
  })

  it('ends the sessions that were opened without it elsewhere', async () => {
    const visitor = await test.newVisitor('office', 'duoshebei')
    const elsewhere = await test.signIn('duoshebei')
    const { secret } = (await visitor.post('/account/second-factor')).body
    await visitor.post('/account/second-factor/confirmation', {
      code: oneTimeCodeAt(secret, test.platform.clock.now()),
    })
    expect((await elsewhere.get('/session')).body.account).toBeNull()
    expect((await visitor.get('/session')).body.account).not.toBeNull()
  })

  it('is not begun over one that stands', async () => {
    const { visitor } = await withSecondFactor()
    const again = await visitor.post('/account/second-factor')
    expect(again).toMatchObject({ status: 409, body: { code: 'account.secondFactorOn' } })
  })

  it('leaves neither secret nor codes in the journal, and recovery codes nowhere', async () => {
    const { visitor, secret, recoveryCodes } = await withSecondFactor()
    const journal = JSON.stringify(await journalOf(visitor, await accountId(visitor)))
    expect(journal).toContain('"secondFactor":"on"')
    expect(journal).not.toContain(secret)
    const { rows } = await test.platform.tamper('select r::text as row from account_recovery_code r')
    const kept = rows.map(({ row }) => row).join('\n')
    for (const code of recoveryCodes) expect(kept + journal).not.toContain(code)
  })
})

describe('signing in with a second factor (登录第二步)', () => {
  it('opens no session for the password alone', async () => {
    const { login } = await withSecondFactor()
    const cookie = await password(login)
    const between = await test.public.get('/plan-imports', { headers: { cookie: `qx_second_step=${cookie}` } })
    expect(between.status).toBe(401)
    const asSession = await test.public.get('/plan-imports', { headers: { cookie: `qx_session=${cookie}` } })
    expect(asSession.status).toBe(401)
  })

  it('opens one for the code, once', async () => {
    const { login, code } = await withSecondFactor()
    nextCode()
    const cookie = await password(login)
    const opened = await secondStep(cookie, code())
    expect(opened).toMatchObject({ status: 200, body: { account: { login }, secondStepDue: false } })
    expect(opened.cookie).toBeDefined()
    expect(await secondStep(cookie, code())).toMatchObject({ status: 401, body: { code: 'account.secondStepOver' } })
  })

  it('takes no code twice: not the one of the first set-up, not one used a moment ago, also not at once', async () => {
    const { login, code } = await withSecondFactor()
    expect(await secondStep(await password(login), code())).toMatchObject({ body: { code: 'account.wrongCode' } })
    nextCode()
    const steps = [await password(login), await password(login), await password(login)]
    const answers = await Promise.all(steps.map((cookie) => secondStep(cookie, code())))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })

  it('takes a recovery code, once, and counts what is left', async () => {
    const { login, recoveryCodes } = await withSecondFactor()
    const [recovery = ''] = recoveryCodes
    const opened = await secondStep(await password(login), recovery.toLowerCase())
    expect(opened.status, opened.text).toBe(200)
    const again = await secondStep(await password(login), recovery)
    expect(again).toMatchObject({ status: 400, body: { code: 'account.wrongCode' } })
    const own = await test.public.get('/account', { headers: { cookie: `qx_session=${opened.cookie}` } })
    expect(own.body.secondFactor.recoveryCodesLeft).toBe(9)
  })

  it('locks after five wrong codes in a row, the right password between them notwithstanding', async () => {
    const { login, code } = await withSecondFactor()
    nextCode()
    for (let count = 1; count < 5; count += 1) {
      expect((await secondStep(await password(login), '000000')).status, `try ${count}`).toBe(400)
    }
    const cookie = await password(login)
    expect(await secondStep(cookie, '000000')).toMatchObject({ status: 429, body: { code: 'account.locked' } })
    expect(await secondStep(cookie, code())).toMatchObject({ status: 429 })
    const locked = await test.public.post('/session', { login, password: testPassword })
    expect(locked.body.code).toBe('account.locked')
  })

  it('counts codes and passwords in one row', async () => {
    const { login } = await withSecondFactor()
    nextCode()
    for (let count = 0; count < 2; count += 1) await secondStep(await password(login), '000000')
    for (let count = 0; count < 2; count += 1) {
      await test.public.post('/session', { login, password: 'cuowu-de-mima' })
    }
    expect((await secondStep(await password(login), '000000')).body.code).toBe('account.locked')
  })

  it('has ten minutes, and stays in the browser that began', async () => {
    const { login, code } = await withSecondFactor()
    nextCode()
    const cookie = await password(login)
    const elsewhere = await secondStep(cookie, code(), { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/143.0' })
    expect(elsewhere).toMatchObject({ status: 401, body: { code: 'account.secondStepOver' } })
    test.platform.clock.forwardMinutes(11)
    expect(await secondStep(cookie, code())).toMatchObject({ status: 401, body: { code: 'account.secondStepOver' } })
  })

  it('is over when the account is disabled meanwhile', async () => {
    const { login, code, visitor } = await withSecondFactor()
    nextCode()
    const cookie = await password(login)
    const administrator = await test.as('administrator')
    await administrator.patch(`/accounts/${await accountId(visitor)}`, { disabled: true })
    expect((await secondStep(cookie, code())).status).toBe(401)
  })

  it('says in the journal how one signed in', async () => {
    const { login, code } = await withSecondFactor()
    nextCode()
    const opened = await secondStep(await password(login), code())
    const office = await test.as('office')
    const { entries } = (await office.get('/journal?limit=200')).body as {
      entries: { command: string; after: object }[]
    }
    const entry = entries.find(
      (each) => each.command === 'session.signIn' && JSON.stringify(each.after).includes(login),
    )
    expect(entry?.after).toEqual({ account: login, by: 'password+code' })
    expect(JSON.stringify(entry)).not.toContain(opened.cookie)
  })
})

describe('taking a second factor away', () => {
  it('needs password and code, and guesses are counted', async () => {
    const { visitor, code, login } = await withSecondFactor()
    nextCode()
    const remove = (body: object) => visitor.post('/account/second-factor/removal', body)
    const wrongPassword = await remove({ password: 'cuowu-de-mima', code: code() })
    expect(wrongPassword).toMatchObject({ status: 400, body: { code: 'account.wrongCurrentPassword' } })
    for (let count = 0; count < 3; count += 1) {
      expect((await remove({ password: testPassword, code: '000000' })).body.code).toBe('account.wrongCode')
      // A right password in between must not begin the row anew.
      const same = { current: testPassword, next: testPassword }
      expect((await visitor.put('/account/password', same)).status).toBe(200)
    }
    expect((await remove({ password: testPassword, code: '000000' })).body.code).toBe('account.locked')
    await test.platform.tamper('update account set locked_until = null')
    expect((await remove({ password: testPassword, code: code() })).status).toBe(200)
    expect((await test.public.post('/session', { login, password: testPassword })).body.account.login).toBe(login)
  })

  it('is done for others by an administrator, who is in the journal; never for themselves', async () => {
    const { visitor, login } = await withSecondFactor()
    const id = await accountId(visitor)
    const administrator = await test.newVisitor('administrator', `guanli-${login}`)
    const reset = await administrator.delete(`/accounts/${id}/second-factor`)
    expect(reset).toMatchObject({ status: 200, body: { secondFactorSince: null } })
    expect((await visitor.get('/session')).body.account).toBeNull()
    expect((await test.public.post('/session', { login, password: testPassword })).body.account.login).toBe(login)
    expect((await journalOf(administrator, id)).map(({ command }) => command)).toContain('account.resetSecondFactor')
    const own = await administrator.delete(`/accounts/${await accountId(administrator)}/second-factor`)
    expect(own).toMatchObject({ status: 409, body: { code: 'account.ownSecondFactor' } })
  })

  it('gives new recovery codes for a code, and voids the old ones', async () => {
    const { visitor, code, login, recoveryCodes } = await withSecondFactor()
    nextCode()
    const renewed = await visitor.post('/account/second-factor/recovery-codes', { code: code() })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    const [old = ''] = recoveryCodes
    expect((await secondStep(await password(login), old)).status).toBe(400)
    expect((await secondStep(await password(login), renewed.body.recoveryCodes[9])).status).toBe(200)
  })

  it.each(['recovery-codes', 'removal'])('%s without a second factor says so', async (act) => {
    const visitor = await test.newVisitor('office', `meiyou-${act}`)
    const answer = await visitor.post(`/account/second-factor/${act}`, {
      code: '123456',
      ...(act === 'removal' ? { password: testPassword } : {}),
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'account.secondFactorOff' } })
  })
})

describe('a role that the county lets sign in with a second factor only', () => {
  const askFor = (value: string) => {
    const parameter = test.platform.county.parameters.find(({ key }) => key === 'account.second-factor-required')
    if (parameter === undefined) throw new Error('the county has no such parameter')
    Object.assign(parameter, { value })
  }

  it.each([
    ['nobody', false, false],
    ['administrators', false, true],
    ['administratorsAndOffice', true, true],
    ['everyone', true, true],
  ] as const)('%s: office %s, administrator %s', async (value, office, administrator) => {
    askFor(value)
    try {
      for (const [role, required] of [
        ['office', office],
        ['administrator', administrator],
      ] as const) {
        const visitor = await test.as(role)
        expect((await visitor.get('/session')).body.account.secondFactor.required, role).toBe(required)
        const answer = await visitor.get('/plan')
        expect(answer.status, role).toBe(required ? 403 : 200)
        if (required) expect(answer.body.code).toBe('account.secondFactorNeeded')
      }
    } finally {
      askFor('nobody')
    }
  })

  it('does nothing before it is set up, files included, and everything after', async () => {
    const visitor = await test.newVisitor('office', 'bixu')
    askFor('everyone')
    try {
      for (const path of ['/cockpit', '/plan-imports', '/evidence/x', '/evidence/x/content', '/search?q=专利']) {
        const answer = await visitor.get(path)
        expect(answer, path).toMatchObject({ status: 403, body: { code: 'account.secondFactorNeeded' } })
      }
      expect(await visitor.upload('/plan-imports', { name: 'a.txt', content: '方案' })).toMatchObject({ status: 403 })
      expect((await visitor.get('/sessions')).status).toBe(200)
      const { secret } = (await visitor.post('/account/second-factor')).body
      const code = oneTimeCodeAt(secret, test.platform.clock.now())
      expect((await visitor.post('/account/second-factor/confirmation', { code })).status).toBe(200)
      expect((await visitor.get('/plan-imports')).status).toBe(200)
    } finally {
      askFor('nobody')
    }
  })
})
