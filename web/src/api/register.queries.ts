import { get, patch, post, remove } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type {
  AttendanceProof,
  BulkOutcome,
  DuplicateGroup,
  Filter,
  Mistake,
  RecordDetail,
  RecordPage,
  RecordRow,
  RegisterDescription,
  RegisterRow,
  SavedView,
  Values,
} from './register.types.ts'

/** Everything below `registers` is asked for again after any change of a record. */
export const registersQuery = read<{ registers: readonly RegisterRow[] }>('/registers', 'registers')
export const registerQuery = (id: string) =>
  read<RegisterDescription>(`/registers/${seg(id)}`, 'registers', id, 'description')
export const recordQuery = (register: string, id: string) =>
  read<RecordDetail>(`/registers/${seg(register)}/records/${seg(id)}`, 'registers', register, 'record', id)
/** A person-time that proves itself, looked at step by step. */
export const proofQuery = (recordId: string) =>
  read<AttendanceProof>(
    `/training-attendances/${seg(recordId)}/proof`,
    'registers',
    'training-attendance',
    'proof',
    recordId,
  )
export const viewsQuery = (register: string) =>
  read<{ views: readonly SavedView[] }>(`/registers/${seg(register)}/views`, 'registers', register, 'views')
export const duplicatesQuery = (register: string) =>
  read<{ groups: readonly DuplicateGroup[] }>(
    `/registers/${seg(register)}/duplicates`,
    'registers',
    register,
    'duplicates',
  )
export const ownEntitiesQuery = read<{
  entities: readonly { readonly register: string; readonly record: RecordRow }[]
}>('/own-entities', 'registers', 'own-entities')

/** Which records of a register: the same for a page of the list, an export and a bulk act. */
export interface Selection {
  readonly filters?: readonly Filter[]
  readonly q?: string
  readonly unit?: string
  readonly asOf?: string
  /** a field, with - before it from the largest down */
  readonly sort?: string
}

export function listPath(register: string, selection: Selection, after: string | null, limit: number): string {
  const query = selectionOf(selection)
  if (after !== null) query.set('after', after)
  query.set('limit', String(limit))
  return `/registers/${seg(register)}/records?${query}`
}

export function exportPath(register: string, selection: Selection, format: string): string {
  const query = selectionOf(selection)
  query.set('format', format)
  return `/api/registers/${seg(register)}/export?${query}`
}

function selectionOf({ filters, q, unit, asOf, sort }: Selection): URLSearchParams {
  const query = new URLSearchParams()
  if (filters !== undefined && filters.length > 0) query.set('filters', JSON.stringify(filters))
  for (const [name, value] of Object.entries({ q, unit, asOf, sort }))
    if (value !== undefined && value !== '') query.set(name, value)
  return query
}

export function recordPage(
  register: string,
  selection: Selection,
  after: string | null,
  signal: AbortSignal,
): Promise<RecordPage> {
  return get(listPath(register, selection, after, 60), signal)
}

export const recordsQuery = (register: string, selection: Selection, limit: number) =>
  read<RecordPage>(listPath(register, selection, null, limit), 'registers', register, 'records', selection, limit)

export interface RecordInput {
  readonly values: Values
  readonly unitId?: string | null
  readonly expectedOn?: string | null
  readonly reason?: string
}

export function addRecord(register: string, input: RecordInput): Promise<RecordRow> {
  return post(`/registers/${seg(register)}/records`, input)
}

export function changeRecord(register: string, id: string, revision: number, input: RecordInput): Promise<RecordRow> {
  return patch(`/registers/${seg(register)}/records/${seg(id)}`, { revision, ...input })
}

export function removeRecord(register: string, id: string, reason: string): Promise<unknown> {
  return post(`/registers/${seg(register)}/records/${seg(id)}/removal`, { reason })
}

/** Reads one field of personal data in clear; the reading goes into the journal with its reason. */
export async function discloseField(register: string, id: string, field: string, reason: string): Promise<string> {
  const { values } = await post<{ readonly values: Readonly<Record<string, string | null>> }>(
    `/registers/${seg(register)}/records/${seg(id)}/disclosures`,
    { fields: [field], reason },
  )
  return values[field] ?? ''
}

export function reportMistake(register: string, id: string, field: string | null, words: string): Promise<unknown> {
  return post(`/registers/${seg(register)}/records/${seg(id)}/mistakes`, {
    words,
    ...(field === null ? {} : { field }),
  })
}

export interface MistakeRow extends Mistake {
  readonly register: string
  readonly registerLabel: string
  readonly recordId: string
  readonly recordLabel: string
  readonly fieldLabel: string | null
}

export const mistakesQuery = (status: 'open' | 'answered') =>
  read<{ mistakes: readonly MistakeRow[]; open: number }>(`/mistakes?status=${status}`, 'registers', 'mistakes', status)

export function answerMistake(id: string, outcome: 'corrected' | 'kept', answer: string): Promise<unknown> {
  return post(`/mistakes/${seg(id)}/answer`, { outcome, answer })
}

/** What is true of many at once: the picked records, or all that the filters let through. */
export type Chosen = { readonly ids: readonly string[] } | { readonly selection: Selection }

export function editMany(
  register: string,
  chosen: Chosen,
  values: Values,
  reason: string,
  dryRun: boolean,
): Promise<BulkOutcome> {
  return post(`/registers/${seg(register)}/bulk-edits`, { ...bodyOf(chosen), values, reason, dryRun })
}

export function assignMany(
  register: string,
  chosen: Chosen,
  unitId: string | null,
  reason: string,
): Promise<BulkOutcome> {
  return post(`/registers/${seg(register)}/assignments`, { ...bodyOf(chosen), unitId, reason })
}

function bodyOf(chosen: Chosen) {
  if ('ids' in chosen) return { ids: chosen.ids }
  const { filters, q, unit } = chosen.selection
  return {
    ...(filters === undefined ? {} : { filters: JSON.stringify(filters) }),
    ...(q === undefined ? {} : { q }),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** @param values what the kept record takes from the others */
export function mergeRecords(
  register: string,
  merge: {
    readonly keptId: string
    readonly mergedIds: readonly string[]
    readonly values: Values
    readonly reason: string
  },
): Promise<{ readonly mergeId: string; readonly followed: number }> {
  return post(`/registers/${seg(register)}/merges`, merge)
}

export function undoMerge(register: string, mergeId: string, reason: string): Promise<unknown> {
  return post(`/registers/${seg(register)}/merges/${seg(mergeId)}/undoing`, { reason })
}

export function saveView(
  register: string,
  view: { readonly label: string; readonly isShared: boolean; readonly state: object },
): Promise<SavedView> {
  return post(`/registers/${seg(register)}/views`, view)
}

export function dropView(register: string, viewId: string): Promise<unknown> {
  return remove(`/registers/${seg(register)}/views/${seg(viewId)}`)
}

/** After a change of records: lists, pages, counts, and the values that are computed from them. */
export async function refreshRegisters(): Promise<void> {
  await Promise.all(
    [['registers'], ['runs'], ['names'], ['indicators'], ['programme']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
