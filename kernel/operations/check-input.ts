import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { TSchema } from 'typebox'
import { isCivilDate } from '../clock/civil-date.ts'
import type { FieldProblem } from '../errors/define-errors.ts'
import type { Operation } from './operation.ts'
import { operationErrors } from './operation-errors.ts'

/**
 * Input is checked once, here, for every way in; what the schema does not name is refused.
 *
 * Nothing in a JSON body is turned into something else: a number is a number, and null is never 0 or an empty text.
 */
const ajv = new Ajv({ allErrors: true, useDefaults: true, strict: false })

// A date of the calendar; the database would refuse another one without words.
ajv.addFormat('date', isCivilDate)

const validators = new WeakMap<object, ValidateFunction>()

/**
 * The checked input of an operation.
 *
 * Its own fields, not what is inside of them, may come as text where the schema asks for a number or a yes or no: a
 * query string, a form and a command line know nothing but text.
 *
 * @param at where the input stands in what was sent, `/content`, for the paths of the problems
 * @throws operation.badInput with one problem for each field that is wrong
 */
export function checkInput(operation: Pick<Operation, 'input'>, raw: unknown, at = ''): unknown {
  const input = fromText(operation.input, structuredClone(raw ?? {}))
  const validate = validatorOf(operation.input)
  const isFit = validate(input)
  const problems = [
    ...(isFit ? [] : (validate.errors ?? []).filter(isForReaders).map(problemOf)),
    ...unstorable(input, ''),
  ].map(({ path, message }) => ({ path: `${at}${path}`, message }))
  if (problems.length === 0) return input
  throw operationErrors.badInput({ count: problems.length }, { problems })
}

/** Of a field that may also be null, only what is wrong with its other form is told. */
function isForReaders({ keyword, params }: ErrorObject): boolean {
  return keyword !== 'anyOf' && !(keyword === 'type' && params['type'] === 'null')
}

function fromText(schema: TSchema, input: unknown): unknown {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input
  const fields = 'properties' in schema ? (schema.properties as Record<string, object>) : {}
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, readText(fields[name], value)]))
}

function readText(schema: object | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || schema === undefined) return value
  const types = typesOf(schema)
  if (types.includes('array')) return [value]
  if (types.includes('boolean') && ['true', 'false'].includes(value)) return value === 'true'
  const isNumeric = types.includes('integer') || types.includes('number')
  return isNumeric && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

function typesOf(schema: object): readonly string[] {
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) return schema.anyOf.flatMap((each: object) => typesOf(each))
  return 'type' in schema && typeof schema.type === 'string' ? [schema.type] : []
}

/** Characters that no database keeps: NUL, and half of a character. */
function unstorable(value: unknown, path: string): readonly FieldProblem[] {
  if (typeof value === 'string') {
    if (!value.includes('\u0000') && value.isWellFormed()) return []
    const name = nameOf(path)
    return [
      {
        path,
        message: {
          zh: `“${name}”里有无法保存的字符（空字符或残缺的字）。请删去后重新填写。`,
          en: `“${name}” holds characters that cannot be kept (NUL or half a character). Delete them and enter it again.`,
        },
      },
    ]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => unstorable(inner, `${path}/${name}`))
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
  return path.split('/').at(-1) || '输入'
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
    case 'format':
      return {
        zh: `“${name}”不是存在的日期。请写成 2026-11-25 这样的日期。`,
        en: `“${name}” is no date that exists. Write it like 2026-11-25.`,
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
