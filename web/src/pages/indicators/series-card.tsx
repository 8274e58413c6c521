import { useQuery } from '@tanstack/react-query'
import { unitSeriesQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import { targetProgressQuery } from '../../api/monitoring.queries.ts'
import { useSession } from '../../api/queries.ts'
import type { TargetMonitor } from '../../api/types.gen.ts'
import { ComputedChart } from '../../charts/computed-chart.tsx'
import { beginsAgain } from '../../charts/computed-series.ts'
import { figureWith } from '../../format/indicator-figures.ts'
import { useTexts } from '../../i18n/language.ts'
import { indicatorsTexts } from './indicators.texts.ts'
import type { ViewControl } from './use-indicator-view.ts'

interface SeriesCardProps {
  readonly detail: IndicatorDetail
  readonly control: ViewControl
}

/** The way of the figure, month by month, with what was approved and what the authority published. */
export function SeriesCard({ detail, control: { view } }: SeriesCardProps) {
  const t = useTexts(indicatorsTexts)
  const today = useSession()?.today ?? detail.asOf
  const itemId = detail.target?.itemId
  const monitor = useQuery({ ...targetProgressQuery(itemId ?? ''), enabled: itemId !== undefined })
  const own = useQuery({ ...unitSeriesQuery(detail.id, view.unit ?? ''), enabled: view.unit !== undefined })
  const unit = detail.units.find((one) => one.unit.id === view.unit)?.unit
  const ofUnit = view.unit !== undefined
  const series = ofUnit ? (own.data?.series ?? []) : detail.series
  const { forecast } = detail
  const last = series.findLast((point) => point.value !== null)
  const said = [
    t.chartLabel(unit === undefined ? detail.label : `${unit.shortName} ${detail.label}`),
    last?.value == null ? t.chartNone : t.chartLast(figureWith(last.value, detail.decimals), detail.unit, last.on),
    forecast === null || ofUnit ? '' : t.chartForecast(figureWith(forecast.value, detail.decimals), forecast.on),
  ]
  return (
    <section className="in-series" aria-labelledby="in-series">
      <header className="tg-head">
        <h2 id="in-series">{t.series}</h2>
        <SeriesKey official={!ofUnit && series.some((point) => point.official !== null)} target={monitor.data} />
      </header>
      <ComputedChart
        today={today}
        label={said.filter((part) => part !== '').join('，')}
        computed={{
          series,
          unit: detail.unit,
          decimals: detail.decimals,
          forecast: ofUnit ? null : forecast,
          line: ofUnit ? [] : (monitor.data?.line ?? []),
          target: ofUnit ? null : (detail.target?.value ?? null),
          annual: beginsAgain(series),
        }}
      />
      <p className="tg-source">
        {ofUnit ? null : forecast === null ? t.noForecast : t.method(forecast.method, forecast.points)}
        {` ${t.seriesSource(detail.dataFrom, detail.asOf)}`}
      </p>
    </section>
  )
}

function SeriesKey({ official, target }: { readonly official: boolean; readonly target: TargetMonitor | undefined }) {
  const t = useTexts(indicatorsTexts)
  return (
    <ul className="chart-key chart computed">
      <li>
        <svg width="14" height="10" aria-hidden="true">
          <g className="values">
            <circle className="approved" cx="7" cy="5" r="3" />
          </g>
        </svg>
        {t.states.frozen}
      </li>
      <li>
        <svg width="14" height="10" aria-hidden="true">
          <g className="values">
            <circle className="reported" cx="7" cy="5" r="3.4" />
          </g>
        </svg>
        {t.states.computed}
      </li>
      {official ? (
        <li>
          <svg width="14" height="10" aria-hidden="true">
            <g className="official">
              <path className="mark-official" d="M7 1L11 5L7 9L3 5Z" />
            </g>
          </svg>
          {t.official}
        </li>
      ) : null}
      {target === undefined ? null : (
        <li>
          <svg width="18" height="10" aria-hidden="true">
            <path className="step" d="M0 5H18" />
          </svg>
          {t.targetLine}
        </li>
      )}
    </ul>
  )
}
