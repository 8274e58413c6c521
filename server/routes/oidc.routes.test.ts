import { Writable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openIdentityService } from '../identity-service.ts'
import { startIdentityProvider, type TestIdentityProvider, testClient } from '../testing/identity-provider.ts'
import { type Answer, openTestApp, type TestApp, testPassword, type Visitor } from '../testing/test-app.ts'

let service: TestIdentityProvider
let test: TestApp
const logged: string[] = []

beforeAll(async () => {
  service = await startIdentityProvider()
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  const { clientId, clientSecret, redirectUri } = testClient
  const settings = { issuer: service.issuer, clientId, clientSecret, label: '江苏政务服务（演示）' }
  test = await openTestApp({
    identityService: openIdentityService(settings, redirectUri),
    logger: pino({ level: 'trace' }, sink) as FastifyBaseLogger,
  })
})
afterEach(() => {
  service.person = 'nobody'
  service.forge = undefined
  service.forgeSignature = false
})
afterAll(async () => {
  await test?.close()
  await service?.close()
})

/** A browser: keeps the cookies of ours that it is given. */
class Browser {
  readonly #cookies = new Map<string, string>()

  async send(method: 'get' | 'post' | 'delete', path: string, body?: unknown): Promise<Answer> {
    const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer =
      method === 'post'
        ? await test.public.post(path, body ?? {}, { headers })
        : await test.public[method](path, { headers })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(String(set)) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, decodeURIComponent(value))
    }
    return answer
  }

  /** Goes to the service as `person` and comes back with its answer, which is not shown to us yet. */
  async visit(person: string, input: object = { purpose: 'signIn' }): Promise<URL> {
    service.person = person
    const begun = await this.send('post', '/oidc/visits', input)
    expect(begun.status, begun.text).toBe(200)
    return service.visit(begun.body.url)
  }

  comeBack(answer: URL): Promise<Answer> {
    return this.send('get', `/oidc/callback${answer.search}`)
  }

  async session() {
    return (await this.send('get', '/session')).body
  }
}

let made = 0

/** An account of the office whose person the identity service knows. */
async function linkedPerson(): Promise<{ subject: string; login: string; visitor: Visitor; id: string }> {
  made += 1
  const login = `tongyi${made}`
  const visitor = await test.newVisitor('office', login)
  const { id } = (await visitor.get('/session')).body.account
  const subject = `person-${made}`
  const reference = await referenceOf(subject)
  const administrator = await test.as('administrator')
  const linked = await administrator.post(`/accounts/${id}/identities`, { reference })
  expect(linked.status, linked.text).toBe(200)
  return { subject, login, visitor, id }
}

async function referenceOf(subject: string): Promise<string> {
  const browser = new Browser()
  await browser.comeBack(await browser.visit(subject))
  const { identityOutcome } = await browser.session()
  expect(identityOutcome).toMatchObject({ code: 'identity.unknown' })
  return identityOutcome.reference
}

