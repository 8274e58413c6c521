import { Link } from '@tanstack/react-router'
import type { LivingCockpit, TargetProgress } from '../../api/types.gen.ts'
import { exactSum, percent, readFigure } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Figure } from '../../ui/reading.tsx'
import { cockpitTexts } from './cockpit.texts.ts'
import { Goal } from './goal.tsx'

type WorstRow = LivingCockpit['progress']['worst'][number]

/** The five that are furthest behind: how far, by how much, and whose they are. */
export function Worst({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const { worst, targets } = cockpit.progress
  return (
    <section className="ck-worst">
      <header className="ck-head">
        <h2>{t.worst(worst.length)}</h2>
        <p>{t.worstNote}</p>
      </header>
      {worst.length === 0 ? <p className="quiet small">{t.worstNone}</p> : null}
      <ol>
        {worst.map((row, index) => (
          <li key={row.itemId}>
            <i aria-hidden="true">{index + 1}</i>
            <Link to="/targets/$itemId" params={{ itemId: row.itemId }} title={row.name}>
              {cockpit.targets.find((target) => target.itemId === row.itemId)?.shortName ?? row.name}
            </Link>
            <span className="num">
              <b>{row.current?.value == null ? null : <Figure value={row.current.value} />}</b>
              <span className="quiet">
                {' / '}
                <Goal amount={row.amount} /> {row.amount.unit}
              </span>
            </span>
            <Reason row={row} progress={targets.find((one) => one.itemId === row.itemId)} />
            <small className="ck-owner">{row.owner === null ? null : <UnitLink unit={row.owner} />}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** In a line: what is lacking, and the way made against the time gone. The whole sentence is on the target's page. */
function Reason({ row, progress }: { readonly row: WorstRow; readonly progress: TargetProgress | undefined }) {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  const value = row.current?.value ?? null
  const lacking = value === null ? null : exactSum([row.amount.value, -value])
  return (
    <small className="ck-why" title={row.why[language]}>
      {lacking !== null && lacking > 0 ? <b>{t.lacking(readFigure(lacking), row.amount.unit)}</b> : null}
      {row.completion === null ? null : t.way(percent(row.completion))}
      {progress === undefined ? null : <span className="ck-time">{t.time(percent(progress.share))}</span>}
    </small>
  )
}

/** Units with something overdue, as bars on one scale; not there for the public. */
export function OverdueUnits({ cockpit, most }: { readonly cockpit: LivingCockpit; readonly most: number }) {
  const t = useTexts(cockpitTexts)
  const { overdue } = cockpit.progress
  if (overdue === null) return null
  const late = overdue.units.filter((unit) => unit.overdue > 0)
  const shown = late.slice(0, most)
  const scale = Math.max(...shown.map((unit) => unit.overdue), 1)
  return (
    <section className="ck-overdue">
      <header className="ck-head">
        <h2>{t.overdue}</h2>
        <p>{t.overdueNote(overdue.total, overdue.open, Math.max(late.length - most, 0))}</p>
        <Link to="/supervision">{t.overdueAll}</Link>
      </header>
      {late.length === 0 ? (
        <p className="quiet small">{t.overdueNone}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.overdueCol.unit}</th>
              <th scope="col" colSpan={2} className="num">
                {t.overdueCol.overdue}
              </th>
              <th scope="col" className="num">
                {t.overdueCol.open}
              </th>
              <th scope="col" className="num">
                {t.overdueCol.longest}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.unit.id}>
                <th scope="row">
                  <UnitLink unit={row.unit} />
                </th>
                <td className="ck-late" aria-hidden="true">
                  <i style={{ width: `${(row.overdue / scale) * 100}%` }} />
                </td>
                <td className="num">
                  <Link to="/work" search={{ unit: row.unit.id }} title={t.overdueOf(row.unit.name)}>
                    <b>{row.overdue}</b>
                  </Link>
                </td>
                <td className="num">{row.open}</td>
                <td className="num">{row.longestDays}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
