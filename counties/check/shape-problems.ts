import type { FieldProblem, Localized } from '@qiangxian/kernel/errors/define-errors'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { TLocalizedValidationError } from 'typebox/error'
import { Settings } from 'typebox/system'
import { valueAt } from './json-pointer.ts'

/** Every difference between a value and a schema, each with its path and what to do about it. */
export function shapeProblems(schema: TSchema, value: unknown): FieldProblem[] {
  const errors = allErrors(schema, value)
  const unions = errors.filter((error) => error.keyword === 'anyOf')
  return errors
    .filter((error) => error.keyword !== 'boolean' || !error.schemaPath.endsWith('/additionalProperties'))
    .filter((error) => !unions.some((union) => standsUnder(union, error)))
    .flatMap((error) =>
      error.keyword === 'anyOf'
        ? presentUnion(
            error,
            errors.filter((other) => standsUnder(error, other)),
            value,
            schema,
          )
        : presentError(error, value, schema),
    )
}

/** Each branch of a union reports why it does not fit; together they are one mistake. */
function standsUnder(union: TLocalizedValidationError, error: TLocalizedValidationError): boolean {
  const inSameValue =
    error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`)
  return inSameValue && error.schemaPath.startsWith(`${union.schemaPath}/anyOf/`)
}

/** The branch whose type fits says what is really wrong; where none does, the union as a whole is the problem. */
function presentUnion(
  union: TLocalizedValidationError,
  branches: readonly TLocalizedValidationError[],
  root: unknown,
  schema: TSchema,
): FieldProblem[] {
  const meant = branches.find((error) => error.keyword !== 'type' && error.keyword !== 'anyOf')
  return presentError(meant ?? union, root, schema).map(({ path, message }) => ({
    path,
    message: {
      zh: `${message.zh}没有值时写 null。`,
      en: `${message.en} Where there is no value, write null.`,
    },
  }))
}

/** TypeBox stops after 8 errors unless told otherwise, and only by a setting of the whole process. */
function allErrors(schema: TSchema, value: unknown): TLocalizedValidationError[] {
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: Number.MAX_SAFE_INTEGER })
  try {
    return Compile(schema).Errors(value)
  } finally {
    Settings.Set({ maxErrors })
  }
}

function presentError(error: TLocalizedValidationError, root: unknown, schema: TSchema): FieldProblem[] {
  const path = error.instancePath
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        path: `${path}/${name}`,
        message: {
          zh: `缺少“${name}”。请补上；含义见 counties/schema。`,
          en: `“${name}” is missing. Add it; counties/schema says what it means.`,
        },
      }))
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => ({
        path: `${path}/${name}`,
        message: {
          zh: `没有名为“${name}”的项。请检查拼写，或删去。`,
          en: `There is no field “${name}” here. Check the spelling, or remove it.`,
        },
      }))
    default:
      return [{ path, message: messageFor(error, valueAt(root, path), schema) }]
  }
}

const empty: Localized = { zh: '不能为空，请填写。', en: 'Must not be empty. Fill it in.' }

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数',
  integer: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '对象',
}

function messageFor(error: TLocalizedValidationError, value: unknown, schema: TSchema): Localized {
  const shown = JSON.stringify(value)
  switch (error.keyword) {
    case 'enum': {
      const allowed = error.params.allowedValues.map((one) => JSON.stringify(one)).join(', ')
      return { zh: `${shown} 不在可选值中。请改为：${allowed}。`, en: `${shown} is not one of: ${allowed}.` }
    }
    case 'format':
      return {
        zh: `${shown} 不是存在的日期。请写成 2026-08-31 的样子。`,
        en: `${shown} is no date that exists. Write it like 2026-08-31.`,
      }
    case 'pattern': {
      if (typeof value === 'string' && value.trim() === '') return empty
      const example = valueAt(schema, `${error.schemaPath.slice(1)}/examples/0`) ?? String(error.params.pattern)
      return {
        zh: `${shown} 的写法不对，应像“${example}”那样。`,
        en: `${shown} is not written as it should be, like “${example}”.`,
      }
    }
    case 'type': {
      const type = String(error.params.type)
      return {
        zh: `${shown} 的类型不对，应为${typeNames[type] ?? type}。`,
        en: `${shown} has the wrong type; it should be ${type}.`,
      }
    }
    case 'anyOf':
      return {
        zh: `${shown} 不能写在这里。`,
        en: `${shown} cannot stand here.`,
      }
    case 'minLength':
      return {
        zh: `太短，至少 ${error.params.limit} 个字符。`,
        en: `Too short: at least ${error.params.limit} characters.`,
      }
    case 'minItems':
      return error.params.limit === 1
        ? empty
        : {
            zh: `太少，至少 ${error.params.limit} 条。`,
            en: `Too few: at least ${error.params.limit} entries.`,
          }
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
      return {
        zh: `${shown} 超出范围，应 ${error.params.comparison} ${error.params.limit}。`,
        en: `${shown} is out of range; it should be ${error.params.comparison} ${error.params.limit}.`,
      }
    default:
      return { zh: `${shown} 不合要求（${error.message}）。`, en: `${shown}: ${error.message}.` }
  }
}
