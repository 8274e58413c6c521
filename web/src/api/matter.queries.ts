import { get, post, remove } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** Everything below `matters` is asked for again after any act on one of them. */
export const matterQuery = (id: string) => read<Api.MatterDetail>(`/matters/${seg(id)}`, 'matters', 'one', id)
export const countsQuery = read<Api.MatterCounts>('/matters/counts', 'matters', 'counts')
export const opinionsQuery = read<{ templates: readonly Api.OpinionTemplate[] }>(
  '/opinion-templates',
  'matters',
  'opinions',
)

/** Which cases: a view of the queue, and what narrows it; as it stands in the address of the page. */
export interface QueueFilters {
  readonly view?: Api.MatterView | undefined
  readonly type?: string | undefined
  readonly light?: 'green' | 'yellow' | 'red' | 'stopped' | undefined
  readonly unit?: string | undefined
  readonly submittedFrom?: string | undefined
  readonly submittedTo?: string | undefined
  readonly endedFrom?: string | undefined
  readonly endedTo?: string | undefined
  readonly status?: 'open' | 'ended' | undefined
  readonly outcome?: 'granted' | 'refused' | 'withdrawn' | 'lapsed' | undefined
  readonly kept?: 'promised-inTime' | 'promised-late' | 'legal-inTime' | 'legal-late' | undefined
  readonly q?: string | undefined
}

export function queuePage(filters: QueueFilters, cursor: string | null, signal: AbortSignal): Promise<Api.MatterPage> {
  const query = new URLSearchParams({ limit: '50' })
  const { q, ...rest } = filters
  for (const [name, value] of Object.entries({ ...rest, text: q }))
    if (value !== undefined && value !== '') query.set(name, value)
  if (cursor !== null) query.set('after', cursor)
  return get(`/matters?${query}`, signal)
}

export interface StatisticsAsked {
  readonly by: 'type' | 'unit' | 'month'
  readonly from: string
  readonly to: string
  readonly type?: string | undefined
  readonly unit?: string | undefined
}

function statisticsWords(asked: StatisticsAsked): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined)).toString()
}

export const statisticsQuery = (asked: StatisticsAsked) =>
  read<Api.MatterStatistics>(`/matter-statistics?${statisticsWords(asked)}`, 'matters', 'statistics', asked)

export function statisticsFilePath(asked: StatisticsAsked, format: 'xlsx' | 'csv'): string {
  return `/api/matter-statistics/file?${statisticsWords(asked)}&format=${format}`
}

/** One act, as it goes out. The same key twice is done once. */
interface ActInput {
  readonly act: string
  readonly revision: number
  readonly input: Readonly<Record<string, unknown>>
  readonly opinion?: string
  readonly requestKey: string
}

export function act(matterId: string, body: ActInput): Promise<unknown> {
  return post(`/matters/${seg(matterId)}/acts`, body)
}

interface BatchInput {
  readonly matters: readonly { readonly id: string; readonly revision: number }[]
  readonly act: string
  readonly input: Readonly<Record<string, unknown>>
  readonly opinion?: string
}

/** What became of each of many: without a refusal it was done. */
export interface BatchOutcome {
  readonly done: number
  readonly outcomes: readonly {
    readonly matterId: string
    readonly refusal: { readonly code: string; readonly message: string } | null
  }[]
}

export function actOnMany(body: BatchInput): Promise<BatchOutcome> {
  return post('/matter-acts/batch', body)
}

export function addComment(matterId: string, words: string): Promise<unknown> {
  return post(`/matters/${seg(matterId)}/comments`, { words })
}

export function withdrawComment(matterId: string, commentId: string): Promise<unknown> {
  return post(`/matters/${seg(matterId)}/comments/${seg(commentId)}/withdrawal`)
}

export function addOpinion(input: {
  readonly words: string
  readonly type?: string
  readonly act?: string
  readonly shared?: boolean
}): Promise<unknown> {
  return post('/opinion-templates', input)
}

export function removeOpinion(id: string): Promise<unknown> {
  return remove(`/opinion-templates/${seg(id)}`)
}

export interface UnsealedValue {
  readonly field: string
  readonly label: string
  readonly words: string
}

export interface Unsealed {
  readonly values: readonly UnsealedValue[]
  readonly materials: readonly {
    readonly id: string
    readonly label: string
    readonly evidenceId: string
    readonly fileName: string
    readonly mediaType: string | null
  }[]
}

/** Opens sealed values and files; the reading goes into the journal with its reason. */
export function unseal(matterId: string, reason: string): Promise<Unsealed> {
  return post(`/matters/${seg(matterId)}/unsealings`, { reason })
}

/** 撤销: content and number stay, and the public check says that it was revoked, and why. */
export function revokeDocument(documentId: string, reason: string): Promise<unknown> {
  return post(`/documents/${seg(documentId)}/revocations`, { reason })
}

/** Somebody who can be asked or entrusted. */
export interface MatterPerson {
  readonly kind: 'account' | 'unit'
  readonly id: string
  readonly label: string
  readonly unit: string | null
  readonly role: string | null
}

export const peopleQuery = (matterId: string) =>
  read<{ officers: readonly MatterPerson[]; others: readonly MatterPerson[] }>(
    `/matters/${seg(matterId)}/people`,
    'matters',
    'people',
    matterId,
  )

export const limitQuery = (limitId: string) =>
  read<Api.LimitRow & { readonly days: readonly Api.CountedDay[] }>(
    `/limits/${seg(limitId)}`,
    'matters',
    'limit',
    limitId,
  )

/** After an act: queues, counts, the case itself, and perhaps a notice. */
export async function refreshMatters(): Promise<void> {
  await Promise.all([['matters'], ['notices']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

/** A key of a request, also where the page is not served over TLS and crypto.randomUUID is missing. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
