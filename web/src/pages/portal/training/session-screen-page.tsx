import '../frame/portal.css'
import './training.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { signInCodeQuery } from '../../../api/service.queries.ts'
import type { SignInCode } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { Failed, Skeleton } from '../../../ui/states.tsx'
import { QrCode } from '../../accounts/qr-code.tsx'
import { usePortalType } from '../frame/portal-frame.tsx'
import { trainingTexts } from './training.texts.ts'

/** The screen of the room: a code that changes, large enough for the last row. */
export function SessionScreenPage() {
  const t = useTexts(trainingTexts)
  const { sessionId } = useParams({ from: '/screen/training-sessions/$sessionId/screen' })
  usePageTitle(t.screenTitle)
  usePortalType()
  const code = useQuery({
    ...signInCodeQuery(sessionId),
    staleTime: 0,
    // a little after the code ends, so that the new one is there; the count of those who came is asked for in between
    refetchInterval: (query) => Math.min(5_000, Math.max(500, msLeft(query.state.data) + 200)),
  })
  if (code.data !== undefined) return <Screen code={code.data} />
  return (
    <main className="po-screen">
      {code.error === null ? <Skeleton rows={4} /> : <Failed alone problem={code.error} />}
    </main>
  )
}

function Screen({ code }: { readonly code: SignInCode }) {
  const t = useTexts(trainingTexts)
  const left = useSecondsLeft(code.validUntil)
  return (
    <main className="po-screen" id="content">
      <header>
        <h1>{code.title}</h1>
        <p>{t.counted(code.signedIn, code.enrolled)}</p>
      </header>
      {code.code === null || code.path === null ? (
        <div className="po-screen-closed" role="status">
          <h2>{t.notNow}</h2>
          <p>{code.closedBecause}</p>
        </div>
      ) : (
        <div className="po-screen-code">
          <QrCode text={new URL(code.path, location.origin).href} label={t.scan} />
          <div>
            <h2>{t.screenTitle}</h2>
            <p className="po-screen-figures">{code.code}</p>
            <progress max={code.refreshSeconds} value={left} aria-label={t.seconds(left)} />
            <p>{t.seconds(left)}</p>
            <p className="quiet">{t.screenHow}</p>
          </div>
        </div>
      )}
      <p className="no-print">
        <button type="button" className="btn" onClick={() => void document.documentElement.requestFullscreen()}>
          {t.fullScreen}
        </button>
      </p>
    </main>
  )
}

function msLeft(code: SignInCode | undefined): number {
  return code === undefined ? 0 : new Date(code.validUntil).getTime() - Date.now()
}

function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = window.setInterval(() => setNow(Date.now()), 500)
    return () => window.clearInterval(tick)
  }, [])
  return Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
}
