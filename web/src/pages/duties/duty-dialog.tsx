import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { seg } from '../../api/queries.ts'
import type { DutyDetail } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { dutiesTexts } from './duties.texts.ts'

export type DutyAct = 'urge' | 'reply' | 'extend'

interface DutyDialogProps {
  readonly duty: DutyDetail
  readonly act: DutyAct
  readonly onClose: () => void
}

/** The office urges, the unit replies or asks for more time: words, and for an extension a day. */
export function DutyDialog({ duty, act, onClose }: DutyDialogProps) {
  const t = useTexts(dutiesTexts)
  const [words, setWords] = useState('')
  const [to, setTo] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useMutation<unknown, Problem>({
    mutationFn: () => {
      const text = words.trim()
      if (act === 'urge') return post(`/duties/${seg(duty.id)}/urgings`, { words: text })
      if (act === 'extend') return post(`/duties/${seg(duty.id)}/extensions`, { to, reason: text })
      const last = lastUnanswered(duty)
      return post(`/urgings/${seg(last ?? '')}/replies`, { words: text })
    },
    onSuccess: async () => {
      await refreshWork()
      onClose()
    },
  })
  const shape = {
    urge: { title: t.urgeTitle, label: t.urgeWords, help: t.urgeHelp },
    reply: { title: t.replyTitle, label: t.replyWords, help: t.replyHelp },
    extend: { title: t.extendTitle, label: t.extendReason, help: t.extendHelp },
  }[act]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return setMissing(true)
    send.mutate()
  }
  return (
    <Dialog title={shape.title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{duty.title}</p>
        <Refusal problem={send.error} />
        {act === 'extend' ? (
          <Field label={t.extendTo}>
            <input type="date" required value={to} min={duty.dueOn} onChange={(event) => setTo(event.target.value)} />
          </Field>
        ) : null}
        <Field label={shape.label} help={shape.help} error={missing && words.trim() === '' ? t.needed : undefined}>
          <textarea rows={4} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            {t.send}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The urging that a reply answers: the last one that has none, else the last. */
function lastUnanswered(duty: DutyDetail): string | undefined {
  const open = duty.urgings.find((urging) => urging.replies.length === 0)
  return (open ?? duty.urgings[0])?.id
}
