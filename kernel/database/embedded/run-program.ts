/** How a PostgreSQL program is run: as whom, with which surroundings, and what a failure to run means. */
import { type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { QxError } from '../../errors/define-errors.ts'
import { embeddedErrors } from './embedded-errors.ts'
import type { SwitchedAccount } from './server-account.ts'

/**
 * The surroundings of a PostgreSQL program: few, so that neither PGPORT and its like nor our own secrets reach it; and
 * a working folder that every account may enter.
 */
export function programOptions(file: string, account: SwitchedAccount): SpawnOptions {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }
  for (const name of ['PATH', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP']) {
    if (process.env[name] !== undefined) env[name] = process.env[name]
  }
  return { cwd: dirname(file), env, windowsHide: true, ...account }
}

/** Runs a program to its end. */
export async function runProgram(
  file: string,
  args: readonly string[],
  account: SwitchedAccount,
): Promise<{ exitCode: number; output: string }> {
  const child = spawn(file, args, { ...programOptions(file, account), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(unfitBinary(file, error)))
    child.on('close', (code, signal) =>
      resolve({ exitCode: code ?? 1, output: signal === null ? output : `${output}\nended by ${signal}` }),
    )
  })
}

/** The system could not even begin the program. */
export function unfitBinary(file: string, cause: NodeJS.ErrnoException): QxError {
  const platform = `${process.platform}-${process.arch}`
  if (!existsSync(file)) return embeddedErrors.binariesMissing({ platform, expected: file }, { cause })
  return embeddedErrors.binariesUnfit({ file, platform, reason: unfitReason(cause.code) }, { cause })
}

function unfitReason(code: string | undefined): string {
  // The file is there, so what does not exist is the loader that it names: glibc's.
  if (code === 'ENOENT') return 'its loader is missing (ENOENT)'
  if (code === 'ENOEXEC' || code === 'EBADARCH' || code === 'UNKNOWN') return `wrong format (${code})`
  if (code === 'EACCES') return 'it may not be executed, perhaps the disk is mounted noexec (EACCES)'
  return code ?? 'unknown'
}

/** The last lines as one line, for a message. */
export function lastLines(text: string, count = 5): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length === 0 ? '-' : lines.slice(-count).join(' | ')
}

export function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
