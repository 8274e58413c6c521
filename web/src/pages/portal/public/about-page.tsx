import '../find/find.css'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps, useParams } from '@tanstack/react-router'
import { lifeEventsQuery, servicesQuery } from '../../../api/service.queries.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty } from '../../../ui/states.tsx'
import { portalTexts } from '../frame/frame.texts.ts'
import { PortalPage } from '../frame/portal-page.tsx'
import { homeTexts } from '../home/home.texts.ts'
import { statusTexts } from '../status/status.texts.ts'
import { trainingTexts } from '../training/training.texts.ts'
import { windowTexts } from '../window/window.texts.ts'
import { aboutTexts } from './about.texts.ts'
import { publicTexts } from './public.texts.ts'

/** What every public site owes: where things are, who can use it, what happens with data. */
export function AboutPage() {
  const t = useTexts(aboutTexts)
  const { topic } = useParams({ from: '/portal/about/$topic' })
  if (topic === 'map') return <SiteMap />
  const page = t.pages[topic]
  if (page === undefined) return <Empty alone title={t.unknown} />
  return (
    <PortalPage narrow title={page.title}>
      {page.parts.map((part) => (
        <section key={part.heading}>
          <h2 className="po-h2">{part.heading}</h2>
          <ul className="po-bullets-plain">
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {topic === 'data' ? (
        <ul className="po-plain">
          <li>
            <a href="/api/openapi.json">{t.openApi}</a>
          </li>
          <li>
            <Link to="/">{t.cockpit}</Link>
          </li>
        </ul>
      ) : null}
    </PortalPage>
  )
}

function SiteMap() {
  const t = useTexts(aboutTexts)
  const portal = useTexts(portalTexts)
  const home = useTexts(homeTexts)
  const status = useTexts(statusTexts)
  const shown = useTexts(publicTexts)
  const training = useTexts(trainingTexts)
  const windowWords = useTexts(windowTexts)
  const language = useLanguage()
  const events = useQuery(lifeEventsQuery).data?.events ?? []
  const services = useQuery(servicesQuery).data?.services ?? []
  const others: readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: string }[] = [
    { to: '/status', label: status.title },
    { to: '/own-matters', label: status.own },
    { to: '/verify', label: shown.verify },
    { to: '/publications', label: shown.publications },
    { to: '/policies', label: shown.policies },
    { to: '/experts', label: shown.experts },
    { to: '/eligibility', label: home.test },
    { to: '/trainings', label: training.title },
    { to: '/tickets', label: windowWords.title },
    { to: '/kept-promises', label: home.kept },
    { to: '/', label: t.cockpit },
  ]
  return (
    <PortalPage title={t.map}>
      <div className="po-map">
        <section>
          <h2 className="po-h2">{t.mapGroups.doors}</h2>
          <ul className="po-plain">
            {events.map((event) => (
              <li key={event.id}>
                <Link to="/life-events/$event" params={{ event: event.id }}>
                  {language === 'zh' ? event.label : event.labelEn}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="po-h2">{t.mapGroups.services}</h2>
          <ul className="po-plain">
            {services.map((service) => (
              <li key={service.id}>
                <Link to="/services/$type" params={{ type: service.id }}>
                  {language === 'zh' ? service.label : service.labelEn}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="po-h2">{t.mapGroups.others}</h2>
          <ul className="po-plain">
            {others.map((other) => (
              <li key={other.to}>
                <Link to={other.to}>{other.label}</Link>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="po-h2">{t.mapGroups.about}</h2>
          <ul className="po-plain">
            {(['accessibility', 'privacy', 'data'] as const).map((topic) => (
              <li key={topic}>
                <Link to="/about/$topic" params={{ topic }}>
                  {{ accessibility: portal.access, privacy: portal.privacy, data: portal.openData }[topic]}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PortalPage>
  )
}
