import type { Matters } from '@qiangxian/kernel/matters/matters'
import { mediaTypeOfAnswer } from '@qiangxian/kernel/operations/file-answer'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { OpenVisitInput, VisitView } from '@qiangxian/kernel/visits/visits.schemas'
import { PairInput, TwinPaired } from '@qiangxian/kernel/window/window.schemas'
import type { TSchema } from 'typebox'
import { describeMatterSchemas, typedBody } from './openapi-matters.ts'
import { describeRegisterPaths } from './openapi-registers.ts'
import { VisitInput } from './routes/oidc.routes.ts'
import { FirstAdministrator, SecondStepInput, SignInInput } from './routes/session.routes.ts'

/** The description of the HTTP interface, made from the operations: OpenAPI 3.1. */
export function describeApi(
  operations: readonly Operation[],
  version: string,
  registers?: Registers,
  matters?: Matters,
): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = operation.route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][operation.route.method.toLowerCase()] = describeOperation(operation, matters)
  }
  const ofRegisters = registers === undefined ? undefined : describeRegisterPaths(registers)
  Object.assign(paths, ofRegisters?.paths)
  for (const { path, method, ...description } of routesBesides) {
    paths[path] ??= {}
    paths[path][method] = { ...description, responses: { ...description.responses, default: failed } }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qiangxian 强县',
      version,
      description:
        'A county plans, runs, measures and proves its intellectual-property programme. Errors are RFC 9457 problem details with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: {
        Problem: problem,
        ...ofRegisters?.schemas,
        ...(matters === undefined ? {} : describeMatterSchemas(matters)),
      },
      securitySchemes: { session: cookieScheme },
    },
  }
}

const cookieScheme = { type: 'apiKey', in: 'cookie', name: 'qx_session' }

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'stable, for programs' },
    detail: { type: 'string', description: 'which thing, what is wrong, what to do next' },
    requestId: { type: 'string' },
    problems: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    retryAfterSeconds: { type: 'integer' },
  },
}

function describeOperation(operation: Operation, matters: Matters | undefined): object {
  const { properties, required } = fieldsOf(operation.input)
  const inPath = [...operation.route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name))
  const inQuery = operation.route.method === 'GET' ? rest : []
  const inBody = operation.route.method === 'GET' ? [] : rest
  return {
    operationId: operation.id,
    summary: `${operation.label.zh} · ${operation.label.en}`,
    description: `${operation.about.zh}\n\n${operation.about.en}`,
    tags: [operation.id.split('.')[0]],
    security: [{ session: [] }, ...(operation.permission === 'programme.read' ? [{}] : [])],
    'x-permission': operation.permission,
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
      ...inQuery.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    ],
    ...bodyOf(operation, inBody, required, matters),
    responses: {
      200: { description: 'OK', content: contentOf(operation.output) },
      default: failed,
    },
  }
}

/** A file has no schema: in OpenAPI 3.1 the media type alone says that the body is those bytes. */
function contentOf(output: TSchema): object {
  const mediaType = mediaTypeOfAnswer(output)
  return mediaType === undefined ? { 'application/json': { schema: output } } : { [mediaType]: {} }
}

const failed = {
  description: 'What could not be done, and what to do next',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const sessionAnswer = {
  200: {
    description: 'Who is signed in, what they may do, and how the platform stands',
    content: { 'application/json': { schema: { type: 'object' } } },
  },
}
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })

