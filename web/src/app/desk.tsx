import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { cockpitQuery } from '../api/queries.ts'
import type { Session } from '../api/session.types.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { Dialog } from '../ui/dialog.tsx'
import { fetchedPart } from '../ui/fetched-part.tsx'
import { Icon, Seal } from '../ui/icons.tsx'
import { typesText } from '../ui/types-text.ts'
import { Bell } from './bell.tsx'
import { frameTexts } from './frame.texts.ts'
import { BottomBar, Navigation } from './navigation.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Ribbon } from './ribbon.tsx'

const SearchPalette = fetchedPart(() => import('./search-palette.tsx').then((file) => file.SearchPalette))

/** What stays at a desk while its pages change. Whoever comes for a service never loads it. */
export function Desk({
  session,
  wall,
  path,
}: {
  readonly session: Session
  readonly wall: boolean
  readonly path: string
}) {
  const t = useTexts(frameTexts)
  const [searching, setSearching] = useState(false)
  const [menuOpen, setMenuOpen] = useState(false)
  useSearchKeys(() => setSearching(true))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top, whatever the old one was
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [path])
  return (
    <div className={wall ? 'desk wall' : 'desk'}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      {wall ? null : (
        <>
          <header className="top">
            <Brand session={session} />
            {path === '/' ? <Programme /> : <PhaseNow session={session} />}
            <button type="button" className="search-btn" onClick={() => setSearching(true)} aria-label={t.searchOpen}>
              <Icon name="search" size={16} />
              <span>{t.searchHint}</span>
              <kbd>Ctrl K</kbd>
            </button>
            {session.account === null ? (
              <Link to="/services" className="btn sign-in-btn">
                {t.nav.services}
              </Link>
            ) : null}
            {session.account === null ? (
              <Link to="/sign-in" className="btn sign-in-btn">
                {t.signIn}
              </Link>
            ) : null}
            {session.account === null ? null : <Bell />}
            <PersonMenu session={session} />
          </header>
          <div className="side">
            <Navigation session={session} />
          </div>
          <BottomBar session={session} onMore={() => setMenuOpen(true)} />
        </>
      )}
      <Ribbon session={session} />
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {searching ? <SearchPalette onClose={() => setSearching(false)} /> : null}
      {menuOpen ? (
        <Dialog title={t.menu} onClose={() => setMenuOpen(false)}>
          <Navigation session={session} onGo={() => setMenuOpen(false)} />
        </Dialog>
      ) : null}
    </div>
  )
}

function Brand({ session }: { readonly session: Session }) {
  const language = useLanguage()
  const { label, labelEn } = session.jurisdiction
  return (
    <Link to="/" className="brand">
      <Seal county={label} />
      <b>{language === 'zh' ? label : labelEn}</b>
    </Link>
  )
}

/** The cockpit shows the phases itself; there the name of the programme stands instead. */
function Programme() {
  const common = useCommon()
  return <p className="phase-now">{common.programme}</p>
}

/** The phase of today and what comes next, on every other page. */
function PhaseNow({ session }: { readonly session: Session }) {
  const t = useTexts(frameTexts)
  const { data } = useQuery({ ...cockpitQuery, enabled: session.hasProgramme })
  if (data === undefined) return <p className="phase-now" />
  const current = data.phases.find((phase) => phase.state === 'current')
  const coming = data.phases.find((phase) => phase.state === 'coming')
  return (
    <p className="phase-now">
      {current === undefined ? null : <b>{t.phaseNow(current.name, current.days ?? 0)}</b>}
      {coming === undefined ? null : <span>{t.phaseNext(coming.name, coming.days ?? 0)}</span>}
    </p>
  )
}

function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked =
        (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) ||
        (event.key === '/' && !typesText(event))
      if (!asked) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])
}
