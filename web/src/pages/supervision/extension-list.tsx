import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { seg } from '../../api/queries.ts'
import type { Extension } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { supervisionTexts } from './supervision.texts.ts'

interface Deciding {
  readonly extension: Extension
  readonly granted: boolean
}

/** Extensions that wait for the office's answer. */
export function ExtensionList({
  extensions,
  may,
}: {
  readonly extensions: readonly Extension[]
  readonly may: boolean
}) {
  const t = useTexts(supervisionTexts)
  const language = useLanguage()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  if (extensions.length === 0) return <p className="card-body quiet">{t.noExtensions}</p>
  return (
    <>
      <ul className="rows sv-urgings">
        {extensions.map((extension) => (
          <li key={extension.id}>
            <p>
              <b>{extension.unit.shortName}</b>
              <Link to="/duties/$dutyId" params={{ dutyId: extension.dutyId }}>
                {extension.dutyTitle}
              </Link>
            </p>
            <p>{t.asked(dayInWords(extension.dueOn, language), dayInWords(extension.askedTo, language))}</p>
            <p className="quiet small">{extension.reason}</p>
            {may ? (
              <p className="sv-acts no-print">
                <button
                  type="button"
                  className="btn small-btn"
                  onClick={() => setDeciding({ extension, granted: true })}
                >
                  {t.grant}
                </button>
                <button
                  type="button"
                  className="btn small-btn"
                  onClick={() => setDeciding({ extension, granted: false })}
                >
                  {t.refuse}
                </button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {deciding === null ? null : <DecisionDialog deciding={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

function DecisionDialog({ deciding, onClose }: { readonly deciding: Deciding; readonly onClose: () => void }) {
  const t = useTexts(supervisionTexts)
  const { extension, granted } = deciding
  const [to, setTo] = useState(extension.askedTo)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const decide = useMutation<unknown, Problem>({
    mutationFn: () =>
      post(`/extensions/${seg(extension.id)}/decision`, {
        granted,
        revision: extension.revision,
        ...(granted ? { to } : {}),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    onSuccess: async () => {
      await refreshWork()
      onClose()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!granted && reason.trim() === '') return setMissing(true)
    decide.mutate()
  }
  return (
    <Dialog title={granted ? t.grantTitle : t.refuseTitle} onClose={onClose}>
      <form className="form" onSubmit={send}>
        <p>
          {extension.unit.name}：{extension.dutyTitle}
        </p>
        <Refusal problem={decide.error} />
        {granted ? (
          <Field label={t.grantedTo}>
            <input
              type="date"
              required
              value={to}
              min={extension.dueOn}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
        ) : null}
        <Field label={t.reason} help={t.reasonHelp} error={missing ? t.reasonNeeded : undefined}>
          <textarea rows={3} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className={granted ? 'btn primary' : 'btn danger'} disabled={decide.isPending}>
            {granted ? t.grant : t.refuse}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
