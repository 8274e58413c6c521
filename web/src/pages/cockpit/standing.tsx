import { Link } from '@tanstack/react-router'
import type { LivingCockpit } from '../../api/types.gen.ts'
import { StackBar } from '../../charts/stack-bar.tsx'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { changePath } from './change-path.ts'
import { cockpitTexts } from './cockpit.texts.ts'

interface BlockProps {
  readonly cockpit: LivingCockpit
}

/** How far the reports of the running period are on their way; not there for the public. */
export function ReportsNow({ cockpit }: BlockProps) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const { reports } = cockpit.progress
  if (reports === null) return null
  const shown = [
    { key: 'approved', fill: 'fill-full', count: reports.approved },
    { key: 'checked', fill: 'fill-strong', count: reports.checked },
    { key: 'submitted', fill: 'fill-soft', count: reports.submitted },
    { key: 'returned', fill: 'fill-back', count: reports.returned },
    { key: 'missing', fill: 'fill-none', count: reports.missing },
  ] as const
  const words = shown.map(({ key, count }) => `${t.reportStates[key]} ${count}`).join('，')
  return (
    <section className="ck-reports">
      <header className="ck-head">
        <h2>{t.reports(periodInWords(reports.period, language))}</h2>
        <p>{t.reportsNote(reports.owed - reports.missing, reports.owed)}</p>
        <Link to="/reports" search={{ state: 'all', period: reports.period }}>
          {t.reportsAll}
        </Link>
      </header>
      <StackBar
        label={words}
        parts={shown.map(({ key, fill, count }) => ({
          key,
          label: t.reportStates[key],
          count,
          fill,
          link:
            key === 'missing'
              ? { to: '/supervision' }
              : { to: '/reports', search: { state: key, period: reports.period } },
        }))}
      />
    </section>
  )
}

export function MilestoneLights({ cockpit }: BlockProps) {
  const t = useTexts(cockpitTexts)
  const { milestones } = cockpit.progress
  const parts = [
    { key: 'blue', light: 'blue', fill: 'fill-full', count: milestones.done },
    { key: 'green', light: 'green', fill: 'fill-soft', count: milestones.green },
    { key: 'amber', light: 'amber', fill: 'fill-amber', count: milestones.amber },
    { key: 'red', light: 'red', fill: 'fill-red', count: milestones.red },
    { key: 'grey', light: 'grey', fill: 'fill-none', count: milestones.grey },
  ] as const
  const words = parts.map(({ light, count }) => `${t.milestoneLights[light]} ${count}`).join('，')
  return (
    <section className="ck-milestones">
      <header className="ck-head">
        <h2>{t.milestones}</h2>
        <p>{t.milestonesNote(milestones.done, cockpit.milestones.total)}</p>
        <Link to="/milestones">{t.milestonesAll}</Link>
      </header>
      <StackBar
        label={words}
        parts={parts.map(({ key, light, fill, count }) => ({
          key,
          label: t.milestoneLights[light],
          count,
          fill,
          link: { to: '/milestones', search: { light } },
        }))}
      />
    </section>
  )
}

/** What changed in the last seven days, newest first. */
export function Changes({ cockpit }: BlockProps) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const { changes } = cockpit.progress
  return (
    <section className="ck-changes">
      <header className="ck-head">
        <h2>{t.changes}</h2>
        <p>{t.changesNote(changes.length)}</p>
        <Link to="/timeline">{t.timeline}</Link>
      </header>
      {changes.length === 0 ? <p className="quiet small">{t.changesNone}</p> : null}
      <ul>
        {changes.slice(0, 12).map((change) => (
          <li key={`${change.on}${change.path}${change.text.zh}`}>
            <time dateTime={change.on}>{change.on.slice(5)}</time>
            <span className="ck-kind">{t.changeKinds[change.kind]}</span>
            <Link to={changePath(change.path)} title={change.text[language]}>
              {change.text[language]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
