import { filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters, registers } from './declarations.ts'
import { describeApi } from './openapi.ts'
import { operations } from './operations.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: object
}
interface Described {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<Record<string, { description: string; content?: Record<string, { schema?: object }> }>>
}

const api = describeApi(operations, '0.0.0', registers, matters) as {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}
const all = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method, ...described })),
)

describe('description of the HTTP interface (OpenAPI 3.1)', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp({ empty: true })
  })
  afterAll(() => test.close())

  it('has the parts that the standard requires', () => {
    expect(api.openapi).toBe('3.1.0')
    expect(api.info).toMatchObject({ title: expect.any(String), version: '0.0.0' })
    for (const path of Object.keys(api.paths)) expect(path).toMatch(/^\/[\w\-./{}]*$/)
    for (const { method, responses, path } of all) {
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method)
      for (const response of Object.values(responses)) expect(response.description, path).not.toBe('')
    }
  })

  it('names every operation once', () => {
    const ids = all.map(({ operationId }) => operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('declares each parameter of a path, and no other', () => {
    for (const { path, parameters = [] } of all) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const declared = parameters.filter((parameter) => parameter.in === 'path')
      expect(declared.map(({ name }) => name).sort(), path).toEqual(inPath.sort())
      expect(declared.every(({ required }) => required)).toBe(true)
    }
  })

  it('has only schemas that a validator takes, and references that lead somewhere', { timeout: 120_000 }, () => {
    const ajv = new Ajv2020({ strict: false })
    for (const [name, schema] of Object.entries(api.components.schemas)) {
      ajv.addSchema(schema, `#/components/schemas/${name}`)
    }
    for (const { path, method, parameters = [], requestBody, responses } of all) {
      const schemas = [
        ...parameters.map((parameter) => parameter.schema),
        ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
        ...Object.values(responses).flatMap(({ content = {} }) =>
          Object.values(content).flatMap(({ schema }) => schema ?? []),
        ),
      ]
      for (const schema of schemas) expect(() => ajv.compile(schema), `${method} ${path}`).not.toThrow()
    }
  })

  it('refers to every schema of every matter', () => {
    const text = JSON.stringify(api.paths)
    for (const { id } of matters.all) {
      for (const part of ['typing', 'act']) expect(text).toContain(`"#/components/schemas/${id}.${part}"`)
    }
    expect(bodyOfDraftBeginning()).toMatchObject({ properties: { type: { enum: matters.all.map(({ id }) => id) } } })
  })

  it.each(matters.all.map((declaration) => [declaration.id, declaration] as const))(
    'tells of %s which fields its form has, and of which type',
    (type, declaration) => {
      const fits = validatorOf('/drafts/{draftId}', 'patch')
      const values = filledForm(registers, declaration, {
        ...{ seed: 3, today: '2026-11-25', unitId: 'unit', evidenceId: 'file', withOptional: true },
      })
      const body = { type, revision: 1, values }
      expect(fits(body), JSON.stringify(fits.errors)).toBe(true)
      const [first = ''] = Object.keys(values)
      expect(fits({ ...body, values: { [first]: null } })).toBe(true)
      expect(fits({ ...body, values: { nothingOfIt: 'x' } })).toBe(false)
      expect(fits({ ...body, values: { [first]: { of: ['another', 'kind'] } } })).toBe(false)
      expect(fits({ ...body, type: 'no-matter' })).toBe(false)
      // Who does not say which matter sends what they like, as the server takes it.
      expect(fits({ revision: 1, values: { nothingOfIt: 'x' } })).toBe(true)
    },
  )

  it('uses only ways to sign in that it declares', () => {
    const used = all.flatMap(({ security }) => security.flatMap((each) => Object.keys(each)))
    expect([...new Set(used)]).toEqual(Object.keys(api.components.securitySchemes))
  })

  it('describes every route of the interface, and the interface has every route described', () => {
    const mounted = routesOf(test.app.printRoutes({ commonPrefix: false })).filter(
      (route) => route !== 'get /openapi.json',
    )
    const ofOneRegister = (path: string) => /^\/registers\/[^{]/.test(path)
    const described = all.map(({ method, path }) => `${method} ${path}`)
    expect(mounted.sort()).toEqual(described.filter((route) => !ofOneRegister(route.split(' ')[1] ?? '')).sort())
    // A register's own paths tell the types of its fields; the general route answers them.
    const concrete = described.filter((route) => ofOneRegister(route.split(' ')[1] ?? ''))
    expect(concrete).toHaveLength(registers.all.length * 4)
    const general = concrete.map((route) => route.replace(/registers\/[a-z0-9-]+/, 'registers/{register}'))
    expect(described).toEqual(expect.arrayContaining([...new Set(general)]))
  })

  it('is served as it is, to anybody', async () => {
    const answer = await test.public.get('/openapi.json')
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body.paths)).toEqual(Object.keys(api.paths))
  })
})

function bodyOfDraftBeginning(): object | undefined {
  return api.paths['/drafts']?.['post']?.requestBody?.content['application/json']?.schema
}

function validatorOf(path: string, method: string) {
  const ajv = new Ajv2020({ strict: false, discriminator: false })
  for (const [name, schema] of Object.entries(api.components.schemas)) {
    ajv.addSchema(schema, `#/components/schemas/${name}`)
  }
  return ajv.compile(api.paths[path]?.[method]?.requestBody?.content['application/json']?.schema ?? false)
}

/** The routes of the interface from the tree that Fastify prints: four characters of indentation for each step. */
function routesOf(tree: string): string[] {
  const steps: string[] = []
  return tree.split('\n').flatMap((line) => {
    const match = /^(.*?[├└]── )(\S*)(?: \(([^)]+)\))?/.exec(line)
    if (match === null) return []
    const [, indent = '', step = '', methods = ''] = match
    steps.splice(indent.length / 4 - 1, steps.length, step)
    const path = steps.join('')
    if (!path.startsWith('/api/') || methods === '') return []
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method.toLowerCase()} ${path.slice('/api'.length).replaceAll(/:(\w+)/g, '{$1}')}`)
  })
}
