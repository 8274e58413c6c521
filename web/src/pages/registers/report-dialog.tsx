import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { refreshRegisters, reportMistake } from '../../api/register.queries.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { labelOf } from './field-words.ts'
import { recordTexts } from './record.texts.ts'
import type { RecordProps } from './record-page.tsx'
import { registersTexts } from './registers.texts.ts'

/** 报错: whoever reads a record and knows better says so; the office answers. */
export function ReportDialog({ description, record, onClose }: RecordProps & { readonly onClose: () => void }) {
  const t = useTexts(recordTexts)
  const common = useCommon()
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  const [field, setField] = useState('')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const send = useMutation<unknown, Problem>({
    mutationFn: () => reportMistake(description.id, record.id, field === '' ? null : field, words.trim()),
    onSuccess: refreshRegisters,
  })
  const go = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() !== '') send.mutate()
  }
  return (
    <Dialog title={t.reportTitle} onClose={onClose}>
      {send.isSuccess ? (
        <>
          <div className="dialog-body">
            <p className="done-note" role="status">
              {t.reported}
            </p>
          </div>
          <footer className="dialog-foot">
            <button type="button" className="btn primary" onClick={onClose}>
              {common.close}
            </button>
          </footer>
        </>
      ) : (
        <form className="form" onSubmit={go}>
          <p className="quiet">{t.reportLead}</p>
          <Refusal problem={send.error} />
          <Field label={t.reportField}>
            <select value={field} onChange={(event) => setField(event.target.value)}>
              <option value="">{t.reportWhole}</option>
              {description.fields.map((one) => (
                <option key={one.name} value={one.name}>
                  {labelOf(one, language)}
                </option>
              ))}
            </select>
          </Field>
          <Field
            label={t.reportWords}
            help={t.reportHelp}
            error={asked && words.trim() === '' ? shared.needed : undefined}
          >
            <textarea rows={4} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
          <div className="form-actions">
            <button type="submit" className="btn primary" disabled={send.isPending}>
              {t.reportAct}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
