import './charts.css'
import type { TargetMonitor } from '../api/types.gen.ts'
import { shortFigure } from '../format/amounts.ts'
import { dayNumber } from '../format/dates.ts'
import { estimatedFigure } from '../format/shares.ts'
import { useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { valueRuns } from './chart-parts.ts'
import { type Drawing, EndLabels, Forecast, Gaps, TargetSteps, Values } from './indicator-layers.tsx'
import { IndicatorTable } from './indicator-table.tsx'
import { axisTicks, linearScale, textWidth } from './scale.ts'
import { useWidth } from './use-width.ts'

interface IndicatorChartProps {
  readonly monitor: TargetMonitor
  /** yearly figures begin again each January */
  readonly annual: boolean
  readonly today: string
  readonly label: string
}

/**
 * The values of an indicator over the programme, against its target as it moved, with the forecast and its band.
 * Approved values are solid, reported ones hollow; a period without a figure is hatched with its reason and never
 * drawn through. The table behind it holds the same numbers.
 */
export function IndicatorChart({ monitor, annual, today, label }: IndicatorChartProps) {
  const t = useTexts(chartTexts)
  const [box, width] = useWidth<HTMLDivElement>(640)
  const narrow = width < 460
  const height = narrow ? 250 : 370
  const runs = valueRuns(monitor.series, annual)
  const points = runs.flat()
  const { baseline, forecast, line, window } = monitor
  const start = baseline?.on != null && baseline.on < window.start ? baseline.on : window.start
  const end = forecast !== null && forecast.on > window.end ? forecast.on : window.end
  const ticks = axisTicks([
    ...points.map((point) => point.value),
    ...line.map((step) => step.value),
    ...(baseline === null ? [] : [baseline.value]),
    ...(forecast === null ? [] : [forecast.low, forecast.high]),
  ])
  const endWords = forecast === null ? '' : t.band(estimatedFigure(forecast.low), estimatedFigure(forecast.high))
  const left = 14 + Math.max(...ticks.map((tick) => shortFigure(tick).length)) * 7
  const right = width - (narrow ? 58 : Math.max(96, textWidth(endWords) + 16))
  const drawing: Drawing = {
    x: (date) => linearScale([dayNumber(start), dayNumber(end)], [left, right])(dayNumber(date)),
    y: linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - 28, 30]),
    left,
    right,
    top: 30,
    bottom: height - 28,
    narrow,
  }
  return (
    <div className="chart" ref={box}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <text x={0} y={13}>
          {t.unitOnAxis(monitor.amount.unit)}
        </text>
        <Axes drawing={drawing} ticks={ticks} start={start} end={end} />
        <Gaps drawing={drawing} monitor={monitor} start={start} />
        <TargetSteps drawing={drawing} monitor={monitor} />
        <Forecast drawing={drawing} monitor={monitor} last={points.at(-1)} />
        <Values drawing={drawing} monitor={monitor} runs={runs} />
        <EndLabels drawing={drawing} monitor={monitor} />
        <Today drawing={drawing} today={today} start={start} end={end} />
      </svg>
      <IndicatorTable monitor={monitor} />
    </div>
  )
}

export function Axes({ drawing, ticks, start, end }: AxesProps) {
  const { x, y, left, right, bottom, narrow } = drawing
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} className="grid-line">
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {shortFigure(tick)}
          </text>
        </g>
      ))}
      {halfYears(start, end)
        .filter((month) => !narrow || month.endsWith('-01'))
        .map((month) => (
          <g key={month} className="grid-line">
            <line x1={x(`${month}-01`)} x2={x(`${month}-01`)} y1={bottom} y2={bottom + 4} />
            <text x={x(`${month}-01`)} y={bottom + 18} textAnchor="middle">
              {narrow ? month.slice(0, 4) : month}
            </text>
          </g>
        ))}
    </>
  )
}

interface AxesProps {
  readonly drawing: Drawing
  readonly ticks: readonly number[]
  readonly start: string
  readonly end: string
}

interface TodayProps {
  readonly drawing: Drawing
  readonly today: string
  readonly start: string
  readonly end: string
}

export function Today({ drawing, today, start, end }: TodayProps) {
  const t = useTexts(chartTexts)
  if (today < start || today > end) return null
  const { x, top, bottom } = drawing
  const at = x(today)
  return (
    <g className="today">
      <line x1={at} x2={at} y1={top - 8} y2={bottom} />
      <text x={at} y={top - 13} textAnchor="middle">
        {`${t.today} ${today.slice(5)}`}
      </text>
    </g>
  )
}

/** 2024-01, 2024-07, … between two days. */
function halfYears(start: string, end: string): readonly string[] {
  const first = Number(start.slice(0, 4))
  const last = Number(end.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((year) => [`${year}-01`, `${year}-07`])
    .filter((month) => `${month}-01` >= start && `${month}-01` <= end)
}
