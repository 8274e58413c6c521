import { basename } from 'node:path'
import { compilePlan } from '@qiangxian/engines/plan-document/compile-plan'
import { readDocument } from '@qiangxian/engines/plan-document/read/read-document'
import { type Call, textOf } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readNamedFile } from '../read-file.ts'
import { summarisePlan } from './plan-summary.ts'

/**
 * `qx plan parse FILE`: the plan of a document as data. Touches no database and no network.
 *
 * With `--json` standard output is one JSON object and nothing else, whatever happens: the plan with its `document`
 * (the text that all spans point into), or `{ error: { code, message } }`.
 *
 * @throws qx.fileNotFound, qx.fileNotReadable
 */
export async function parsePlan(call: Call): Promise<ExitCode> {
  const { terminal, language } = call
  const file = textOf(call, 'file') ?? '-'
  const bytes = await readNamedFile(file, terminal)
  const result = await readDocument(bytes, file === '-' ? {} : { fileName: basename(file) })
  if (!result.ok) {
    const { code, message } = result.refusal
    terminal.say(message[language])
    if (call.json) terminal.print(JSON.stringify({ error: { code, message: message[language] } }, null, 2))
    return exitCodes.refused
  }
  const plan = compilePlan(result.source)
  const { format, notes, text } = result.source
  terminal.print(
    call.json
      ? JSON.stringify({ ...plan, document: { format, notes, text } }, null, 2)
      : summarisePlan(plan, result.source, { language, width: terminal.columns }),
  )
  return exitCodes.done
}
