import { get, post } from './client.ts'
import { read, seg } from './queries.ts'
import type {
  KeptPromises,
  LifeEventRow,
  PolicyRow,
  PublicationDetail,
  PublicationRow,
  ServiceGuide,
  ServiceSearch,
} from './service.types.ts'
import type {
  DocumentCheck,
  Eligibility,
  HallRow,
  OwnTicket,
  Rated,
  SignedIn,
  SignInCode,
  TicketBoard,
  TicketTaken,
  UpcomingSession,
} from './types.gen.ts'

/** What everybody may read of the services. */

export const servicesQuery = read<ServiceSearch>('/services', 'services', 'all')
export const serviceSearchQuery = (words: string) =>
  read<ServiceSearch>(`/services?q=${encodeURIComponent(words)}`, 'services', 'search', words)
export const guideQuery = (type: string) => read<ServiceGuide>(`/services/${seg(type)}`, 'services', 'guide', type)
export const lifeEventsQuery = read<{ events: readonly LifeEventRow[] }>('/life-events', 'services', 'events')
export const policiesQuery = read<{ policies: readonly PolicyRow[] }>('/policies', 'services', 'policies')
export const keptPromisesQuery = read<KeptPromises>('/kept-promises', 'services', 'kept')
export interface PublicationPage {
  readonly rows: readonly PublicationRow[]
  readonly next: string | null
}
export const publicationsQuery = read<PublicationPage>('/publications?limit=6', 'services', 'publications', 'newest')
export function publicationPage(open: boolean, after: string | null, signal: AbortSignal): Promise<PublicationPage> {
  const query = new URLSearchParams({ limit: '20', state: open ? 'open' : 'all' })
  if (after !== null) query.set('after', after)
  return get(`/publications?${query}`, signal)
}
export const publicationQuery = (id: string) =>
  read<PublicationDetail>(`/publications/${seg(id)}`, 'services', 'publications', id)

interface ObjectionInput {
  readonly words: string
  readonly name?: string
  readonly phone?: string
}

export function objectTo(publicationId: string, input: ObjectionInput): Promise<{ readonly id: string }> {
  return post(`/publications/${seg(publicationId)}/objections`, input)
}

/** Asked once per press: wrong codes are counted. */
export const documentCheckQuery = (code: string) => ({
  ...read<DocumentCheck>(`/document-checks?code=${encodeURIComponent(code)}`, 'services', 'check', code),
  retry: false,
})

export const trainingSessionsQuery = read<{ sessions: readonly UpcomingSession[] }>(
  '/training-sessions',
  'services',
  'sessions',
)
export const signInCodeQuery = (sessionId: string) =>
  read<SignInCode>(`/training-sessions/${seg(sessionId)}/sign-in-code`, 'services', 'sign-in-code', sessionId)

interface SignInInput {
  readonly sessionId: string
  readonly code: string
  readonly name?: string
  readonly phone?: string
}

export function signInToSession(input: SignInInput): Promise<SignedIn> {
  return post('/training-sign-ins', input)
}

export const ticketHallsQuery = read<{ halls: readonly HallRow[] }>('/halls', 'services', 'halls')
export const ticketBoardQuery = (hall: string) =>
  read<TicketBoard>(`/ticket-board?hall=${encodeURIComponent(hall)}`, 'services', 'board', hall)

interface TicketInput {
  readonly hall: string
  readonly types?: readonly string[]
  readonly phone?: string
  readonly day?: string
  readonly time?: string
}

export function takeTicket(input: TicketInput): Promise<TicketTaken> {
  return post('/tickets', input)
}

/** A ticket, for whoever has its code. */
export const ownTicketQuery = (id: string, code: string) =>
  read<OwnTicket>(`/tickets/${seg(id)}/place?code=${encodeURIComponent(code)}`, 'services', 'ticket', id, code)

export function giveBackTicket(id: string, code: string): Promise<OwnTicket> {
  return post(`/tickets/${seg(id)}/cancellation`, { code })
}

interface TicketRating {
  readonly code: string
  readonly level: number
  readonly dimensions?: Readonly<Record<string, number>>
  readonly words?: string
}

export function rateTicket(ticketId: string, body: TicketRating): Promise<Rated> {
  return post(`/tickets/${seg(ticketId)}/ratings`, body)
}

/** Whether an entity may apply, condition by condition, from what the platform knows. */
export const eligibilityQuery = read<Eligibility>('/grant-calls/eligibility', 'services', 'eligibility')
