import type { QxError } from '@qiangxian/kernel/errors/define-errors'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { execute } from '@qiangxian/kernel/operations/execute'
import { operations } from '@qiangxian/server/operations'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withPlatform } from '../open-place.ts'
import { operatorOfMachine } from '../operator.ts'
import { qxErrors } from '../qx-errors.ts'
import { readNamedFile } from '../read-file.ts'
import { presentOutput } from '../terminal/present-output.ts'

/**
 * `qx calendar load FILE`: the holidays of a year from a JSON file, as `qx calendar list --json` shows them.
 *
 * @throws qx.notJson, qx.fileNotFound, and what is wrong with the year itself
 */
export async function loadCalendar(call: Call): Promise<ExitCode> {
  const file = textOf(call, 'file') ?? '-'
  const text = Buffer.from(await readNamedFile(file, call.terminal)).toString('utf8')
  const year = yearIn(file, text)
  const command = operations.find(({ id }) => id === 'calendar.load')
  if (command === undefined) throw new Error('calendar.load is no operation')
  const output = await withPlatform(call, (platform) => {
    const request = { actor: operatorOfMachine(), requestId: newId(platform.now()), language: call.language }
    return execute(platform, command, request, year)
  })
  call.terminal.print(
    call.json
      ? JSON.stringify(output, null, 2)
      : presentOutput(output, { language: call.language, width: call.terminal.columns }),
  )
  return exitCodes.done
}

/** What the command asks for, of everything that a listed year holds. */
function yearIn(file: string, text: string): object {
  const read = parsed(file, text.replace(/^\ufeff/, ''))
  if (typeof read !== 'object' || read === null) throw notJson(file, 'object')
  const { year, holidays, makeUpDays, source } = read as Readonly<Record<string, unknown>>
  return { year, holidays, makeUpDays, source }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw notJson(file, error instanceof Error ? error.message : String(error))
  }
}

function notJson(file: string, why: string): QxError {
  return qxErrors.notJson({ option: file, why })
}
