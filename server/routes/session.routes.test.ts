import { Writable } from 'node:stream'
import { costsOfVerifying } from '@qiangxian/kernel/testing/quick-argon2'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, testPassword, type Visitor } from '../testing/test-app.ts'

const right = { login: 'bangongshi', password: 'yanshi-bangongshi-2026' }
const wrong = { ...right, password: 'yanshi-bangongshi-2025' }

/** Nobody is signed in, nobody has tried, and the clock stands where it began; accounts stay as they are. */
async function restore({ platform }: TestApp): Promise<void> {
  platform.clock.set('2026-11-25T02:00:00Z')
  await platform.tamper('delete from session; delete from sign_in_attempt; update account set locked_until = null')
}

describe('signing in (登录)', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp()
  })
  afterEach(() => restore(test))
  afterAll(() => test.close())

  it('opens a session that says who one is, as what, and what one may do', async () => {
    const answer = await test.public.post('/session', right)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      account: { login: 'bangongshi', mustChangePassword: false },
      roles: [{ role: 'office', roleLabel: '领导小组办公室', unit: { name: expect.stringContaining('办公室') } }],
      jurisdiction: { id: '320282' },
      demonstration: true,
      needsSetup: false,
      hasProgramme: true,
      today: '2026-11-25',
    })
    expect(answer.body.permissions).toContain('plan.adopt')
    expect(answer.body.permissions).not.toContain('account.manage')
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^qx_session=[\w-]{43};/)
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=604800']) expect(cookie).toContain(part)
  })

  it('does not mind spaces around the name, or its case', async () => {
    expect((await test.public.post('/session', { ...right, login: '  BanGongShi ' })).status).toBe(200)
  })

  it.each([
    ['a wrong password', wrong],
    ['an unknown name', { login: 'meiyouzhegeren', password: right.password }],
    ['the public’s own entry, which is no account', { login: 'gongzhong', password: 'yanshi-gongzhong-2026' }],
  ])('answers %s with the same words, and no cookie', async (_case, body) => {
    const answer = await test.public.post('/session', body)
    expect(answer).toMatchObject({ status: 401, body: { code: 'account.signInFailed' }, cookie: undefined })
    expect(answer.body.detail).toBe('用户名或密码不对。请核对后重新输入；忘记密码请联系平台管理员重置。')
  })

  it('verifies a password also where the name is unknown, so that the time tells nothing', async () => {
    const costsOf = async (body: object) => {
      const before = costsOfVerifying().length
      await test.public.post('/session', body)
      return costsOfVerifying().slice(before)
    }
    const unknown = await costsOf({ login: 'nobody', password: wrong.password })
    expect(unknown).toEqual([expect.stringMatching(/^\$argon2id\$/)])
    expect(unknown).toEqual(await costsOf(wrong))
  })

  it('keeps the token itself nowhere: the database has its digest only', async () => {
    const { cookie } = await test.as('office')
    const { rows } = await test.platform.tamper(
      `select s::text as row from session s union all select j::text from journal j union all select a::text from account a`,
    )
    const everything = rows.map((row) => row.row).join('\n')
    expect(everything).not.toContain(cookie)
    expect(everything).not.toContain(right.password)
    expect(everything).toContain('$argon2id$')
  })

  it('locks an account after five wrong passwords in a row, also for the right one, for fifteen minutes', async () => {
    for (let count = 1; count < 5; count += 1) expect((await test.public.post('/session', wrong)).status).toBe(401)
    const fifth = await test.public.post('/session', wrong)
    expect(fifth).toMatchObject({ status: 429, body: { code: 'account.locked', retryAfterSeconds: 900 } })
    expect(fifth.headers['retry-after']).toBe('900')
    test.platform.clock.forwardMinutes(14)
    const early = await test.public.post('/session', right)
    expect(early).toMatchObject({ status: 429, body: { retryAfterSeconds: 60 } })
    expect(early.body.detail).toContain('1 分钟')
    test.platform.clock.forwardMinutes(1)
    expect((await test.public.post('/session', right)).status).toBe(200)
  })

  it('locks one account and no other', async () => {
    for (let count = 0; count < 5; count += 1) await test.public.post('/session', wrong)
    expect((await test.as('administrator')).cookie).toBeDefined()
  })

  it('counts a row of failures from the last success on', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 4; count += 1) expect((await test.public.post('/session', wrong)).status).toBe(401)
      test.platform.clock.forwardMinutes(1)
      expect((await test.public.post('/session', right)).status).toBe(200)
      test.platform.clock.forwardMinutes(1)
    }
  })

  it('verifies five guesses at most, although thirty are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => test.public.post('/session', wrong)))
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(4)
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(26)
    const { rows } = await test.platform.tamper(
      'select count(*)::int as count from sign_in_attempt where not succeeded',
    )
    expect(rows[0].count).toBe(5)
  })

  it('notes the lock in the journal, and an administrator sees it and lifts it with a new password', async () => {
    await test.newVisitor('office', 'suozhu')
    test.platform.clock.forwardMinutes(1)
    const attempt = { login: 'suozhu', password: wrong.password }
    for (let count = 0; count < 5; count += 1) await test.public.post('/session', attempt)
    const administrator = await test.as('administrator')
    const { accounts } = (await administrator.get('/accounts')).body
    const account = accounts.find((each: { login: string }) => each.login === 'suozhu')
    expect(account.lockedUntil).toBe('2026-11-25T02:16:00.000Z')
    const journal = (await administrator.get(`/journal?subject=${account.id}`)).body
    expect(journal.entries[0]).toMatchObject({ command: 'account.lock', reason: '密码或验证码连续输错' })
    await administrator.patch(`/accounts/${account.id}`, { password: 'xin-gei-de-mima' })
    expect((await test.public.post('/session', { login: 'suozhu', password: 'xin-gei-de-mima' })).status).toBe(200)
  })

  it('slows down an address that tries many names, and no other address', async () => {
    const from = (remoteAddress: string, login: string) =>
      test.public.post('/session', { login, password: 'sui-bian-shi-shi' }, { remoteAddress })
    for (let start = 0; start < 60; start += 15) {
      await Promise.all(Array.from({ length: 15 }, (_, index) => from('203.0.113.9', `mingzi${start + index}`)))
    }
    expect(await from('203.0.113.9', 'mingzi60')).toMatchObject({
      status: 429,
      body: { code: 'account.tooManyAttempts', retryAfterSeconds: 900 },
    })
    expect((await from('203.0.113.10', 'mingzi60')).status).toBe(401)
    test.platform.clock.forwardMinutes(16)
    expect((await from('203.0.113.9', 'mingzi60')).status).toBe(401)
  })

  it('keeps attempts for a day, and neither names nor addresses with them', async () => {
    await test.public.post('/session', wrong, { remoteAddress: '203.0.113.9' })
    const { rows } = await test.platform.tamper('select a::text as row from sign_in_attempt a')
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toMatch(/bangongshi|203\.0\.113/)
    test.platform.clock.forwardMinutes(24 * 60 + 1)
    await test.public.post('/session', wrong)
    expect((await test.platform.tamper('select from sign_in_attempt')).rowCount).toBe(1)
  })

  it.each([
    [{}, '/login'],
    [{ login: 'a', password: '' }, '/password'],
    [{ login: 'a'.repeat(61), password: 'x' }, '/login'],
    [{ login: 'bangongshi', password: 'x'.repeat(201) }, '/password'],
    [{ ...right, admin: true }, '/admin'],
  ])('refuses %j and points at %s', async (body, path) => {
    const answer = await test.public.post('/session', body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'operation.badInput' } })
    expect(answer.body.problems.map((problem: { path: string }) => problem.path)).toContain(path)
  })
})

