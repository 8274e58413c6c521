import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import { defineErrors, type QxError } from '@qiangxian/kernel/errors/define-errors'
import { newId } from '@qiangxian/kernel/ids/new-id'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import { compileWhenAnswering } from './answer-serializer.ts'
import { matters, registers, serviceHouse } from './declarations.ts'
import { openMetrics } from './metrics.ts'
import type { OpenPlatform } from './open-platform.ts'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'
import { type FirstWords, pageShell } from './page-shell.ts'
import { problemFrom } from './problem.ts'
import { isFromThisMachine, languageOf } from './request-context.ts'
import { fileRoutes } from './routes/file.routes.ts'
import { oidcRoutes } from './routes/oidc.routes.ts'
import { operationRoutes } from './routes/operation.routes.ts'
import { type SessionSettings, sessionRoutes } from './routes/session.routes.ts'
import { visitRoutes } from './routes/visit.routes.ts'

const webDist = fileURLToPath(new URL('../web/dist', import.meta.url))

const httpErrors = defineErrors('http', {
  noSuchRoute: {
    status: 404,
    zh: (e: { path: string }) => `接口 ${e.path} 不存在。接口说明见 /api/openapi.json。`,
    en: (e) => `There is no interface ${e.path}. They are described in /api/openapi.json.`,
  },
  foreignOrigin: {
    status: 403,
    zh: (_: Record<never, never>) => '这次提交来自别的网站，没有执行。请在本平台的页面上操作。',
    en: () => 'This came from another site and was not carried out. Use the pages of this platform.',
  },
})

export interface AppOptions extends SessionSettings {
  readonly logger: FastifyBaseLogger | undefined
  readonly trustedProxies: readonly string[]
}

/** The HTTP side of the platform: the interface below /api, health and metrics, and the pages. */
export async function buildApp(platform: OpenPlatform, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  })
  // The operations check their input themselves, with words for people; Fastify checks nothing twice.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(compileWhenAnswering)
  await app.register(fastifyCookie)
  await app.register(fastifyMultipart)
  // At once up to the size of a long page: handing it to other threads and back costs more than the work. Lists of
  // alike rows shrink to a thirtieth at a low level already.
  await app.register(fastifyCompress, {
    threshold: 4_096,
    syncThreshold: 256 * 1_024,
    encodings: ['br', 'gzip'],
    zlibOptions: { level: 3 },
  })
  const metrics = openMetrics()
  answerErrors(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    refuseForeignOrigin(request)
  })
  app.addHook('onSend', async (request, reply) => addSafetyHeaders(request, reply, options.secure))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.observe(route, request.method, reply.statusCode, reply.elapsedTime / 1_000)
    request.log.info(
      // The route, not the address: what was searched for or looked at is nobody's business here.
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  const description = describeApi(operations, options.version, registers, matters)
  app.get('/api/openapi.json', async () => description)
  sessionRoutes(app, platform, options)
  oidcRoutes(app, platform, options)
  visitRoutes(app, platform, options)
  fileRoutes(app, platform)
  operationRoutes(app, platform, operations)
  healthRoutes(app, platform, metrics)
  await pageRoutes(app)
  return app
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(error, request.id, languageOf(request))
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'failed')
    if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', problem.retryAfterSeconds)
    // The bytes of a refused upload that are still coming are not waited for.
    if (request.isMultipart() && !request.raw.readableEnded) reply.header('connection', 'close')
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
}

/**
 * A browser sends the session cookie with forms of other sites too (SameSite=Lax keeps most of them out); it also says
 * where the request came from, and what came from elsewhere changes nothing here.
 */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw httpErrors.foreignOrigin({})
  const { origin } = request.headers
  // Browsers say nothing of the site on plain http. The host is what a trusted proxy was asked for, else the header's.
  if (origin !== undefined && site === undefined && !sameHost(origin, request.host)) throw httpErrors.foreignOrigin({})
}

function sameHost(origin: string, host: string): boolean {
  try {
    const from = new URL(origin)
    // Read as an address too, so that a port that goes without saying makes no difference.
    return from.host === new URL(`${from.protocol}//${host}`).host
  } catch {
    return false
  }
}

const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

async function addSafetyHeaders(request: FastifyRequest, reply: FastifyReply, secure: boolean): Promise<void> {
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'same-origin')
  if (secure) reply.header('strict-transport-security', 'max-age=31536000')
  if (reply.getHeader('content-security-policy') === undefined) reply.header('content-security-policy', pagePolicy)
  if (request.url.startsWith('/api') && reply.getHeader('cache-control') === undefined) {
    reply.header('cache-control', 'no-store')
  }
}

function healthRoutes(app: FastifyInstance, platform: OpenPlatform, metrics: ReturnType<typeof openMetrics>): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await platform.database.answers()
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'databaseAway' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request)) throw httpErrors.noSuchRoute({ path: '/metrics' })
    return reply.type(metrics.contentType).send(await metrics.print())
  })
}

/** The pages: files of the web build; any other address is a page of the app, which finds its own way. */
async function pageRoutes(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(webDist, 'index.html'))) {
    app.setNotFoundHandler((request) => notFound(request))
    return
  }
  await app.register(fastifyStatic, {
    root: webDist,
    index: false,
    setHeaders: (reply, path) => {
      // Built files carry their content in their name; the page itself is asked for anew.
      const fixed = path.includes('/assets/') || path.includes('\\assets\\')
      reply.header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const shell = pageShell(webDist, firstWords)
  const sendPage = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(shell(request.url.split('?')[0] ?? '/'))
  app.get('/', (request, reply) => sendPage(request, reply))
  app.setNotFoundHandler((request, reply) => {
    const isFile = /^\/(api|assets)\//.test(request.url)
    if (isFile || request.method !== 'GET') return notFound(request)
    return sendPage(request, reply)
  })
}

function firstWords(kind: 'service' | 'event', id: string): FirstWords | undefined {
  const named = kind === 'service' ? matters.find(id) : serviceHouse.lifeEvents.find((event) => event.id === id)
  return named === undefined ? undefined : { title: named.label, lead: named.about }
}

function notFound(request: FastifyRequest): QxError {
  throw httpErrors.noSuchRoute({ path: request.url.split('?')[0] ?? '' })
}
