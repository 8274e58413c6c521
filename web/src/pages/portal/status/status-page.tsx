import './status.css'
import '../find/find.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type StatusKey, statusQuery, visitQuery } from '../../../api/applying.queries.ts'
import { Problem } from '../../../api/client.ts'
import { useSession } from '../../../api/queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Failed, Skeleton } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { LookForm } from './look-form.tsx'
import { statusTexts } from './status.texts.ts'
import { StatusView } from './status-view.tsx'

/** How far a case is, for whoever shows its number and the end of the telephone number, or the code of the receipt. */
export function StatusPage() {
  const t = useTexts(statusTexts)
  const { number, tail, code } = useSearch({ from: '/portal/status' })
  const navigate = useNavigate()
  const key = keyOf(number, tail, code)
  return (
    <PortalPage narrow title={t.title} lead={t.lead}>
      <div className="po-panel">
        <LookForm
          key={`${number}${tail}`}
          number={number ?? ''}
          tail={tail ?? ''}
          onAsk={(nextNumber, nextTail) =>
            void navigate({ to: '/status', search: { number: nextNumber, tail: nextTail } })
          }
        />
      </div>
      {key === null ? <OwnDoor /> : <Answer asked={key} />}
    </PortalPage>
  )
}

function keyOf(number: string | undefined, tail: string | undefined, code: string | undefined): StatusKey | null {
  if (number === undefined) return null
  if (code !== undefined) return { number, code }
  return tail === undefined ? null : { number, tail }
}

function Answer({ asked }: { readonly asked: StatusKey }) {
  const t = useTexts(statusTexts)
  const status = useQuery(statusQuery(asked))
  if (status.data !== undefined)
    return (
      <>
        <StatusView matter={status.data} />
        <p className="po-note">
          {t.signInAgain} <Link to="/own-matters">{t.signInHere}</Link>
        </p>
      </>
    )
  if (status.error === null) return <Skeleton rows={6} />
  if (status.error instanceof Problem && status.error.status === 404)
    return (
      <div className="po-panel" role="alert">
        <h2>{t.notFound}</h2>
        <p>{status.error.message === '' ? t.notFoundLead : status.error.message}</p>
      </div>
    )
  return <Failed problem={status.error} />
}

/** Who is known here already need not copy numbers. */
function OwnDoor() {
  const t = useTexts(statusTexts)
  const signedIn = useSession()?.account != null
  const visit = useQuery({ ...visitQuery, enabled: !signedIn }).data?.visit
  if (!signedIn && visit == null) return null
  return (
    <p className="po-note">
      <Link to="/own-matters">{t.own}</Link>
    </p>
  )
}
