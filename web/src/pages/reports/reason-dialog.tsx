import { type FormEvent, type ReactNode, useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { reportTexts } from './report.texts.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly label: string
  readonly help: string
  readonly action: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly problem: Error | null
  readonly children?: ReactNode
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

/** An act that the other side must understand: it goes only with a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useTexts(reportTexts)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    props.onSend(reason.trim())
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form className="form" onSubmit={send}>
        {props.children}
        <Refusal problem={props.problem} />
        <Field label={props.label} help={props.help} error={missing && reason.trim() === '' ? t.needed : undefined}>
          <textarea rows={4} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className={props.danger === true ? 'btn danger' : 'btn primary'} disabled={props.busy}>
            {props.action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
