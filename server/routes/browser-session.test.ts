import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const edge = (version: number) => `${windows} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`
const chrome = (version: number) => `${windows} Chrome/${version}.0.0.0 Safari/537.36`
const onPhone = 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'

describe('a session belongs to one browser (会话与浏览器绑定)', () => {
  let test: TestApp
  let administrator: Visitor

  beforeAll(async () => {
    test = await openTestApp()
    administrator = await test.as('administrator')
  })
  afterAll(() => test.close())

  const login = 'bangongshi'
  const password = 'yanshi-bangongshi-2026'

  async function openIn(userAgent: string) {
    const answer = await test.public.post('/session', { login, password }, { headers: { 'user-agent': userAgent } })
    expect(answer.status, answer.text).toBe(200)
    const cookie = `qx_session=${answer.cookie}`
    return (agent: string, path = '/plan-imports') =>
      test.public.get(path, { headers: { cookie, 'user-agent': agent } })
  }

  it('goes on after the browser was updated', async () => {
    const use = await openIn(edge(141))
    expect((await use(edge(142))).status).toBe(200)
    expect((await use(edge(150))).status).toBe(200)
  })

  it.each([
    ['another browser', chrome(141)],
    ['another system', onPhone],
    ['a program', 'curl/8.1.2'],
    ['a program that says nothing of itself', ''],
  ])('ends when its cookie comes from %s, for the thief and for its owner', async (_what, thief) => {
    const use = await openIn(edge(141))
    expect((await use(edge(141))).status).toBe(200)
    expect((await use(thief)).status).toBe(401)
    expect((await use(edge(141))).status).toBe(401)
    expect((await use(edge(141), '/session')).body.account).toBeNull()
  })

  it('stands in the journal once, however many requests the thief sends, and without the cookie', async () => {
    const use = await openIn(edge(141))
    const before = await stolen()
    await Promise.all(Array.from({ length: 6 }, () => use(chrome(141))))
    const after = await stolen()
    expect(after).toHaveLength(before.length + 1)
    expect(after[0]).toMatchObject({
      before: { account: login, browser: 'Edge · Windows' },
      after: { ended: true, usedFrom: 'Chrome · Windows' },
    })
  })

  const stolen = async () => {
    const { entries } = (await administrator.get('/journal?limit=200')).body as { entries: { command: string }[] }
    return entries.filter(({ command }) => command === 'session.stolen')
  }

  it('is told to its owner at the next sign-in, until they take note of it', async () => {
    await test.platform.tamper("update session set owner_told_at = now() where ended_because = 'otherBrowser'")
    const use = await openIn(edge(141))
    await use(onPhone)
    const owner = await test.signIn(login, password)
    expect((await owner.get('/session')).body.account.stolenSessions).toBe(1)
    const { stolenSessions } = (await owner.get('/account')).body
    expect(stolenSessions).toMatchObject([{ openedIn: 'Edge · Windows', usedFrom: 'Chrome · Android' }])
    const [{ sessionId }] = stolenSessions
    const { rows } = await test.platform.tamper("select payload from outbox where topic = 'session.stolen'")
    expect(rows.some(({ payload }) => payload.subject.id === sessionId)).toBe(true)
    expect(await administrator.post(`/sessions/${sessionId}/acknowledgement`)).toMatchObject({ status: 404 })
    expect((await owner.post(`/sessions/${sessionId}/acknowledgement`)).status).toBe(200)
    expect((await owner.post(`/sessions/${sessionId}/acknowledgement`)).status).toBe(200)
    expect((await owner.get('/session')).body.account.stolenSessions).toBe(0)
  })

  it('a session of before browsers were noted is compared by what its device said', async () => {
    const use = await openIn(edge(141))
    await test.platform.tamper('update session set browser = null')
    expect((await use(edge(142))).status).toBe(200)
    expect((await use(chrome(141))).status).toBe(401)
  })
})

