import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { BreakdownView } from '../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { breakdownTexts } from './breakdown.texts.ts'

export interface Decision {
  readonly axis: 'year' | 'unit'
  readonly year: number | null
  readonly method: BreakdownView['method']
  readonly statisticId: string | null
  readonly shares: readonly {
    readonly year: number | null
    readonly unitId: string | null
    readonly value: number | null
  }[]
}

interface DecideFormProps {
  readonly itemId: string
  readonly decision: () => Decision
  /** there is something to decide, and every figure can be read */
  readonly ready: boolean
  /** a breakdown is in force, so that changing it needs a reason */
  readonly changes: boolean
  readonly onDecided: () => void
}

/** 确定分解: the reason, and the one button that decides. */
export function DecideForm({ itemId, decision, ready, changes, onDecided }: DecideFormProps) {
  const t = useTexts(breakdownTexts)
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const decide = useMutation<unknown, Problem>({
    mutationFn: () =>
      post(`/targets/${encodeURIComponent(itemId)}/breakdowns`, {
        ...decision(),
        reason: reason.trim() === '' ? null : reason.trim(),
      }),
    onSuccess: () => {
      setReason('')
      setAsked(false)
      void queryClient.invalidateQueries({ queryKey: ['programme'] })
      onDecided()
    },
  })
  const lacking = changes && reason.trim() === ''
  return (
    <form
      className="bd-decide no-print"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (ready && !lacking) decide.mutate()
      }}
    >
      <Refusal problem={decide.error} />
      {decide.isSuccess ? (
        <p className="done-note" role="status">
          {t.decided}
        </p>
      ) : null}
      <Field
        label={changes ? t.reasonNeeded : t.reason}
        help={t.reasonHelp}
        error={asked && lacking ? t.reasonLacking : undefined}
      >
        <textarea rows={2} value={reason} lang={language} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="form-actions">
        <button type="submit" className="btn primary" disabled={!ready || decide.isPending}>
          {t.decide}
        </button>
        {ready ? null : <span className="quiet small">{t.notReady}</span>}
      </div>
    </form>
  )
}
