import type { Language } from '@qiangxian/kernel/errors/define-errors'

/** Where a command writes and what surrounds it; a test hands in one of its own. */
export interface Terminal {
  /** the result, to standard output */
  print(text: string): void
  /** what is said besides the result, to standard error */
  say(text: string): void
  /** everything that comes on standard input */
  readInput(): Promise<Uint8Array>
  /** columns of the window; a pipe has none, and gets the width of a page */
  readonly columns: number
  readonly env: NodeJS.ProcessEnv
}

const widthOfPage = 120
const narrowest = 60

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // `qx … | head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    readInput: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    columns: process.stdout.isTTY ? Math.max(narrowest, process.stdout.columns || widthOfPage) : widthOfPage,
    env: process.env,
  }
}

/** Chinese, unless the option or the locale asks for English. The usual order of precedence of a locale. */
export function languageOf(option: string | undefined, env: NodeJS.ProcessEnv): Language {
  const locale =
    option ?? [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return /^en\b|^en_/i.test(locale ?? '') ? 'en' : 'zh'
}
