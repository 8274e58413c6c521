import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { type Chosen, editMany, refreshRegisters } from '../../api/register.queries.ts'
import type { BulkOutcome, RegisterDescription } from '../../api/register.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { batchTexts } from './batch.texts.ts'
import { FieldInput, faultWords } from './field-input.tsx'
import { labelOf, unitWords } from './field-words.ts'
import { formTexts } from './form.texts.ts'
import { Refused } from './outcome-note.tsx'
import { registersTexts } from './registers.texts.ts'
import { readForm, sentValue } from './typed-values.ts'

interface BulkEditProps {
  readonly description: RegisterDescription
  readonly chosen: Chosen
  readonly words: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One field of many records at once: tried first, and written only when the outcome was seen. */
export function BulkEditDialog({ description, chosen, words, onClose, onDone }: BulkEditProps) {
  const t = useTexts(batchTexts)
  const common = useCommon()
  const language = useLanguage()
  const shared = useTexts(registersTexts)
  const formWords = useTexts(formTexts)
  // what identifies a record, and what is personal, is changed one by one
  const fields = description.fields.filter(
    ({ name, sensitivity }) =>
      !description.key.includes(name) && sensitivity !== 'personal' && sensitivity !== 'sensitive',
  )
  const [name, setName] = useState(fields[0]?.name ?? '')
  const [typed, setTyped] = useState<unknown>('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<{ field: string; words: string } | null>(null)
  const field = fields.find((one) => one.name === name)
  const send = useMutation<BulkOutcome, Problem, { readonly dryRun: boolean }>({
    mutationFn: ({ dryRun }) => {
      if (field === undefined) throw new Error(t.field)
      const { values } = readForm([{ ...field, required: false }], { [name]: typed })
      return editMany(description.id, chosen, { [name]: sentValue(field, values[name]) }, reason.trim(), dryRun)
    },
    onSuccess: async (_outcome, { dryRun }) => {
      if (dryRun) return
      await refreshRegisters()
    },
  })
  const tried = send.isSuccess && send.variables.dryRun ? send.data : null
  const done = send.isSuccess && !send.variables.dryRun ? send.data : null
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (field === undefined) return
    const [wrong] = readForm([{ ...field, required: false }], { [name]: typed }).faults
    if (wrong !== undefined) return setFault({ field: name, words: faultWords(formWords, field, wrong.fault) })
    if (reason.trim() === '') return setFault({ field: 'reason', words: shared.needed })
    setFault(null)
    send.mutate({ dryRun: tried === null })
  }
  const changed = () => {
    setFault(null)
    send.reset()
  }
  if (done !== null)
    return (
      <Dialog title={t.editTitle(words, description.recordLabel)} onClose={onDone}>
        <div className="dialog-body">
          <p className="done-note" role="status">
            {t.done(done.changed)}
          </p>
          <Refused outcome={done} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="btn primary" onClick={onDone}>
            {common.close}
          </button>
        </footer>
      </Dialog>
    )
  return (
    <Dialog title={t.editTitle(words, description.recordLabel)} onClose={onClose}>
      <form className="form" onSubmit={go}>
        <p className="quiet">{t.editLead}</p>
        <Refusal problem={send.error} />
        <Field label={t.field}>
          <select
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setTyped('')
              changed()
            }}
          >
            {fields.map((one) => (
              <option key={one.name} value={one.name}>
                {labelOf(one, language)}
              </option>
            ))}
          </select>
        </Field>
        {field === undefined ? null : (
          <FieldInput
            key={name}
            field={field}
            label={`${t.newValue}${unitWords(field)}`}
            value={typed}
            error={fault?.field === name ? fault.words : undefined}
            onChange={(value) => {
              setTyped(value)
              changed()
            }}
          />
        )}
        <Field
          label={shared.reason}
          help={shared.reasonHelp}
          error={fault?.field === 'reason' ? fault.words : undefined}
        >
          <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {tried === null ? null : (
          <>
            <p className="done-note" role="status">
              {t.outcome(tried.changed, tried.unchanged)}
            </p>
            <Refused outcome={tried} />
          </>
        )}
        <div className="form-actions">
          <button
            type="submit"
            className={tried === null ? 'btn' : 'btn primary'}
            disabled={send.isPending || tried?.changed === 0}
          >
            {tried === null ? t.dryRun : t.apply(tried.changed)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
