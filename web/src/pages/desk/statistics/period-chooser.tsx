import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { statisticsTexts } from './statistics.texts.ts'
import { type PeriodName, periodNames, periodOf } from './statistics-search.ts'

interface PeriodChooserProps {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly onPeriod: (period: { readonly from: string; readonly to: string }) => void
}

/** A period by its name, or two days of one's own. */
export function PeriodChooser({ from, to, today, onPeriod }: PeriodChooserProps) {
  const t = useTexts(statisticsTexts)
  const [days, setDays] = useState({ from, to })
  const named = periodNames.find((name) => {
    const period = periodOf(name, today)
    return period.from === from && period.to === to
  })
  const isBad = days.from === '' || days.to === '' || days.from > days.to
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBad) onPeriod(days)
  }
  return (
    <div className="filters st-filters no-print">
      <Chips<PeriodName | 'own'>
        label={t.period}
        value={named ?? 'own'}
        choices={[...periodNames, ...(named === undefined ? (['own'] as const) : [])].map((value) => ({
          value,
          label: t.periods[value],
        }))}
        onChange={(name) => {
          if (name !== 'own') onPeriod(periodOf(name, today))
        }}
      />
      <form className="st-days" onSubmit={submit}>
        <label>
          <span>{t.from}</span>
          <input
            type="date"
            value={days.from}
            max={today}
            aria-invalid={isBad}
            onChange={(event) => setDays((before) => ({ ...before, from: event.target.value }))}
          />
        </label>
        <label>
          <span>{t.to}</span>
          <input
            type="date"
            value={days.to}
            aria-invalid={isBad}
            onChange={(event) => setDays((before) => ({ ...before, to: event.target.value }))}
          />
        </label>
        <button type="submit" className="btn small-btn" disabled={isBad}>
          {t.apply}
        </button>
        {isBad ? (
          <p className="field-error" role="alert">
            {t.badPeriod}
          </p>
        ) : null}
      </form>
    </div>
  )
}
