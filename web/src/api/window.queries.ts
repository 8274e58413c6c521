import { queryOptions } from '@tanstack/react-query'
import { get, type Problem, post, remove, upload } from './client.ts'
import { queryClient, read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** One window for all departments: who comes, what for, the forms, and the queue in the hall. */
/** Telephone and identity numbers never stand in an address: they are asked for in the body. */
export const partiesQuery = (words: string) =>
  queryOptions<Api.WindowParties, Problem>({
    queryKey: ['window', 'parties', words],
    queryFn: ({ signal }) => {
      const plain = words.replaceAll(/[\s-]/g, '')
      if (/^(\+?86)?1\d{10}$/.test(plain)) return post('/window/persons', { phone: plain })
      if (/^\d{17}[\dXx]$/.test(plain)) return post('/window/persons', { idNumber: plain })
      return get(`/window/parties?q=${encodeURIComponent(words)}`, signal)
    },
  })
export const hallsQuery = read<{ halls: readonly Api.HallRow[] }>('/halls', 'window', 'halls')
export const ticketsQuery = (hall: string) =>
  read<{ tickets: readonly Api.TicketRow[] }>(`/tickets?hall=${seg(hall)}`, 'window', 'tickets', hall)

export function receive(body: {
  readonly types: readonly string[]
  readonly recordId?: string
  readonly name?: string
  readonly phone?: string
  readonly idNumber?: string
  readonly earlier?: string
  readonly ticketId?: string
}): Promise<Api.Reception> {
  return post('/window/receptions', body)
}

export function draftChanges(draftId: string, since: number, signal: AbortSignal): Promise<Api.DraftChanges> {
  return get(`/drafts/${seg(draftId)}/changes?since=${since}`, signal)
}

/** A code by which the applicant's own screen is paired with the form. */
export function showTwin(draftId: string): Promise<Api.TwinCode> {
  return post(`/drafts/${seg(draftId)}/twin`)
}

export function endTwin(draftId: string): Promise<unknown> {
  return remove(`/drafts/${seg(draftId)}/twin`)
}

export interface LaterMaterial {
  readonly material: string
  readonly laterBy: string
}

/** 容缺受理: what comes later goes along with the day by which it comes. */
export function submitAtWindow(
  draftId: string,
  body: { readonly later: readonly LaterMaterial[]; readonly requestKey: string },
): Promise<Api.Submitted> {
  return post(`/drafts/${seg(draftId)}/submission`, { ...body, agreed: true })
}

export type TicketAct = 'start' | 'end' | 'miss'

export function callTicket(hall: string, desk: string): Promise<{ readonly ticket: Api.TicketRow | null }> {
  return post('/tickets/calls', { hall, desk })
}

export function actOnTicket(id: string, act: TicketAct): Promise<unknown> {
  return post(`/tickets/${seg(id)}/${act}`)
}

export async function refreshTickets(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['window'] })
}

/** What was received at the hall; a telephone number travels in the body. */
export const receivedQuery = (q: string) =>
  queryOptions<{ readonly matters: readonly Api.WindowMatterRow[] }, Problem>({
    queryKey: ['window', 'matters', 'found', q],
    queryFn: () => post('/window/matter-searches', q === '' ? {} : { q }),
  })
export const windowMatterQuery = (id: string) =>
  read<Api.WindowMatter>(`/window/matters/${seg(id)}`, 'window', 'matters', id)

/** What a clerk does for an applicant who is there; the record names both. */
export function actAtWindow(
  matterId: string,
  body: {
    readonly act: string
    readonly input?: Readonly<Record<string, unknown>>
    readonly opinion?: string
    readonly requestKey: string
  },
): Promise<unknown> {
  return post(`/window/matters/${seg(matterId)}/acts`, body)
}

export function giveAtWindow(
  matterId: string,
  material: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<unknown> {
  const form = new FormData()
  form.append('material', material)
  form.append('file', file)
  return upload(`/window/matters/${seg(matterId)}/materials`, form, onProgress)
}
