import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { calendarTexts } from './calendar.texts.ts'
import { readNotice } from './read-notice.ts'

interface Loaded {
  readonly year: number
  readonly recounted: number
  readonly wasLoaded: boolean
}

/** The form by which the holidays of a year come in, typed as they stand in the notice. */
export function LoadYear({ next }: { readonly next: number }) {
  const t = useTexts(calendarTexts)
  const [year, setYear] = useState(String(next))
  const [source, setSource] = useState('')
  const [off, setOff] = useState('')
  const [makeUp, setMakeUp] = useState('')
  const [isSent, setSent] = useState(false)
  const typed = readNotice(off, makeUp)
  const loading = useMutation<Loaded, Problem>({
    mutationFn: () =>
      post('/calendar-years', {
        ...{ year: Number(year), source, holidays: typed.holidays, makeUpDays: typed.makeUpDays },
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const errorOf = (field: 'off' | 'makeUp') => {
    const bad = isSent ? typed.bad.find((each) => each.field === field) : undefined
    return bad === undefined ? undefined : t.badLine(bad.number, bad.line)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (typed.bad.length === 0) loading.mutate()
  }
  return (
    <Card title={t.load}>
      <form className="card-body rl-form" onSubmit={send}>
        <p className="quiet small">{t.loadLead}</p>
        {loading.data === undefined ? null : (
          <p className="done-note" role="status">
            {loading.data.wasLoaded ? t.same(loading.data.year) : t.done(loading.data.year, loading.data.recounted)}
          </p>
        )}
        <Refusal problem={loading.error} />
        <Field label={t.yearLabel}>
          <input
            type="number"
            min={2000}
            max={2100}
            required
            value={year}
            onChange={({ target }) => setYear(target.value)}
          />
        </Field>
        <Field label={t.sourceLabel} help={t.sourceHelp}>
          <input
            required
            minLength={4}
            maxLength={200}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
        </Field>
        <Field label={t.offLabel} help={t.offHelp} error={errorOf('off')}>
          <textarea
            className="rl-text"
            rows={8}
            required
            spellCheck={false}
            value={off}
            onChange={({ target }) => setOff(target.value)}
          />
        </Field>
        <Field label={t.makeUpLabel} help={t.makeUpHelp} error={errorOf('makeUp')}>
          <textarea
            className="rl-text"
            rows={5}
            spellCheck={false}
            value={makeUp}
            onChange={({ target }) => setMakeUp(target.value)}
          />
        </Field>
        <button type="submit" className="btn primary" disabled={loading.isPending}>
          {t.confirm}
        </button>
      </form>
    </Card>
  )
}
