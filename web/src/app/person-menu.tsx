import { useMutation } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { remove } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import type { Session } from '../api/session.types.ts'
import { chooseLanguage, type Language, useLanguage, useTexts } from '../i18n/language.ts'
import { chooseScheme, type SchemeChoice, useScheme } from '../i18n/scheme.ts'
import { Icon } from '../ui/icons.tsx'
import { frameTexts } from './frame.texts.ts'

/** Who is here, how the interface looks, and the way out. A native popover: Escape and a click outside close it. */
export function PersonMenu({ session }: { readonly session: Session }) {
  const t = useTexts(frameTexts)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const navigate = useNavigate()
  const language = useLanguage()
  const signOut = useMutation({
    mutationFn: () => remove('/session'),
    onSettled: () => {
      queryClient.clear()
      void navigate({ to: '/', reloadDocument: true })
    },
  })
  const account = session.account
  useLeadToDuties(session)
  const close = () => menu.current?.hidePopover()
  return (
    <div className="person">
      <button type="button" className="person-btn" popoverTarget={id}>
        <span className="sr">{t.person}</span>
        {account === null ? (
          <Icon name="accounts" />
        ) : (
          <span className={account.stolenSessions > 0 ? 'avatar warned' : 'avatar'}>
            {account.displayName.slice(0, 1)}
          </span>
        )}
        <span className="person-name">{account === null ? t.public : account.displayName}</span>
        <Icon name="chevronDown" size={14} />
      </button>
      <div className="person-menu" popover="auto" id={id} ref={menu}>
        {account === null ? null : (
          <div className="person-who">
            <b>{account.displayName}</b>
            <span className="quiet small">
              {session.roles.length === 0
                ? t.noRole
                : session.roles
                    .map((role) =>
                      [language === 'zh' ? role.roleLabel : role.roleLabelEn, role.unit?.shortName]
                        .filter(Boolean)
                        .join(' · '),
                    )
                    .join('；')}
            </span>
          </div>
        )}
        <LanguageChoice />
        <SchemeChoices />
        <hr />
        {account === null ? (
          <Link to="/sign-in" className="menu-item" onClick={close}>
            {t.signIn}
          </Link>
        ) : (
          <>
            <Link to="/me" className="menu-item" onClick={close}>
              {t.me}
              {account.stolenSessions > 0 ? <span className="light red small">{t.sessionStolen}</span> : null}
            </Link>
            <button type="button" className="menu-item" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
              {t.signOut}
            </button>
          </>
        )}
      </div>
    </div>
  )
}

/** What a person has to do before anything else is done on one page; the server lets them do nothing besides. */
export function owesDuties({ account }: Session): boolean {
  if (account === null) return false
  return account.mustChangePassword || (account.secondFactor.required && !account.secondFactor.on)
}

function useLeadToDuties(session: Session): void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const astray = owesDuties(session) && pathname !== '/me'
  useEffect(() => {
    if (astray) void navigate({ to: '/me', replace: true })
  }, [astray, navigate])
}

function LanguageChoice() {
  const t = useTexts(frameTexts)
  const language = useLanguage()
  const choose = (next: Language) => {
    chooseLanguage(next)
    // labels and messages come from the server in the language of the request
    void queryClient.invalidateQueries()
  }
  return (
    <fieldset className="segmented">
      <legend>{t.language}</legend>
      <button type="button" aria-pressed={language === 'zh'} lang="zh-CN" onClick={() => choose('zh')}>
        中文
      </button>
      <button type="button" aria-pressed={language === 'en'} lang="en" onClick={() => choose('en')}>
        English
      </button>
    </fieldset>
  )
}

function SchemeChoices() {
  const t = useTexts(frameTexts)
  const scheme = useScheme()
  const choices: readonly SchemeChoice[] = ['system', 'light', 'dark']
  return (
    <fieldset className="segmented">
      <legend>{t.scheme}</legend>
      {choices.map((choice) => (
        <button key={choice} type="button" aria-pressed={scheme === choice} onClick={() => chooseScheme(choice)}>
          {t.schemes[choice]}
        </button>
      ))}
    </fieldset>
  )
}
