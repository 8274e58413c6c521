import './charts.css'
import type { Cockpit, PhaseRow } from '../api/types.gen.ts'
import { dayNumber } from '../format/dates.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { useWidth } from './use-width.ts'

interface TimelineProps {
  readonly start: string
  readonly end: string
  readonly today: string
  readonly phases: readonly PhaseRow[]
  readonly marks: Cockpit['timeline']
  readonly label: string
  /** shows the dates below the drawing instead of behind a click */
  readonly withDates?: boolean
}

const laneTop = 30
const laneHeight = 26
const axisAt = laneTop + laneHeight
const height = 112
const side = 4

/** The programme as one line: phases as bands, versions above, due days below, and today across all of it. */
export function Timeline({ start, end, today, phases, marks, label, withDates = false }: TimelineProps) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>(800)
  const first = dayNumber(start)
  const span = Math.max(dayNumber(end) - first + 1, 1)
  const x = (date: string) => side + ((dayNumber(date) - first) / span) * (width - 2 * side)
  const after = (date: string) => side + ((dayNumber(date) - first + 1) / span) * (width - 2 * side)
  const bands = phaseBands(phases)
  const due = marks.filter((mark) => mark.kind === 'milestone')
  const versions = marks.filter((mark) => mark.kind === 'version')
  const todayX = x(today)
  return (
    <div className="chart" ref={box}>
      <svg width={width} height={height} role="img" aria-label={label}>
        {bands.map(({ phase, from, to }) => (
          <g key={phase.itemId} className={`band ${phase.state}`}>
            <rect x={x(from)} y={laneTop} width={Math.max(after(to) - x(from) - 1.5, 1)} height={laneHeight} rx="2" />
            <text x={(x(from) + after(to)) / 2} y={laneTop + 17.5} textAnchor="middle">
              {fittingName(phase.name, after(to) - x(from))}
            </text>
            <title>{phase.name}</title>
          </g>
        ))}
        {yearsBetween(start, end).map((year) => (
          <g key={year} className="tick">
            <line x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={axisAt} y2={height - 2} />
            <text x={x(`${year}-01-01`) + 5} y={height - 4}>
              {year}
            </text>
          </g>
        ))}
        {versions.map((mark) => (
          <g key={mark.date} className="version-mark">
            <path d={flagPath(x(mark.date), flagWidth(mark.label), flagWidth(mark.label) > width - x(mark.date))} />
            <text
              x={flagWidth(mark.label) > width - x(mark.date) ? x(mark.date) - 5 : x(mark.date) + 5}
              y={21}
              textAnchor={flagWidth(mark.label) > width - x(mark.date) ? 'end' : 'start'}
            >
              {mark.label.replaceAll(' ', '')}
            </text>
          </g>
        ))}
        {placeDue(due, after, width).map(({ mark, at, radius, lower }) => (
          <g key={mark.date} className={mark.date < today ? 'due past' : 'due'}>
            <title>{`${mark.date}　${t.milestones(mark.count)}`}</title>
            <circle cx={at} cy={axisAt + (lower ? 38 : 18)} r={radius} />
            <text x={at} y={axisAt + (lower ? 42 : 22)} textAnchor="middle">
              {mark.count > 1 ? mark.count : ''}
            </text>
          </g>
        ))}
        <g className="today">
          <line x1={todayX} x2={todayX} y1={laneTop - 4} y2={height - 16} />
          <text x={clamp(todayX, 60, width - 4)} y={height - 2} textAnchor={todayX > width - 70 ? 'end' : 'middle'}>
            {`${t.today} ${today.slice(5)}`}
          </text>
        </g>
      </svg>
      <details className={withDates ? 'chart-data open' : 'chart-data no-print'} open={withDates}>
        <summary>{t.data}</summary>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t.date}</th>
              <th scope="col">{t.what}</th>
              <th scope="col" className="num">
                {t.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...marks]
              .sort((a, b) => (a.date < b.date ? -1 : 1))
              .map((mark) => (
                <tr key={`${mark.kind}${mark.date}`}>
                  <td className="nb">{mark.date}</td>
                  <td lang={language === 'en' ? 'zh-CN' : undefined}>{mark.label}</td>
                  <td className="num">{mark.count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

type Mark = Cockpit['timeline'][number]

/** A due day as a circle whose area says how many; one that would cover its neighbour stands a step lower. */
function placeDue(due: readonly Mark[], after: (date: string) => number, width: number) {
  const most = Math.max(...due.map((mark) => mark.count), 1)
  const placed: { mark: Mark; at: number; radius: number; lower: boolean }[] = []
  for (const mark of [...due].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const radius = Math.max(mark.count > 1 ? 8 : 4, 11 * Math.sqrt(mark.count / most))
    const at = clamp(after(mark.date), radius, width - radius)
    const before = placed.at(-1)
    const covers = before !== undefined && !before.lower && at - before.at < radius + before.radius + 2
    placed.push({ mark, at, radius, lower: covers })
  }
  return placed
}

/** Neighbouring phases may share a month; the later one is drawn from where the earlier one ends. */
function phaseBands(phases: readonly PhaseRow[]) {
  const bands: { phase: PhaseRow; from: string; to: string }[] = []
  for (const phase of phases) {
    if (phase.start === null || phase.end === null) continue
    const before = bands.at(-1)
    if (before !== undefined && before.to > phase.start) before.to = phase.start
    bands.push({ phase, from: phase.start, to: phase.end })
  }
  return bands
}

/** The name as far as it fits: whole, without 阶段, or not at all. */
function fittingName(name: string, width: number): string {
  const names = [name, name.replace(/阶段$/, '')]
  return names.find((one) => one.length * 12.5 + 6 <= width) ?? ''
}

function flagWidth(label: string): number {
  return 16 + [...label.replaceAll(' ', '')].reduce((sum, sign) => sum + (sign < '\u2000' ? 7 : 12), 0)
}

/** A flag on its pole; near the right edge it flies to the left. */
function flagPath(at: number, width: number, toLeft: boolean): string {
  if (toLeft) return `M${at} ${laneTop + laneHeight}V8h-${width}l5 8.5-5 8.5h${width}`
  return `M${at} ${laneTop + laneHeight}V8h${width}l-5 8.5 5 8.5h-${width}`
}

function yearsBetween(start: string, end: string): readonly number[] {
  const first = Number(start.slice(0, 4))
  const last = Number(end.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
