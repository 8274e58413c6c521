import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Problem, post } from '../../api/client.ts'
import type { Session } from '../../api/session.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { visitIdentityService } from './visit-identity-service.ts'

interface Values {
  readonly login: string
  readonly password: string
}

interface PasswordEntranceProps {
  readonly values: Values
  readonly onChange: (values: Values) => void
  readonly onEntered: (session: Session) => void
}

/** Name and password. */
export function PasswordEntrance({ values, onChange, onEntered }: PasswordEntranceProps) {
  const t = useTexts(accountsTexts)
  const [tried, setTried] = useState(false)
  const login = values.login.trim()
  const enter = useMutation({
    mutationFn: () => post<Session>('/session', { login, password: values.password }),
    onSuccess: onEntered,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login !== '' && values.password !== '') enter.mutate()
  }
  const wait = enter.error instanceof Problem ? enter.error.retryAfterSeconds : null
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Refusal problem={enter.error} />
      {wait === null ? null : <p className="light amber">{t.wait(wait)}</p>}
      <Field label={t.login} error={tried && login === '' ? t.needed.login : undefined}>
        <input
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={values.login}
          onChange={(event) => onChange({ ...values, login: event.target.value })}
        />
      </Field>
      <Field label={t.password} error={tried && values.password === '' ? t.needed.password : undefined}>
        <input
          type="password"
          autoComplete="current-password"
          value={values.password}
          onChange={(event) => onChange({ ...values, password: event.target.value })}
        />
      </Field>
      <div className="form-actions">
        <button type="submit" className="btn primary wide-btn" disabled={enter.isPending}>
          {t.signIn}
        </button>
        <Link to="/" className="btn quiet-btn">
          {t.asVisitor}
        </Link>
      </div>
    </form>
  )
}

/** The identity service in place of name and password. */
export function IdentityEntrance({ label, next }: { readonly label: string; readonly next: string }) {
  const t = useTexts(accountsTexts)
  const visit = useMutation({ mutationFn: () => visitIdentityService('signIn', next) })
  return (
    <div className="identity-entrance">
      <p className="quiet small">
        <span>{t.or}</span>
      </p>
      <Refusal problem={visit.error} />
      <button type="button" className="btn" disabled={visit.isPending} onClick={() => visit.mutate()}>
        {t.withIdentity(label)}
      </button>
    </div>
  )
}
