import { readFile } from 'node:fs/promises'
import { qxErrors } from './qx-errors.ts'
import type { Terminal } from './terminal/terminal.ts'

/**
 * The bytes of a file named on the command line; `-` is standard input.
 *
 * @throws qx.fileNotFound, qx.fileNotReadable
 */
export async function readNamedFile(file: string, terminal: Terminal): Promise<Uint8Array> {
  if (file === '-') return terminal.readInput()
  try {
    return await readFile(file)
  } catch (cause) {
    throw fileTrouble(file, cause)
  }
}

/** Why a file of the operating system cannot be had, as one of ours. */
export function fileTrouble(file: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  if (code === 'ENOENT' || code === 'ENOTDIR') return qxErrors.fileNotFound({ file }, { cause })
  return qxErrors.fileNotReadable({ file, why: code }, { cause })
}
