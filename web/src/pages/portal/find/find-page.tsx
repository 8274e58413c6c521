import '../home/home.css'
import './find.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { serviceSearchQuery, servicesQuery } from '../../../api/service.queries.ts'
import type { ServiceSearch } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { homeTexts } from '../home/home.texts.ts'
import { Ask } from './ask.tsx'
import { findTexts } from './find.texts.ts'
import { OutsideCard } from './outside-card.tsx'
import { ServiceCard } from './service-card.tsx'

/** What answers to a question in ordinary words; what was looked at, and where else to go. */
export function FindPage() {
  const t = useTexts(findTexts)
  const { q = '' } = useSearch({ from: '/portal/services/find' })
  const search = useQuery(q === '' ? servicesQuery : serviceSearchQuery(q))
  return (
    <PortalPage title={q === '' ? t.allTitle : t.resultTitle(q)} {...(q === '' ? { lead: t.allLead } : {})}>
      <div className="po-find-ask">
        <Ask key={q} words={q} />
      </div>
      <Loaded query={search}>{(found) => <Found q={q} found={found} />}</Loaded>
    </PortalPage>
  )
}

function Found({ q, found }: { readonly q: string; readonly found: ServiceSearch }) {
  const t = useTexts(findTexts)
  const asked = q !== ''
  return (
    <>
      {asked ? (
        <p className="po-find-count" role="status">
          {found.said ?? (found.services.length === 0 ? t.foundNone : t.found(found.services.length))}
        </p>
      ) : null}
      <ul className="po-service-list">
        {found.services.map((service, at) => (
          <ServiceCard
            key={service.id}
            service={service}
            isBest={asked && at === 0}
            because={asked ? service.because : []}
          />
        ))}
      </ul>
      <Events found={found} />
      {found.outside.length === 0 || !asked ? null : (
        <section>
          <h2 className="po-h2">{t.outside}</h2>
          <ul className="po-stack">
            {found.outside.map((outside) => (
              <OutsideCard key={outside.id} outside={outside} />
            ))}
          </ul>
        </section>
      )}
      {asked ? <Policies found={found} /> : null}
      {asked ? <LookedAt found={found} /> : null}
    </>
  )
}

function Events({ found }: { readonly found: ServiceSearch }) {
  const t = useTexts(findTexts)
  if (found.events.length === 0) return null
  return (
    <section>
      <h2 className="po-h2">{t.events}</h2>
      <ul className="po-choices">
        {found.events.map((event) => (
          <li key={event.id}>
            <Link to="/life-events/$event" params={{ event: event.id }}>
              <b>{event.label}</b>
              <span>{event.about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Policies({ found }: { readonly found: ServiceSearch }) {
  const t = useTexts(findTexts)
  if (found.policies.length === 0) return null
  return (
    <section>
      <h2 className="po-h2">{t.policies}</h2>
      <ul className="po-plain">
        {found.policies.map((policy) => (
          <li key={policy.id}>
            <Link to="/policies" hash={policy.id}>
              {policy.title}
            </Link>
            <span className="quiet"> {policy.about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Said in the open, so that nobody wonders whether something was overlooked. */
function LookedAt({ found: { looked } }: { readonly found: ServiceSearch }) {
  const t = useTexts(findTexts)
  const home = useTexts(homeTexts)
  const language = useLanguage()
  return (
    <section className="po-looked">
      <p>
        {t.looked(
          looked.words.join(language === 'zh' ? '、' : ', '),
          looked.services,
          looked.events,
          looked.outside,
          looked.policies,
        )}
      </p>
      <p>
        {t.elseLead}{' '}
        {home.oftenAsked.map((words) => (
          <Link key={words} to="/services/find" search={{ q: words }} preload={false}>
            {words}
          </Link>
        ))}
      </p>
      <p className="po-actions">
        <Link className="btn" to="/services/$type/apply" params={{ type: 'expert-question' }}>
          {t.askStation}
        </Link>
        <a className="btn" href="tel:12345">
          {t.call}
        </a>
        <Link className="btn" to="/services/find">
          {t.seeAll}
        </Link>
      </p>
    </section>
  )
}
