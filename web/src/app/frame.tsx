import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { Failed, SkeletonPage } from '../ui/states.tsx'
import { Ribbon } from './ribbon.tsx'

const Desk = lazy(() => import('./desk.tsx').then((file) => ({ default: file.Desk })))

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

  useEffect(() => {
    if (needsSetup && location.pathname !== '/setup') void navigate({ to: '/setup', replace: true })
  }, [needsSetup, location.pathname, navigate])

  if (ownFrame) return <Outlet />
  if (session.data === undefined) {
    return (
      <main className="lone">
        {session.error === null ? (
          <SkeletonPage />
        ) : (
          <Failed problem={session.error} alone onRetry={() => void session.refetch()} />
        )}
      </main>
    )
  }
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
  return (
    <Suspense
      fallback={
        <main className="lone">
          <SkeletonPage />
        </main>
      }
    >
      <Desk session={session.data} wall={wall} path={location.pathname} />
    </Suspense>
  )
}