/** Routes that set a cookie or send a file, and therefore are no operations. */
const routesBesides = [
  {
    path: '/session',
    method: 'get',
    operationId: 'session.show',
    summary: '当前会话 · The current session',
    tags: ['session'],
    security: [{ session: [] }, {}],
    responses: sessionAnswer,
  },
  {
    path: '/session',
    method: 'post',
    operationId: 'session.signIn',
    summary: '登录 · Sign in',
    tags: ['session'],
    security: [{}],
    requestBody: json(SignInInput),
    responses: sessionAnswer,
  },
  {
    path: '/session/second-step',
    method: 'post',
    operationId: 'session.secondStep',
    summary: '登录第二步：动态验证码 · The second step of a sign-in: a code',
    tags: ['session'],
    security: [{}],
    requestBody: json(SecondStepInput),
    responses: sessionAnswer,
  },
  {
    path: '/oidc/visits',
    method: 'post',
    operationId: 'identity.visit',
    summary: '前往统一身份认证 · Go to the identity service, to sign in or to link an identity',
    tags: ['identity'],
    security: [{ session: [] }, {}],
    requestBody: json(VisitInput),
    responses: {
      200: {
        description: 'The address to go to, in this browser',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['url'], properties: { url: { type: 'string', format: 'uri' } } },
          },
        },
      },
    },
  },
  {
    path: '/oidc/callback',
    method: 'get',
    operationId: 'identity.callback',
    summary: '从统一身份认证返回 · The way back from the identity service',
    tags: ['identity'],
    security: [{}],
    parameters: ['code', 'state', 'iss', 'error'].map((name) => ({
      name,
      in: 'query',
      required: false,
      schema: { type: 'string' },
    })),
    responses: { 303: { description: 'To the page; what it came to stands in GET /session' } },
  },
  {
    path: '/visits',
    method: 'post',
    operationId: 'visit.open',
    summary: '凭手机验证码办理一次 · Come once, by a code to the telephone',
    tags: ['visit'],
    security: [{}],
    requestBody: json(OpenVisitInput),
    responses: { 200: { description: 'The visit; its token is in a cookie', content: contentOf(VisitView) } },
  },
  {
    path: '/visits/anonymous',
    method: 'post',
    operationId: 'visit.openAnonymous',
    summary: '匿名办理 · Come without a name',
    tags: ['visit'],
    security: [{}],
    responses: { 200: { description: 'The visit; its token is in a cookie', content: contentOf(VisitView) } },
  },
  {
    path: '/visits/current',
    method: 'get',
    operationId: 'visit.current',
    summary: '本次办理 · The visit of this browser',
    tags: ['visit'],
    security: [{}],
    responses: {
      200: {
        description: 'The visit, or null',
        content: {
          'application/json': {
            schema: { type: 'object', required: ['visit'], properties: { visit: Nullable(VisitView) } },
          },
        },
      },
    },
  },
  {
    path: '/visits/current',
    method: 'delete',
    operationId: 'visit.end',
    summary: '结束本次办理 · End the visit',
    tags: ['visit'],
    security: [{}],
    responses: { 200: { description: 'Ended, also where there was none' } },
  },
  {
    path: '/twin',
    method: 'post',
    operationId: 'twin.pair',
    summary: '配对副屏 · Pair the applicant’s own screen',
    tags: ['twin'],
    security: [{}],
    requestBody: json(PairInput),
    responses: { 200: { description: 'Paired; the token is in a cookie', content: contentOf(TwinPaired) } },
  },
  {
    path: '/twin',
    method: 'delete',
    operationId: 'twin.leave',
    summary: '退出副屏 · Leave the twin screen',
    tags: ['twin'],
    security: [{}],
    responses: { 200: { description: 'Left, also where it was not paired' } },
  },
  {
    path: '/session',
    method: 'delete',
    operationId: 'session.signOut',
    summary: '退出 · Sign out',
    tags: ['session'],
    security: [{ session: [] }, {}],
    responses: { 200: { description: 'Signed out, also when nobody was signed in' } },
  },
  {
    path: '/setup/administrator',
    method: 'post',
    operationId: 'account.createFirst',
    summary: '首次设置管理员 · Create the first administrator',
    tags: ['account'],
    security: [{}],
    requestBody: json(FirstAdministrator),
    responses: sessionAnswer,
  },
  {
    path: '/evidence/{evidenceId}/content',
    method: 'get',
    operationId: 'evidence.content',
    summary: '下载文件 · The content of a file',
    tags: ['evidence'],
    security: [{ session: [] }, {}],
    parameters: [{ name: 'evidenceId', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      200: {
        description: 'The file, to be saved; pictures and plain text may be shown',
        content: { 'application/octet-stream': {} },
      },
    },
  },
] as const

function bodyOf(
  operation: Operation,
  fields: readonly [string, object][],
  required: readonly string[],
  matters: Matters | undefined,
): object {
  const properties = Object.fromEntries(fields)
  if (operation.kind === 'command' && operation.upload !== undefined) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    const schema = { type: 'object', required: ['file'], properties: { ...properties, file } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (fields.length === 0) return {}
  const needed = required.filter((name) => name in properties)
  const plain = { type: 'object' as const, properties, ...(needed.length === 0 ? {} : { required: needed }) }
  const schema = matters === undefined ? plain : typedBody(operation.id, plain, matters)
  return { requestBody: { required: needed.length > 0, content: { 'application/json': { schema } } } }
}

function fieldsOf(input: TSchema): { properties: Record<string, object>; required: readonly string[] } {
  const schema = input as { properties?: Record<string, object>; required?: readonly string[] }
  return { properties: schema.properties ?? {}, required: schema.required ?? [] }
}
