import { Problem } from '../api/client.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { Failed } from '../ui/states.tsx'

/** What stands in place of a page that broke. */
export function Crash({ error }: { readonly error: unknown }) {
  const common = useCommon()
  if (error instanceof Problem) return <Failed problem={error} alone />
  return (
    <div className="notice failed" role="alert">
      <h1>{common.crashTitle}</h1>
      <p>{common.crashLead}</p>
      <pre className="crash">{`${location.pathname}\n${String(error)}`}</pre>
      <p className="notice-actions">
        <button type="button" className="btn primary" onClick={() => location.reload()}>
          {common.reload}
        </button>
        <a className="btn" href="/">
          {common.toCockpit}
        </a>
      </p>
    </div>
  )
}

export function NotFound() {
  const common = useCommon()
  return (
    <div className="notice">
      <h1>{common.notFoundTitle}</h1>
      <p className="quiet">{common.notFoundLead}</p>
      <p className="notice-actions">
        <a className="btn primary" href="/">
          {common.toCockpit}
        </a>
      </p>
    </div>
  )
}
