import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post, remove } from '../../api/client.ts'
import { accountSessionsQuery, accountsQuery, queryClient, seg, useSession } from '../../api/queries.ts'
import type { AccountRow } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { deviceName } from '../../format/device-name.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Loaded, Refusal, Skeleton } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { hostOf } from './own-identities.tsx'
import { SessionList } from './session-list.tsx'

/** How somebody else's account signs in, and what an administrator may do about it. */
export function AccountSecurity({ account: opened }: { readonly account: AccountRow }) {
  const t = useTexts(accountsTexts)
  const [note, setNote] = useState('')
  const { data } = useQuery(accountsQuery)
  const service = useSession()?.oidc ?? null
  // The row as it is now: what is done here changes it while the dialog stays open.
  const account = data?.accounts.find((one) => one.id === opened.id) ?? opened
  return (
    <section className="account-security" aria-labelledby="ac-security">
      <h3 id="ac-security">{t.proofs}</h3>
      {note === '' ? null : (
        <p className="done-note" role="status">
          {note}
        </p>
      )}
      <Sessions id={account.id} onDone={setNote} />
      <SecondFactor account={account} onDone={setNote} />
      {service === null && account.identities.length === 0 ? null : <Identities account={account} onDone={setNote} />}
    </section>
  )
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['accounts'] })

function Sessions({ id, onDone }: { readonly id: string; readonly onDone: (note: string) => void }) {
  const t = useTexts(accountsTexts)
  const query = useQuery(accountSessionsQuery(id))
  const end = useMutation({
    mutationFn: (sessionId: string | null) =>
      remove<{ ended: number }>(
        `/accounts/${seg(id)}/sessions${sessionId === null ? '' : `?sessionId=${seg(sessionId)}`}`,
      ),
    onSuccess: ({ ended }) => onDone(t.ended(ended)),
    onSettled: refresh,
  })
  return (
    <div className="security-part">
      <div className="security-head">
        <h4>{t.sessionsOf}</h4>
        {(query.data?.sessions.length ?? 0) > 1 ? (
          <button type="button" className="btn small-btn" disabled={end.isPending} onClick={() => end.mutate(null)}>
            {t.endAll}
          </button>
        ) : null}
      </div>
      <Refusal problem={end.error} />
      <Loaded query={query} skeleton={<Skeleton rows={2} />}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p className="quiet small">{t.noSessions}</p>
          ) : (
            <SessionList
              sessions={sessions}
              currentLabel=""
              describe={(one) => t.seen(instantInCounty(one.lastSeenAt))}
              action={(one) => (
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
            />
          )
        }
      </Loaded>
    </div>
  )
}

interface PartProps {
  readonly account: AccountRow
  readonly onDone: (note: string) => void
}

function SecondFactor({ account, onDone }: PartProps) {
  const t = useTexts(accountsTexts)
  const own = useSession()?.account?.id === account.id
  const reset = useMutation({
    mutationFn: () => remove(`/accounts/${seg(account.id)}/second-factor`),
    onSuccess: async () => {
      onDone(t.factorReset)
      await refresh()
    },
  })
  return (
    <div className="security-part">
      <div className="security-head">
        <h4>{t.factor}</h4>
        {account.secondFactorSince === null || own ? null : (
          <button
            type="button"
            className="btn small-btn danger"
            disabled={reset.isPending}
            onClick={() => reset.mutate()}
          >
            {t.resetFactor}
          </button>
        )}
      </div>
      <Refusal problem={reset.error} />
      <p className="quiet small">
        {account.secondFactorSince === null
          ? account.secondFactorRequired
            ? t.factorNeeded
            : t.noFactor
          : `${t.factorSince(instantInCounty(account.secondFactorSince))}${own ? '' : `　${t.resetFactorHelp}`}`}
      </p>
    </div>
  )
}

function Identities({ account, onDone }: PartProps) {
  const t = useTexts(accountsTexts)
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  const complete = /^\d{8}$/.test(reference.normalize('NFKC').replaceAll(/\s/g, ''))
  const link = useMutation({
    mutationFn: () => post(`/accounts/${seg(account.id)}/identities`, { reference }),
    onSuccess: async () => {
      setReference('')
      setTried(false)
      onDone(t.linked)
      await refresh()
    },
  })
  const unlink = useMutation({
    mutationFn: (id: string) => remove(`/accounts/${seg(account.id)}/identities/${seg(id)}`),
    onSuccess: async () => {
      onDone(t.unlinked)
      await refresh()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (complete) link.mutate()
  }
  return (
    <div className="security-part">
      <h4>{t.identities}</h4>
      <Refusal problem={link.error ?? unlink.error} />
      {account.identities.length === 0 ? <p className="quiet small">{t.noIdentity}</p> : null}
      <ul className="rows session-rows">
        {account.identities.map((one) => (
          <li key={one.id}>
            <div>
              <b>{hostOf(one.service)}</b>
              <p className="quiet small">{t.identitySince(instantInCounty(one.linkedAt))}</p>
            </div>
            <button
              type="button"
              className="btn small-btn"
              disabled={unlink.isPending}
              onClick={() => unlink.mutate(one.id)}
            >
              {t.unlink}
            </button>
          </li>
        ))}
      </ul>
      <form className="link-form" onSubmit={submit} noValidate>
        <Field label={t.linkReference} error={tried && !complete ? t.referenceNeeded : undefined}>
          <input
            inputMode="numeric"
            autoComplete="off"
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        </Field>
        <button type="submit" className="btn" disabled={link.isPending}>
          {t.link}
        </button>
      </form>
    </div>
  )
}
