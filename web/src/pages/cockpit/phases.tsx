import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/queries.ts'
import type { Cockpit, PhaseRow } from '../../api/types.gen.ts'
import { daysBetween, instantInCounty, monthRange, weekdayOf } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Seal } from '../../ui/icons.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

interface PhasesProps {
  readonly cockpit: Cockpit
  readonly wall: boolean
  readonly readAt: number
}

/** Past, current and coming phases side by side; the one of today and what comes next cannot be missed. */
export function Phases({ cockpit, wall, readAt }: PhasesProps) {
  const t = useTexts(cockpitTexts)
  const common = useCommon()
  const language = useLanguage()
  const county = useSession()?.jurisdiction
  const name = language === 'zh' ? county?.label : county?.labelEn
  const at = instantInCounty(new Date(readAt).toISOString()).slice(11)
  return (
    <div className="ck-top">
      <div className="ck-who">
        {wall ? <Seal county={county?.label ?? ''} size={42} /> : null}
        <p>
          <b>{`${name ?? ''} ${t.title}`}</b>
          <span>{common.programme}</span>
        </p>
      </div>
      <ol className="ck-phases">
        {cockpit.phases.map((phase) => (
          <Phase key={phase.itemId} phase={phase} cockpit={cockpit} />
        ))}
      </ol>
      <Link to="/timeline" className="ck-today">
        <b>{`${cockpit.today} ${weekdayOf(cockpit.today, language)}`}</b>
        <span>{t.readAt(at)}</span>
      </Link>
    </div>
  )
}

function Phase({ phase, cockpit }: { readonly phase: PhaseRow; readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const next = cockpit.phases.find((one) => one.state === 'coming')?.itemId === phase.itemId
  const words = { past: t.done, current: t.now, coming: t.inDays(phase.days ?? 0) }
  return (
    <li className={next ? 'coming next' : phase.state} aria-current={phase.state === 'current' ? 'step' : undefined}>
      <b>{phase.name}</b>
      <em>{words[phase.state]}</em>
      <span>
        {monthRange(phase.start, phase.end, language)}
        {phase.state === 'current' ? <strong>{t.left(phase.days ?? 0)}</strong> : null}
      </span>
      <i style={{ width: `${passedShare(phase, cockpit.today) * 100}%` }} />
    </li>
  )
}

/** How much of the phase has gone by, 0 to 1. */
function passedShare(phase: PhaseRow, today: string): number {
  if (phase.state === 'past') return 1
  if (phase.start === null || phase.end === null || phase.state === 'coming') return 0
  const all = daysBetween(phase.start, phase.end) + 1
  return Math.min(Math.max(daysBetween(phase.start, today) / all, 0), 1)
}
