import './portal.css'
import './parts.css'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useLayoutEffect } from 'react'
import { sessionQuery } from '../../../api/queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { portalTexts } from './frame.texts.ts'
import { useLargeText } from './large-text.ts'
import { PortalFoot } from './portal-foot.tsx'
import { PortalHead } from './portal-head.tsx'

/** The public face of the services: what stays while the pages of the portal change. */
export function PortalFrame() {
  const t = useTexts(portalTexts)
  const session = useQuery(sessionQuery).data
  const { pathname } = useLocation()
  usePortalType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top, whatever the old one was
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [pathname])
  return (
    <div className="po">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      {session?.demonstration === true ? (
        <aside className="po-demo-line" aria-label={t.demoLead}>
          <p className="po-wrap">
            <b>{t.demoLead}</b>
            {t.demo}
            <span>{t.demoMore}</span>
          </p>
        </aside>
      ) : null}
      <PortalHead session={session} path={pathname} />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <PortalFoot session={session} />
    </div>
  )
}

/** The portal reads in sixteen pixels, or twenty-four; the desk beside it in fourteen. */
export function usePortalType(alwaysLarge = false): void {
  const large = useLargeText() || alwaysLarge
  useLayoutEffect(() => {
    const { classList } = document.documentElement
    classList.add('portal')
    return () => classList.remove('portal', 'large')
  }, [])
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('large', large)
  }, [large])
}
