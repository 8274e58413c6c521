import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { refreshIndicators } from '../../api/indicator.queries.ts'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import { queryClient, seg } from '../../api/queries.ts'
import { figureWith } from '../../format/indicator-figures.ts'
import { periodInWords } from '../../format/periods.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { indicatorsTexts } from './indicators.texts.ts'

interface FreezeDialogProps {
  readonly detail: IndicatorDetail
  readonly onClose: () => void
}

/** 核定: the value of a finished period stands as it is now; what changes later shows beside it. */
export function FreezeDialog({ detail, onClose }: FreezeDialogProps) {
  const t = useTexts(indicatorsTexts)
  const common = useCommon()
  const language = useLanguage()
  // the last point is today's: its period is not over yet
  const open = detail.series.filter((point) => point.on < detail.asOf && point.value !== null).toReversed()
  const first = open.find((point) => point.frozen === null) ?? open[0]
  const [period, setPeriod] = useState(first?.period ?? '')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const point = open.find((one) => one.period === period)
  const again = point !== undefined && point.frozen !== null
  const save = useMutation<unknown, Problem>({
    mutationFn: () =>
      post(`/indicators/${seg(detail.id)}/freezes`, {
        period,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      await Promise.all([refreshIndicators(), queryClient.invalidateQueries({ queryKey: ['programme'] })])
      onClose()
    },
  })
  return (
    <Dialog title={t.freezeTitle(detail.label)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (!again || reason.trim() !== '') save.mutate()
        }}
      >
        <p className="quiet">{t.freezeLead}</p>
        <Refusal problem={save.error} />
        <Field label={t.period} help={point === undefined ? undefined : t.freezeDay(point.on)}>
          <select value={period} onChange={(event) => setPeriod(event.target.value)}>
            {open.map((one) => (
              <option key={one.period} value={one.period}>
                {`${periodInWords(one.period, language)}${one.frozen === null ? '' : `（${t.states.frozen}）`}`}
              </option>
            ))}
          </select>
        </Field>
        {point?.value == null ? null : (
          <p className="in-moves">
            <b>{figureWith(point.value, detail.decimals)}</b> <small>{detail.unit}</small>
          </p>
        )}
        {again ? (
          <Field
            label={t.freezeAgain}
            help={t.freezeAgainHelp}
            error={asked && reason.trim() === '' ? t.freezeAgainMissing : undefined}
          >
            <textarea value={reason} rows={2} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        ) : null}
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={save.isPending || point === undefined}>
            {t.freezeDo}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
