import './accounts.css'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { post } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import type { Session } from '../../api/session.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Seal } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { leastPassword, loginPattern } from './login-pattern.ts'

/** 首次设置: the one administrator that an empty platform needs. */
export function SetupPage() {
  const t = useTexts(accountsTexts)
  usePageTitle(t.setupTitle)
  const session = useSession()
  const navigate = useNavigate()
  const [values, setValues] = useState({ displayName: '', login: '', password: '', code: '' })
  const [tried, setTried] = useState(false)
  const create = useMutation({
    mutationFn: () =>
      post<Session>('/setup/administrator', { ...values, code: values.code === '' ? undefined : values.code }),
    onSuccess: (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(['session'], signedIn)
    },
  })
  const settled = session !== undefined && !session.needsSetup
  useEffect(() => {
    if (settled) void navigate({ to: '/', replace: true })
  }, [settled, navigate])
  const errors = tried ? checkAdministrator(values, session?.setupNeedsCode === true, t) : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (checkAdministrator(values, session?.setupNeedsCode === true, t).length === 0) create.mutate()
  }
  const set = (key: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [key]: event.target.value })
  return (
    <div className="entrance">
      <div className="entrance-form">
        <p className="entrance-brand">
          <Seal county={session?.jurisdiction.label ?? ''} size={52} />
          <span>
            <b>{session?.jurisdiction.label}</b>
          </span>
        </p>
        <h1>{t.setupTitle}</h1>
        <p className="lead">{t.setupLead}</p>
        <form className="form" onSubmit={submit} noValidate>
          <ErrorSummary errors={errors} />
          <Refusal problem={create.error} />
          <Field id="displayName" label={t.displayName} error={errorOf('displayName')}>
            <input autoComplete="name" value={values.displayName} onChange={set('displayName')} />
          </Field>
          <Field id="login" label={t.login} help={t.loginHelp} error={errorOf('login')}>
            <input
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={values.login}
              onChange={set('login')}
            />
          </Field>
          <Field id="password" label={t.password} help={t.passwordHelp} error={errorOf('password')}>
            <input type="password" autoComplete="new-password" value={values.password} onChange={set('password')} />
          </Field>
          {session?.setupNeedsCode === true ? (
            <Field id="code" label={t.code} help={t.codeHelp} error={errorOf('code')}>
              <input autoComplete="off" value={values.code} onChange={set('code')} />
            </Field>
          ) : null}
          <div className="form-actions">
            <button type="submit" className="btn primary" disabled={create.isPending}>
              {t.setupAction}
            </button>
          </div>
        </form>
      </div>
    </div>
  )
}

interface Values {
  readonly displayName: string
  readonly login: string
  readonly password: string
  readonly code: string
}

function checkAdministrator(
  values: Values,
  needsCode: boolean,
  t: (typeof accountsTexts)['zh'],
): readonly FieldError[] {
  const errors: FieldError[] = []
  if (values.displayName.trim() === '') errors.push({ id: 'displayName', message: t.needed.displayName })
  if (!loginPattern.test(values.login)) {
    errors.push({ id: 'login', message: values.login === '' ? t.needed.login : t.loginBad })
  }
  if (values.password.length < leastPassword) errors.push({ id: 'password', message: t.passwordShort })
  if (needsCode && values.code.trim() === '') errors.push({ id: 'code', message: t.needed.code })
  return errors
}
