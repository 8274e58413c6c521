import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { get, Problem } from './client.ts'
import { arrivedAnswer } from './early-answers.ts'
import type {
  AccountRow,
  JournalEntry,
  JournalVerification,
  LinkedEntity,
  OwnAccount,
  Permission,
  RoleToGive,
  Session,
  SessionRow,
} from './session.types.ts'
import type * as Api from './types.gen.ts'

/** Refusals are final: only a server that could not be reached, or that stumbled, is asked again. */
function worthAnotherTry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502)
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: worthAnotherTry, refetchOnWindowFocus: true } },
})

export const read = <T>(path: string, ...key: readonly unknown[]) =>
  queryOptions<T, Problem>({
    queryKey: [...key],
    queryFn: ({ signal }) => get<T>(path, signal),
    initialData: () => arrivedAnswer<T>(path),
  })

export const sessionQuery = read<Session>('/session', 'session')
export const cockpitQuery = read<Api.LivingCockpit>('/cockpit', 'programme', 'cockpit')
export const planQuery = (version?: number) =>
  read<Api.PlanTree>(version === undefined ? '/plan' : `/plan?version=${version}`, 'programme', 'plan', version ?? null)
export const versionsQuery = read<{ versions: readonly Api.VersionRow[] }>('/plan/versions', 'programme', 'versions')
export const comparisonQuery = (from: number, to: number) =>
  read<Api.Comparison>(`/plan/comparison?from=${from}&to=${to}`, 'programme', 'comparison', from, to)
export const parametersQuery = read<{ parameters: readonly Api.ParameterRow[] }>('/parameters', 'parameters')
export const targetsQuery = read<{
  targets: readonly Api.TargetRow[]
  progress: readonly Api.TargetProgress[]
}>('/targets', 'programme', 'targets')
export const targetQuery = (id: string) => read<Api.TargetDetail>(`/targets/${seg(id)}`, 'programme', 'target', id)
export const taskQuery = (id: string) => read<Api.TaskDetail>(`/tasks/${seg(id)}`, 'programme', 'task', id)
export const organisationsQuery = read<{ organisations: readonly Api.OrganisationNode[] }>(
  '/organisations',
  'organisations',
)
export const organisationQuery = (id: string) => read<Api.UnitDetail>(`/organisations/${seg(id)}`, 'organisations', id)
export const importsQuery = read<{ imports: readonly Api.ImportRow[] }>('/plan-imports', 'imports')
export const importQuery = (id: string) => read<Api.ImportDetail>(`/plan-imports/${seg(id)}`, 'imports', id)
export const searchQuery = (words: string) =>
  read<{ hits: readonly Api.SearchHit[] }>(`/search?q=${encodeURIComponent(words)}`, 'search', words)
export interface UnreadCount {
  readonly count: number
  readonly more: boolean
}
export interface Notice {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly body: string
  readonly path: string
  readonly announcedAt: string
  readonly readAt: string | null
}
export interface NoticePage {
  readonly notices: readonly Notice[]
  readonly next: string | null
  readonly unread: UnreadCount
}
export const unreadQuery = read<NoticePage>('/notices?limit=1', 'notices', 'unread')
export function noticePage(unreadOnly: boolean, before: string | null, signal: AbortSignal): Promise<NoticePage> {
  const query = new URLSearchParams({ limit: '50' })
  if (unreadOnly) query.set('unread', 'true')
  if (before !== null) query.set('before', before)
  return get(`/notices?${query}`, signal)
}
export const sessionsQuery = read<{ sessions: readonly SessionRow[] }>('/sessions', 'sessions')
export const ownAccountQuery = read<OwnAccount>('/account', 'own-account')
export const accountsQuery = read<{ accounts: readonly AccountRow[]; roles: readonly RoleToGive[] }>(
  '/accounts',
  'accounts',
)
export const accountEntitiesQuery = (id: string) =>
  read<{ entities: readonly LinkedEntity[] }>(`/accounts/${seg(id)}/entities`, 'accounts', id, 'entities')
export const accountSessionsQuery = (id: string) =>
  read<{ sessions: readonly SessionRow[] }>(`/accounts/${seg(id)}/sessions`, 'accounts', id, 'sessions')
export const verificationQuery = read<JournalVerification>('/journal/verification', 'journal', 'verification')

export interface JournalPage {
  readonly entries: readonly JournalEntry[]
  readonly next: number | null
}

export function journalPage(subject: string, before: number | null, signal: AbortSignal): Promise<JournalPage> {
  const query = new URLSearchParams({ limit: '50' })
  if (subject !== '') query.set('subject', subject)
  if (before !== null) query.set('before', String(before))
  return get(`/journal?${query}`, signal)
}

/** A piece of an address. */
export function seg(id: string): string {
  return encodeURIComponent(id)
}

/** The session; the frame shows the page only once it is known, so pages may rely on it. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data
}

export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false
}
