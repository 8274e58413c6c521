import { runQx } from './run-qx.ts'
import type { Terminal } from './terminal/terminal.ts'

/** What a command line answered. */
export interface Answer {
  readonly code: number
  readonly printed: string
  readonly said: string
  /** the printed text as JSON */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape and say what they expect
  readonly json: any
}

/** Runs one command line in this process, at a terminal that remembers. */
export async function qx(
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv; columns?: number } = {},
): Promise<Answer> {
  const [printed, said]: [string[], string[]] = [[], []]
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    say: (text) => void said.push(text),
    readInput: async () => Buffer.from(options.input ?? ''),
    columns: options.columns ?? 100,
    // Commands are tried on a demonstration without the records of its registers, which would take seconds to load.
    env: { QX_WITHOUT_RECORDS: 'yes', ...options.env },
  }
  const code = await runQx(args, terminal)
  const text = printed.join('\n')
  return {
    code,
    printed: text,
    said: said.join('\n'),
    get json() {
      return JSON.parse(text)
    },
  }
}
