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
    ]),
  )
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
