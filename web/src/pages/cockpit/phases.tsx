import { useSession } from '../../api/queries.ts'
import type { Cockpit, PhaseRow } from '../../api/types.gen.ts'
import { daysBetween, monthRange, weekdayOf } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Seal } from '../../ui/icons.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

/** Past, current and coming phases side by side, each with its months and days. */
export function Phases({ cockpit, wall }: { readonly cockpit: Cockpit; readonly wall: boolean }) {
  const common = useCommon()
  const language = useLanguage()
  const county = useSession()?.jurisdiction
  const name = language === 'zh' ? county?.label : county?.labelEn
  return (
    <div className="ck-top">
      <div className="ck-who">
        {wall ? <Seal county={county?.label ?? ''} size={42} /> : null}
        <p>
          <b>{name}</b>
          <span>{common.programme}</span>
        </p>
      </div>
      <ol className="ck-phases">
        {cockpit.phases.map((phase) => (
          <Phase key={phase.itemId} phase={phase} today={cockpit.today} />
        ))}
      </ol>
      <p className="ck-today">
        <b>{cockpit.today}</b>
        <span>{weekdayOf(cockpit.today, language)}</span>
      </p>
    </div>
  )
}

function Phase({ phase, today }: { readonly phase: PhaseRow; readonly today: string }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  return (
    <li className={phase.state} aria-current={phase.state === 'current' ? 'step' : undefined}>
      <b>{phase.name}</b>
      <span>{monthRange(phase.start, phase.end, language)}</span>
      <em>
        {phase.state === 'past'
          ? t.done
          : phase.state === 'current'
            ? t.left(phase.days ?? 0)
            : t.inDays(phase.days ?? 0)}
      </em>
      <i style={{ width: `${passedShare(phase, today) * 100}%` }} />
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
