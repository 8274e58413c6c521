import { useId } from 'react'
import type { TargetMonitor } from '../api/types.gen.ts'
import { estimatedFigure, exactSum, readFigure } from '../format/shares.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { type AbsenceKind, absences, type Point } from './chart-parts.ts'
import { type Scale, spread } from './scale.ts'

/** Where things stand on the drawing, in CSS pixels. */
export interface Drawing {
  readonly x: (date: string) => number
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly narrow: boolean
}

/** A layer asks only for what it draws, so that reported and computed figures share it. */
interface LayerProps<Drawn> {
  readonly drawing: Drawing
  readonly monitor: Drawn
}

type Ahead = {
  readonly forecast: Pick<NonNullable<TargetMonitor['forecast']>, 'on' | 'value' | 'low' | 'high' | 'meets'> | null
}

interface GapsProps extends LayerProps<Pick<TargetMonitor, 'series'>> {
  readonly start: string
}

/** Periods without a figure, each by its kind, with the reason on hover; the table behind the chart says it too. */
export function Gaps({ drawing, monitor, start }: GapsProps) {
  const t = useTexts(chartTexts)
  const pattern = useId()
  const { x, top, bottom } = drawing
  const words: Record<AbsenceKind, (periods: number) => string> = {
    missing: t.missingRun,
    notApplicable: () => t.notApplicable,
    suppressed: () => t.suppressed,
  }
  return (
    <>
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
      {absences(monitor.series, start).map((gap) => {
        const from = x(gap.from)
        const room = x(gap.to) - from
        const word = words[gap.kind](gap.periods)
        return (
          <g key={`${gap.from}${gap.kind}`} className={`gap ${gap.kind}`}>
            <title>{`${word}${gap.reason === null ? '' : `：${gap.reason}`}`}</title>
            <rect
              x={from}
              y={top}
              width={Math.max(room, 2)}
              height={bottom - top}
              {...(gap.kind === 'missing' ? { fill: `url(#${pattern})` } : {})}
            />
            {room > 46 ? (
              <text x={from + room / 2} y={bottom - 12} textAnchor="middle" className="on-hatch">
                {word}
              </text>
            ) : null}
          </g>
        )
      })}
    </>
  )
}

/** The target holds until it is changed, so it moves in steps; each step says its level where there is room. */
export function TargetSteps({ drawing, monitor: { line } }: LayerProps<Pick<TargetMonitor, 'line'>>) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const { x, y, right } = drawing
  const path = line
    .map((step, index) => {
      const at = `${round(x(step.from))} ${round(y(step.value))}`
      const to = index === line.length - 1 ? right : x(step.to)
      return `${index === 0 ? 'M' : 'L'}${at}L${round(Math.min(to, right))} ${round(y(step.value))}`
    })
    .join('')
  return (
    <g>
      <path className="step" d={path} />
      {line.map((step, index) => {
        const last = index === line.length - 1
        const label = last ? t.level(readFigure(step.value)) : readFigure(step.value)
        const from = x(step.from)
        const room = (index === line.length - 1 ? right : x(step.to)) - from
        return (
          <g key={step.from} className={index === line.length - 1 ? 'step-mark last' : 'step-mark'}>
            <circle cx={from} cy={y(step.value)} r="2.5" />
            <title>{step.label[language]}</title>
            {label.length * 11 < room + 24 ? (
              <text x={from + 6} y={y(step.value) - 6}>
                {label}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

interface ForecastProps extends LayerProps<Ahead> {
  readonly last: Point | undefined
}

/** Dashed from the last value to the day of the forecast, with its 80 % band. */
export function Forecast({ drawing, monitor, last }: ForecastProps) {
  const { forecast } = monitor
  if (forecast === null || last === undefined) return null
  const { x, y } = drawing
  const from = `${round(x(last.on))} ${round(y(last.value))}`
  const at = (value: number) => `${round(x(forecast.on))} ${round(y(value))}`
  return (
    <g className="forecast">
      <path className="band" d={`M${from}L${at(forecast.high)}L${at(forecast.low)}Z`} />
      <path className="dashed" d={`M${from}L${at(forecast.value)}`} />
      <path className="whisker" d={`M${at(forecast.high)}L${at(forecast.low)}`} />
    </g>
  )
}

interface ValuesProps extends LayerProps<Pick<TargetMonitor, 'baseline'>> {
  readonly runs: readonly (readonly Point[])[]
}

/** What was approved stands solid, what is only reported hollow; the baseline is a square. */
export function Values({ drawing, monitor, runs }: ValuesProps) {
  const t = useTexts(chartTexts)
  const { x, y, narrow } = drawing
  const { baseline } = monitor
  const first = runs[0]?.[0]
  const base = baseline?.on == null ? null : { x: x(baseline.on), y: y(baseline.value), value: baseline.value }
  return (
    <g className="values">
      {base === null ? null : (
        <g className="baseline">
          {first === undefined ? null : (
            <path d={`M${round(base.x)} ${round(base.y)}L${round(x(first.on))} ${round(y(first.value))}`} />
          )}
          <rect x={base.x - 3} y={base.y - 3} width="6" height="6" />
          <text x={base.x + 8} y={base.y + 16}>
            {`${t.baseline} ${readFigure(base.value)}`}
          </text>
        </g>
      )}
      {runs.map((run) => (
        <path
          key={run[0]?.on}
          d={`M${run.map((point) => `${round(x(point.on))} ${round(y(point.value))}`).join('L')}`}
        />
      ))}
      {runs.flat().map((point) => (
        <circle
          key={point.on}
          className={point.approved ? 'approved' : 'reported'}
          cx={round(x(point.on))}
          cy={round(y(point.value))}
          r={narrow ? 2 : point.approved ? 2.6 : 3.6}
        >
          <title>{`${point.period}：${readFigure(point.value)}`}</title>
        </circle>
      ))}
    </g>
  )
}

type EndLabelsProps = LayerProps<Ahead & { readonly amount: { readonly value: number } }>

/** On the right, what the lines come to: the target, the forecast with its band, and what will be lacking. */
export function EndLabels({ drawing, monitor }: EndLabelsProps) {
  const t = useTexts(chartTexts)
  const { forecast, amount } = monitor
  if (forecast === null) return null
  const { y, right, narrow } = drawing
  const at = right + 10
  const short = forecast.meets ? null : exactSum([amount.value, -forecast.value])
  const [targetAt = 0, forecastAt = 0] = spread([y(amount.value) + 4, y(forecast.value) + 4], narrow ? 16 : 34)
  if (narrow)
    return (
      <g className="ends">
        <text x={at} y={forecastAt} className="strong">
          {estimatedFigure(forecast.value)}
        </text>
      </g>
    )
  return (
    <g className="ends">
      {short === null || short <= 0 ? null : (
        <text x={at} y={targetAt}>
          {t.short(estimatedFigure(short))}
        </text>
      )}
      <text x={at} y={forecastAt} className="strong">
        {t.forecastAt(estimatedFigure(forecast.value))}
      </text>
      <text x={at} y={forecastAt + 16}>
        {t.band(estimatedFigure(forecast.low), estimatedFigure(forecast.high))}
      </text>
    </g>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
