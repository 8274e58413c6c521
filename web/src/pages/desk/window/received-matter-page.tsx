import './window.css'
import '../../portal/frame/parts.css'
import '../../portal/find/find.css'
import '../../portal/status/status.css'
import '../../portal/apply/apply.css'
import '../../registers/form.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { queryClient, useMay } from '../../../api/queries.ts'
import type { WindowMatter } from '../../../api/types.gen.ts'
import { actAtWindow, giveAtWindow, windowMatterQuery } from '../../../api/window.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty, Loaded, NoPermission } from '../../../ui/states.tsx'
import { type ActingThrough, OwnActs } from '../../portal/status/own-acts.tsx'
import { StatusView } from '../../portal/status/status-view.tsx'
import { Supplement } from '../../portal/status/supplement.tsx'
import { receivedTexts } from './received.texts.ts'

const atTheWindow: ActingThrough = {
  act: actAtWindow,
  give: giveAtWindow,
  refresh: () => queryClient.invalidateQueries({ queryKey: ['window', 'matters'] }),
}

/** One case received at the hall, and what the clerk does for the applicant who stands there. */
export function ReceivedMatterPage() {
  const t = useTexts(receivedTexts)
  const allowed = useMay('matter.receive')
  const { matterId } = useParams({ from: '/window/matters/$matterId' })
  const query = useQuery({ ...windowMatterQuery(matterId), enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Loaded
      query={query}
      missing={
        <Empty
          alone
          title={t.gone}
          actions={
            <Link className="btn" to="/window/matters">
              {t.title}
            </Link>
          }
        >
          {t.goneLead}
        </Empty>
      }
    >
      {(matter) => (
        <Page
          title={matter.typeLabel}
          lead={t.applicant(matter.applicant)}
          crumbs={[
            { to: '/window', label: t.window },
            { to: '/window/matters', label: t.title },
          ]}
        >
          <div className="wn-case">
            <StatusView matter={matter}>
              <Supplement matter={matter} through={atTheWindow} />
              <OwnActs matter={matter} through={atTheWindow} lead={t.inPerson(matter.applicant)} />
              <Given matter={matter} />
            </StatusView>
          </div>
        </Page>
      )}
    </Loaded>
  )
}

function Given({ matter }: { readonly matter: WindowMatter }) {
  const t = useTexts(receivedTexts)
  if (matter.materials.length === 0) return null
  return (
    <section className="po-panel">
      <h2>{t.given}</h2>
      <ul className="wn-given">
        {matter.materials.map((one) => (
          <li key={one.id}>
            <b>{one.label}</b>
            <span className={one.status === 'rejected' || one.status === 'later' ? 'light amber' : 'light green'}>
              {t.statuses[one.status]}
            </span>
            {one.isSealed ? (
              <span className="quiet">{t.sealed}</span>
            ) : one.evidenceId === null ? (
              <span className="quiet">{one.origin === 'register' ? t.noFile : ''}</span>
            ) : (
              <a href={`/api/evidence/${encodeURIComponent(one.evidenceId)}/content`} target="_blank" rel="noreferrer">
                {one.fileName ?? one.label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
