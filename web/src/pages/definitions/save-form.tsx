import { useState } from 'react'
import type { DefinitionPreview } from '../../api/indicator.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { definitionTexts } from './definition.texts.ts'
import type { NewVersion } from './use-definition.ts'

interface SaveFormProps {
  readonly preview: DefinitionPreview | undefined
  readonly today: string
  readonly basedOn: number
  readonly busy: boolean
  readonly refused: Error | null
  readonly onSave: (version: NewVersion) => void
}

/** From when on it counts, and why. What is to be minded must have been minded. */
export function SaveForm({ preview, today, basedOn, busy, refused, onSave }: SaveFormProps) {
  const t = useTexts(definitionTexts)
  const [validFrom, setValidFrom] = useState(today)
  const [reason, setReason] = useState('')
  const [understood, setUnderstood] = useState(false)
  const [asked, setAsked] = useState(false)
  const warned = (preview?.warnings.length ?? 0) > 0
  const ready = preview !== undefined && preview.problems.length === 0 && (!warned || understood)
  return (
    <form
      className="form df-save"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (reason.trim() !== '') onSave({ validFrom, reason: reason.trim() })
      }}
    >
      <Refusal problem={refused} />
      <Field label={t.validFrom} help={t.validFromHelp}>
        <input type="date" required value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
      </Field>
      <Field label={t.reason} help={t.reasonHelp} error={asked && reason.trim() === '' ? t.reasonMissing : undefined}>
        <textarea value={reason} rows={2} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {warned ? (
        <label className="check">
          <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
          {t.understood}
        </label>
      ) : null}
      <div className="form-actions">
        <button type="submit" className="btn primary" disabled={!ready || busy}>
          {t.save}
        </button>
        <span className="quiet small">{t.basedOn(basedOn)}</span>
      </div>
    </form>
  )
}