describe('signing in through the identity service (统一身份认证)', () => {
  it('is offered with its name', async () => {
    expect((await new Browser().session()).oidc).toEqual({ label: '江苏政务服务（演示）' })
  })

  it('opens a session for a linked account, with code, PKCE, state and nonce, and goes on to the page', async () => {
    const { subject, login, id } = await linkedPerson()
    const browser = new Browser()
    const begun = await browser.send('post', '/oidc/visits', { purpose: 'signIn', next: '/targets/C2' })
    const asked = new URL(begun.body.url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name), name).toMatch(/^[\w-]{43}$/)
    const back = await browser.comeBack(await browser.visit(subject, { purpose: 'signIn', next: '/targets/C2' }))
    expect(back).toMatchObject({ status: 303, headers: { location: '/targets/C2' } })
    expect(await browser.session()).toMatchObject({ account: { login }, identityOutcome: null })
    const administrator = await test.as('administrator')
    const { accounts } = (await administrator.get('/accounts')).body
    const row = accounts.find((account: { id: string }) => account.id === id)
    expect(row.identities).toMatchObject([{ service: service.issuer, lastUsedAt: '2026-11-25T02:00:00.000Z' }])
    const entries = (await administrator.get('/journal?limit=50')).body.entries as { command: string; after: object }[]
    expect(entries.map(({ after }) => after)).toContainEqual({ account: login, by: 'identity' })
    expect(JSON.stringify(entries)).not.toContain(subject)
  })

  it('makes no account for whom it does not know, and gives a number that an administrator links once', async () => {
    const browser = new Browser()
    const back = await browser.comeBack(await browser.visit('a-stranger'))
    expect(back).toMatchObject({ status: 303, headers: { location: '/sign-in' } })
    const { account, identityOutcome } = await browser.session()
    expect(account).toBeNull()
    expect(identityOutcome.reference).toMatch(/^\d{8}$/)
    expect(identityOutcome.message).toContain(`请把关联号 ${identityOutcome.reference} 告诉平台管理员`)
    expect(JSON.stringify(identityOutcome)).not.toContain('a-stranger')
    const office = await test.newVisitor('office', 'xinguanlian')
    const { id } = (await office.get('/session')).body.account
    const administrator = await test.as('administrator')
    const link = () => administrator.post(`/accounts/${id}/identities`, { reference: ` ${identityOutcome.reference} ` })
    expect((await link()).status).toBe(200)
    expect(await link()).toMatchObject({ status: 404, body: { code: 'identity.referenceUnknown' } })
    await browser.comeBack(await browser.visit('a-stranger'))
    expect((await browser.session()).account.login).toBe('xinguanlian')
  })

  it('takes a number for a day, and the newest of each person', async () => {
    const first = await referenceOf('forgetful')
    const second = await referenceOf('forgetful')
    const administrator = await test.as('administrator')
    const { id } = (await administrator.get('/session')).body.account
    const link = (reference: string) => administrator.post(`/accounts/${id}/identities`, { reference })
    expect((await link(first)).body.code).toBe('identity.referenceUnknown')
    await test.platform.tamper("update identity_reference set expires_at = '2026-11-25T02:00:00Z'")
    expect((await link(second)).body.code).toBe('identity.referenceUnknown')
  })

  it('refuses an answer with another state, or none, and in another browser', async () => {
    const { subject } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    const forged = new URL(answer)
    forged.searchParams.set('state', 'A'.repeat(43))
    await browser.comeBack(forged)
    expect(await browser.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.visitOver' } })
    const victim = new Browser()
    await victim.visit('nobody')
    await victim.comeBack(answer)
    expect(await victim.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.visitOver' } })
    const empty = new Browser()
    await empty.comeBack(new URL(testClient.redirectUri))
    expect((await empty.session()).identityOutcome.code).toBe('identity.visitOver')
  })

  it('takes an answer once: neither the address again nor its code in a new visit', async () => {
    const { subject } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    expect((await browser.comeBack(answer)).headers['location']).toBe('/')
    await browser.send('delete', '/session')
    await browser.comeBack(answer)
    expect(await browser.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.visitOver' } })
    const fresh = await browser.visit(subject)
    fresh.searchParams.set('code', answer.searchParams.get('code') ?? '')
    await browser.comeBack(fresh)
    expect(await browser.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.refused' } })
  })

  it('takes no answer that comes after a quarter of an hour', async () => {
    const { subject } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    test.platform.clock.forwardMinutes(16)
    await browser.comeBack(answer)
    expect((await browser.session()).identityOutcome.code).toBe('identity.visitOver')
    test.platform.clock.set('2026-11-25T02:00:00Z')
  })

  it('takes a token that was signed anew with nothing changed: the refusals below are for what they change', async () => {
    const { subject, login } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    service.forge = (claims) => ({ ...claims })
    await browser.comeBack(answer)
    expect((await browser.session()).account.login).toBe(login)
  })

  const seconds = () => Math.floor(Date.now() / 1_000)

  it.each([
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['another audience', { aud: 'another-client' }],
    ['an end that has passed', { exp: seconds() - 600, iat: seconds() - 1_200 }],
    ['another nonce', { nonce: 'B'.repeat(43) }],
    ['no subject', { sub: undefined }],
  ])('refuses a token with %s, though it is signed', async (_what, change) => {
    const { subject } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    service.forge = (claims) => ({ ...claims, ...change }) as typeof claims
    expect((await browser.comeBack(answer)).headers['location']).toBe('/sign-in')
    expect(await browser.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.refused' } })
  })

  it('refuses a token that the service did not sign', async () => {
    const { subject } = await linkedPerson()
    const browser = new Browser()
    const answer = await browser.visit(subject)
    service.forgeSignature = true
    await browser.comeBack(answer)
    expect(await browser.session()).toMatchObject({ account: null, identityOutcome: { code: 'identity.refused' } })
  })

  it('says so when the person declines', async () => {
    const browser = new Browser()
    await browser.comeBack(await browser.visit('denies'))
    const { identityOutcome } = await browser.session()
    expect(identityOutcome).toMatchObject({ code: 'identity.denied', reference: null })
    expect(identityOutcome.message).toContain('取消了授权')
  })

  it('opens nothing for a disabled account, and says so', async () => {
    const { subject, id } = await linkedPerson()
    const administrator = await test.as('administrator')
    await administrator.patch(`/accounts/${id}`, { disabled: true })
    const browser = new Browser()
    await browser.comeBack(await browser.visit(subject))
    expect(await browser.session()).toMatchObject({
      account: null,
      identityOutcome: { code: 'account.accountDisabled' },
    })
  })

  it('asks for the code all the same where a second factor is set up', async () => {
    const { subject, id } = await linkedPerson()
    await test.platform.tamper(
      `insert into account_second_factor values ('320282', '${id}', 'NB2W45DFOIZA', now(), null, now())`,
    )
    const browser = new Browser()
    const back = await browser.comeBack(await browser.visit(subject))
    expect(back.headers['location']).toBe('/sign-in')
    expect(await browser.session()).toMatchObject({ account: null, secondStepDue: true })
  })

  it('does not ask for a temporary password that it made needless', async () => {
    const { subject, id } = await linkedPerson()
    const administrator = await test.as('administrator')
    await administrator.patch(`/accounts/${id}`, { password: 'linshi-mima-2026' })
    const browser = new Browser()
    await browser.comeBack(await browser.visit(subject))
    expect((await browser.session()).account.mustChangePassword).toBe(false)
    expect((await browser.send('get', '/plan-imports')).status).toBe(200)
  })

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
    'does not go on to %s',
    async (next) => {
      const answer = await new Browser().send('post', '/oidc/visits', { purpose: 'signIn', next })
      expect(answer).toMatchObject({ status: 400, body: { code: 'operation.badInput' } })
    },
  )

  it('begins by a request of our own pages only', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await test.public.post('/oidc/visits', { purpose: 'link' }, { headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'http.foreignOrigin' } })
  })

  it('leaves no code, state, secret or number of a person in the log', () => {
    const log = logged.join('')
    expect(log).toContain('/api/oidc/callback')
    expect(log).toContain('identity.refused')
    expect(log).not.toMatch(/code=|state=|person-\d|a-stranger|miyao|qx_identity|eyJ/)
  })
})

describe('linking one’s own identity (关联统一身份)', () => {
  async function signedIn(login: string): Promise<Browser> {
    await test.newVisitor('office', login)
    const browser = new Browser()
    await browser.send('post', '/session', { login, password: testPassword })
    return browser
  }

  it('lets a signed-in person link themselves, see it and take it away again', async () => {
    const browser = await signedIn('zijiguanlian')
    const back = await browser.comeBack(await browser.visit('myself', { purpose: 'link' }))
    expect(back).toMatchObject({ status: 303, headers: { location: '/me' } })
    expect((await browser.session()).identityOutcome.code).toBe('linked')
    const { identities } = (await browser.send('get', '/account')).body
    expect(identities).toMatchObject([{ service: service.issuer, lastUsedAt: null }])
    expect(JSON.stringify(identities)).not.toContain('myself')
    const other = new Browser()
    await other.comeBack(await other.visit('myself'))
    expect((await other.session()).account.login).toBe('zijiguanlian')
    expect((await browser.send('delete', `/account/identities/${identities[0].id}`)).status).toBe(200)
    const later = new Browser()
    await later.comeBack(await later.visit('myself'))
    expect((await later.session()).identityOutcome.code).toBe('identity.unknown')
  })

  it('does not take an identity away from another account', async () => {
    const { subject } = await linkedPerson()
    const browser = await signedIn('qiangguanlian')
    await browser.comeBack(await browser.visit(subject, { purpose: 'link' }))
    expect((await browser.session()).identityOutcome.code).toBe('identity.linkedElsewhere')
  })

  it('does not link with whoever signed in meanwhile', async () => {
    const browser = await signedIn('xianlaide')
    const answer = await browser.visit('meanwhile', { purpose: 'link' })
    await test.newVisitor('office', 'houlaide')
    await browser.send('post', '/session', { login: 'houlaide', password: testPassword })
    await browser.comeBack(answer)
    expect((await browser.session()).identityOutcome.code).toBe('identity.visitOver')
    expect((await browser.send('get', '/account')).body.identities).toEqual([])
  })

  it('needs a sign-in', async () => {
    const answer = await new Browser().send('post', '/oidc/visits', { purpose: 'link' })
    expect(answer).toMatchObject({ status: 401, body: { code: 'operation.signInNeeded' } })
  })
})

describe('an identity service that is away', () => {
  it('is told on the page when it goes away during a visit', async () => {
    const gone = await startIdentityProvider()
    const { clientId, clientSecret, redirectUri } = testClient
    const away = await openTestApp({
      identityService: openIdentityService({ issuer: gone.issuer, clientId, clientSecret, label: '演示' }, redirectUri),
    })
    try {
      gone.person = 'someone'
      const begun = await away.public.post('/oidc/visits', { purpose: 'signIn' })
      const cookie = String(begun.headers['set-cookie']).split(';')[0] ?? ''
      const answer = await gone.visit(begun.body.url)
      await gone.close()
      const back = await away.public.get(`/oidc/callback${answer.search}`, { headers: { cookie } })
      expect(String(back.headers['set-cookie'])).toContain('identity.away')
    } finally {
      await away.close()
    }
  })

  it('is told before the visit when it never answered', async () => {
    const settings = { ...testClient, issuer: 'http://127.0.0.1:1', label: '演示' }
    const away = await openTestApp({ identityService: openIdentityService(settings, testClient.redirectUri) })
    try {
      const answer = await away.public.post('/oidc/visits', { purpose: 'signIn' })
      expect(answer).toMatchObject({ status: 503, body: { code: 'identity.away' } })
      expect(answer.body.detail).toContain('暂时连不上')
      expect((await away.public.get('/session')).status).toBe(200)
    } finally {
      await away.close()
    }
  })
})
