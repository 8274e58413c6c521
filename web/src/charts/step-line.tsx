import './charts.css'
import type { Amount, TargetDetail } from '../api/types.gen.ts'
import { formatFigure, shortFigure } from '../format/amounts.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { useWidth } from './use-width.ts'

interface StepLineProps {
  readonly months: TargetDetail['months']
  readonly amount: Amount
  readonly today: string
  readonly label: string
}

const height = 320
const area = { left: 56, right: 20, top: 30, bottom: 30 }

/** The target over the months of the programme, as each version set it: a line with steps, since it holds until changed. */
export function StepLine({ months, amount, today, label }: StepLineProps) {
  const t = useTexts(chartTexts)
  const common = useCommon()
  const [box, width] = useWidth<HTMLDivElement>(640)
  const values = months.flatMap((month) => (month.value === null ? [] : [month.value]))
  const ticks = niceTicks(0, Math.max(...values, 1))
  const top = ticks.at(-1) ?? 1
  const slot = (width - area.left - area.right) / Math.max(months.length, 1)
  const x = (index: number) => area.left + index * slot
  const y = (value: number) => height - area.bottom - (value / top) * (height - area.top - area.bottom)
  const runs = stepRuns(months)
  const missing = months.filter((month) => month.value === null).length
  const todayAt = months.findIndex((month) => month.month === today.slice(0, 7))
  return (
    <div className="chart" ref={box}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
          </pattern>
        </defs>
        <text x={0} y={14}>
          {t.unitOnAxis(amount.baseUnit)}
        </text>
        {ticks.map((tick) => (
          <g key={tick} className="grid-line">
            <line x1={area.left} x2={width - area.right} y1={y(tick)} y2={y(tick)} />
            <text x={area.left - 8} y={y(tick) + 4} textAnchor="end">
              {shortFigure(tick)}
            </text>
          </g>
        ))}
        {months.map((month, index) =>
          month.month.endsWith('-01') || (month.month.endsWith('-07') && slot > 12) ? (
            <text key={month.month} x={x(index)} y={height - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
              {month.month}
            </text>
          ) : null,
        )}
        {missing === 0 ? null : (
          <g>
            <rect
              x={area.left}
              y={area.top}
              width={missing * slot}
              height={height - area.top - area.bottom}
              fill="url(#hatch)"
            />
            {missing * slot > 60 ? (
              <text x={area.left + (missing * slot) / 2} y={area.top + 16} textAnchor="middle" className="on-hatch">
                {t.beforeFirst}
              </text>
            ) : null}
          </g>
        )}
        <path className="step" d={stepPath(runs, x, y)} />
        {runs.map((run, index) => (
          <g key={run.from} className="step-mark">
            <circle cx={x(run.from)} cy={y(run.value)} r="3.5" />
            <text
              x={x(run.from) > width - 90 ? x(run.from) - 6 : x(run.from) + 6}
              textAnchor={x(run.from) > width - 90 ? 'end' : 'start'}
              y={y(run.value) + (index > 0 && run.value < (runs[index - 1]?.value ?? 0) ? 18 : -8)}
            >
              {`${run.version === null ? '' : common.version(run.version)} ${formatFigure(run.value)}`}
            </text>
          </g>
        ))}
        {todayAt === -1 ? null : (
          <g className="today">
            <line x1={x(todayAt) + slot / 2} x2={x(todayAt) + slot / 2} y1={area.top - 8} y2={height - area.bottom} />
            <text
              x={x(todayAt) + slot / 2}
              y={area.top - 14}
              textAnchor={todayAt > months.length * 0.8 ? 'end' : 'middle'}
            >
              {`${t.today} ${today.slice(5)}`}
            </text>
          </g>
        )}
      </svg>
      <details className="chart-data no-print">
        <summary>{t.data}</summary>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t.month}</th>
              <th scope="col" className="num">
                {`${t.target}（${amount.baseUnit}）`}
              </th>
              <th scope="col" className="num">
                {t.version}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <td>{month.month}</td>
                <td className="num">{month.value === null ? t.beforeFirst : formatFigure(month.value)}</td>
                <td className="num">{month.version ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

interface Run {
  readonly from: number
  to: number
  readonly value: number
  readonly version: number | null
}

/** Months in a row under the same version and value. */
function stepRuns(months: StepLineProps['months']): readonly Run[] {
  const runs: Run[] = []
  months.forEach((month, index) => {
    if (month.value === null) return
    const last = runs.at(-1)
    if (last !== undefined && last.value === month.value && last.version === month.version && last.to === index)
      last.to = index + 1
    else runs.push({ from: index, to: index + 1, value: month.value, version: month.version })
  })
  return runs
}

function stepPath(runs: readonly Run[], x: (index: number) => number, y: (value: number) => number): string {
  return runs
    .map((run, index) => {
      const joined = index > 0 && runs[index - 1]?.to === run.from
      return `${joined ? 'L' : 'M'}${x(run.from)} ${y(run.value)}L${x(run.to)} ${y(run.value)}`
    })
    .join('')
}

/** Three to six round figures from low to above high. */
function niceTicks(low: number, high: number): readonly number[] {
  const rough = ((high - low) * 1.12) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power
  const count = Math.ceil(((high - low) * 1.05) / step)
  return Array.from({ length: count + 1 }, (_, index) => Math.round((low + index * step) * 1e6) / 1e6)
}
