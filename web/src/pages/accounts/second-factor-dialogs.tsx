import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { CodeInput } from './code-form.tsx'
import { meTexts } from './me.texts.ts'

interface ChangeFactorProps {
  readonly required: boolean
  readonly onDone: (note: string) => void
  readonly onCodes: (codes: readonly string[]) => void
}

/** What can be done with an authenticator that is set up: new recovery codes, and switching it off. */
export function ChangeFactor({ required, onDone, onCodes }: ChangeFactorProps) {
  const t = useTexts(meTexts)
  const [open, setOpen] = useState<'renew' | 'remove' | null>(null)
  return (
    <div className="form-actions">
      <button type="button" className="btn" onClick={() => setOpen('renew')}>
        {t.renew}
      </button>
      <button type="button" className="btn" onClick={() => setOpen('remove')}>
        {t.remove}
      </button>
      {open === null ? null : (
        <ProofDialog
          act={open}
          required={required}
          onClose={() => setOpen(null)}
          onDone={(answer) => {
            setOpen(null)
            if (open === 'remove') onDone(t.removed)
            else onCodes(answer.recoveryCodes ?? [])
            void queryClient.invalidateQueries()
          }}
        />
      )}
    </div>
  )
}

interface Answer {
  readonly recoveryCodes?: readonly string[]
}

interface ProofDialogProps {
  readonly act: 'renew' | 'remove'
  readonly required: boolean
  readonly onClose: () => void
  readonly onDone: (answer: Answer) => void
}

/** Asks again who it is: a code, and for switching off the password too. */
function ProofDialog({ act, required, onClose, onDone }: ProofDialogProps) {
  const t = useTexts(meTexts)
  const [values, setValues] = useState({ password: '', code: '' })
  const [tried, setTried] = useState(false)
  const removing = act === 'remove'
  const prove = useMutation({
    mutationFn: () =>
      removing
        ? post<Answer>('/account/second-factor/removal', values)
        : post<Answer>('/account/second-factor/recovery-codes', { code: values.code }),
    onSuccess: onDone,
  })
  const problems = [
    ...(removing && values.password === '' ? [{ id: 'sf-password', message: t.passwordNeeded }] : []),
    ...(values.code.trim() === '' ? [{ id: 'sf-code', message: t.codeNeeded }] : []),
  ]
  const errors = tried ? problems : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problems.length === 0) prove.mutate()
  }
  return (
    <Dialog title={removing ? t.remove : t.renew} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{removing ? t.removeLead : t.renewLead}</p>
        {removing && required ? <p className="old-note">{t.removeRequired}</p> : null}
        <ErrorSummary errors={errors} />
        <Refusal problem={prove.error} />
        {removing ? (
          <Field id="sf-password" label={t.currentPassword} error={errorOf('sf-password')}>
            <input
              type="password"
              autoComplete="current-password"
              value={values.password}
              onChange={(event) => setValues({ ...values, password: event.target.value })}
            />
          </Field>
        ) : null}
        <Field id="sf-code" label={t.code} error={errorOf('sf-code')}>
          <CodeInput code={values.code} onCode={(code) => setValues({ ...values, code })} />
        </Field>
        <div className="form-actions">
          <button type="submit" className={removing ? 'btn danger' : 'btn primary'} disabled={prove.isPending}>
            {removing ? t.remove : t.renew}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
