import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/queries.ts'
import type { TargetDetail, TargetMonitor } from '../../api/types.gen.ts'
import { IndicatorChart } from '../../charts/indicator-chart.tsx'
import { amountInWords } from '../../format/amounts.ts'
import { estimatedFigure, readFigure } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { targetsTexts } from './targets.texts.ts'

interface ChartCardProps {
  readonly target: TargetDetail
  readonly monitor: TargetMonitor
}

export function ChartCard({ target, monitor }: ChartCardProps) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const { forecast, current } = monitor
  const version = target.steps.at(-1)?.version ?? 1
  const said = [
    t.chartLabel(target.name, amountInWords(target.amount, language)),
    current?.value == null ? t.chartNoValue : t.chartValue(readFigure(current.value), target.amount.unit),
    forecast === null ? '' : t.chartForecast(estimatedFigure(forecast.value), target.amount.unit),
  ]
  return (
    <section className="tg-chart" aria-labelledby="tg-chart">
      <header className="tg-head">
        <h2 id="tg-chart">{t.chart}</h2>
        <p>{t.chartNote}</p>
      </header>
      <IndicatorChart
        monitor={monitor}
        annual={target.kind === 'annual'}
        today={today}
        label={said.filter((part) => part !== '').join(t.comma)}
      />
      <p className="tg-source">
        {forecast === null ? t.noForecast : t.method(forecast.method, forecast.points)}
        {` ${t.source(target.definition?.dataFrom ?? t.ownReports, current?.cutoffOn ?? current?.periodEnd ?? null)} `}
        <Link to="/plan" search={{ version }}>
          {t.lineFrom(version)}
        </Link>
      </p>
    </section>
  )
}
