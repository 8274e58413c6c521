import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lifeEventsQuery } from '../../../api/service.queries.ts'
import type { LifeEventRow } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Loaded } from '../../../ui/states.tsx'
import { DoorIcon } from './door-icon.tsx'
import { homeTexts } from './home.texts.ts'

/** Doors by what happened to somebody, and the last one for those whose case is under way. */
export function Doors() {
  const t = useTexts(homeTexts)
  const events = useQuery(lifeEventsQuery)
  return (
    <section className="po-wrap" aria-label={t.doors}>
      <Loaded query={events} skeleton={<DoorsSkeleton />}>
        {(data) => (
          <ul className="po-doors">
            {inOrder(data.events).map((event) => (
              <li key={event.id}>
                <EventDoor event={event} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

/** The last door is for those whose case is under way: it leads on without questions, too. */
function inOrder(events: readonly LifeEventRow[]): readonly LifeEventRow[] {
  const last = events.filter(({ id }) => id === 'progress')
  return [...events.filter(({ id }) => id !== 'progress'), ...last].slice(0, 6)
}

function EventDoor({ event }: { readonly event: LifeEventRow }) {
  const t = useTexts(homeTexts)
  const language = useLanguage()
  return (
    <Link to="/life-events/$event" params={{ event: event.id }}>
      <DoorIcon name={event.id} />
      <h2>{language === 'zh' ? event.label : event.labelEn}</h2>
      <p>{event.about}</p>
      <p className="po-term">
        {event.id === 'progress' ? (
          <>
            <b>{t.progressTerm}</b> {t.progressThen}
          </>
        ) : (
          <>
            <b>{t.questions(event.most)}</b> {t.questionsThen}
          </>
        )}
      </p>
    </Link>
  )
}

/** Keeps the place of six doors, so that nothing jumps. */
function DoorsSkeleton() {
  return (
    <ul className="po-doors" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((place) => (
        <li key={place} className="po-door-empty" />
      ))}
    </ul>
  )
}
