import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import { mediaTypeOfAnswer } from '@qiangxian/kernel/operations/file-answer'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import type { Argument, Command, Option } from '../command.ts'
import { kebab } from '../parse-call.ts'
import { fieldLabel } from '../terminal/field-labels.ts'

/** The part of a JSON Schema that a command line cares about. */
interface Schema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/**
 * The command that an operation's declaration asks for; undefined when it has no words for the command line.
 *
 * Path parameters are arguments. So is what a query must be told (`qx search 专利`), as nothing else distinguishes one
 * call from another; what a change must be told is named, since a slip there would be written down. The file of an
 * upload comes last. An answer that is a file goes where `--out` says.
 */
export function operationCommand(operation: Operation): Command | undefined {
  if (operation.cli === undefined) return undefined
  const { properties = {}, required = [] } = operation.input as Schema
  const inPath = [...operation.route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const isArgument = (key: string) =>
    inPath.includes(key) ||
    (operation.kind === 'query' && required.includes(key) && takes(properties[key] ?? {}) === 'text')
  const keys = [...inPath, ...Object.keys(properties).filter((key) => !inPath.includes(key))]
  const takesFile = operation.kind === 'command' && operation.upload !== undefined
  return {
    words: operation.cli,
    label: operation.label,
    about: operation.about,
    arguments: [
      ...keys.filter(isArgument).map((key) => argumentOf(key, properties[key] ?? {})),
      ...(takesFile ? [file] : []),
    ],
    options: [
      ...keys
        .filter((key) => !isArgument(key))
        .map((key) => optionOf(key, properties[key] ?? {}, required.includes(key))),
      ...(mediaTypeOfAnswer(operation.output) === undefined ? [] : [out]),
    ],
    run: async (call) => (await import('./run-operation.ts')).runOperation(operation, call),
  }
}

/** Under a key that no input has, so that it cannot be taken for one. */
export const fileKey = '(file)'

const file: Argument = {
  name: 'FILE',
  key: fileKey,
  about: { zh: '要上传的文件；- 表示从标准输入读', en: 'the file to give; - is standard input' },
  required: true,
}

/** Under a key that no input has: where to write the file that is the answer. */
export const outKey = '(out)'

const out: Option = {
  name: 'out',
  key: outKey,
  about: { zh: '写到哪个文件；已有的文件不会被覆盖', en: 'the file to write; one that is there is not replaced' },
  required: true,
  takes: 'text',
}

function argumentOf(key: string, schema: Schema): Argument {
  return { name: kebab(key).replace(/-id$/, '').toUpperCase(), key, about: aboutOf(key, schema), required: true }
}

function optionOf(key: string, schema: Schema, required: boolean): Option {
  const nullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false
  return { name: kebab(key), key, about: aboutOf(key, schema), required, takes: takes(schema), nullable }
}

function takes(schema: Schema): Option['takes'] {
  const { type, items, enum: allowed } = unwrapped(schema)
  if (allowed !== undefined) return 'text'
  if (type === 'boolean') return 'flag'
  if (type === 'array') return items === undefined || takes(items) !== 'text' ? 'jsons' : 'texts'
  return type === undefined || type === 'object' ? 'json' : 'text'
}

/** What the schema asks for besides null. */
function unwrapped(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 && others[0] !== undefined ? { ...schema, ...others[0] } : schema
}

function aboutOf(key: string, schema: Schema): Localized {
  const value = unwrapped(schema)
  const allowed = value.enum ?? value.items?.enum
  const written = takes(schema)
  const about = (language: 'zh' | 'en') =>
    [
      fieldLabel(key, language),
      value.description,
      allowed === undefined ? undefined : `${language === 'zh' ? '可选' : 'one of'} ${allowed.join(' | ')}`,
      written === 'texts' ? (language === 'zh' ? '可写多次' : 'may be repeated') : undefined,
      written.startsWith('json') ? jsonAbout(value)[language] : undefined,
      key === passwordKey ? passwordAbout[language] : undefined,
      value.default === undefined ? undefined : `${language === 'zh' ? '默认' : 'default'} ${String(value.default)}`,
    ]
      .filter((part) => part !== undefined)
      .join(language === 'zh' ? '；' : '; ')
  return { zh: about('zh'), en: about('en') }
}

/** A password on a command line stands in the history of the shell and in the list of processes. */
export const passwordKey = 'password'

const passwordAbout: Localized = {
  zh: '写 - 则从标准输入读第一行，不留在命令历史里',
  en: '- reads the first line of standard input, which no history keeps',
}

function jsonAbout({ items, properties = items?.properties ?? {} }: Schema): Localized {
  const keys = Object.keys(properties)
  const shape = keys.length === 0 ? '' : ` {${keys.map((key) => `"${key}": …`).join(', ')}}`
  return { zh: `写成 JSON${shape}`, en: `as JSON${shape}` }
}
