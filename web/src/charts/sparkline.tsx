import './charts.css'
import type { TargetProgress } from '../api/types.gen.ts'
import { dayNumber } from '../format/dates.ts'
import { linearScale } from './scale.ts'

interface SparklineProps {
  readonly trend: TargetProgress['trend']
  /** the target's value, drawn as a line; null where nothing is promised */
  readonly target: number | null
  readonly forecast: TargetProgress['forecast']
  /** yearly figures begin again each January: the line does not fall there */
  readonly annual: boolean
  /** what it shows, in words */
  readonly label: string
}

const width = 100
const height = 22
const air = 2

/**
 * The way of a value within the height of a line of text: the target as a thin line, the values, gaps left open, and
 * the forecast dashed with its band. Drawn on 100 × 22 and stretched; strokes keep their width.
 */
export function Sparkline({ trend, target, forecast, annual, label }: SparklineProps) {
  const known = trend.flatMap((point) => (point.value === null ? [] : [point.value]))
  const last = trend.findLast((point) => point.value !== null)
  if (known.length === 0 || last === undefined) return <span className="spark none" role="img" aria-label={label} />
  const days = [...trend.map((point) => dayNumber(point.on)), ...(forecast === null ? [] : [dayNumber(forecast.on)])]
  const bounds = [
    ...known,
    ...(target === null ? [] : [target]),
    ...(forecast === null ? [] : [forecast.low, forecast.high]),
  ]
  const x = linearScale([Math.min(...days), Math.max(...days)], [0, width])
  const y = linearScale([Math.min(...bounds), Math.max(...bounds)], [height - air, air])
  const at = (on: string, value: number) => `${round(x(dayNumber(on)))} ${round(y(value))}`
  const end = last.value ?? 0
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <title>{label}</title>
      {forecast === null ? null : (
        <path
          className="spark-band"
          d={`M${at(last.on, end)}L${at(forecast.on, forecast.high)}L${at(forecast.on, forecast.low)}Z`}
        />
      )}
      {target === null ? null : <path className="spark-target" d={`M0 ${round(y(target))}H${width}`} />}
      <path className="spark-value" d={runs(trend, annual, at)} />
      {forecast === null ? null : (
        <path className="spark-forecast" d={`M${at(last.on, end)}L${at(forecast.on, forecast.value)}`} />
      )}
    </svg>
  )
}

/** One stroke for each run of values; where a period is missing the line is broken, never drawn through. */
function runs(trend: TargetProgress['trend'], annual: boolean, at: (on: string, value: number) => string): string {
  let pen = 'M'
  let path = ''
  let year = ''
  for (const point of trend) {
    if (point.value === null) {
      pen = 'M'
      continue
    }
    if (annual && point.on.slice(0, 4) !== year) pen = 'M'
    year = point.on.slice(0, 4)
    // a lone point still shows: a stroke of no length with round ends is a dot
    path += pen === 'M' ? `M${at(point.on, point.value)}h0` : `L${at(point.on, point.value)}`
    pen = 'L'
  }
  return path
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
