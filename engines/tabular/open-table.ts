import { openCsv } from './csv/open-csv.ts'
import { detectFormat } from './detect-format.ts'
import { openJson } from './json/open-json.ts'
import { defaultLimits, type TableLimits } from './limits.ts'
import { type TableRefusal, TableRefused } from './refusals.ts'
import { openSt96 } from './st96/open-st96.ts'
import type { Table, TableSource } from './table.types.ts'
import { openWorkbook } from './xlsx/open-workbook.ts'

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly refusal: TableRefusal }

export interface OpenOptions {
  /** its stem names the sheet of a file that has but one */
  readonly fileName?: string
  readonly limits?: Partial<TableLimits>
}

const headBytes = 64 * 1024

/**
 * Opens a file as a table, whatever it is called. No rows are read; a source must stay open as long as they are.
 *
 * @example
 * const reading = await openTable(source, { fileName: '专利.xlsx' })
 * if (!reading.ok) return reading.refusal.message
 * for (const sheet of reading.table.sheets) for await (const rows of sheet.rows()) take(rows)
 */
export async function openTable(
  source: TableSource,
  { fileName = '', limits = {} }: OpenOptions = {},
): Promise<TableReading> {
  const within = { ...defaultLimits, ...limits }
  try {
    const verdict = detectFormat(await source.read(0, Math.min(headBytes, source.size)))
    if ('refusal' in verdict) return { ok: false, refusal: verdict.refusal }
    const name =
      fileName
        .replace(/^.*[\\/]/, '')
        .replace(/\.[^.]*$/, '')
        .trim() || 'data'
    switch (verdict.format) {
      case 'xlsx':
        return { ok: true, table: await openWorkbook(source, within) }
      case 'csv':
        return { ok: true, table: await openCsv(source, within, name) }
      case 'json':
        return { ok: true, table: await openJson(source, within, name) }
      case 'st96':
        return { ok: true, table: await openSt96(source, within, name) }
    }
  } catch (error) {
    if (error instanceof TableRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}
