import './timeline.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { timelineQuery } from '../../api/monitoring.queries.ts'
import type { Light, MilestoneProgress, PhaseRow, Timeline } from '../../api/types.gen.ts'
import { ProgrammeTimeline } from '../../charts/timeline.tsx'
import { dateInWords, daysBetween, monthRange } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips } from '../../ui/choices.tsx'
import { LightMark } from '../../ui/light.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { UnitLinks } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { changePath } from '../cockpit/change-path.ts'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { milestonesTexts } from '../milestones/milestones.texts.ts'
import { shownLight } from '../milestones/shown-light.ts'
import { timelineTexts } from './timeline.texts.ts'

const lights: readonly Light[] = ['red', 'amber', 'green', 'grey', 'blue']

/** 时间轴: phases and milestones by the day on which they fall due, and where today stands among them. */
export function TimelinePage() {
  const t = useTexts(timelineTexts)
  const query = useQuery(timelineQuery)
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoProgramme />}>
        {(timeline) => <TimelineView timeline={timeline} />}
      </Loaded>
    </Page>
  )
}

function TimelineView({ timeline }: { readonly timeline: Timeline }) {
  const t = useTexts(timelineTexts)
  const words = useTexts(milestonesTexts)
  const search = useSearch({ from: '/timeline' })
  const navigate = useNavigate({ from: '/timeline' })
  const { milestones } = timeline
  const light = lights.find((one) => one === search.light)
  const shown = light === undefined ? milestones : milestones.filter((one) => shownLight(one) === light)
  return (
    <>
      <section className="card tm-chart">
        <ProgrammeTimeline timeline={timeline} lightOf={shownLight} words={words.lights} />
        <ul className="tm-key">
          {lights.map((one) => (
            <li key={one}>
              <LightMark light={one} word={words.lights[one]} />
            </li>
          ))}
          <li className="tm-dots">{t.dots}</li>
        </ul>
      </section>
      <div className="filters no-print">
        <Chips<Light | ''>
          label={t.byLight}
          value={light ?? ''}
          onChange={(value) => void navigate({ search: value === '' ? {} : { light: value }, replace: true })}
          choices={[
            { value: '', label: t.all, count: milestones.length },
            ...lights.map((one) => ({
              value: one,
              label: words.lights[one],
              count: milestones.filter((milestone) => shownLight(milestone) === one).length,
            })),
          ]}
        />
      </div>
      <div className="tm-grid">
        <div>
          {shown.length === 0 ? <Empty icon="flag" title={t.noneTitle} /> : <ByDay timeline={timeline} shown={shown} />}
        </div>
        <div className="tm-side">
          <PhaseList phases={timeline.phases} />
          <EventList timeline={timeline} />
        </div>
      </div>
    </>
  )
}

/** Day by day, with a line where today is. */
function ByDay({ timeline, shown }: { readonly timeline: Timeline; readonly shown: readonly MilestoneProgress[] }) {
  const t = useTexts(timelineTexts)
  const language = useLanguage()
  const { today } = timeline
  const days = [...new Set(shown.flatMap((one) => one.dueOn ?? []))].sort()
  const past = days.filter((day) => day < today)
  const coming = days.filter((day) => day >= today)
  const undated = shown.filter((one) => one.dueOn === null)
  const section = (day: string) => (
    <DaySection
      key={day}
      title={dateInWords(day, language)}
      note={t.away(daysBetween(today, day))}
      milestones={shown.filter((one) => one.dueOn === day)}
    />
  )
  return (
    <div className="tm-days">
      {past.map(section)}
      <p className="tm-today">
        <span>{t.todayIs(dateInWords(today, language))}</span>
      </p>
      {coming.map(section)}
      {undated.length === 0 ? null : <DaySection title={t.undated} note={t.undatedNote} milestones={undated} />}
    </div>
  )
}

interface DaySectionProps {
  readonly title: string
  readonly note: string
  readonly milestones: readonly MilestoneProgress[]
}

function DaySection({ title, note, milestones }: DaySectionProps) {
  const t = useTexts(timelineTexts)
  const words = useTexts(milestonesTexts)
  const language = useLanguage()
  const order = [...milestones].sort((a, b) => lights.indexOf(shownLight(a)) - lights.indexOf(shownLight(b)))
  return (
    <section className="card tm-day">
      <header className="card-head">
        <h2>{title}</h2>
        <p className="quiet">{`${note}，${t.count(milestones.length)}`}</p>
      </header>
      <ul>
        {order.map((one) => (
          <li key={one.itemId}>
            <LightMark light={shownLight(one)} word={words.lights[shownLight(one)]} why={one.why[language]} />
            <Link to="/milestones/$itemId" params={{ itemId: one.itemId }}>
              {one.name}
            </Link>
            <span className="quiet small tm-why">{shownLight(one) === 'blue' ? '' : one.why[language]}</span>
            <span className="quiet tm-owner">
              <UnitLinks units={one.owners} most={1} brief />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PhaseList({ phases }: { readonly phases: readonly PhaseRow[] }) {
  const t = useTexts(timelineTexts)
  const language = useLanguage()
  return (
    <section className="card">
      <header className="card-head">
        <h2>{t.phases}</h2>
      </header>
      <ol className="rows tm-phases">
        {phases.map((phase) => (
          <li key={phase.itemId} className={phase.state} aria-current={phase.state === 'current' ? 'step' : undefined}>
            <b>{phase.name}</b>
            <span className="quiet">{monthRange(phase.start, phase.end, language)}</span>
            <span className="tm-state">
              {phase.state === 'past'
                ? t.past
                : phase.state === 'current'
                  ? t.left(phase.days ?? 0)
                  : t.inDays(phase.days ?? 0)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const shownAtFirst = 15

function EventList({ timeline }: { readonly timeline: Timeline }) {
  const t = useTexts(timelineTexts)
  const common = useCommon()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const events = [...timeline.events].sort((a, b) => (a.on < b.on ? 1 : -1))
  return (
    <section className="card">
      <header className="card-head">
        <h2>{t.events}</h2>
        <p className="quiet">{common.items(events.length)}</p>
      </header>
      {events.length === 0 ? <p className="card-body quiet">{t.eventsNone}</p> : null}
      <ul className="rows tm-events">
        {(all ? events : events.slice(0, shownAtFirst)).map((event) => (
          <li key={`${event.on}${event.path}${event.label.zh}`}>
            <time dateTime={event.on}>{event.on}</time>
            <Link to={changePath(event.path)}>{event.label[language]}</Link>
          </li>
        ))}
      </ul>
      {events.length <= shownAtFirst || all ? null : (
        <p className="card-body no-print">
          <button type="button" className="text-btn" onClick={() => setAll(true)}>
            {t.allEvents(events.length)}
          </button>
        </p>
      )}
    </section>
  )
}