describe('sessions (会话)', () => {
  let test: TestApp
  let office: Visitor
  beforeAll(async () => {
    test = await openTestApp()
  })
  beforeEach(async () => {
    office = await test.as('office')
  })
  afterEach(() => restore(test))
  afterAll(() => test.close())

  const isSignedIn = async (visitor: Visitor) => (await visitor.get('/session')).body.account !== null

  it('end at once when their owner signs out, and the cookie is taken back', async () => {
    const answer = await office.delete('/session')
    expect(answer.status).toBe(200)
    expect(String(answer.headers['set-cookie'])).toMatch(/qx_session=;.*Expires=Thu, 01 Jan 1970/)
    expect(await isSignedIn(office)).toBe(false)
    expect((await office.get('/plan-imports')).status).toBe(401)
  })

  it('let nobody sign out twice noisily', async () => {
    await office.delete('/session')
    expect((await office.delete('/session')).status).toBe(200)
    expect((await test.public.delete('/session')).status).toBe(200)
  })

  it('end after twelve hours without use, and not while they are used', async () => {
    for (let hours = 0; hours < 36; hours += 11) {
      test.platform.clock.forwardMinutes(11 * 60)
      expect(await isSignedIn(office), `after ${hours + 11} hours`).toBe(true)
    }
    test.platform.clock.forwardMinutes(12 * 60 + 1)
    expect(await isSignedIn(office)).toBe(false)
  })

  it('that ended by themselves are not listed as open', async () => {
    test.platform.clock.forwardMinutes(12 * 60 + 1)
    const again = await test.as('office')
    expect((await again.get('/sessions')).body.sessions).toHaveLength(1)
  })

  it('end after seven days although they are used every hour', async () => {
    for (let hours = 0; hours < 7 * 24 - 1; hours += 1) {
      test.platform.clock.forwardMinutes(60)
      if (!(await isSignedIn(office))) throw new Error(`ended after ${hours + 1} hours`)
    }
    test.platform.clock.forwardMinutes(61)
    expect(await isSignedIn(office)).toBe(false)
  })

  it('are listed for their owner and can be ended one by one, others’ cannot', async () => {
    const second = await test.as('office')
    const administrator = await test.as('administrator')
    const { sessions } = (await office.get('/sessions')).body
    expect(sessions.map((session: { current: boolean }) => session.current).sort()).toEqual([false, true])
    const foreign = (await administrator.get('/sessions')).body.sessions[0].id
    expect((await office.delete(`/sessions/${foreign}`)).status).toBe(200)
    expect(await isSignedIn(administrator)).toBe(true)
    const other = sessions.find((session: { current: boolean }) => !session.current)
    await office.delete(`/sessions/${other.id}`)
    expect([await isSignedIn(office), await isSignedIn(second)]).toEqual([true, false])
  })

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5_000), "' or 1=1 --"])(
    'are not opened by the token %j',
    async (token) => {
      const answer = await test.public.get('/accounts', { headers: { cookie: `qx_session=${token}` } })
      expect(answer.status).toBe(401)
    },
  )

  it('end at once everywhere when an administrator disables the account, and the right password opens none', async () => {
    const administrator = await test.as('administrator')
    const id = (await office.get('/session')).body.account.id
    expect((await administrator.patch(`/accounts/${id}`, { disabled: true })).body.disabledAt).not.toBeNull()
    expect(await isSignedIn(office)).toBe(false)
    expect(await test.public.post('/session', right)).toMatchObject({
      status: 401,
      body: { code: 'account.signInFailed' },
    })
    await administrator.patch(`/accounts/${id}`, { disabled: false })
    expect(await isSignedIn(office)).toBe(false)
    expect((await test.public.post('/session', right)).status).toBe(200)
  })

  it('know at once when a role is taken away', async () => {
    const administrator = await test.as('administrator')
    const visitor = await test.newVisitor('office', 'huanjuese')
    const id = (await visitor.get('/session')).body.account.id
    expect((await visitor.get('/plan-imports')).status).toBe(200)
    await administrator.patch(`/accounts/${id}`, { roles: [{ role: 'administrator', partyId: null }] })
    expect((await visitor.get('/plan-imports')).status).toBe(403)
  })

  it('end everywhere else when their owner changes the password', async () => {
    const visitor = await test.newVisitor('office', 'huanmima')
    const elsewhere = await test.signIn('huanmima')
    const next = 'you-yi-ge-mima'
    expect((await visitor.put('/account/password', { current: testPassword, next })).status).toBe(200)
    expect([await isSignedIn(visitor), await isSignedIn(elsewhere)]).toEqual([true, false])
    expect((await test.public.post('/session', { login: 'huanmima', password: testPassword })).status).toBe(401)
    expect((await test.public.post('/session', { login: 'huanmima', password: next })).status).toBe(200)
  })
})

