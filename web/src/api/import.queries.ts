import { get, post, put, upload } from './client.ts'
import type { ImportRowView, ImportRun, NameMatch, SheetLayout } from './import.types.ts'
import { read, seg } from './queries.ts'

export const runsQuery = (register: string | undefined) =>
  read<{ imports: readonly ImportRun[] }>(
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
  const query = new URLSearchParams({ verdict })
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
    sheets: sheets.map(({ sheet, taken, columns }) => ({
      sheet,
      taken,
      columns: columns.map(({ index, field }) => ({ index, field })),
    })),
  })
}

export type RowDecision = 'take' | 'skip'

/** Which rows a decision is about: one of them, or all of a kind. */
export type DecidedRows =
  | { readonly rows: readonly Pick<ImportRowView, 'sheet' | 'row'>[] }
  | { readonly verdict: 'doubtful' }

export function decideRows(
  runId: string,
  decision: RowDecision,
  which: DecidedRows,
): Promise<{ readonly run: ImportRun; readonly decided: number }> {
  return put(`/imports/${seg(runId)}/decisions`, { decision, ...which })
}

export const commitRun = (runId: string): Promise<ImportRun> => post(`/imports/${seg(runId)}/commitment`)
export const discardRun = (runId: string): Promise<ImportRun> => post(`/imports/${seg(runId)}/discarding`)
/** @param leaveChanged records that somebody changed since the import stay as they are, the others are undone */
export const undoRun = (runId: string, reason: string, leaveChanged: boolean): Promise<ImportRun> =>
  post(`/imports/${seg(runId)}/undoing`, { reason, leaveChanged })
export const faultyRowsPath = (runId: string): string => `/api/imports/${seg(runId)}/faulty-rows`

export interface NamePage {
  readonly names: readonly NameMatch[]
  readonly total: number
}

/** The names written most often come first. */
export const namesQuery = (status: string, page: number) =>
  read<NamePage>(`/name-matches?status=${seg(status)}&page=${page}`, 'names', status, page)

/** A record that is meant, or that there is none: one is made, or the name means nobody. */
export type NameDecision = { readonly recordId: string } | { readonly as: 'new' | 'none' }

export function decideName(
  matchId: string,
  decision: NameDecision,
): Promise<{ readonly name: NameMatch; readonly repaired: number }> {
  return post(`/name-matches/${seg(matchId)}/decision`, decision)
}
