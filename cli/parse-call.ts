import { parseArgs } from 'node:util'
import { type Command, type Option, usageOf } from './command.ts'
import { qxErrors } from './qx-errors.ts'

/** Options that every command has, wherever they stand. */
export interface CommonOptions {
  readonly json: boolean
  readonly help: boolean
  readonly lang: string | undefined
  readonly place: readonly string[]
}

const places = new Set(['data', 'database-url', 'county'])

/**
 * Takes the options that every command has out of a command line.
 *
 * @throws qx.optionWithoutValue, qx.unknownLanguage
 */
export function takeCommonOptions(argv: readonly string[]): { common: CommonOptions; rest: readonly string[] } {
  const rest: string[] = []
  const place: string[] = []
  let [json, help] = [false, false]
  let lang: string | undefined
  for (let index = 0; index < argv.length; index += 1) {
    const arg = argv[index] ?? ''
    if (arg === '--') {
      rest.push(...argv.slice(index))
      break
    }
    const [name = '', inline] = splitOption(arg)
    const takesValue = places.has(name) || name === 'lang'
    if (arg === '--json') json = true
    else if (arg === '--help' || arg === '-h') help = true
    else if (arg === '--empty') place.push(arg)
    else if (!takesValue) rest.push(arg)
    else {
      const value = inline ?? argv[++index]
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        throw qxErrors.optionWithoutValue({ option: `--${name}` })
      }
      if (name === 'lang' && value !== 'zh' && value !== 'en') throw qxErrors.unknownLanguage({ language: value })
      if (name === 'lang') lang = value
      else place.push(`--${name}=${value}`)
    }
  }
  return { common: { json, help, lang, place }, rest }
}

function splitOption(arg: string): readonly [string, string | undefined] | readonly [] {
  if (!arg.startsWith('--')) return []
  const at = arg.indexOf('=')
  return at === -1 ? [arg.slice(2), undefined] : [arg.slice(2, at), arg.slice(at + 1)]
}

/**
 * The values of a command's arguments and options.
 *
 * Values stay texts; what they should be is for the input check of the operation, the same as for every way in.
 *
 * @throws the errors of a wrong call, qx.…
 */
export function parseCall(command: Command, rest: readonly string[]): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  const positionals: string[] = []
  const known = Object.fromEntries([
    // An argument may be named as well, and then the word after it is its value.
    ...command.arguments.map(({ key }) => [kebab(key), { type: 'string' }] as const),
    ...command.options.map(({ name, takes }) => [name, { type: takes === 'flag' ? 'boolean' : 'string' } as const]),
  ])
  const { tokens } = parseArgs({ args: [...rest], options: known, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind === 'option') takeOption(command, token, values)
  }
  for (const [index, value] of positionals.entries()) {
    const last = command.arguments.at(-1)
    const argument = command.arguments[index] ?? (last?.several === true ? last : undefined)
    if (argument?.several === true) {
      values[argument.key] = [...((values[argument.key] as readonly unknown[]) ?? []), value]
      continue
    }
    if (argument === undefined) throw qxErrors.tooManyArguments({ argument: value, usage: usageOf(command) })
    values[argument.key] = value
  }
  const missing = [
    ...command.arguments.filter(({ key, required }) => required && !(key in values)).map(({ name }) => name),
    ...command.options.filter(({ key, required }) => required && !(key in values)).map(({ name }) => `--${name}`),
  ]
  if (missing.length > 0) throw qxErrors.argumentMissing({ argument: missing.join('、'), usage: usageOf(command) })
  return values
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function takeOption(command: Command, { name, rawName, value }: OptionToken, values: Record<string, unknown>): void {
  const denied = name.startsWith('no-') ? command.options.find((each) => each.name === name.slice(3)) : undefined
  if (denied !== undefined && value === undefined && (denied.takes === 'flag' || denied.nullable === true)) {
    values[denied.key] = denied.takes === 'flag' ? false : null
    return
  }
  // An argument may be given by its name as well, for scripts that prefer to name everything.
  const argument = command.arguments.find(({ key }) => kebab(key) === name)
  const option =
    command.options.find((each) => each.name === name) ??
    (argument === undefined ? undefined : ({ ...argument, name, takes: 'text' } satisfies Option))
  if (option === undefined) throw qxErrors.unknownOption({ option: rawName, command: command.words })
  if (option.takes === 'flag') {
    if (value !== undefined) throw qxErrors.flagWithValue({ option: rawName })
    values[option.key] = true
    return
  }
  if (value === undefined) throw qxErrors.optionWithoutValue({ option: rawName })
  const taken = option.takes === 'json' || option.takes === 'jsons' ? fromJson(rawName, value) : value
  const several = option.takes === 'texts' || option.takes === 'jsons'
  if (!several) values[option.key] = taken
  else
    values[option.key] = [
      ...((values[option.key] as readonly unknown[]) ?? []),
      ...(Array.isArray(taken) ? taken : [taken]),
    ]
}

function fromJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw qxErrors.notJson({ option, why: error instanceof Error ? error.message : String(error) })
  }
}

/** `effectiveFrom` as an option is written: `effective-from`. */
export function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
