import './cockpit.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { cockpitQuery, useSession } from '../../api/queries.ts'
import type { Cockpit } from '../../api/types.gen.ts'
import { TileMap } from '../../charts/tile-map.tsx'
import { Timeline } from '../../charts/timeline.tsx'
import { dateInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { PrintButton, usePageTitle } from '../../ui/page.tsx'
import { Loaded, SkeletonPage } from '../../ui/states.tsx'
import { cockpitTexts } from './cockpit.texts.ts'
import { NoProgramme } from './no-programme.tsx'
import { Phases } from './phases.tsx'
import { TaskGroups, UnitLoads, Upcoming } from './rail.tsx'
import { Sentence, Tally } from './summary.tsx'
import { TargetSheet } from './target-sheet.tsx'

/** 驾驶舱: where the programme stands, on one page. */
export function CockpitPage() {
  const t = useTexts(cockpitTexts)
  usePageTitle(t.title)
  const session = useSession()
  const wall = useSearch({ from: '/' }).wall !== undefined
  // nobody touches a wall: it looks by itself
  const query = useQuery({
    ...cockpitQuery,
    enabled: session?.hasProgramme === true,
    refetchInterval: wall ? 60_000 : false,
  })
  if (session?.hasProgramme === false) return <NoProgramme alone />
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoProgramme alone />} alone>
      {(cockpit) => <Board cockpit={cockpit} />}
    </Loaded>
  )
}

/** Escape leaves the wall display. */
function useEscape(wall: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!wall) return
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') void navigate({ to: '/', search: {} })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [wall, navigate])
}

function Board({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const wall = useSearch({ from: '/' }).wall !== undefined
  useEscape(wall)
  return (
    <div className={wall ? 'ck on-wall' : 'ck'}>
      <Phases cockpit={cockpit} wall={wall} />
      <div className="ck-sum">
        <h1 className="sr">{t.title}</h1>
        <Sentence cockpit={cockpit} />
        <Tally cockpit={cockpit} />
        <div className="ck-acts no-print">
          <Link to="/" search={wall ? {} : { wall: 1 }} className="btn icon-only" title={wall ? t.wallOff : t.wall}>
            <Icon name={wall ? 'shrink' : 'expand'} />
            <span className="sr">{wall ? t.wallOff : t.wall}</span>
          </Link>
          {wall ? null : <PrintButton />}
        </div>
      </div>
      <div className="ck-sheet">
        <TargetSheet cockpit={cockpit} />
        <div className="ck-rail">
          <Upcoming cockpit={cockpit} />
          <UnitLoads cockpit={cockpit} most={10} />
          <section className="ck-map">
            <header className="ck-head">
              <h2>{t.map}</h2>
              <p>{t.mapNote}</p>
            </header>
            <TileMap tiles={cockpit.towns} label={t.map} say={t.mapSay} />
          </section>
        </div>
        <div className="ck-low">
          <TaskGroups cockpit={cockpit} />
          <section>
            <header className="ck-head">
              <h2>{t.timeline}</h2>
              <p>
                {t.timelineNote}
                <span className="ck-gap">{t.elapsed(cockpit.elapsed.days, cockpit.elapsed.ofDays)}</span>
              </p>
            </header>
            <Timeline
              start={cockpit.plan.period.start}
              end={cockpit.plan.period.end}
              today={cockpit.today}
              phases={cockpit.phases}
              marks={cockpit.timeline}
              label={t.timeline}
              withDates
            />
          </section>
        </div>
      </div>
      <p className="ck-foot">
        {t.source(cockpit.plan.title, cockpit.plan.version, dateInWords(cockpit.plan.effectiveFrom, language))}
      </p>
    </div>
  )
}
