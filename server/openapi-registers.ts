import { isPersonal } from '@qiangxian/kernel/registers/columns'
import type { Field } from '@qiangxian/kernel/registers/field.types'
import type { Register, Registers } from '@qiangxian/kernel/registers/registers'

/**
 * The paths of each register with the types of its own fields, beside the general ones that serve all of them: who
 * programs against one register reads its fields here, and no other meaning of `values`.
 */
export function describeRegisterPaths(registers: Registers): {
  readonly paths: Record<string, Record<string, object>>
  readonly schemas: Record<string, object>
} {
  const schemas = Object.fromEntries(
    registers.all.flatMap((register) => [
      [`${register.id}.given`, valuesOf(register, 'given')],
      [`${register.id}.record`, rowOf(register)],
    ]),
  )
  return { paths: pathsOf(registers), schemas }
}

function ref(register: Register, kind: 'given' | 'record'): object {
  return { $ref: `#/components/schemas/${register.id}.${kind}` }
}

function pathsOf(registers: Registers): Record<string, Record<string, object>> {
  return Object.fromEntries(
    registers.all.flatMap((register) => {
      const base = `/registers/${register.id}/records`
      return [
        [base, { get: listOf(register), post: addTo(register) }],
        [`${base}/{recordId}`, { get: oneOf(register), patch: changeOf(register) }],
      ]
    }),
  )
}

function common({ id, declaration }: Register, act: string, zh: string, en: string) {
  return {
    operationId: `register.${id}.${act}`,
    summary: `${declaration.label}：${zh} · ${declaration.labelEn}: ${en}`,
    description: declaration.about,
    tags: [`register ${id}`],
  }
}

const failed = {
  description: 'What could not be done, and what to do next',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
const answer = (schema: object) => ({
  responses: { 200: { description: 'OK', content: { 'application/json': { schema } } }, default: failed },
})
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })
const recordId = { name: 'recordId', in: 'path', required: true, schema: { type: 'string' } }
const query = (name: string, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
})

function listOf(register: Register): object {
  const names = [...register.fields.keys()].join(', ')
  return {
    ...common(register, 'list', '清单', 'list'),
    security: [{ session: [] }, {}],
    parameters: [
      query('filters', `JSON: [{"field","by","value"}]; fields: ${names}`),
      query('q', 'words, or the number'),
      query('unit', 'id of a unit, or none'),
      query(
        'condition',
        `a condition: ${['in-force', ...Object.keys(register.declaration.conditions ?? {})].join(', ')}`,
      ),
      query('asOf', 'as it was known at the end of that day'),
      query('sort', 'field, or -field'),
      query('after', 'the place after the page before'),
      query('limit', 'at most 200'),
    ],
    ...answer({
      type: 'object',
      properties: {
        rows: { type: 'array', items: ref(register, 'record') },
        next: { type: ['string', 'null'] },
        count: { type: ['integer', 'null'] },
        countIsExact: { type: 'boolean' },
        totals: { type: 'object', additionalProperties: { type: 'number' } },
      },
    }),
  }
}

function oneOf(register: Register): object {
  return {
    ...common(register, 'show', '一条记录', 'one record'),
    security: [{ session: [] }, {}],
    parameters: [recordId, query('asOf', 'as it was known at the end of that day')],
    ...answer(ref(register, 'record')),
  }
}

function addTo(register: Register): object {
  const required = [...register.fields.values()]
    .filter(({ name, field }) => field.required === true || register.declaration.key.includes(name))
    .map(({ name }) => name)
  const given = ref(register, 'given')
  const values = required.length === 0 ? given : { allOf: [given, { required }] }
  return {
    ...common(register, 'add', '登记', 'add'),
    security: [{ session: [] }],
    requestBody: body({ type: 'object', required: ['values'], properties: { values, ...beside } }),
    ...answer(ref(register, 'record')),
  }
}

function changeOf(register: Register): object {
  return {
    ...common(register, 'change', '修改', 'change'),
    security: [{ session: [] }],
    parameters: [recordId],
    requestBody: body({
      type: 'object',
      required: ['revision'],
      properties: { revision: { type: 'integer' }, values: ref(register, 'given'), ...beside },
    }),
    ...answer(ref(register, 'record')),
  }
}

const beside = {
  unitId: { type: ['string', 'null'] },
  expectedOn: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  reason: { type: 'string' },
}

function rowOf(register: Register): object {
  return {
    type: 'object',
    properties: {
      id: { type: 'string' },
      revision: { type: 'integer' },
      label: { type: 'string' },
      unit: { type: ['object', 'null'] },
      expectedOn: { type: ['string', 'null'] },
      inForce: { type: ['boolean', 'null'] },
      values: valuesOf(register, 'shown'),
      recordedAt: { type: 'string' },
      demonstration: { type: 'boolean' },
    },
  }
}

function valuesOf({ fields }: Register, way: 'given' | 'shown') {
  const properties = [...fields.values()].map(({ name, field }): [string, object] => [
    name,
    { description: `${field.label} · ${field.labelEn}`, ...orNull(schemaOfField(field, way)) },
  ])
  return { type: 'object', properties: Object.fromEntries(properties) }
}

function orNull(schema: object): object {
  return { anyOf: [schema, { type: 'null' }] }
}

const link = {
  type: 'object',
  required: ['name', 'id'],
  properties: { name: { type: 'string' }, id: { type: ['string', 'null'] } },
}

/** A value of a field as it is given or shown. */
export function schemaOfField(field: Field, way: 'given' | 'shown'): object {
  switch (field.kind) {
    case 'text':
      if (way === 'shown' && isPersonal(field)) return { type: 'object', properties: { masked: { type: 'string' } } }
      return { type: 'string', ...(field.format === undefined ? {} : { 'x-format': field.format }) }
    case 'choice':
      return { type: 'string', enum: field.choices.map(({ value }) => value) }
    case 'choices':
      return { type: 'array', items: { type: 'string', enum: field.choices.map(({ value }) => value) } }
    case 'codes':
      return { type: 'array', items: { type: 'string', 'x-format': field.format } }
    case 'integer':
    case 'money':
      return { type: 'integer', ...(field.kind === 'money' ? { description: 'fen 分' } : {}) }
    case 'decimal':
    case 'share':
      return { type: 'number' }
    case 'flag':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', pattern: datePatterns[field.precision ?? 'day'] }
    case 'link':
      return { ...link, description: `a record of ${field.register}` }
    case 'links':
      return { type: 'array', items: link, description: `records of ${field.register}` }
    case 'unit':
      return { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } }
    case 'attachments':
      return {
        type: 'array',
        items: { type: 'object', properties: { evidenceId: { type: 'string' }, name: { type: 'string' } } },
      }
    case 'point':
      return { type: 'object', properties: { longitude: { type: 'number' }, latitude: { type: 'number' } } }
  }
}

const datePatterns = {
  day: '^\\d{4}-\\d{2}-\\d{2}$',
  month: '^\\d{4}-\\d{2}(-\\d{2})?$',
  year: '^\\d{4}(-\\d{2}){0,2}$',
} as const
