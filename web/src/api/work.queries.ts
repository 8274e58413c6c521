import { get } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** What units owe, report and are urged for. Everything below `work` is asked for again after any act on it. */
export const workQuery = (unit: string | undefined) =>
  read<Api.Work>(unit === undefined ? '/work' : `/work?unit=${seg(unit)}`, 'work', 'mine', unit ?? null)
export const reportQuery = (dutyId: string) =>
  read<Api.ReportDetail>(`/reports/${seg(dutyId)}`, 'work', 'report', dutyId)
/** The unit's last reports, for what is filled in now and what was said before. */
export const unitReportsQuery = (unit: string) =>
  read<ReportPage>(`/reports?unit=${seg(unit)}`, 'work', 'unit-reports', unit)
export const dutyQuery = (dutyId: string) => read<Api.DutyDetail>(`/duties/${seg(dutyId)}`, 'work', 'duty', dutyId)
export const supervisionQuery = read<Api.Supervision>('/supervision', 'work', 'supervision')
export const taskProgressQuery = (itemId: string) =>
  read<Api.TaskProgress>(`/tasks/${seg(itemId)}/progress`, 'work', 'task', itemId)
export const sheetQuery = (sheetId: string) =>
  read<Api.SheetImport>(`/work/sheets/${seg(sheetId)}`, 'work', 'sheet', sheetId)

export interface ReportPage {
  readonly reports: readonly Api.ReportRow[]
  readonly counts: Readonly<Partial<Record<Api.ReportState, number>>>
  readonly next: string | null
}

export interface DutyPage {
  readonly duties: readonly Api.DutyRow[]
  readonly next: string | null
}

/** Filters as they stand in the address of a page; what is not set is left out. */
export type Filters = Readonly<Record<string, string | undefined>>

export function reportPage(filters: Filters, cursor: string | null, signal: AbortSignal): Promise<ReportPage> {
  return get(`/reports${queryOf(filters, cursor)}`, signal)
}

export function dutyPage(filters: Filters, cursor: string | null, signal: AbortSignal): Promise<DutyPage> {
  return get(`/duties${queryOf(filters, cursor)}`, signal)
}

function queryOf(filters: Filters, cursor: string | null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value !== undefined && value !== '') query.set(name, value)
  if (cursor !== null) query.set('cursor', cursor)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** After an act: what is owed, the values and the lights may all have changed, and somebody may have been told. */
export async function refreshWork(): Promise<void> {
  await Promise.all(
    [['work'], ['programme'], ['notices']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
