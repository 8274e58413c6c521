import './cockpit.css'
import './cockpit-places.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { cockpitQuery, useSession } from '../../api/queries.ts'
import type { LivingCockpit } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { percent } from '../../format/shares.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { Loaded, SkeletonPage } from '../../ui/states.tsx'
import { AreaLists } from './area-lists.tsx'
import { cockpitTexts } from './cockpit.texts.ts'
import { NoProgramme } from './no-programme.tsx'
import { Phases } from './phases.tsx'
import { OverdueUnits, Worst } from './rail.tsx'
import { Changes, MilestoneLights, ReportsNow } from './standing.tsx'
import { Sentence, Tally } from './summary.tsx'
import { Legend, TargetSheet } from './target-sheet.tsx'
import { TownMap } from './town-map.tsx'
import { useNarrow } from './use-narrow.ts'
import { useWall } from './use-wall.ts'

/** 驾驶舱: where the county stands, and why, on one page. */
export function CockpitPage() {
  const t = useTexts(cockpitTexts)
  usePageTitle(t.title)
  const session = useSession()
  const wall = useWall()
  // nobody touches a wall: it looks by itself
  const query = useQuery({
    ...cockpitQuery,
    enabled: session?.hasProgramme === true,
    refetchInterval: wall ? 60_000 : false,
  })
  if (session?.hasProgramme === false) return <NoProgramme alone />
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoProgramme alone />} alone>
      {(cockpit) => <Board cockpit={cockpit} wall={wall} readAt={query.dataUpdatedAt} />}
    </Loaded>
  )
}

interface BoardProps {
  readonly cockpit: LivingCockpit
  readonly wall: boolean
  /** when this was fetched, in milliseconds */
  readonly readAt: number
}

function Board({ cockpit, wall, readAt }: BoardProps) {
  const t = useTexts(cockpitTexts)
  const common = useCommon()
  const narrow = useNarrow()
  return (
    <div className={wall ? 'ck on-wall' : 'ck'}>
      <Phases cockpit={cockpit} wall={wall} readAt={readAt} />
      <div className="ck-sum">
        <h1 className="sr">{t.title}</h1>
        <Sentence cockpit={cockpit} />
        <Tally cockpit={cockpit} />
        <div className="ck-acts no-print">
          <Link to="/" search={wall ? {} : { wall: 1 }} className="btn icon-only" title={wall ? t.wallOff : t.wall}>
            <Icon name={wall ? 'shrink' : 'expand'} />
            <span className="sr">{wall ? t.wallOff : t.wall}</span>
          </Link>
          {wall ? null : (
            <button type="button" className="btn icon-only" title={common.print} onClick={() => window.print()}>
              <Icon name="print" />
              <span className="sr">{common.print}</span>
            </button>
          )}
        </div>
      </div>
      {narrow ? <PhoneSheet cockpit={cockpit} /> : <WideSheet cockpit={cockpit} />}
      <Foot cockpit={cockpit} />
    </div>
  )
}

interface SheetProps {
  readonly cockpit: LivingCockpit
}

/**
 * Everything at once: an office screen, a wall, a sheet of paper. The public reads what is published, and a unit its own
 * duties: where a block is not theirs, the others take its place.
 */
function WideSheet({ cockpit }: SheetProps) {
  const { reports, towns } = cockpit.progress
  const published = reports === null
  const mapped = towns.length > 0
  return (
    <div className={published ? 'ck-sheet published' : 'ck-sheet'}>
      <TargetSheet cockpit={cockpit} />
      {published ? null : (
        <div className={mapped ? 'ck-low' : 'ck-low even'}>
          <div className="ck-standing">
            <ReportsNow cockpit={cockpit} />
            <MilestoneLights cockpit={cockpit} />
          </div>
          {mapped ? <Changes cockpit={cockpit} /> : null}
        </div>
      )}
      <div className="ck-rail">
        <Worst cockpit={cockpit} />
        <OverdueUnits cockpit={cockpit} most={4} />
        {published ? <MilestoneLights cockpit={cockpit} /> : null}
        {mapped ? <TownMap cockpit={cockpit} /> : <Changes cockpit={cockpit} />}
      </div>
    </div>
  )
}

/** What is worst first, then who is late, then the whole county area by area. */
function PhoneSheet({ cockpit }: SheetProps) {
  return (
    <div className="ck-sheet phone">
      <Worst cockpit={cockpit} />
      <OverdueUnits cockpit={cockpit} most={8} />
      <AreaLists cockpit={cockpit} />
      <ReportsNow cockpit={cockpit} />
      <MilestoneLights cockpit={cockpit} />
      <Changes cockpit={cockpit} />
      {cockpit.progress.towns.length === 0 ? null : <TownMap cockpit={cockpit} />}
    </div>
  )
}

function Foot({ cockpit }: SheetProps) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const { plan, elapsed } = cockpit
  return (
    <footer className="ck-foot">
      <Legend />
      <span>{t.rule(percent(elapsed.days / elapsed.ofDays), elapsed.days, elapsed.ofDays)}</span>
      <span>{t.forecastRule}</span>
      <Link to="/plan">{t.source(plan.title, plan.version, dateInWords(plan.effectiveFrom, language))}</Link>
    </footer>
  )
}
