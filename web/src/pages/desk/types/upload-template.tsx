import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { refreshTemplates, uploadTemplate } from '../../../api/document-template.queries.ts'
import type { DocumentKindView, UploadedTemplate } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { templatesTexts } from './templates.texts.ts'

interface UploadTemplateProps {
  readonly type: string
  readonly kind: DocumentKindView
  readonly onKept: (uploaded: UploadedTemplate) => void
  readonly onClose: () => void
}

/** A file and why; what is wrong with it is said here, and nothing is kept. */
export function UploadTemplate({ type, kind, onKept, onClose }: UploadTemplateProps) {
  const t = useTexts(templatesTexts)
  const [file, setFile] = useState<File>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useMutation<UploadedTemplate, Problem, { readonly file: File; readonly reason: string }>({
    mutationFn: (given) => uploadTemplate(type, kind.document, given),
    onSuccess: async (uploaded) => {
      onKept(uploaded)
      onClose()
      await refreshTemplates()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (file !== undefined && reason.trim().length > 1) sending.mutate({ file, reason: reason.trim() })
  }
  return (
    <Dialog title={t.uploadTitle(kind.label)} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p className="quiet">{t.uploadLead}</p>
        <Refusal problem={sending.error} />
        <Field label={t.file} help={t.fileHelp} error={tried && file === undefined ? t.fileMissing : undefined}>
          <input
            type="file"
            // An older Word file is taken too, and refused with the way to save it.
            accept=".docx,.doc"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </Field>
        <Field
          label={t.reason}
          help={t.reasonHelp}
          error={tried && reason.trim().length < 2 ? t.reasonHelp : undefined}
        >
          <textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={sending.isPending}>
            {t.upload}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
