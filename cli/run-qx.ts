import { type Language, QxError } from '@qiangxian/kernel/errors/define-errors'
import type { Command } from './command.ts'
import { ownCommands } from './commands/own-commands.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { type CommonOptions, parseCall, takeCommonOptions } from './parse-call.ts'
import { exitCodeOf, qxErrors } from './qx-errors.ts'
import { languageOf, type Terminal } from './terminal/terminal.ts'

/** Runs one command line. Never throws: whatever goes wrong is said, and becomes the exit code. */
export async function runQx(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let language = languageOf(undefined, terminal.env)
  try {
    const { common, rest } = takeCommonOptions(argv)
    language = languageOf(common.lang, terminal.env)
    return await dispatch(common, rest, language, terminal)
  } catch (error) {
    return report(error, argv.includes('--json'), language, terminal)
  }
}

async function dispatch(
  common: CommonOptions,
  rest: readonly string[],
  language: Language,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json, help, place } = common
  const [first] = rest
  if (first === undefined || first === 'help' || help) {
    const { showHelp } = await import('./commands/help.ts')
    return showHelp(wordsOf(first === 'help' ? rest.slice(1) : rest), { json, language, terminal })
  }
  if (first === 'version' || first === '--version') {
    const { programVersion } = await import('./program-version.ts')
    terminal.print(json ? JSON.stringify({ version: programVersion() }) : programVersion())
    return exitCodes.done
  }
  const command = await findCommand(wordsOf(rest))
  const values = parseCall(command, rest.slice(command.words.split(' ').length))
  return command.run({ command, values, json, language, terminal, place })
}

/** The words at the beginning, before the first option. */
function wordsOf(rest: readonly string[]): readonly string[] {
  const end = rest.findIndex((arg) => arg.startsWith('-'))
  return end === -1 ? rest : rest.slice(0, end)
}

/** @throws qx.unknownCommand */
async function findCommand(words: readonly string[]): Promise<Command> {
  const own = longestMatch(ownCommands, words)
  if (own !== undefined && own.leadsOthers !== true) return own
  const { allCommands, nearestCommands } = await import('./commands/all-commands.ts')
  const found = longestMatch(allCommands, words)
  if (found !== undefined) return found
  throw qxErrors.unknownCommand({ words: words.join(' '), near: nearestCommands(words) })
}

function longestMatch(commands: readonly Command[], words: readonly string[]): Command | undefined {
  const line = `${words.join(' ')} `
  return commands
    .filter((command) => line.startsWith(`${command.words} `))
    .reduce<Command | undefined>(
      (best, each) => (best !== undefined && best.words.length > each.words.length ? best : each),
      undefined,
    )
}

function report(error: unknown, json: boolean, language: Language, terminal: Terminal): ExitCode {
  if (!(error instanceof QxError)) {
    terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    if (json) terminal.print(JSON.stringify({ error: { code: 'qx.broken', message: String(error) } }, null, 2))
    return exitCodes.refused
  }
  const message = error.messageIn(language)
  const problems = error.problems.map((problem) => ({ path: problem.path, message: problem.message[language] }))
  terminal.say([message, ...problems.map((problem) => `  ${problem.path}  ${problem.message}`)].join('\n'))
  if (json) {
    const shown = { code: error.code, message, ...(problems.length === 0 ? {} : { problems }) }
    terminal.print(JSON.stringify({ error: shown }, null, 2))
  }
  return exitCodeOf(error)
}
