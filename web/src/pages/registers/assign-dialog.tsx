import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { assignMany, type Chosen, refreshRegisters } from '../../api/register.queries.ts'
import type { BulkOutcome, RegisterDescription } from '../../api/register.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { batchTexts } from './batch.texts.ts'
import { Refused } from './outcome-note.tsx'
import { registersTexts } from './registers.texts.ts'
import { UnitSelect } from './unit-filter.tsx'

interface AssignProps {
  readonly description: RegisterDescription
  readonly chosen: Chosen
  readonly words: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** For which unit many records count 考核归属. */
export function AssignDialog({ description, chosen, words, onClose, onDone }: AssignProps) {
  const t = useTexts(batchTexts)
  const common = useCommon()
  const shared = useTexts(registersTexts)
  const [unit, setUnit] = useState('none')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const send = useMutation<BulkOutcome, Problem>({
    mutationFn: () => assignMany(description.id, chosen, unit === 'none' ? null : unit, reason.trim()),
    onSuccess: refreshRegisters,
  })
  const go = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') send.mutate()
  }
  const title = t.assignTitle(words, description.recordLabel)
  if (send.isSuccess)
    return (
      <Dialog title={title} onClose={onDone}>
        <div className="dialog-body">
          <p className="done-note" role="status">
            {t.assigned(send.data.changed)}
          </p>
          <Refused outcome={send.data} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="btn primary" onClick={onDone}>
            {common.close}
          </button>
        </footer>
      </Dialog>
    )
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={go}>
        <p className="quiet">{t.assignLead}</p>
        <Refusal problem={send.error} />
        <Field label={t.assignTo} id="assign-unit">
          <UnitSelect value={unit} none={t.none} onChange={setUnit} />
        </Field>
        <Field
          label={shared.reason}
          help={shared.reasonHelp}
          error={asked && reason.trim() === '' ? shared.needed : undefined}
        >
          <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            {t.assign}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