describe('accounts (账号)', () => {
  let test: TestApp
  let administrator: Visitor
  beforeAll(async () => {
    test = await openTestApp()
    administrator = await test.as('administrator')
  })
  afterAll(() => test.close())

  const create = (login: string, changes: object = {}) =>
    administrator.post('/accounts', {
      login,
      displayName: `${login}（演示）`,
      password: testPassword,
      roles: [{ role: 'office', partyId: null }],
      ...changes,
    })

  it('let a new account do nothing before its first password is changed, files included', async () => {
    await create('xinren')
    const fresh = await test.signIn('xinren')
    expect((await fresh.get('/session')).body.account.mustChangePassword).toBe(true)
    for (const path of ['/cockpit', '/plan', '/plan-imports', '/evidence/x', '/evidence/x/content', '/search?q=专利']) {
      expect(await fresh.get(path), path).toMatchObject({ status: 403, body: { code: 'account.passwordMustChange' } })
    }
    expect(await fresh.upload('/plan-imports', { name: 'a.txt', content: '方案' })).toMatchObject({ status: 403 })
    expect((await fresh.get('/sessions')).status).toBe(200)
    expect((await fresh.put('/account/password', { current: testPassword, next: 'xin-mima-2026' })).status).toBe(200)
    expect((await fresh.get('/plan-imports')).status).toBe(200)
  })

  it.each([
    ['too short', 'duan-mima'],
    ['one character over and over', 'aaaaaaaaaaaa'],
    ['three characters', 'abcabcabcabc'],
    ['on the list of common ones', 'Password123'],
    ['the user name', 'ruomima-yonghu'],
  ])('refuse a password that is %s', async (_why, password) => {
    expect(await create('ruomima-yonghu', { password })).toMatchObject({
      status: 400,
      body: { code: 'account.passwordTooWeak' },
    })
  })

  it('take a long pass phrase of any characters', async () => {
    expect((await create('changmima', { password: '春风又绿江南岸，明月何时照我还' })).status).toBe(200)
    expect(
      (await test.public.post('/session', { login: 'changmima', password: '春风又绿江南岸，明月何时照我还' })).status,
    ).toBe(200)
  })

  it('have one name each, also when two are made at once', async () => {
    const answers = await Promise.all(['tongming', 'TongMing', 'tongming', 'tongming'].map((login) => create(login)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409])
    const refused = answers.filter((answer) => answer.status === 409)
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['account.loginTaken']))
  })

  it('hold several roles in several units, a line that stands twice once', async () => {
    const [one, two] = await towns()
    const roles = [
      { role: 'unitHead', partyId: one },
      { role: 'unitReporter', partyId: one },
      { role: 'unitReporter', partyId: two },
      { role: 'unitReporter', partyId: two },
      { role: 'leader', partyId: null },
    ]
    const created = await create('duojuese', { roles })
    expect(created.status, created.text).toBe(200)
    const visitor = await test.signIn('duojuese')
    const session = (await visitor.get('/session')).body
    expect(
      session.roles.map((held: { role: string; unit: { id: string } | null }) => [held.role, held.unit?.id ?? null]),
    ).toEqual([
      ['unitHead', one],
      ['unitReporter', one],
      ['unitReporter', two],
      ['leader', null],
    ])
    expect(session.permissions).toEqual(expect.arrayContaining(['report.submit', 'progress.read']))
    expect(session.permissions).not.toContain('plan.adopt')
  })

  it.each(['unitHead', 'unitReporter'])('refuse the role %s without a unit, in words', async (role) => {
    const answer = await create('wudanwei2', { roles: [{ role, partyId: null }] })
    expect(answer).toMatchObject({ status: 400, body: { code: 'account.unitNeeded' } })
    expect(answer.body.detail).toMatch(/角色“单位.*请为它选择单位/)
    const administratorId = (await administrator.get('/session')).body.account.id
    const change = {
      roles: [
        { role: 'administrator', partyId: null },
        { role, partyId: null },
      ],
    }
    expect((await administrator.patch(`/accounts/${administratorId}`, change)).body.code).toBe('account.unitNeeded')
  })

  it('refuse a unit that was dissolved, and say since when', async () => {
    const office = await test.as('office')
    const unit = await office.post('/organisations', { name: '将撤局（演示）', kind: 'department' })
    await office.patch(`/organisations/${unit.body.id}`, { dissolvedOn: '2026-11-01' })
    const answer = await create('chexiao', { roles: [{ role: 'unitReporter', partyId: unit.body.id }] })
    expect(answer).toMatchObject({ status: 409, body: { code: 'account.unitDissolved' } })
    expect(answer.body.detail).toContain('将撤局（演示）已于 2026-11-01 撤销')
  })

  it('are listed with the roles that can be given, which say whether they need a unit', async () => {
    const { roles } = (await administrator.get('/accounts')).body as { roles: { role: string; forUnit: boolean }[] }
    const ofUnits = ['unitHead', 'unitReporter', 'caseOfficer', 'windowClerk']
    expect(roles.filter(({ forUnit }) => forUnit).map(({ role }) => role)).toEqual(ofUnits)
    expect(roles.map(({ role }) => role)).not.toContain('public')
  })

  const towns = async () => {
    const { organisations } = (await test.public.get('/organisations')).body
    const ids = organisations
      .filter((unit: { kind: string }) => unit.kind === 'town')
      .map((unit: { id: string }) => unit.id)
    return ids.slice(0, 2) as [string, string]
  }

  it('refuse a unit that does not exist, and say which', async () => {
    const answer = await create('wudanwei', { roles: [{ role: 'office', partyId: 'meiyou' }] })
    expect(answer).toMatchObject({ status: 404, body: { code: 'operation.notFound' } })
    expect(answer.body.detail).toContain('meiyou')
  })

  it('refuse a role that does not exist, and the public role, which needs no account', async () => {
    for (const role of ['root', 'public']) {
      expect(await create('meijuese', { roles: [{ role, partyId: null }] })).toMatchObject({ status: 400 })
    }
  })

  it('refuse a wrong current password, and keep the old one', async () => {
    const visitor = await test.newVisitor('office', 'gaimima')
    expect(await visitor.put('/account/password', { current: 'cuode-mima-1', next: 'xin-mima-2026' })).toMatchObject({
      status: 400,
      body: { code: 'account.wrongCurrentPassword' },
    })
    expect((await test.public.post('/session', { login: 'gaimima', password: testPassword })).status).toBe(200)
  })

  it('never show a password or its hash, neither in lists nor in the journal', async () => {
    const accounts = await administrator.get('/accounts')
    const journal = await administrator.get('/journal?limit=200')
    expect(accounts.text + journal.text).not.toMatch(/argon2|ceshi-mima|yanshi-\w+-2026|password_?hash/i)
  })

  it('always leave one administrator', async () => {
    const { id } = (await administrator.get('/session')).body.account
    for (const change of [{ disabled: true }, { roles: [{ role: 'office', partyId: null }] }]) {
      expect(await administrator.patch(`/accounts/${id}`, change)).toMatchObject({
        status: 409,
        body: { code: 'account.lastAdministrator' },
      })
    }
  })

  it('always leave one administrator, also when two disable each other at once', async () => {
    const second = await test.newVisitor('administrator', 'guanli2')
    const ids = await Promise.all(
      [administrator, second].map(async (each) => (await each.get('/session')).body.account.id),
    )
    const [first, other] = await Promise.all([
      administrator.patch(`/accounts/${ids[1]}`, { disabled: true }),
      second.patch(`/accounts/${ids[0]}`, { disabled: true }),
    ])
    expect([first.status, other.status].sort()).not.toEqual([200, 200])
    const { rows } = await test.platform.tamper(`select count(*)::int as count from account a join account_role r
      on r.jurisdiction = a.jurisdiction and r.account_id = a.id where r.role = 'administrator' and a.disabled_at is null`)
    expect(rows[0].count).toBe(1)
  })
})

