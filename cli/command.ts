import type { Language, Localized } from '@qiangxian/kernel/errors/define-errors'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal/terminal.ts'

/** One command of `qx`, written by hand or made from the declaration of an operation. */
export interface Command {
  /** `plan parse` */
  readonly words: string
  readonly label: Localized
  readonly about: Localized
  /** in the order in which they are written after the words */
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  /** complete calls, for the help and for the documentation */
  readonly examples?: readonly string[]
  /** others begin with its words: `qx import list` is no import of a file called list */
  readonly leadsOthers?: true
  readonly run: (call: Call) => Promise<ExitCode>
}

export interface Argument {
  /** as the help writes it: `FILE` */
  readonly name: string
  /** the key under which `Call.values` holds it */
  readonly key: string
  readonly about: Localized
  readonly required: boolean
  /** of the last argument: it takes all that follows, and its value is a list */
  readonly several?: true
}

export interface Option {
  /** without the dashes: `effective-from` */
  readonly name: string
  readonly key: string
  readonly about: Localized
  readonly required: boolean
  /**
   * text: one value · flag: none · texts: may be given several times · json: one value that is JSON · jsons: several
   */
  readonly takes: 'text' | 'flag' | 'texts' | 'json' | 'jsons'
  /** whether `--no-…` stands for the empty value null */
  readonly nullable?: boolean
}

/** A command as it was called. */
export interface Call {
  readonly command: Command
  /** arguments and options by key; what was not given is absent */
  readonly values: Readonly<Record<string, unknown>>
  readonly json: boolean
  readonly language: Language
  readonly terminal: Terminal
  /** options of the server that were given here too: `--data`, `--database-url`, `--county`, `--empty` */
  readonly place: readonly string[]
}

/** The value of an argument or option that is a text, or undefined when it was not given. */
export function textOf(call: Call, key: string): string | undefined {
  const value = call.values[key]
  return typeof value === 'string' ? value : undefined
}

/** `qx plan adopt IMPORT --effective-from …` */
export function usageOf({ words, arguments: args, options }: Command): string {
  return [
    `qx ${words}`,
    ...args.map(({ name, required, several }) => {
      const written = several === true ? `${name}…` : name
      return required ? written : `[${written}]`
    }),
    ...options.map((option) => {
      const written = option.takes === 'flag' ? `--${option.name}` : `--${option.name} …`
      return option.required ? written : `[${written}]`
    }),
  ].join(' ')
}
