import './accounts.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { put, remove } from '../../api/client.ts'
import { queryClient, sessionsQuery, useSession } from '../../api/queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { deviceName } from '../../format/device-name.ts'
import { useTexts } from '../../i18n/language.ts'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Loaded, NoPermission, Refusal, Skeleton } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { leastPassword } from './login-pattern.ts'

export function MePage() {
  const t = useTexts(accountsTexts)
  const session = useSession()
  if (session?.account == null) return <NoPermission />
  return (
    <Page title={t.meTitle} lead={t.meLead}>
      {session.account.mustChangePassword ? <p className="old-note">{t.mustChange}</p> : null}
      <div className="grid two-one me-grid">
        <Sessions />
        <PasswordForm />
      </div>
    </Page>
  )
}

function Sessions() {
  const t = useTexts(accountsTexts)
  const query = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => remove(`/sessions/${encodeURIComponent(id)}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <Card title={t.sessions}>
      <Refusal problem={end.error} />
      <Loaded query={query} skeleton={<Skeleton rows={3} />}>
        {({ sessions }) => (
          <ul className="rows session-rows">
            {sessions.map((one) => (
              <li key={one.id}>
                <div>
                  <b title={one.device}>{deviceName(one.device)}</b>
                  {one.current ? <span className="light green">{t.current}</span> : null}
                  <p className="quiet small">{`${t.since(instantInCounty(one.createdAt))}　${t.seen(instantInCounty(one.lastSeenAt))}`}</p>
                </div>
                {one.current ? null : (
                  <button
                    type="button"
                    className="btn small-btn"
                    aria-label={t.endOf(deviceName(one.device))}
                    disabled={end.isPending}
                    onClick={() => end.mutate(one.id)}
                  >
                    {t.end}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

function PasswordForm() {
  const t = useTexts(accountsTexts)
  const [values, setValues] = useState({ current: '', next: '', repeat: '' })
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => put('/account/password', { current: values.current, next: values.next }),
    onSuccess: () => {
      setValues({ current: '', next: '', repeat: '' })
      setTried(false)
      void queryClient.invalidateQueries()
    },
  })
  const check = (): readonly FieldError[] => {
    const errors: FieldError[] = []
    if (values.current === '') errors.push({ id: 'pw-current', message: t.needed.password })
    if (values.next.length < leastPassword) errors.push({ id: 'pw-next', message: t.passwordShort })
    if (values.next !== values.repeat) errors.push({ id: 'pw-repeat', message: t.repeatBad })
    return errors
  }
  const errors = tried ? check() : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (check().length === 0) change.mutate()
  }
  const set = (key: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [key]: event.target.value })
  return (
    <Card title={t.changePassword}>
      <form className="form card-body" onSubmit={submit} noValidate>
        {change.isSuccess && !tried ? (
          <p className="done-note" role="status">
            {t.passwordChanged}
          </p>
        ) : null}
        <ErrorSummary errors={errors} />
        <Refusal problem={change.error} />
        <Field id="pw-current" label={t.currentPassword} error={errorOf('pw-current')}>
          <input type="password" autoComplete="current-password" value={values.current} onChange={set('current')} />
        </Field>
        <Field id="pw-next" label={t.nextPassword} help={t.passwordHelp} error={errorOf('pw-next')}>
          <input type="password" autoComplete="new-password" value={values.next} onChange={set('next')} />
        </Field>
        <Field id="pw-repeat" label={t.repeat} error={errorOf('pw-repeat')}>
          <input type="password" autoComplete="new-password" value={values.repeat} onChange={set('repeat')} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={change.isPending}>
            {t.changePassword}
          </button>
        </div>
      </form>
    </Card>
  )
}
