import { Link } from '@tanstack/react-router'
import type { Area, LivingCockpit, TargetProgress, TargetRow } from '../../api/types.gen.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { amountInWords } from '../../format/amounts.ts'
import { readFigure } from '../../format/shares.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { LightMark } from '../../ui/light.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { cockpitTexts } from './cockpit.texts.ts'
import { CutOff } from './cut-off.tsx'
import { Goal } from './goal.tsx'

interface Row {
  readonly target: TargetRow
  readonly progress: TargetProgress | undefined
}

/** All targets at once, by area, in two columns: value, target, way, light, and how fresh the value is. */
export function TargetSheet({ cockpit }: { readonly cockpit: LivingCockpit }) {
  const t = useTexts(cockpitTexts)
  const rows = rowsByArea(cockpit).flatMap(([, rows]) => rows)
  const half = Math.ceil(rows.length / 2)
  const halves = [rows.slice(0, half), rows.slice(half)].filter((part) => part.length > 0)
  return (
    <section className="ck-targets" aria-labelledby="ck-targets">
      <header className="ck-head">
        <h2 id="ck-targets">{t.targetsTitle}</h2>
        <p>{t.targetsNote(rows.length)}</p>
      </header>
      <div className="ck-columns">
        {halves.map((part) => (
          <HalfTable key={part[0]?.target.itemId ?? ''} rows={part} today={cockpit.today} />
        ))}
      </div>
    </section>
  )
}

/** How to read the little drawings; it stands with the sources below the sheet. */
export function Legend() {
  const t = useTexts(cockpitTexts)
  return (
    <ul className="ck-legend">
      <li>
        <svg width="22" height="10" aria-hidden="true" className="spark">
          <path className="spark-target" d="M0 5H22" />
        </svg>
        {t.legend.target}
      </li>
      <li>
        <svg width="22" height="10" aria-hidden="true" className="spark">
          <path className="spark-value" d="M1 9L21 2" />
        </svg>
        {t.legend.value}
      </li>
      <li>
        <svg width="22" height="10" aria-hidden="true" className="spark">
          <path className="spark-band" d="M1 8L22 0V8Z" />
          <path className="spark-forecast" d="M1 8L22 4" />
        </svg>
        {t.legend.forecast}
      </li>
    </ul>
  )
}

function HalfTable({ rows, today }: { readonly rows: readonly Row[]; readonly today: string }) {
  const t = useTexts(cockpitTexts)
  const common = useCommon()
  return (
    <table className="ck-table" aria-label={t.targetsTitle}>
      <colgroup>
        {['area', 'name', 'value', 'target', 'unit', 'spark', 'light', 'cut'].map((name) => (
          <col key={name} className={`c-${name}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.col.name}</th>
          <th scope="col" className="num">
            {t.col.value}
          </th>
          <th scope="col" className="num">
            {t.col.target}
          </th>
          <th scope="col">{t.col.unit}</th>
          <th scope="col">{t.col.trend}</th>
          <th scope="col">{t.col.light}</th>
          <th scope="col" className="ck-cut">
            {t.col.cutoff}
          </th>
        </tr>
      </thead>
      {groupByArea(rows).map(([area, own]) => (
        <tbody key={area}>
          {own.map((row, index) => (
            <tr key={row.target.itemId} className={row.progress?.light === 'red' ? 'behind' : undefined}>
              {index === 0 ? (
                <th
                  scope="rowgroup"
                  rowSpan={own.length}
                  className="ck-area"
                  style={{ '--rows': own.length } as React.CSSProperties}
                >
                  <Link to="/targets" search={{ area }}>
                    {common.areas[area]}
                  </Link>
                </th>
              ) : null}
              <Cells row={row} today={today} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Cells({ row: { target, progress }, today }: { readonly row: Row; readonly today: string }) {
  const trend = useTrendInWords()
  return (
    <>
      <th scope="row">
        <Link to="/targets/$itemId" params={{ itemId: target.itemId }} title={target.name}>
          {target.shortName}
        </Link>
      </th>
      <td className="num ck-value">
        <ReadingValue reading={progress?.current ?? null} brief />
      </td>
      <td className="num ck-goal">
        <Goal amount={target.amount} />
      </td>
      <td className="ck-unit">{target.amount.unit}</td>
      <td className="ck-spark">
        {progress === undefined ? null : (
          <Sparkline
            trend={progress.trend}
            target={target.amount.value}
            forecast={progress.forecast}
            annual={target.kind === 'annual'}
            label={trend(target, progress)}
          />
        )}
      </td>
      <td>{progress === undefined ? null : <LightOf progress={progress} />}</td>
      <td className="ck-cut">
        <CutOff reading={progress?.current ?? null} today={today} code={target.code} />
      </td>
    </>
  )
}

export function LightOf({ progress }: { readonly progress: TargetProgress }) {
  const language = useLanguage()
  return <LightMark light={progress.light} why={progress.why[language]} />
}

/** What the little drawing shows, for who cannot see it. */
function useTrendInWords(): (target: TargetRow, progress: TargetProgress) => string {
  const t = useTexts(cockpitTexts)
  const language = useLanguage()
  return (target, { trend, forecast }) => {
    const known = trend.flatMap((point) => (point.value === null ? [] : [point.value]))
    const first = known[0]
    const last = known.at(-1)
    const goal = amountInWords(target.amount, language)
    if (first === undefined || last === undefined) return t.trendNone(goal)
    return t.trendWords(
      readFigure(first),
      readFigure(last),
      goal,
      forecast === null ? null : readFigure(forecast.value),
      trend.length - known.length,
    )
  }
}

/** The targets of each area with their progress, in the order of the plan. */
export function rowsByArea(cockpit: LivingCockpit): readonly (readonly [Area, readonly Row[]])[] {
  const progress = new Map(cockpit.progress.targets.map((one) => [one.itemId, one]))
  return groupByArea(cockpit.targets.map((target) => ({ target, progress: progress.get(target.itemId) })))
}

function groupByArea(rows: readonly Row[]): readonly (readonly [Area, readonly Row[]])[] {
  const areas = [...new Set(rows.map((row) => row.target.area))]
  return areas.map((area) => [area, rows.filter((row) => row.target.area === area)])
}
