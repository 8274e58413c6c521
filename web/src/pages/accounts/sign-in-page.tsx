import './accounts.css'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Problem, post } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import type { Session } from '../../api/session.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Seal } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'

export function SignInPage() {
  const t = useTexts(accountsTexts)
  const common = useCommon()
  const language = useLanguage()
  usePageTitle(t.signInTitle)
  const session = useSession()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const enter = useMutation({
    mutationFn: () => post<Session>('/session', { login: login.trim(), password }),
    onSuccess: (signedIn) => {
      queryClient.clear()
      queryClient.setQueryData(['session'], signedIn)
      void navigate({ to: signedIn.account?.mustChangePassword === true ? '/me' : insideAddress(next) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (login.trim() !== '' && password !== '') enter.mutate()
  }
  const wait = enter.error instanceof Problem ? enter.error.retryAfterSeconds : null
  const demo = session?.demoAccounts ?? []
  return (
    <div className={demo.length === 0 ? 'entrance' : 'entrance with-demo'}>
      <div className="entrance-form">
        <p className="entrance-brand">
          <Seal county={session?.jurisdiction.label ?? ''} size={52} />
          <span>
            <b>{language === 'zh' ? session?.jurisdiction.label : session?.jurisdiction.labelEn}</b>
            {common.programme}
          </span>
        </p>
        <h1>{t.signInTitle}</h1>
        <p className="lead">{t.signInLead}</p>
        <form className="form" onSubmit={submit} noValidate>
          <Refusal problem={enter.error} />
          {wait === null ? null : <p className="light amber">{t.wait(wait)}</p>}
          <Field label={t.login} error={tried && login.trim() === '' ? t.needed.login : undefined}>
            <input
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </Field>
          <Field label={t.password} error={tried && password === '' ? t.needed.password : undefined}>
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
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
      </div>
      {demo.length === 0 ? null : (
        <aside className="entrance-demo" aria-labelledby="demo-title">
          <h2 id="demo-title">{t.demoTitle}</h2>
          <p className="quiet small">{t.demoLead}</p>
          <ul>
            {demo.map((account) => (
              <li key={account.login}>
                <button
                  type="button"
                  aria-label={t.fill(account.displayName)}
                  onClick={() => {
                    setLogin(account.login)
                    setPassword(account.password)
                  }}
                >
                  <b>{account.displayName}</b>
                  <span className="quiet">{language === 'zh' ? account.roleLabel : account.roleLabelEn}</span>
                  <code>{account.login}</code>
                </button>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  )
}

/** Only addresses of this site: a link from elsewhere must not lead a person away after signing in. */
function insideAddress(next: string | undefined): string {
  return next?.startsWith('/') === true && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/'
}
