import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { FieldProblem } from '../errors/define-errors.ts'
import type { Operation } from './operation.ts'
import { operationErrors } from './operation-errors.ts'

/**
 * Input is checked once, here, for every way in. Texts become numbers and booleans where the schema asks for them,
 * since a query string and a command line know nothing but text; what the schema does not name is refused.
 */
const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true, strict: false })

const validators = new WeakMap<object, ValidateFunction>()

/**
 * The checked input of an operation.
 *
 * @throws operation.badInput with one problem for each field that is wrong
 */
export function checkInput(operation: Pick<Operation, 'input'>, raw: unknown): unknown {
  const input = structuredClone(raw ?? {})
  const validate = validatorOf(operation.input)
  if (validate(input)) return input
  const problems = (validate.errors ?? []).filter((error) => error.keyword !== 'anyOf').map(problemOf)
  throw operationErrors.badInput({ count: problems.length }, { problems })
}

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema)
  if (known !== undefined) return known
  const closed = 'properties' in schema ? { ...schema, additionalProperties: false } : schema
  const made = ajv.compile(closed)
  validators.set(schema, made)
  return made
}

function problemOf(error: ErrorObject): FieldProblem {
  const params = error.params as Record<string, string | number | readonly string[]>
  const path =
    error.keyword === 'required'
      ? `${error.instancePath}/${params['missingProperty']}`
      : error.keyword === 'additionalProperties'
        ? `${error.instancePath}/${params['additionalProperty']}`
        : error.instancePath
  return { path, message: wordsFor(error.keyword, params, nameOf(path)) }
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}

function wordsFor(keyword: string, params: Record<string, unknown>, name: string): FieldProblem['message'] {
  const limit = String(params['limit'] ?? '')
  switch (keyword) {
    case 'required':
      return { zh: `缺少“${name}”，请填写。`, en: `“${name}” is missing. Fill it in.` }
    case 'additionalProperties':
      return { zh: `不认识“${name}”这一项，请去掉。`, en: `“${name}” is not known here. Leave it out.` }
    case 'type':
      return { zh: `“${name}”应为${typeWord(params['type'])}。`, en: `“${name}” must be ${String(params['type'])}.` }
    case 'minLength':
      return { zh: `“${name}”不能为空（至少 ${limit} 个字符）。`, en: `“${name}” needs at least ${limit} characters.` }
    case 'maxLength':
      return { zh: `“${name}”太长，最多 ${limit} 个字符。`, en: `“${name}” may have ${limit} characters at most.` }
    case 'minimum':
    case 'exclusiveMinimum':
      return { zh: `“${name}”不能小于 ${limit}。`, en: `“${name}” may not be below ${limit}.` }
    case 'maximum':
    case 'exclusiveMaximum':
      return { zh: `“${name}”不能大于 ${limit}。`, en: `“${name}” may not be above ${limit}.` }
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).join('、')
      return { zh: `“${name}”只能是：${allowed}。`, en: `“${name}” must be one of: ${allowed}.` }
    }
    case 'pattern':
      return {
        zh: `“${name}”的格式不对。日期请写成 2026-11-25。`,
        en: `“${name}” has the wrong form. Write dates as 2026-11-25.`,
      }
    default:
      return { zh: `“${name}”不符合要求（${keyword}）。`, en: `“${name}” cannot be taken (${keyword}).` }
  }
}

function typeWord(type: unknown): string {
  const words: Record<string, string> = {
    string: '文字',
    number: '数字',
    integer: '整数',
    boolean: '是或否',
    array: '列表',
    object: '对象',
  }
  return words[String(type)] ?? String(type)
}
