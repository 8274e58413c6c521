import { get, patch, post, remove, upload } from './client.ts'
import { read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** Applying and following: what a citizen does, with an account, once by telephone, or without a name. */

export const visitQuery = read<{ visit: Api.VisitView | null }>('/visits/current', 'own', 'visit')

export function askCode(phone: string): Promise<Api.CodeAsked> {
  return post('/visits/codes', { phone })
}

export function openVisit(phone: string, code: string): Promise<Api.VisitView> {
  return post('/visits', { phone, code })
}

export function beginAnonymousVisit(): Promise<Api.VisitView> {
  return post('/visits/anonymous')
}

export function endVisit(): Promise<unknown> {
  return remove('/visits/current')
}

export const draftsQuery = read<Api.DraftList>('/drafts', 'own', 'drafts')
export const draftQuery = (id: string) => read<Api.DraftView>(`/drafts/${seg(id)}`, 'own', 'drafts', id)

export function beginDraft(type: string): Promise<Api.DraftView> {
  return post('/drafts', { type })
}

export interface SaveInput {
  readonly revision: number
  readonly values: Readonly<Record<string, unknown>>
  readonly step?: string
}

export function saveDraft(id: string, input: SaveInput): Promise<Api.SavedDraft> {
  return patch(`/drafts/${seg(id)}`, input)
}

export function dropDraft(id: string): Promise<unknown> {
  return remove(`/drafts/${seg(id)}`)
}

export function giveMaterial(
  draftId: string,
  material: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Api.DraftView> {
  return upload(`/drafts/${seg(draftId)}/materials`, fileForm(material, file), onProgress)
}

export function takeBackMaterial(draftId: string, givenId: string): Promise<Api.DraftView> {
  return remove(`/drafts/${seg(draftId)}/materials/${seg(givenId)}`)
}

export function confirmPrefill(draftId: string, fields: readonly string[]): Promise<Api.DraftView> {
  return post(`/drafts/${seg(draftId)}/prefill-confirmations`, { fields })
}

export function submitDraft(draftId: string, requestKey: string): Promise<Api.Submitted> {
  return post(`/drafts/${seg(draftId)}/submission`, { agreed: true, requestKey })
}

export const ownMattersQuery = read<{ matters: readonly Api.OwnMatterRow[] }>('/own-matters', 'own', 'matters')
export const ownMatterQuery = (id: string) => read<Api.MatterStatus>(`/own-matters/${seg(id)}`, 'own', 'matters', id)

export interface StatusKey {
  readonly number: string
  readonly tail?: string
  readonly code?: string
}

/** Asked once per press: the server counts wrong guesses. */
export const statusQuery = (key: StatusKey) => {
  const query = new URLSearchParams({ ...key })
  return { ...read<Api.MatterStatus>(`/status?${query}`, 'own', 'status', key), staleTime: 60_000, retry: false }
}

interface OwnAct {
  readonly act: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly opinion?: string
  readonly requestKey: string
}

export function doOwnAct(matterId: string, body: OwnAct): Promise<unknown> {
  return post(`/own-matters/${seg(matterId)}/acts`, body)
}

export function giveMatterMaterial(
  matterId: string,
  material: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<unknown> {
  return upload(`/own-matters/${seg(matterId)}/materials`, fileForm(material, file), onProgress)
}

interface RateBody {
  readonly level: number
  readonly dimensions?: Readonly<Record<string, number>>
  readonly words?: string
}

export function rateMatter(matterId: string, body: RateBody): Promise<Api.Rated> {
  return post(`/own-matters/${seg(matterId)}/ratings`, body)
}

export const ratingFiguresQuery = read<Api.RatingFigures>('/ratings', 'services', 'ratings')

/** The rule and the calendar of one limit, day by day. */
export const limitDaysQuery = (limitId: string) =>
  read<Api.LimitRow & { readonly days: readonly Api.CountedDay[] }>(`/limits/${seg(limitId)}`, 'own', 'limits', limitId)

export function newRequestKey(): string {
  return crypto.randomUUID()
}

function fileForm(material: string, file: File): FormData {
  const form = new FormData()
  form.append('material', material)
  form.append('file', file)
  return form
}

/** The applicant's own screen at the window: the same form, by the pairing that the cookie keeps. */
export const twinQuery = read<Api.DraftChanges>('/twin/draft', 'twin')

export function pairTwin(code: string): Promise<Api.TwinPaired> {
  return post('/twin', { code })
}

export function leaveTwin(): Promise<unknown> {
  return remove('/twin')
}

export function saveTwin(input: SaveInput): Promise<Api.SavedDraft> {
  return patch('/twin/draft', input)
}

export function twinChanges(since: number): Promise<Api.DraftChanges> {
  return get(`/twin/draft?since=${since}`)
}

export function confirmTwin(fields: readonly string[]): Promise<Api.DraftView> {
  return post('/twin/prefill-confirmations', { fields })
}

export function giveTwinMaterial(
  material: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Api.DraftView> {
  return upload('/twin/materials', fileForm(material, file), onProgress)
}
