import '../find/find.css'
import './training.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../../../api/queries.ts'
import { trainingSessionsQuery } from '../../../api/service.queries.ts'
import type { UpcomingSession } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { ToFill } from '../frame/portal-foot.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { trainingTexts } from './training.texts.ts'

/** Sessions to come, with what is free, and the door to enrol in each. */
export function TrainingsPage() {
  const t = useTexts(trainingTexts)
  const sessions = useQuery(trainingSessionsQuery)
  return (
    <PortalPage title={t.title} lead={t.lead}>
      <Loaded query={sessions}>
        {(data) =>
          data.sessions.length === 0 ? (
            <Empty title={t.none}>{t.noneLead}</Empty>
          ) : (
            <ul className="po-sessions">
              {data.sessions.map((session) => (
                <Session key={session.id} session={session} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </PortalPage>
  )
}

function Session({ session }: { readonly session: UpcomingSession }) {
  const t = useTexts(trainingTexts)
  const language = useLanguage()
  const onDesk = useMay('matter.handle')
  const today = useSession()?.today
  const full = session.places !== null && session.taken >= session.places
  const time = [session.startsAt, session.endsAt].filter((one) => one !== null).join('–')
  return (
    <li className="po-panel">
      <h2>{session.title}</h2>
      <dl className="po-facts">
        <div>
          <dt>{t.when}</dt>
          <dd>
            {dateInWords(session.heldOn, language)} {time}
            {session.hours === null ? '' : `（${t.hours(session.hours)}）`}
          </dd>
        </div>
        <div>
          <dt>{t.place}</dt>
          <dd>{session.place ?? <ToFill />}</dd>
        </div>
        {session.teachers === null ? null : (
          <div>
            <dt>{t.teachers}</dt>
            <dd>{session.teachers}</dd>
          </div>
        )}
      </dl>
      <p className="po-session-foot">
        <span>
          {session.places === null ? t.noLimit(session.taken) : t.places(session.taken, session.places)}
          {session.waiting > 0 ? `，${t.waiting(session.waiting)}` : ''}
          <br />
          <span className="po-fine">
            {session.isOpen ? t.until(dateInWords(session.enrolUntil, language)) : t.closed}
            {session.walkIns ? `，${t.walkIns}` : ''}
          </span>
        </span>
        {session.isOpen ? (
          <Link
            className="btn primary"
            to="/services/$type/apply"
            params={{ type: 'training-enrolment' }}
            search={{ link: 'training-session', record: session.id, name: session.title }}
          >
            {full ? t.enrolWaiting : t.enrol}
          </Link>
        ) : (
          <span className="light grey">{t.closed}</span>
        )}
      </p>
      {session.heldOn === today ? (
        <p className="po-fine">
          <Link to="/sign-in/$sessionId" params={{ sessionId: session.id }}>
            {t.hereNow}
          </Link>
        </p>
      ) : null}
      {onDesk ? (
        <p className="po-fine">
          <Link to="/training-sessions/$sessionId/screen" params={{ sessionId: session.id }}>
            {t.screen}
          </Link>
        </p>
      ) : null}
    </li>
  )
}
