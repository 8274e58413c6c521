import './charts.css'
import './waterfall.css'
import type { Waterfall as Waterfalled } from '../api/indicator.types.ts'
import { shortFigure } from '../format/amounts.ts'
import { signedFigure } from '../format/indicator-figures.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { axisTicks, linearScale } from './scale.ts'
import { useWidth } from './use-width.ts'
import { type WaterfallBar, waterfallBars, waterfallFloor } from './waterfall-bars.ts'

interface WaterfallProps {
  readonly waterfall: Waterfalled
  readonly decimals: number
  readonly label: string
  /** opens the records behind a step */
  readonly onStep: (step: number) => void
}

const barHeight = 26
const gap = 12

/**
 * How a value came from one day to another: the level then, what joined, what left, what else changed, the level now.
 * Lying bars, so that the words of the steps have room. A step that records made can be pressed.
 */
export function WaterfallChart({ waterfall, decimals, label, onStep }: WaterfallProps) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>(520)
  const { start, end, steps, unit } = waterfall
  const bars = waterfallBars(start, end, steps)
  if (bars === null) return null
  const narrow = width < 420
  const left = narrow ? 92 : 172
  const right = width - (narrow ? 56 : 112)
  const floor = waterfallFloor(bars)
  const ticks = ticksBetween(floor, Math.max(...bars.flatMap(({ from, to }) => [from, to])))
  const x = linearScale(
    [floor, Math.max(...bars.flatMap(({ from, to }) => [from, to]), ticks.at(-1) ?? 1)],
    [left, right],
  )
  const top = 22
  const height = top + bars.length * (barHeight + gap) + 4
  const words = (bar: WaterfallBar) => {
    if (bar.kind === 'start') return waterfall.from
    if (bar.kind === 'end') return waterfall.to
    return steps[bar.step ?? 0]?.label[language] ?? ''
  }
  return (
    <div className="chart waterfall" ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing */}
      <svg width={width} height={height} role="group" aria-label={label}>
        <text x={0} y={12}>
          {t.unitOnAxis(unit)}
          {floor > 0 ? `　${t.tornAxis(shortFigure(ticks[0] ?? floor))}` : ''}
        </text>
        {ticks.map((tick) => (
          <g key={tick} className="grid-line">
            <line x1={x(tick)} x2={x(tick)} y1={top} y2={height - 4} />
          </g>
        ))}
        {bars.map((bar, index) => {
          const y = top + 6 + index * (barHeight + gap)
          const level = bar.kind === 'start' || bar.kind === 'end'
          const from = x(level ? floor : bar.from)
          const to = x(bar.to)
          const records = bar.step === null ? null : (steps[bar.step]?.records ?? null)
          const figure = level ? levelFigure(bar.to, decimals) : signedFigure(bar.to - bar.from, decimals)
          const next = bars[index + 1]
          const opens = records !== null && records > 0 && bar.step !== null
          const name = `${words(bar)} ${figure} ${unit}${records === null ? '' : `，${t.records(records)}`}`
          const step = bar.step ?? 0
          return (
            <g
              key={bar.key}
              className={`bar ${barTone(bar)}${opens ? ' opens' : ''}`}
              {...(opens
                ? {
                    role: 'button',
                    tabIndex: 0,
                    'aria-label': name,
                    onClick: () => onStep(step),
                    onKeyDown: (event: React.KeyboardEvent) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      onStep(step)
                    },
                  }
                : {})}
            >
              <title>{name}</title>
              <rect className="hit" x={0} y={y - gap / 2} width={width} height={barHeight + gap} />
              <text x={left - 10} y={y + 17} textAnchor="end" className={level ? 'strong' : undefined}>
                {fitted(words(bar), narrow ? 7 : 13)}
              </text>
              <rect
                className="body"
                x={Math.min(from, to)}
                y={y}
                width={Math.max(Math.abs(to - from), 2)}
                height={barHeight}
                rx="2"
              />
              {level && floor > 0 ? <path className="tear" d={`M${left + 10} ${y - 1}l-5 9l5 9l-5 9`} /> : null}
              {next === undefined ? null : (
                <line className="joint" x1={to} x2={to} y1={y + barHeight} y2={y + barHeight + gap} />
              )}
              <text x={Math.max(from, to) + 6} y={y + 17} className="figure">
                {figure}
                {opens && !narrow ? <tspan className="more" dx="6">{`${t.records(records)} ›`}</tspan> : null}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

function levelFigure(value: number, decimals: number): string {
  return value.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

function barTone(bar: WaterfallBar): string {
  if (bar.kind === 'start' || bar.kind === 'end') return 'level'
  return bar.to >= bar.from ? 'up' : 'down'
}

/** A long name gives way to its beginning; the whole stands on hover and in the table. */
function fitted(words: string, most: number): string {
  const length = [...words].reduce((sum, sign) => sum + (sign < '\u2000' ? 0.55 : 1), 0)
  if (length <= most) return words
  let room = most - 1
  let kept = ''
  for (const sign of words) {
    room -= sign < '\u2000' ? 0.55 : 1
    if (room < 0) break
    kept += sign
  }
  return `${kept}…`
}

function ticksBetween(floor: number, high: number): readonly number[] {
  return axisTicks([floor, high], 4).filter((tick) => tick >= floor && tick <= high)
}
