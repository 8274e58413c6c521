import './accounts.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useSession } from '../../api/queries.ts'
import type { DemoAccount, Session } from '../../api/session.types.ts'
import { owesDuties } from '../../app/person-menu.tsx'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Seal } from '../../ui/icons.tsx'
import { usePageTitle } from '../../ui/page.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { IdentityEntrance, PasswordEntrance } from './entrances.tsx'
import { SecondStep } from './second-step.tsx'

export function SignInPage() {
  const t = useTexts(accountsTexts)
  const common = useCommon()
  const language = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const [values, setValues] = useState({ login: '', password: '' })
  const due = session?.secondStepDue === true
  usePageTitle(due ? t.secondTitle : t.signInTitle)
  const entered = (answer: Session) => {
    // Nothing of the person before stays; while the code is owed, nobody is in yet.
    if (answer.account !== null) queryClient.clear()
    queryClient.setQueryData(['session'], answer)
    if (answer.account === null) return
    // What has to be done or known first is on one's own page.
    const first = owesDuties(answer) || answer.account.stolenSessions > 0
    void navigate({ to: first ? '/me' : insideAddress(next) })
  }
  const demo = due ? [] : (session?.demoAccounts ?? [])
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
        {due ? (
          <SecondStep onEntered={entered} />
        ) : (
          <>
            <h1>{t.signInTitle}</h1>
            <p className="lead">{t.signInLead}</p>
            <Outcome session={session} />
            <PasswordEntrance values={values} onChange={setValues} onEntered={entered} />
            {session?.oidc == null ? null : <IdentityEntrance label={session.oidc.label} next={insideAddress(next)} />}
          </>
        )}
      </div>
      {demo.length === 0 ? null : <DemoAccounts accounts={demo} onChoose={setValues} />}
    </div>
  )
}

/** What the last visit to the identity service came to; the number for the administrator stands out. */
function Outcome({ session }: { readonly session: Session | undefined }) {
  const t = useTexts(accountsTexts)
  const outcome = session?.identityOutcome ?? null
  if (outcome === null) return null
  return (
    <div className="refusal" role="alert">
      <p>{outcome.message}</p>
      {outcome.reference === null ? null : (
        <p className="reference">
          {t.reference} <b>{outcome.reference}</b>
        </p>
      )}
    </div>
  )
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly onChoose: (values: { login: string; password: string }) => void
}

function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const t = useTexts(accountsTexts)
  const language = useLanguage()
  return (
    <aside className="entrance-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p className="quiet small">{t.demoLead}</p>
      <ul>
        {accounts.map(({ login, password, displayName, roleLabel, roleLabelEn }) => (
          <li key={login}>
            <button type="button" aria-label={t.fill(displayName)} onClick={() => onChoose({ login, password })}>
              <b>{displayName}</b>
              <code>{login}</code>
              <span className="quiet">{language === 'zh' ? roleLabel : roleLabelEn}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** Only addresses of this site: a link from elsewhere must not lead a person away after signing in. */
function insideAddress(next: string | undefined): string {
  return next?.startsWith('/') === true && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/'
}
