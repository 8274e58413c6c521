import '../find/find.css'
import './guide.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { lifeEventsQuery } from '../../../api/service.queries.ts'
import type { LifeEventRow } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { lifeEventTexts } from './life-event.texts.ts'
import { choicesOf, type Walk, walk } from './walk-questions.ts'
import { WayCard } from './way-card.tsx'

/** A few questions one by one, and then the ways side by side. The answers stand in the address: back is back. */
export function LifeEventPage() {
  const t = useTexts(lifeEventTexts)
  const { event: id } = useParams({ from: '/portal/life-events/$event' })
  const events = useQuery(lifeEventsQuery)
  return (
    <Loaded query={events}>
      {(data) => {
        const event = data.events.find((one) => one.id === id)
        return event === undefined ? (
          <Empty alone title={t.unknownTitle}>
            {t.unknownLead}
          </Empty>
        ) : (
          <Event event={event} />
        )
      }}
    </Loaded>
  )
}

function Event({ event }: { readonly event: LifeEventRow }) {
  const language = useLanguage()
  const { answers } = useSearch({ from: '/portal/life-events/$event' })
  const stand = walk(event, choicesOf(answers))
  return (
    <PortalPage title={language === 'zh' ? event.label : event.labelEn} lead={event.about}>
      <Answered stand={stand} />
      {stand.asks === null ? <Ways event={event} ids={stand.ways} /> : <Question event={event} stand={stand} />}
    </PortalPage>
  )
}

function Answered({ stand }: { readonly stand: Walk }) {
  const t = useTexts(lifeEventTexts)
  if (stand.answered.length === 0) return null
  const before = stand.answered
    .slice(0, -1)
    .map(({ choice }) => choice)
    .join('-')
  return (
    <section className="po-answered" aria-label={t.answers}>
      <dl>
        {stand.answered.map(({ question, choice }) => (
          <div key={question.id}>
            <dt>{question.ask}</dt>
            <dd>{question.choices[choice]?.label}</dd>
          </div>
        ))}
      </dl>
      <p className="no-print">
        <Link to="." search={before === '' ? {} : { answers: before }}>
          {t.back}
        </Link>
        <Link to="." search={{}}>
          {t.again}
        </Link>
      </p>
    </section>
  )
}

function Question({ event, stand }: { readonly event: LifeEventRow; readonly stand: Walk }) {
  const t = useTexts(lifeEventTexts)
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  const question = stand.asks
  const at = stand.answered.length + 1
  // after an answer the next question is read out; the first one waits to be reached
  useEffect(() => {
    if (at > 1) heading.current?.focus()
  }, [at])
  if (question === null) return null
  const before = stand.answered.map(({ choice }) => choice)
  return (
    <section className="po-question">
      <p className="po-fine">{t.question(at, event.most)}</p>
      <h2 className="po-h2" ref={heading} tabIndex={-1}>
        {question.ask}
      </h2>
      {question.help === null ? null : <p className="po-lead">{question.help}</p>}
      <ul className="po-answers">
        {question.choices.map((choice, index) => (
          <li key={choice.label}>
            <button
              type="button"
              onClick={() => void navigate({ to: '.', search: { answers: [...before, index].join('-') } })}
            >
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ways({ event, ids }: { readonly event: LifeEventRow; readonly ids: readonly string[] }) {
  const t = useTexts(lifeEventTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const ways = ids.flatMap((id) => event.ways.find((way) => way.id === id) ?? [])
  return (
    <section>
      <h2 className="po-h2" ref={heading} tabIndex={-1}>
        {t.ways(ways.length)}
      </h2>
      <p className="po-lead">{t.waysLead}</p>
      <ol className="po-ways">
        {ways.map((way, at) => (
          <WayCard key={way.id} way={way} isFirst={at === 0} />
        ))}
      </ol>
    </section>
  )
}