describe('the first administrator of a platform without accounts (首次设置)', () => {
  let test: TestApp
  beforeEach(async () => {
    test = await openTestApp({ empty: true })
  })
  afterEach(() => test.close())

  const first = { login: 'diyi', displayName: '第一人（演示）', password: testPassword }
  const outside = { remoteAddress: '192.0.2.7' }

  it('is created on this machine without a code, is signed in, and may do the office’s work too', async () => {
    expect((await test.public.get('/session')).body).toMatchObject({
      needsSetup: true,
      setupNeedsCode: false,
      demonstration: false,
      demoAccounts: [],
      hasProgramme: false,
      countyPlanAvailable: true,
    })
    const answer = await test.public.post('/setup/administrator', first)
    expect(answer).toMatchObject({ status: 200, body: { account: { login: 'diyi' }, needsSetup: false } })
    expect(answer.body.permissions).toEqual(expect.arrayContaining(['account.manage', 'plan.adopt']))
    expect(answer.cookie).toBeDefined()
  })

  it('needs the code from elsewhere, in either case', async () => {
    expect((await test.public.get('/session', outside)).body.setupNeedsCode).toBe(true)
    for (const code of [undefined, '', 'ABCDE12346', 'ABCDE1234', 'ABCDE123456']) {
      const body = code === undefined ? first : { ...first, code }
      expect(await test.public.post('/setup/administrator', body, outside)).toMatchObject({
        status: 403,
        body: { code: 'account.setupCodeWrong' },
      })
    }
    const body = { ...first, code: ' abcde12345 ' }
    expect((await test.public.post('/setup/administrator', body, outside)).status).toBe(200)
  })

  it('needs the code behind a proxy of this machine, whose own address proves nothing', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' }
    expect((await test.public.post('/setup/administrator', first, { headers })).status).toBe(403)
    expect((await test.public.get('/metrics', { headers })).status).not.toBe(200)
  })

  it('is one: a second one is refused, also at the same moment', async () => {
    const answers = await Promise.all(
      ['diyi', 'dier', 'disan'].map((login) => test.public.post('/setup/administrator', { ...first, login })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(await test.public.post('/setup/administrator', { ...first, login: 'disi' })).toMatchObject({
      status: 409,
      body: { code: 'account.alreadySetUp' },
    })
  })

  it('is refused with a weak password, and can be tried again', async () => {
    expect((await test.public.post('/setup/administrator', { ...first, password: 'duan' })).status).toBe(400)
    expect((await test.public.get('/session')).body.needsSetup).toBe(true)
  })
})

describe('what the log says', () => {
  it('has nothing of a person’s in it: no password, name, cookie, address or search', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const test = await openTestApp({ logger: pino({ level: 'trace' }, sink) as FastifyBaseLogger })
    try {
      const from = { remoteAddress: '203.0.113.77', headers: { 'user-agent': 'a-telling-browser' } }
      await test.public.post('/session', { login: 'bangongshi', password: 'cuowu-de-mima' }, from)
      const office = await test.as('office')
      await office.get('/search?q=某企业商标', { remoteAddress: '203.0.113.77' })
      await office.put('/account/password', { current: 'ye-shi-cuode', next: 'xin-de-mima-1' })
      const { secret } = (await office.post('/account/second-factor')).body
      await office.post('/account/second-factor/confirmation', { code: '987654' })
      await test.public.post(
        '/session/second-step',
        { code: '987654' },
        { headers: { cookie: 'qx_second_step=jieti' } },
      )
      const log = lines.join('')
      expect(lines.length).toBeGreaterThanOrEqual(4)
      expect(log).not.toContain(office.cookie)
      expect(log).not.toContain(secret)
      expect(log).not.toMatch(
        /987654|jieti|mima|cuode|bangongshi|yanshi|203\.0\.113|telling|某企业|%E6|qx_session|argon2|shouci/i,
      )
      expect(log).toContain('/api/search')
    } finally {
      await test.close()
    }
  })
})

describe('requests from other sites', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp()
  })
  afterAll(() => test.close())

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('change nothing: %j', async (headers) => {
    const office = await test.as('office')
    const answer = await office.post('/plan-amendments', {}, { headers: headers as Record<string, string> })
    expect(answer).toMatchObject({ status: 403, body: { code: 'http.foreignOrigin' } })
  })

  it.each([{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }, {}])(
    'are told from those of the own pages: %j',
    async (headers) => {
      const answer = await test.public.post('/session', wrong, { headers: headers as Record<string, string> })
      expect(answer.status).toBe(401)
    },
  )

  it('set a cookie that goes over TLS only, where the public address is https', async () => {
    const secure = await openTestApp({ secure: true })
    try {
      const answer = await secure.public.post('/session', right)
      expect(String(answer.headers['set-cookie'])).toContain('Secure')
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    } finally {
      await secure.close()
    }
  })
})
