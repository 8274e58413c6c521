import { figureWith } from '../format/indicator-figures.ts'
import { periodInWords } from '../format/periods.ts'
import { estimatedFigure } from '../format/shares.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import type { ComputedSeries } from './computed-chart.tsx'

/** The numbers behind the chart, newest first. */
export function ComputedTable({ computed }: { readonly computed: ComputedSeries }) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const { unit, decimals, series, forecast, line } = computed
  const level = (day: string) => line.find(({ from, to }) => from <= day && day <= to)?.value ?? null
  const figure = (value: number | null) => (value === null ? '' : figureWith(value, decimals))
  return (
    <details className="chart-data no-print">
      <summary>{t.data}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="chart-scroll" tabIndex={0} aria-label={t.data}>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col" className="num">{`${t.computed}（${unit}）`}</th>
              <th scope="col" className="num">
                {t.frozen}
              </th>
              <th scope="col" className="num">
                {t.official}
              </th>
              <th scope="col" className="num">
                {t.target}
              </th>
              <th scope="col">{t.versionOf}</th>
            </tr>
          </thead>
          <tbody>
            {forecast === null ? null : (
              <tr>
                <th scope="row">{forecast.on}</th>
                <td className="num">{estimatedFigure(forecast.value)}</td>
                <td colSpan={2}>
                  {`${t.forecast} ${t.band(estimatedFigure(forecast.low), estimatedFigure(forecast.high))}`}
                </td>
                <td className="num">{figure(level(forecast.on))}</td>
                <td />
              </tr>
            )}
            {series.toReversed().map((point) => (
              <tr key={point.on}>
                <th scope="row">{periodInWords(point.period, language)}</th>
                <td className="num">
                  {point.value === null ? (
                    <span className="missing" title={point.missing?.[language]}>
                      <span>{point.missing?.[language] ?? t.noFigure}</span>
                    </span>
                  ) : (
                    figureWith(point.value, decimals)
                  )}
                </td>
                <td className="num">{figure(point.frozen)}</td>
                <td className="num">{figure(point.official)}</td>
                <td className="num">{figure(level(point.on))}</td>
                <td>{t.versionNumber(point.version)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
