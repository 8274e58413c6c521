import { statesOf } from '@qiangxian/kernel/matters/chart/states'
import type { FormField, MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import { schemaOfField } from './openapi-registers.ts'

/**
 * What a form and an act of each matter take, with the types of their own fields, beside the general paths that serve
 * all of them: who programs against one matter finds what `values` and `input` mean there.
 */
export function describeMatterSchemas(matters: Matters): Record<string, object> {
  return Object.fromEntries(
    matters.all.flatMap((declaration) => [
      [`${declaration.id}.form`, formOf(declaration)],
      [`${declaration.id}.act`, actsOf(declaration)],
      [`${declaration.id}.typing`, typingOf(declaration)],
    ]),
  )
}

interface Body {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, object>>
  readonly required?: readonly string[]
}

/**
 * The body of an operation that serves all matters, with what each of them takes: which matter is begun, what is typed
 * into its form, what its acts take. Without a `type` the fields are free, as the server takes them.
 *
 * @returns the body as it is where matters make no difference
 */
export function typedBody(operationId: string, body: Body, matters: Matters): object {
  const ids = matters.all.map(({ id }) => id)
  const refs = (part: 'typing' | 'act') => ids.map((id) => ({ $ref: schemaPath(id, part) }))
  switch (operationId) {
    case 'draft.begin':
      return { ...body, properties: { ...body.properties, type: { ...body.properties['type'], enum: ids } } }
    case 'draft.save':
    case 'twin.save': {
      const mapping = Object.fromEntries(ids.map((id) => [id, schemaPath(id, 'typing')]))
      const { type: _, ...properties } = body.properties
      return {
        anyOf: [
          { oneOf: refs('typing'), discriminator: { propertyName: 'type', mapping } },
          { ...body, properties, not: { required: ['type'] } },
        ],
      }
    }
    case 'matter.act':
    case 'ownMatter.act':
      return { anyOf: [...refs('act'), body] }
    default:
      return body
  }
}

function schemaPath(id: string, part: 'typing' | 'act'): string {
  return `#/components/schemas/${id}.${part}`
}

/** What is saved of a form while it is being filled: any of its fields, and null to empty one. */
function typingOf({ id, label, labelEn, form }: MatterDeclaration): object {
  const fields = form.steps.flatMap((step) => Object.entries(step.fields))
  const properties = Object.fromEntries(
    fields.map(([name, field]) => [
      name,
      { description: `${field.label} · ${field.labelEn}`, anyOf: [schemaOfField(field, 'given'), { type: 'null' }] },
    ]),
  )
  return {
    type: 'object',
    description: `${label}：填写 · ${labelEn}: typing`,
    required: ['type', 'revision', 'values'],
    properties: {
      type: { const: id },
      revision: { type: 'integer', minimum: 0 },
      step: { enum: form.steps.map((step) => step.id) },
      values: { type: 'object', properties, additionalProperties: false },
    },
  }
}

function formOf({ label, labelEn, form }: MatterDeclaration): object {
  const fields = form.steps.flatMap((step) => Object.entries(step.fields))
  return { description: `${label}：表单 · ${labelEn}: form`, ...objectOf(Object.fromEntries(fields)) }
}

/** One of its acts, each with what comes with it. */
function actsOf(declaration: MatterDeclaration): object {
  const acts = new Map<string, object>()
  for (const { state } of statesOf(declaration).values()) {
    for (const [name, { label, labelEn, fields = {}, opinion }] of Object.entries(state.acts ?? {})) {
      if (acts.has(name)) continue
      acts.set(name, {
        type: 'object',
        description: `${label} · ${labelEn}`,
        required: ['act', 'revision', ...(opinion === 'required' ? ['opinion'] : [])],
        properties: {
          act: { const: name },
          revision: { type: 'integer' },
          input: objectOf(fields),
          ...(opinion === undefined ? {} : { opinion: { type: 'string' } }),
          requestKey: { type: 'string' },
        },
      })
    }
  }
  return { description: `${declaration.label}：办理 · ${declaration.labelEn}: acts`, oneOf: [...acts.values()] }
}

function objectOf(fields: Readonly<Record<string, FormField>>): object {
  const entries = Object.entries(fields)
  const required = entries.filter(([, { required, when }]) => required === true && when === undefined)
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required: required.map(([name]) => name) }),
    properties: Object.fromEntries(
      entries.map(([name, field]) => [
        name,
        { description: `${field.label} · ${field.labelEn}`, ...schemaOfField(field, 'given') },
      ]),
    ),
  }
}
