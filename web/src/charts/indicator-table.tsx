import type { TargetMonitor } from '../api/types.gen.ts'
import { periodInWords } from '../format/periods.ts'
import { estimatedFigure, readFigure } from '../format/shares.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { ReadingValue, StatusWord } from '../ui/reading.tsx'
import { chartTexts } from './chart.texts.ts'

/** The numbers behind the chart, newest first. */
export function IndicatorTable({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const { unit } = monitor.amount
  return (
    <details className="chart-data no-print">
      <summary>{t.data}</summary>
      <div className="chart-scroll">
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col" className="num">{`${t.value}（${unit}）`}</th>
              <th scope="col">{t.status}</th>
              <th scope="col">{t.cutoff}</th>
              <th scope="col" className="num">{`${t.target}（${unit}）`}</th>
            </tr>
          </thead>
          <tbody>
            {monitor.forecast === null ? null : (
              <tr>
                <th scope="row">{monitor.forecast.on}</th>
                <td className="num">{estimatedFigure(monitor.forecast.value)}</td>
                <td>{t.forecast}</td>
                <td>{t.band(estimatedFigure(monitor.forecast.low), estimatedFigure(monitor.forecast.high))}</td>
                <td className="num">{levelOn(monitor, monitor.forecast.on)}</td>
              </tr>
            )}
            {monitor.series.toReversed().map(({ period, periodEnd, reading, owedBy }) => (
              <tr key={period}>
                <th scope="row">{periodInWords(period, language)}</th>
                <td className="num">
                  {reading === null && owedBy !== null ? (
                    <span className="missing">
                      <span>{t.owed(owedBy.shortName)}</span>
                    </span>
                  ) : (
                    <ReadingValue reading={reading} />
                  )}
                </td>
                <td>{reading === null ? null : <StatusWord status={reading.status} />}</td>
                <td className="nb">{reading?.cutoffOn ?? ''}</td>
                <td className="num">{levelOn(monitor, periodEnd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** The target in force on a day; nothing before the first version. */
function levelOn({ line }: TargetMonitor, day: string): string {
  const step = line.find(({ from, to }) => from <= day && day <= to)
  return step === undefined ? '' : readFigure(step.value)
}
