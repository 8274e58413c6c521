import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { UploadedFile } from '@qiangxian/kernel/evidence/uploaded-file'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { execute } from '@qiangxian/kernel/operations/execute'
import { type FileAnswer, mediaTypeOfAnswer } from '@qiangxian/kernel/operations/file-answer'
import type { Operation, UploadDeclaration } from '@qiangxian/kernel/operations/operation'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import type { Call } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withPlatform } from '../open-place.ts'
import { operatorOfMachine } from '../operator.ts'
import { qxErrors } from '../qx-errors.ts'
import { fileTrouble } from '../read-file.ts'
import { presentOutput } from '../terminal/present-output.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { fileKey, outKey, passwordKey } from './operation-command.ts'

/**
 * Runs an operation in this process, as the operator of the machine, and prints what it answers.
 *
 * An answer that says `verified: false` ends with the code of a refusal, so that a nightly job notices.
 *
 * @throws what the operation throws, and what opening the platform throws
 */
export async function runOperation(operation: Operation, call: Call): Promise<ExitCode> {
  const { [fileKey]: file, [outKey]: out, ...given } = call.values
  const input = await withPassword(given, call.terminal)
  // Before the database is asked for: a mistyped path is answered at once.
  if (typeof file === 'string') await refuseMissing(file)
  const output = await withPlatform(call, async (platform) => {
    const request = { actor: operatorOfMachine(), requestId: newId(platform.now()), language: call.language }
    if (typeof file !== 'string' || operation.kind === 'query') return execute(platform, operation, request, input)
    const upload = await receive(platform, file, operation.upload, call.terminal)
    return execute(platform, operation, { ...request, upload }, input)
  })
  if (mediaTypeOfAnswer(operation.output) !== undefined) return keepFile(output as FileAnswer, String(out), call)
  call.terminal.print(
    call.json
      ? JSON.stringify(output, null, 2)
      : presentOutput(output, { language: call.language, width: call.terminal.columns }),
  )
  const isFalse = typeof output === 'object' && output !== null && 'verified' in output && output.verified === false
  return isFalse ? exitCodes.refused : exitCodes.done
}

/**
 * Writes the file that was answered, and says where it is.
 *
 * @throws qx.fileNotWritten also for a file that is there: it may hold what somebody typed into the last one
 */
async function keepFile({ fileName, content }: FileAnswer, out: string, call: Call): Promise<ExitCode> {
  try {
    await writeFile(out, content, { flag: 'wx' })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw qxErrors.fileNotWritten({ file: out, why: code }, { cause })
  }
  const kept = { file: out, fileName, size: content.byteLength }
  call.terminal.print(
    call.json
      ? JSON.stringify(kept, null, 2)
      : presentOutput(kept, { language: call.language, width: call.terminal.columns }),
  )
  return exitCodes.done
}

async function withPassword(input: Readonly<Record<string, unknown>>, terminal: Terminal) {
  if (input[passwordKey] !== '-') return input
  const [line = ''] = Buffer.from(await terminal.readInput())
    .toString('utf8')
    .split(/\r?\n/)
  return { ...input, [passwordKey]: line }
}

async function refuseMissing(file: string): Promise<void> {
  if (file === '-') return
  try {
    await stat(file)
  } catch (cause) {
    throw fileTrouble(file, cause)
  }
}

/** Brings a file of this machine, or standard input (`-`), into the store. */
export async function receive(
  platform: OpenPlatform,
  file: string,
  limit: UploadDeclaration | undefined,
  terminal: Terminal,
): Promise<UploadedFile> {
  if (file !== '-') return platform.store.receive(createReadStream(file), { fileName: basename(file), ...limit })
  const bytes = await terminal.readInput()
  const whole = (async function* () {
    yield bytes
  })()
  return platform.store.receive(whole, { fileName: 'stdin', ...limit })
}
