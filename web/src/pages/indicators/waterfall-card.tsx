import { useQuery } from '@tanstack/react-query'
import { waterfallQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail, Waterfall } from '../../api/indicator.types.ts'
import { WaterfallChart } from '../../charts/waterfall.tsx'
import { figureWith, signedFigure } from '../../format/indicator-figures.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Loaded, Missing, Skeleton } from '../../ui/states.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import type { ViewControl } from './use-indicator-view.ts'

interface WaterfallCardProps {
  readonly detail: IndicatorDetail
  readonly control: ViewControl
}

/** 瀑布: how the figure came from one day to another, each step with the records that made it. */
export function WaterfallCard({ detail, control }: WaterfallCardProps) {
  const t = useTexts(indicatorsTexts)
  const { view, set } = control
  const days = [...new Set([...detail.series.map(({ on }) => on), detail.asOf])]
    .filter((on) => on <= detail.asOf)
    .sort()
  const to = view.to ?? days.at(-1) ?? detail.asOf
  const from = view.from ?? firstDay(days, to)
  const query = useQuery({ ...waterfallQuery(detail.id, from, to, view.unit), enabled: from < to })
  return (
    <section className="in-waterfall" aria-labelledby="in-waterfall">
      <header className="tg-head">
        <h2 id="in-waterfall">{t.waterfall}</h2>
        <p>{t.waterfallNote}</p>
      </header>
      <div className="in-between no-print">
        <DayChoice
          label={t.fromDay}
          value={from}
          days={days.filter((day) => day < to)}
          onChange={(day) => set({ from: day })}
        />
        <DayChoice
          label={t.toDay}
          value={to}
          days={days.filter((day) => day > from)}
          onChange={(day) => set({ to: day })}
        />
      </div>
      {from < to ? (
        <Loaded query={query} skeleton={<Skeleton rows={5} />}>
          {(waterfall) => <Steps waterfall={waterfall} detail={detail} control={control} />}
        </Loaded>
      ) : (
        <p className="quiet">{t.noSpan}</p>
      )}
    </section>
  )
}

/** Of the days before, the end of the year before where it is known: 年初以来. */
function firstDay(days: readonly string[], to: string): string {
  const yearBefore = `${Number(to.slice(0, 4)) - 1}-12-31`
  return days.findLast((day) => day <= yearBefore) ?? days[0] ?? to
}

interface DayChoiceProps {
  readonly label: string
  readonly value: string
  readonly days: readonly string[]
  readonly onChange: (day: string) => void
}

function DayChoice({ label, value, days, onChange }: DayChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {days.includes(value) ? null : <option value={value}>{value}</option>}
        {days.toReversed().map((day) => (
          <option key={day} value={day}>
            {day}
          </option>
        ))}
      </select>
    </label>
  )
}

interface StepsProps extends WaterfallCardProps {
  readonly waterfall: Waterfall
}

function Steps({ waterfall, detail, control }: StepsProps) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const { start, end, steps, from, to, unit } = waterfall
  if (start === null || end === null)
    return (
      <p>
        <Missing reason={start === null ? t.noLevel(from) : t.noLevel(to)} />
      </p>
    )
  const open = (index: number) => {
    const step = steps[index]
    if (step !== undefined) control.open({ from, to, step: step.kind, records: step.path ?? 'all', counts: undefined })
  }
  return (
    <>
      <WaterfallChart
        waterfall={waterfall}
        decimals={detail.decimals}
        label={t.waterfallLabel(figureWith(start, detail.decimals), figureWith(end, detail.decimals), unit)}
        onStep={open}
      />
      {steps.length === 0 ? <p className="quiet">{t.noSteps}</p> : null}
      <details className="chart-data no-print">
        <summary>{t.data}</summary>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{t.stepColumn}</th>
              <th scope="col" className="num">{`${t.changeColumn}（${unit}）`}</th>
              <th scope="col" className="num">
                {t.recordsColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{from}</th>
              <td className="num">{figureWith(start, detail.decimals)}</td>
              <td />
            </tr>
            {steps.map((step, index) => (
              <tr key={`${step.kind}${step.path ?? ''}${step.label.zh}`}>
                <th scope="row">{step.label[language]}</th>
                <td className="num">{signedFigure(step.change, detail.decimals)}</td>
                <td className="num">
                  {step.records === null ? null : (
                    <button type="button" className="text-btn" onClick={() => open(index)}>
                      {t.fromRecords(step.records)}
                    </button>
                  )}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{to}</th>
              <td className="num">{figureWith(end, detail.decimals)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </details>
    </>
  )
}
