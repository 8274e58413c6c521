import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from '../api/client.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { Icon, type IconName } from './icons.tsx'

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, Problem>
  /** shown until the first answer; keeps the place of what comes */
  readonly skeleton?: ReactNode
  /** what to show for "there is no such thing"; the usual failure otherwise */
  readonly missing?: ReactNode
  /** the states stand for a whole page and carry its heading */
  readonly alone?: boolean
  readonly children: (data: T) => ReactNode
}

/** The states of everything that is fetched. Old data stays on the page while newer data is on its way. */
export function Loaded<T>({ query, skeleton, missing, alone = false, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) {
    if (query.error.status === 404 && missing !== undefined) return missing
    return <Failed problem={query.error} alone={alone} onRetry={() => void query.refetch()} />
  }
  return skeleton ?? <Skeleton rows={6} />
}

export function Skeleton({ rows }: { readonly rows: number }) {
  const common = useCommon()
  return (
    <div className="skeleton" role="status">
      <span className="sr">{common.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholder bars have no identity
        <i key={row} style={{ width: `${[92, 74, 84, 66, 88, 70][row % 6]}%` }} />
      ))}
    </div>
  )
}

/** Three blocks where a page's cards will stand. */
export function SkeletonPage() {
  return (
    <div className="skeleton-page">
      <div className="card pad">
        <Skeleton rows={3} />
      </div>
      <div className="card pad">
        <Skeleton rows={9} />
      </div>
    </div>
  )
}

interface FailedProps {
  readonly problem: Error
  readonly alone?: boolean
  readonly onRetry?: () => void
}

export function Failed({ problem, alone = false, onRetry }: FailedProps) {
  const Heading = alone ? 'h1' : 'h2'
  const common = useCommon()
  const known = problem instanceof Problem ? problem : undefined
  if (known?.status === 401 || known?.status === 403) return <NoPermission detail={known.message} />
  return (
    <div className="notice failed" role="alert">
      <Heading>{common.failedTitle}</Heading>
      <p>{describe(common, problem)}</p>
      {known?.requestId ? (
        <p className="quiet small">
          {common.requestId} <code>{known.requestId}</code>
        </p>
      ) : null}
      {onRetry === undefined ? null : (
        <p className="notice-actions">
          <button type="button" className="btn" onClick={onRetry}>
            {common.tryAgain}
          </button>
        </p>
      )}
    </div>
  )
}

export function describe(common: ReturnType<typeof useCommon>, problem: Error): string {
  if (!(problem instanceof Problem)) return problem.message
  if (problem.code === 'network') return common.failedNetwork
  return problem.message === '' ? common.failedServer : problem.message
}

/** The refusal of something that the person just did, in place. */
export function Refusal({ problem }: { readonly problem: Error | null }) {
  const common = useCommon()
  if (problem === null) return null
  const known = problem instanceof Problem ? problem : undefined
  return (
    <div className="refusal" role="alert">
      <p>{describe(common, problem)}</p>
      {known === undefined || known.problems.length === 0 ? null : (
        <ul>
          {known.problems.map((one) => (
            <li key={`${one.path}${one.message}`}>{one.message}</li>
          ))}
        </ul>
      )}
      {known?.requestId ? (
        <p className="small quiet">
          {common.requestId} <code>{known.requestId}</code>
        </p>
      ) : null}
    </div>
  )
}

interface EmptyProps {
  readonly icon?: IconName
  readonly alone?: boolean
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Nothing here yet, and what to do first. */
export function Empty({ icon = 'document', title, alone = false, children, actions }: EmptyProps) {
  const Heading = alone ? 'h1' : 'h2'
  return (
    <div className="notice empty">
      <span className="empty-icon">
        <Icon name={icon} size={28} />
      </span>
      <Heading>{title}</Heading>
      {children === undefined ? null : <div className="quiet">{children}</div>}
      {actions === undefined ? null : <p className="notice-actions">{actions}</p>}
    </div>
  )
}

export function NoPermission({ detail }: { readonly detail?: string }) {
  const common = useCommon()
  return (
    <div className="notice" role="alert">
      <h1>{common.noPermissionTitle}</h1>
      <p className="quiet">{detail === undefined || detail === '' ? common.noPermissionLead : detail}</p>
      <p className="notice-actions">
        <a className="btn primary" href={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>
          {common.signIn}
        </a>
        <a className="btn" href="/">
          {common.toCockpit}
        </a>
      </p>
    </div>
  )
}

/** A value that nobody has settled: hatched, with its reason. Never 0, never a dash alone. */
export function Missing({ reason, why }: { readonly reason: string; readonly why?: string }) {
  return (
    <span className="missing" title={why}>
      <span>
        <i aria-hidden="true">◇</i> {reason}
      </span>
    </span>
  )
}
