import { QxError } from '../../errors/define-errors.ts'
import { embeddedErrors } from './embedded-errors.ts'

/** What PostgreSQL's programs write when the disk, or the user's share of it, is full. */
const DISK_FULL = /No space left on device|Disk quota exceeded/

export const tellsOfFullDisk = (output: string) => DISK_FULL.test(output)

/**
 * An error of the file system in the words of this area; any other error stays what it is.
 *
 * Files are written in many places here, and whichever of them meets a full or closed disk first, the reader needs the
 * same sentence.
 */
export function folderTrouble(folder: string, error: unknown): unknown {
  if (error instanceof QxError) return error
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return embeddedErrors.diskFull({ folder }, { cause: error })
  return embeddedErrors.folderNotWritable({ folder, reason: `${syscall} ${code}` }, { cause: error })
}
