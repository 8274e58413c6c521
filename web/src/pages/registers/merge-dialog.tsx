import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { mergeRecords, refreshRegisters, undoMerge } from '../../api/register.queries.ts'
import type { RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { sameValue } from '../../format/differences.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { batchTexts } from './batch.texts.ts'
import { FieldValue } from './field-value.tsx'
import { labelOf, maskedOf } from './field-words.ts'
import { registersTexts } from './registers.texts.ts'
import { sentValue } from './typed-values.ts'

interface MergeProps {
  readonly description: RegisterDescription
  readonly rows: readonly RecordRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Records that are the same thing become one: which stays is chosen with what differs before one's eyes. */
export function MergeDialog({ description, rows, onClose, onDone }: MergeProps) {
  const t = useTexts(batchTexts)
  const language = useLanguage()
  const shared = useTexts(registersTexts)
  const [keep, setKeep] = useState(rows[0]?.id ?? '')
  const [taken, setTaken] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const fromOf = (field: string) => taken[field] ?? keep
  const send = useMutation<{ readonly mergeId: string }, Problem>({
    mutationFn: () =>
      mergeRecords(description.id, {
        keptId: keep,
        mergedIds: rows.map(({ id }) => id).filter((id) => id !== keep),
        values: Object.fromEntries(
          differing
            .filter(({ name }) => fromOf(name) !== keep)
            .map((field) => [
              field.name,
              sentValue(field, rows.find(({ id }) => id === fromOf(field.name))?.values[field.name]),
            ]),
        ),
        reason: reason.trim(),
      }),
    onSuccess: refreshRegisters,
  })
  const differing = description.fields.filter((field) =>
    rows.some((row) => !sameValue(row.values[field.name], rows[0]?.values[field.name])),
  )
  const go = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') send.mutate()
  }
  const title = t.mergeTitle(description.recordLabel)
  if (send.isSuccess)
    return <MergedDialog register={description.id} mergeId={send.data.mergeId} title={title} onClose={onDone} />
  return (
    <Dialog title={title} onClose={onClose} wide>
      <form className="form" onSubmit={go}>
        <p className="quiet">{t.mergeLead}</p>
        <Refusal problem={send.error} />
        <div className="mg-scroll">
          <table className="mg-table">
            <thead>
              <tr>
                <td />
                {rows.map((row) => (
                  <th key={row.id} scope="col" data-kept={row.id === keep}>
                    <label className="check">
                      <input
                        type="radio"
                        name="keep"
                        checked={row.id === keep}
                        onChange={() => {
                          setKeep(row.id)
                          setTaken({})
                        }}
                      />
                      {t.keep}
                    </label>
                    <b>{row.label}</b>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differing.map((field) => (
                <tr key={field.name}>
                  <th scope="row">{labelOf(field, language)}</th>
                  {rows.map((row) => (
                    <td key={row.id} data-kept={row.id === fromOf(field.name)}>
                      <label className="check">
                        <input
                          type="radio"
                          name={`merge-${field.name}`}
                          checked={row.id === fromOf(field.name)}
                          // personal data is not known here, so it stays as the kept record has it
                          disabled={maskedOf(row.values[field.name]) !== null}
                          onChange={() => setTaken({ ...taken, [field.name]: row.id })}
                        />
                        <FieldValue field={field} value={row.values[field.name]} brief />
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="quiet small">{t.same}</p>
        <Field
          label={shared.reason}
          help={shared.reasonHelp}
          error={asked && reason.trim() === '' ? shared.needed : undefined}
        >
          <textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            {t.mergeInto(rows.find(({ id }) => id === keep)?.label ?? '')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface MergedProps {
  readonly register: string
  readonly mergeId: string
  readonly title: string
  readonly onClose: () => void
}

function MergedDialog({ register, mergeId, title, onClose }: MergedProps) {
  const t = useTexts(batchTexts)
  const common = useCommon()
  const undo = useMutation<unknown, Problem>({
    mutationFn: () => undoMerge(register, mergeId, t.undoMerge),
    onSuccess: refreshRegisters,
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-body">
        <Refusal problem={undo.error} />
        <p className="done-note" role="status">
          {undo.isSuccess ? t.undone : t.merged}
        </p>
      </div>
      <footer className="dialog-foot">
        {undo.isSuccess ? null : (
          <button type="button" className="btn" disabled={undo.isPending} onClick={() => undo.mutate()}>
            {t.undoMerge}
          </button>
        )}
        <button type="button" className="btn primary" onClick={onClose}>
          {common.close}
        </button>
      </footer>
    </Dialog>
  )
}
