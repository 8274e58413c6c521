import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { Failed, SkeletonPage } from '../ui/states.tsx'
import { Ribbon } from './ribbon.tsx'

/**
 * The desk's own file, which whoever comes for a service never loads: fetched like an answer, beside the session. Not
 * with a Suspense, which keeps what comes after its fallback waiting for a third of a second, and again inside.
 */
const deskQuery = queryOptions({
  queryKey: ['file', 'desk'],
  queryFn: () => import('./desk.tsx'),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})

/** Pages for everyone stand in the frame of the portal; screens without any frame stand alone. */
const routesWithFrame: readonly string[] = ['/portal', '/screen']

/** What every page stands in: the desk, the frame of the portal, or nothing. */
export function Frame() {
  const session = useQuery(sessionQuery)
  const location = useLocation()
  const navigate = useNavigate()
  const bare = location.pathname === '/sign-in' || location.pathname === '/setup'
  const wall = location.pathname === '/' && new URLSearchParams(location.searchStr).has('wall')
  const needsSetup = session.data?.needsSetup === true
  const ownFrame = useMatches({ select: (matches) => matches.some(({ routeId }) => routesWithFrame.includes(routeId)) })
  const desk = useQuery({ ...deskQuery, enabled: !ownFrame && !bare })

  useEffect(() => {
    if (needsSetup && location.pathname !== '/setup') void navigate({ to: '/setup', replace: true })
  }, [needsSetup, location.pathname, navigate])

  if (ownFrame) return <Outlet />
  if (session.data === undefined) return <Awaited query={session} />
  if (bare) {
    return (
      <>
        <Ribbon session={session.data} />
        <main className="lone" id="content">
          <Outlet />
        </main>
      </>
    )
  }
  if (desk.data === undefined) return <Awaited query={desk} />
  return <desk.data.Desk session={session.data} wall={wall} path={location.pathname} />
}

/** In place of everything, until it is there. */
function Awaited({ query }: { readonly query: Pick<UseQueryResult<unknown, Error>, 'error' | 'refetch'> }) {
  return (
    <main className="lone">
      {query.error === null ? (
        <SkeletonPage />
      ) : (
        <Failed problem={query.error} alone onRetry={() => void query.refetch()} />
      )}
    </main>
  )
}
