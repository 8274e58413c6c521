import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { createWebhook, refreshDeliveries } from '../../../api/delivery.queries.ts'
import type { WebhookMade } from '../../../api/types.gen.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { deliveriesTexts } from './deliveries.texts.ts'

/** A new webhook; its secret is shown once, and then never again. */
export function WebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(deliveriesTexts)
  const common = useCommon()
  const [label, setLabel] = useState('')
  const [url, setUrl] = useState('https://')
  const [kinds, setKinds] = useState('matter.*')
  const [copied, setCopied] = useState(false)
  const make = useMutation<WebhookMade, Problem>({
    mutationFn: () =>
      createWebhook({
        label: label.trim(),
        url: url.trim(),
        kinds: kinds
          .split(/[\s,，、]+/)
          .map((kind) => kind.trim())
          .filter((kind) => kind !== ''),
      }),
    onSuccess: refreshDeliveries,
  })
  if (make.data !== undefined) {
    const { secret } = make.data
    return (
      <Dialog title={t.secretTitle} onClose={onClose}>
        <div className="dialog-body">
          <p>{t.secretLead}</p>
          <p className="dv-secret">
            <code>{secret}</code>
            <button
              type="button"
              className="btn small-btn"
              onClick={() => void navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
            >
              {copied ? t.copied : t.copy}
            </button>
          </p>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="btn primary" onClick={onClose}>
            {common.close}
          </button>
        </footer>
      </Dialog>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Refusal problem={make.error} />
        <Field label={`${t.label} *`} help={t.labelHelp}>
          <input required maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <Field label={`${t.url} *`} help={t.urlHelp}>
          <input required type="url" maxLength={1000} value={url} onChange={(event) => setUrl(event.target.value)} />
        </Field>
        <Field label={`${t.kinds} *`} help={t.kindsHelp}>
          <textarea required rows={3} value={kinds} onChange={(event) => setKinds(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={make.isPending}>
            {t.save}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
