import type { Role } from '@qiangxian/kernel/accounts/roles'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '../build-app.ts'
import { sessionCookie } from '../request-context.ts'
import { openTestPlatform, type TestPlatform, type TestPlatformOptions } from './test-platform.ts'

/** The HTTP side over a test platform; requests go in without a network. */
export interface TestApp {
  readonly platform: TestPlatform
  readonly app: FastifyInstance
  /** A person with a browser; each call signs in anew. */
  signIn(login: string, password?: string): Promise<Visitor>
  /** A demonstration account of the role. */
  as(role: 'office' | 'administrator'): Promise<Visitor>
  /** Somebody who has not signed in. */
  readonly public: Visitor
  /** An account made for the test, signed in, and past its first password; its unit by official or short name. */
  newVisitor(role: Role, login: string, unit?: string): Promise<Visitor>
  close(): Promise<void>
}

export interface Visitor {
  readonly cookie: string | undefined
  get(path: string, options?: RequestOptions): Promise<Answer>
  post(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>
  put(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>
  patch(path: string, body?: unknown, options?: RequestOptions): Promise<Answer>
  delete(path: string, options?: RequestOptions): Promise<Answer>
  /** Sends one file as a browser's form does. */
  upload(path: string, file: TestFile, fields?: Readonly<Record<string, string>>): Promise<Answer>
}

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** where the request seems to come from; this machine by default */
  readonly remoteAddress?: string
}

export interface TestFile {
  readonly name: string
  readonly content: Uint8Array | string
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape and say what they expect
  readonly body: any
  readonly text: string
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly cookie: string | undefined
}

export const testPassword = 'ceshi-mima-2026'

export async function openTestApp(
  options: TestPlatformOptions &
    Partial<Pick<AppOptions, 'secure' | 'trustedProxies' | 'identityService'>> & { logger?: FastifyBaseLogger } = {},
): Promise<TestApp> {
  const platform = await openTestPlatform(options)
  const app = await buildApp(platform, {
    logger: options.logger,
    trustedProxies: options.trustedProxies ?? [],
    secure: options.secure ?? false,
    identityService: options.identityService,
    setupCode: 'ABCDE12345',
    version: '0.0.0-test',
  })
  const anybody = visitorOf(app, undefined)
  const signIn = async (login: string, password = testPassword) => {
    const answer = await anybody.post('/session', { login, password })
    if (answer.status !== 200) throw new Error(`${login} could not sign in: ${answer.text}`)
    return visitorOf(app, answer.cookie)
  }
  const as = (role: 'office' | 'administrator') => {
    const account = platform.county.demonstrationAccounts.find((each) => each.roles.some((held) => held.role === role))
    if (account === undefined) throw new Error(`the demonstration has no ${role}`)
    return signIn(account.login, account.password)
  }
  const unitId = async (name: string | undefined) => {
    if (name === undefined) return null
    const { organisations } = (await anybody.get('/organisations')).body
    const found = organisations.find((each: { name: string; shortName: string }) =>
      [each.name, each.shortName].includes(name),
    )
    if (found === undefined) throw new Error(`the county has no unit ${name}`)
    return String(found.id)
  }
  return {
    platform,
    app,
    signIn,
    as,
    public: anybody,
    newVisitor: async (role, login, unit) => {
      const administrator = await as('administrator')
      const first = 'shouci-mima-2026'
      const body = {
        login,
        displayName: `${login}（演示）`,
        password: first,
        roles: [{ role, partyId: await unitId(unit) }],
      }
      expectOk(await administrator.post('/accounts', body))
      const fresh = await signIn(login, first)
      expectOk(await fresh.put('/account/password', { current: first, next: testPassword }))
      return fresh
    },
    close: async () => {
      await app.close()
      await platform.close()
    },
  }
}

function expectOk(answer: Answer): void {
  if (answer.status !== 200) throw new Error(`a step of the preparation was refused: ${answer.text}`)
}

function visitorOf(app: FastifyInstance, cookie: string | undefined): Visitor {
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload: { body?: unknown; type?: string },
    options: RequestOptions = {},
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url: path.startsWith('/api') || !path.startsWith('/') ? path : `/api${path}`,
      headers: {
        ...(payload.type === undefined ? {} : { 'content-type': payload.type }),
        ...(cookie === undefined ? {} : { cookie: `${sessionCookie}=${cookie}` }),
        ...options.headers,
      },
      ...(payload.body === undefined ? {} : { payload: payload.body as string | Buffer }),
      ...(options.remoteAddress === undefined ? {} : { remoteAddress: options.remoteAddress }),
    })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      body: isJson ? JSON.parse(response.body) : undefined,
      text: response.body,
      bytes: response.rawPayload,
      headers: response.headers,
      cookie: response.cookies.find((each) => each.name === sessionCookie)?.value,
    }
  }
  const json = (body: unknown) => (body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' })
  return {
    cookie,
    get: (path, options) => send('GET', path, {}, options),
    post: (path, body, options) => send('POST', path, json(body), options),
    put: (path, body, options) => send('PUT', path, json(body), options),
    patch: (path, body, options) => send('PATCH', path, json(body), options),
    delete: (path, options) => send('DELETE', path, {}, options),
    upload: (path, file, fields = {}) => send('POST', path, multipart(file, fields)),
  }
}

const boundary = 'a-line-that-no-test-file-holds'

function multipart(file: TestFile, fields: Readonly<Record<string, string>>) {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(file.content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}
