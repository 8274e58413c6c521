import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { checkAppeal, refreshRatings, settleRating } from '../../../api/rating.queries.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { ratingsTexts } from './ratings.texts.ts'

export type SettleAct = 'contact' | 'rectification' | 'appeal' | 'check'

interface SettleDialogProps {
  readonly id: string
  readonly act: SettleAct
  readonly onClose: () => void
}

/** One step of settling a bad rating; each goes with words, and stays. */
export function SettleDialog({ id, act, onClose }: SettleDialogProps) {
  const t = useTexts(ratingsTexts)
  const common = useCommon()
  const [words, setWords] = useState('')
  const [unfounded, setUnfounded] = useState(true)
  const send = useMutation<unknown, Problem>({
    mutationFn: () =>
      act === 'check' ? checkAppeal(id, unfounded, words.trim()) : settleRating(id, act, words.trim()),
    onSuccess: async () => {
      onClose()
      await refreshRatings()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() !== '') send.mutate()
  }
  return (
    <Dialog title={t.do[act]} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="quiet">{t.leads[act]}</p>
        <Refusal problem={send.error} />
        {act === 'check' ? (
          <fieldset className="field">
            <legend>{t.unfounded}</legend>
            {[true, false].map((value) => (
              <label className="check" key={String(value)}>
                <input
                  type="radio"
                  name="unfounded"
                  checked={unfounded === value}
                  onChange={() => setUnfounded(value)}
                />
                {value ? t.isUnfounded : t.isFounded}
              </label>
            ))}
          </fieldset>
        ) : null}
        <Field label={`${t.words} *`} help={t.wordsHelp}>
          <textarea rows={5} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending || words.trim() === ''}>
            {t.do[act]}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
