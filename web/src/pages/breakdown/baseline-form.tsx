import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, put } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import type { TargetMonitor, TargetRow } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { parseFigure } from '../../format/parse-figure.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Missing, Refusal } from '../../ui/states.tsx'
import { breakdownTexts } from './breakdown.texts.ts'

interface BaselineFormProps {
  readonly target: TargetRow
  readonly baseline: TargetMonitor['baseline']
  readonly may: boolean
}

/** 基线: what there was before the programme began, and of which day. */
export function BaselineForm({ target, baseline, may }: BaselineFormProps) {
  const t = useTexts(breakdownTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(baseline === null ? '' : String(baseline.value))
  const [on, setOn] = useState(baseline?.on ?? '')
  const value = parseFigure(typed)
  const save = useMutation<unknown, Problem>({
    mutationFn: () => put(`/targets/${encodeURIComponent(target.itemId)}/baseline`, { value, on }),
    onSuccess: () => {
      setOpen(false)
      void queryClient.invalidateQueries({ queryKey: ['programme'] })
    },
  })
  return (
    <section className="bd-decide" aria-labelledby="bd-baseline">
      <header>
        <h2 id="bd-baseline">{t.baseline}</h2>
        <p className="quiet small">{t.baselineNote}</p>
      </header>
      <p>
        {baseline === null ? (
          <Missing reason={t.baselineNone} />
        ) : (
          <>
            <b>{formatFigure(baseline.value)}</b> {target.amount.unit}
            <span className="quiet">{baseline.on === null ? '' : `　${baseline.on}`}</span>
          </>
        )}
      </p>
      {may && !open ? (
        <p>
          <button type="button" className="btn small-btn no-print" onClick={() => setOpen(true)}>
            {t.baselineChange}
          </button>
        </p>
      ) : null}
      {may && open ? (
        <form
          className="no-print bd-baseline"
          onSubmit={(event) => {
            event.preventDefault()
            if (value !== undefined) save.mutate()
          }}
        >
          <Refusal problem={save.error} />
          <Field label={t.baselineValue(target.amount.unit)} error={value === undefined ? t.noFigure : undefined}>
            <input inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <Field label={t.baselineOn}>
            <input type="date" required max={today} value={on} onChange={(event) => setOn(event.target.value)} />
          </Field>
          <div className="form-actions">
            <button type="submit" className="btn" disabled={value === undefined || save.isPending}>
              {common.save}
            </button>
            <button type="button" className="btn quiet-btn" onClick={() => setOpen(false)}>
              {common.cancel}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
