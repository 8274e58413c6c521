import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Session } from '../../../api/session.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Seal } from '../../../ui/icons.tsx'
import { portalTexts } from './frame.texts.ts'
import { chooseLargeText, useLargeText } from './large-text.ts'

const links = [
  { name: 'services', to: '/services' },
  { name: 'policies', to: '/policies' },
  { name: 'publications', to: '/publications' },
  { name: 'experts', to: '/experts' },
  { name: 'data', to: '/' },
] as const

interface HeadProps {
  readonly session: Session | undefined
  readonly path: string
}

export function PortalHead({ session, path }: HeadProps) {
  const t = useTexts(portalTexts)
  const language = useLanguage()
  const large = useLargeText()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another page opens
  useEffect(() => setOpen(false), [path])
  const county = session?.jurisdiction
  const label = language === 'zh' ? county?.label : county?.labelEn
  const signedIn = session !== undefined && session.account !== null
  const desk = signedIn ? deskOf(session) : null
  return (
    <header className="po-head no-print">
      <div className="po-wrap">
        <Link to="/services" className="po-brand">
          <Seal county={county?.label ?? ''} size={38} />
          <b>{label === undefined ? t.home : t.brand(label)}</b>
        </Link>
        <nav id="portal-nav" className={open ? 'po-nav open' : 'po-nav'} aria-label={t.nav}>
          <ul>
            {links.map(({ name, to }) => (
              <li key={name}>
                <Link to={to} aria-current={isWithin(path, name) ? 'page' : undefined}>
                  {t.links[name]}
                </Link>
              </li>
            ))}
            <li className="po-only-phone">
              <Link to="/own-matters">{t.own}</Link>
            </li>
            {signedIn ? null : (
              <li className="po-only-phone">
                <SignIn path={path} />
              </li>
            )}
            <li className="po-only-phone">{desk === null ? null : <Link to={desk}>{t.desk}</Link>}</li>
          </ul>
        </nav>
        <div className="po-tools">
          <button
            type="button"
            className="po-switch"
            role="switch"
            aria-checked={large}
            onClick={() => chooseLargeText(!large)}
          >
            <i aria-hidden="true" />
            {t.large}
          </button>
          <Link to="/own-matters" className="btn po-not-phone">
            {t.own}
          </Link>
          {desk === null ? null : (
            <Link to={desk} className="btn po-not-phone">
              {t.desk}
            </Link>
          )}
          {signedIn ? (
            <Link to="/me" className="btn po-not-phone">
              {session.account?.displayName}
            </Link>
          ) : (
            <SignIn path={path} className="btn po-not-phone" />
          )}
          <button
            type="button"
            className="btn po-menu"
            aria-expanded={open}
            aria-controls="portal-nav"
            onClick={() => setOpen(!open)}
          >
            {t.menu}
          </button>
        </div>
      </div>
    </header>
  )
}

function SignIn({ path, className }: { readonly path: string; readonly className?: string }) {
  const t = useTexts(portalTexts)
  return (
    <Link to="/sign-in" search={{ next: path }} {...(className === undefined ? {} : { className })}>
      {t.signIn}
    </Link>
  )
}

/** Where somebody of the staff works; null for everybody else. */
function deskOf({ permissions }: Session): '/desk' | '/' | null {
  if (permissions.includes('matter.handle')) return '/desk'
  return permissions.includes('work.read') || permissions.includes('matter.receive') ? '/' : null
}

const elsewhere = ['/policies', '/publications', '/experts']

/** Everything that belongs to none of the others is 办事. */
function isWithin(path: string, name: (typeof links)[number]['name']): boolean {
  if (name === 'data') return false
  if (name === 'services') return !elsewhere.some((one) => path.startsWith(one))
  return path.startsWith(`/${name}`)
}
