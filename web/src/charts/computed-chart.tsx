import './charts.css'
import './computed-chart.css'
import type { IndicatorForecast, SeriesPoint } from '../api/indicator.types.ts'
import type { TargetMonitor } from '../api/types.gen.ts'
import { shortFigure } from '../format/amounts.ts'
import { dayNumber } from '../format/dates.ts'
import { figureWith } from '../format/indicator-figures.ts'
import { estimatedFigure } from '../format/shares.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { type Point, valueRuns } from './chart-parts.ts'
import { asReadings, definitionChanges } from './computed-series.ts'
import { ComputedTable } from './computed-table.tsx'
import { Axes, Today } from './indicator-chart.tsx'
import { type Drawing, EndLabels, Forecast, Gaps, TargetSteps } from './indicator-layers.tsx'
import { axisTicks, linearScale, textWidth } from './scale.ts'
import { useWidth } from './use-width.ts'

export interface ComputedSeries {
  readonly series: readonly SeriesPoint[]
  readonly unit: string
  readonly decimals: number
  readonly forecast: IndicatorForecast | null
  /** the target as it moves; empty where nothing is promised */
  readonly line: TargetMonitor['line']
  readonly target: number | null
  /** yearly figures begin again each January */
  readonly annual: boolean
}

interface ComputedChartProps {
  readonly computed: ComputedSeries
  readonly today: string
  readonly label: string
}

/**
 * A computed indicator over the months: its line, a solid point where a value was approved, the officially published
 * values as a series of their own, the target as it moved, gaps with their reason, and the forecast with its band.
 */
export function ComputedChart({ computed, today, label }: ComputedChartProps) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>(640)
  const { series, forecast, line, target, unit } = computed
  const narrow = width < 460
  const height = narrow ? 250 : 380
  const readings = asReadings(series, language)
  const runs = valueRuns(readings, computed.annual)
  const points = runs.flat()
  const official = series.flatMap(({ on, official }) => (official === null ? [] : [{ on, value: official }]))
  const start = series[0]?.on ?? today
  const end = [today, series.at(-1)?.on ?? today, forecast?.on ?? today].reduce((a, b) => (a > b ? a : b))
  const ahead = line.filter((step) => step.to >= start)
  const steps = axisTicks([
    ...points.map((point) => point.value),
    ...official.map((point) => point.value),
    ...ahead.map((step) => step.value),
    ...(forecast === null ? [] : [forecast.low, forecast.high]),
  ])
  // what is counted one by one has no half
  const whole = steps.filter((tick) => Number.isInteger(tick))
  const ticks = computed.decimals === 0 && whole.length >= 2 ? whole : steps
  const endWords = forecast === null ? '' : t.band(estimatedFigure(forecast.low), estimatedFigure(forecast.high))
  const left = 14 + Math.max(...ticks.map((tick) => shortFigure(tick).length)) * 7
  const right = width - (narrow ? 58 : Math.max(72, textWidth(endWords) + 16))
  const place = linearScale([dayNumber(start), dayNumber(end)], [left, right])
  const drawing: Drawing = {
    x: (date) => place(Math.max(dayNumber(date), dayNumber(start))),
    y: linearScale([steps[0] ?? 0, steps.at(-1) ?? 1], [height - 28, 30]),
    left,
    right,
    top: 30,
    bottom: height - 28,
    narrow,
  }
  return (
    <div className="chart computed" ref={box}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <text x={0} y={13}>
          {t.unitOnAxis(unit)}
        </text>
        <Axes drawing={drawing} ticks={ticks} start={start} end={end} />
        <Gaps drawing={drawing} monitor={{ series: readings }} start={start} />
        <DefinitionChanges drawing={drawing} series={series} />
        {ahead.length === 0 ? null : <TargetSteps drawing={drawing} monitor={{ line: ahead }} />}
        <Forecast drawing={drawing} monitor={{ forecast }} last={points.at(-1)} />
        <Official drawing={drawing} points={official} decimals={computed.decimals} />
        <Line drawing={drawing} runs={runs} series={series} decimals={computed.decimals} />
        {forecast === null || target === null ? null : (
          <EndLabels drawing={drawing} monitor={{ forecast, amount: { value: target } }} />
        )}
        <Today drawing={drawing} today={today} start={start} end={end} />
      </svg>
      <ComputedTable computed={computed} />
    </div>
  )
}

interface LineProps {
  readonly drawing: Drawing
  readonly runs: readonly (readonly Point[])[]
  readonly series: readonly SeriesPoint[]
  readonly decimals: number
}

/** Months are many: only approved values and the last one carry a point. The others say themselves on hover. */
function Line({ drawing: { x, y, narrow }, runs, series, decimals }: LineProps) {
  const t = useTexts(chartTexts)
  const last = runs.at(-1)?.at(-1)
  return (
    <g className="values">
      {runs.map((run) => (
        <path
          key={run[0]?.on}
          d={`M${run.map((point) => `${round(x(point.on))} ${round(y(point.value))}`).join('L')}`}
        />
      ))}
      {runs.flat().map((point) => {
        const frozen = series.find(({ on }) => on === point.on)?.frozen ?? null
        const shown = frozen !== null || point === last
        return (
          <g key={point.on}>
            {shown ? (
              <circle
                className={frozen === null ? 'reported' : 'approved'}
                cx={round(x(point.on))}
                cy={round(y(frozen ?? point.value))}
                r={narrow ? 2.4 : frozen === null ? 4 : 3}
              />
            ) : null}
            <circle className="over" cx={round(x(point.on))} cy={round(y(point.value))} r="7">
              <title>{`${point.on}：${frozen === null ? t.computed : t.frozen} ${figureWith(frozen ?? point.value, decimals)}`}</title>
            </circle>
          </g>
        )
      })}
    </g>
  )
}

interface OfficialProps {
  readonly drawing: Drawing
  readonly points: readonly { readonly on: string; readonly value: number }[]
  readonly decimals: number
}

/** What the authority published is a series of its own; it is never joined to ours. */
function Official({ drawing: { x, y }, points, decimals }: OfficialProps) {
  const t = useTexts(chartTexts)
  return (
    <g className="official">
      {points.length < 2 ? null : (
        <path d={`M${points.map((point) => `${round(x(point.on))} ${round(y(point.value))}`).join('L')}`} />
      )}
      {points.map((point) => (
        <path key={point.on} className="mark-official" d={diamond(round(x(point.on)), round(y(point.value)), 4)}>
          <title>{`${point.on}：${t.official} ${figureWith(point.value, decimals)}`}</title>
        </path>
      ))}
    </g>
  )
}

function DefinitionChanges({
  drawing,
  series,
}: {
  readonly drawing: Drawing
  readonly series: readonly SeriesPoint[]
}) {
  const t = useTexts(chartTexts)
  const { x, top, bottom } = drawing
  return (
    <g className="definition-change">
      {definitionChanges(series).map(({ on, version }) => (
        <g key={`${on}${version}`}>
          <line x1={x(on)} x2={x(on)} y1={top} y2={bottom} />
          <text x={x(on) + 4} y={bottom - 6}>
            {t.newVersion(version)}
          </text>
        </g>
      ))}
    </g>
  )
}

function diamond(x: number, y: number, size: number): string {
  return `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
