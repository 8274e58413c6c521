import './accounts.css'
import './me.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ownAccountQuery, useSession } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Loaded, NoPermission, Skeleton } from '../../ui/states.tsx'
import { meTexts } from './me.texts.ts'
import { OwnIdentities } from './own-identities.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnSecondFactor } from './own-second-factor.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { StolenSessions } from './stolen-sessions.tsx'

/** 我的账号: how one signs in, and where one is signed in. What has to be done first stands alone. */
export function MePage() {
  const t = useTexts(meTexts)
  const session = useSession()
  const [note, setNote] = useState('')
  const [codes, setCodes] = useState<readonly string[]>([])
  if (session?.account == null) return <NoPermission />
  const { mustChangePassword, secondFactor } = session.account
  const mustEnrol = secondFactor.required && !secondFactor.on
  const owes = mustChangePassword || mustEnrol
  return (
    <Page title={t.title} lead={t.lead}>
      {note === '' ? null : (
        <p className="done-note" role="status">
          {note} {owes ? null : <Link to="/">{t.toCockpit}</Link>}
        </p>
      )}
      <Outcome />
      {codes.length > 0 ? <RecoveryCodes codes={codes} onKept={() => setCodes([])} /> : null}
      {mustChangePassword ? <p className="old-note">{t.mustChange}</p> : null}
      {mustEnrol && !mustChangePassword ? <p className="old-note">{t.mustEnrol}</p> : null}
      {mustChangePassword ? (
        <div className="me-first">
          <OwnPassword due onDone={setNote} />
        </div>
      ) : (
        <OwnCards alone={mustEnrol} onDone={setNote} onCodes={setCodes} />
      )}
    </Page>
  )
}

interface OwnCardsProps {
  /** only the second factor, because it is owed */
  readonly alone: boolean
  readonly onDone: (note: string) => void
  readonly onCodes: (codes: readonly string[]) => void
}

function OwnCards({ alone, onDone, onCodes }: OwnCardsProps) {
  const query = useQuery(ownAccountQuery)
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} />}>
      {(own) =>
        alone ? (
          <div className="me-first">
            <OwnSecondFactor factor={own.secondFactor} onDone={onDone} onCodes={onCodes} />
          </div>
        ) : (
          <>
            <StolenSessions sessions={own.stolenSessions} />
            <div className="grid two-one me-grid">
              <div className="me-column">
                <OwnSecondFactor factor={own.secondFactor} onDone={onDone} onCodes={onCodes} />
                <OwnSessions onDone={onDone} />
              </div>
              <div className="me-column">
                <OwnPassword onDone={onDone} />
                <OwnIdentities identities={own.identities} onDone={onDone} />
              </div>
            </div>
          </>
        )
      }
    </Loaded>
  )
}

/** What the last visit to the identity service came to. */
function Outcome() {
  const outcome = useSession()?.identityOutcome ?? null
  if (outcome === null) return null
  const good = outcome.code === 'linked'
  return (
    <p className={good ? 'done-note' : 'refusal'} role={good ? 'status' : 'alert'}>
      {outcome.message}
    </p>
  )
}
