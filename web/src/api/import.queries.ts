import { get, post, put, upload } from './client.ts'
import type { ImportRowView, ImportRun, NameMatch, SheetLayout } from './import.types.ts'
import { read, seg } from './queries.ts'

export const runsQuery = (register: string | undefined) =>
  read<{ runs: readonly ImportRun[] }>(
    register === undefined ? '/imports' : `/imports?register=${seg(register)}`,
    'runs',
    'list',
    register ?? null,
  )
export const runQuery = (runId: string) => read<ImportRun>(`/imports/${seg(runId)}`, 'runs', runId)

export interface ImportRowPage {
  readonly rows: readonly ImportRowView[]
  readonly next: string | null
}

export type Verdict = ImportRowView['verdict']

export function runRows(
  runId: string,
  verdict: Verdict,
  after: string | null,
  signal: AbortSignal,
): Promise<ImportRowPage> {
  const query = new URLSearchParams({ verdict, limit: '50' })
  if (after !== null) query.set('after', after)
  return get(`/imports/${seg(runId)}/rows?${query}`, signal)
}

export function startRun(register: string, file: File, onProgress: (share: number) => void): Promise<ImportRun> {
  const form = new FormData()
  form.append('file', file)
  return upload(`/registers/${seg(register)}/imports`, form, onProgress)
}

export function mapRun(runId: string, sheets: readonly SheetLayout[]): Promise<ImportRun> {
  return put(`/imports/${seg(runId)}/mapping`, {
    sheets: sheets.map(({ sheet, taken, headRow, columns }) => ({
      sheet,
      taken,
      headRow,
      columns: columns.map(({ index, field }) => ({ index, field })),
    })),
  })
}

export interface RowDecision {
  readonly sheet: string
  readonly row: number
  readonly decision: 'take' | 'skip'
}

export function decideRows(runId: string, decisions: readonly RowDecision[]): Promise<ImportRun> {
  return put(`/imports/${seg(runId)}/decisions`, { decisions })
}

export const commitRun = (runId: string): Promise<ImportRun> => post(`/imports/${seg(runId)}/commitment`)
export const discardRun = (runId: string): Promise<ImportRun> => post(`/imports/${seg(runId)}/discarding`)
export const undoRun = (runId: string, reason: string): Promise<ImportRun> =>
  post(`/imports/${seg(runId)}/undoing`, { reason })
export const faultyRowsPath = (runId: string): string => `/api/imports/${seg(runId)}/faulty-rows`

export interface NamePage {
  readonly matches: readonly NameMatch[]
  readonly next: string | null
}

export const namesQuery = (status: string) =>
  read<NamePage>(`/name-matches?status=${seg(status)}&limit=50`, 'names', status)

export type NameDecision =
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'none' }

export function decideName(matchId: string, decision: NameDecision): Promise<NameMatch> {
  return post(`/name-matches/${seg(matchId)}/decision`, decision)
}
