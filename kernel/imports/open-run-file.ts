import { detectFormat } from '@qiangxian/engines/tabular/detect-format'
import { openTable } from '@qiangxian/engines/tabular/open-table'
import type { Table } from '@qiangxian/engines/tabular/table.types'
import type { StoredFiles } from '../operations/context.ts'
import { importErrors } from './import-errors.ts'

export interface OpenedFile {
  readonly table: Table
  close(): Promise<void>
}

/**
 * Opens the stored file of a run as a table; its rows are read as they are asked for.
 *
 * @throws import.refusedFile for what is no table, or none that is read here, with the way to make it one
 */
export async function openRunFile(
  files: StoredFiles,
  { sha256, fileName }: { readonly sha256: string; readonly fileName: string },
): Promise<OpenedFile> {
  const source = await files.source(sha256)
  try {
    const detected = detectFormat(await source.read(0, 64 * 1024))
    if ('refusal' in detected) throw importErrors.refusedFile({ fileName, why: detected.refusal.message })
    const reading = await openTable(source, { fileName })
    if (!reading.ok) throw importErrors.refusedFile({ fileName, why: reading.refusal.message })
    return { table: reading.table, close: () => source.close() }
  } catch (error) {
    await source.close()
    throw error
  }
}