describe('sessions of others (管理员结束会话)', () => {
  let test: TestApp
  let administrator: Visitor
  let office: Visitor
  let id: string

  beforeAll(async () => {
    test = await openTestApp()
    administrator = await test.as('administrator')
    office = await test.newVisitor('office', 'beiguan')
    id = (await office.get('/session')).body.account.id
  })
  afterAll(() => test.close())

  const isSignedIn = async (visitor: Visitor) => (await visitor.get('/session')).body.account !== null

  it('are listed and ended one by one by an administrator, in the journal', async () => {
    const second = await test.signIn('beiguan')
    const { sessions } = (await administrator.get(`/accounts/${id}/sessions`)).body
    expect(sessions).toHaveLength(2)
    expect(sessions.every((each: { current: boolean }) => !each.current)).toBe(true)
    const newest = (await second.get('/sessions')).body.sessions.find((each: { current: boolean }) => each.current)
    const ended = await administrator.delete(`/accounts/${id}/sessions?sessionId=${newest.id}`)
    expect(ended).toMatchObject({ status: 200, body: { ended: 1 } })
    expect([await isSignedIn(office), await isSignedIn(second)]).toEqual([true, false])
    const journal = (await administrator.get(`/journal?subject=${id}`)).body
    expect(journal.entries[0]).toMatchObject({
      command: 'account.endSessions',
      after: { ended: 1, session: newest.id },
    })
  })

  it('of one account are not ended through another', async () => {
    const own = (await administrator.get('/sessions')).body.sessions[0].id
    expect((await administrator.delete(`/accounts/${id}/sessions?sessionId=${own}`)).body.ended).toBe(0)
    expect(await isSignedIn(administrator)).toBe(true)
  })

  it('are ended all at once by their owner but for the one in use, and by an administrator without exception', async () => {
    const [second, third] = [await test.signIn('beiguan'), await test.signIn('beiguan')]
    expect((await second.delete('/sessions')).body).toEqual({ ended: 2 })
    expect([await isSignedIn(office), await isSignedIn(second), await isSignedIn(third)]).toEqual([false, true, false])
    expect((await second.delete('/sessions')).body).toEqual({ ended: 0 })
    expect((await administrator.delete(`/accounts/${id}/sessions`)).body).toEqual({ ended: 1 })
    expect(await isSignedIn(second)).toBe(false)
  })
})

describe('guesses at the current password (原密码)', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp()
  })
  afterAll(() => test.close())

  const wrong = { current: 'cuode-mima-1', next: 'xin-mima-2026' }

  it('are counted with those at sign-in, stay on record, and lock the account', async () => {
    const visitor = await test.newVisitor('office', 'caimima')
    test.platform.clock.forwardMinutes(1)
    for (let count = 1; count < 5; count += 1) {
      expect((await visitor.put('/account/password', wrong)).body.code).toBe('account.wrongCurrentPassword')
    }
    const fifth = await visitor.put('/account/password', wrong)
    expect(fifth).toMatchObject({ status: 429, body: { code: 'account.locked', retryAfterSeconds: 900 } })
    const right = { current: 'ceshi-mima-2026', next: 'xin-mima-2026' }
    expect((await visitor.put('/account/password', right)).status).toBe(429)
    const signIn = await test.public.post('/session', { login: 'caimima', password: 'ceshi-mima-2026' })
    expect(signIn.body.code).toBe('account.locked')
    test.platform.clock.forwardMinutes(15)
    expect((await visitor.put('/account/password', right)).status).toBe(200)
  })

  it('are five at most, although twenty are sent at once', async () => {
    const visitor = await test.newVisitor('office', 'bingfa')
    test.platform.clock.forwardMinutes(1)
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.put('/account/password', wrong)))
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(16)
  })
})

describe('an office behind one address', () => {
  it('is not shut out by the slips of many people who do sign in, and a guesser is', async () => {
    const test = await openTestApp()
    try {
      const here = { remoteAddress: '198.51.100.7' }
      const [account] = test.platform.county.demonstrationAccounts
      const right = { login: account?.login, password: account?.password }
      for (let count = 0; count < 59; count += 1) {
        await test.public.post('/session', { login: `meiyou${count}`, password: 'sui-bian-shi' }, here)
      }
      expect((await test.public.post('/session', right, here)).status).toBe(200)
      const last = { login: 'meiyou60', password: 'sui-bian-shi' }
      // Sixty slips, and one more for the one person who did sign in.
      expect((await test.public.post('/session', last, here)).status).toBe(401)
      expect((await test.public.post('/session', last, here)).status).toBe(401)
      expect(await test.public.post('/session', right, here)).toMatchObject({
        status: 429,
        body: { code: 'account.tooManyAttempts' },
      })
    } finally {
      await test.close()
    }
  })
})
