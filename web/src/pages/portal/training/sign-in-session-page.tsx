import '../find/find.css'
import '../apply/apply.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { visitQuery } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { useSession } from '../../../api/queries.ts'
import { signInToSession } from '../../../api/service.queries.ts'
import type { SignedIn } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { trainingTexts } from './training.texts.ts'

/** On the telephone: the code came with the picture that was scanned; who is known presses once. */
export function SignInSessionPage() {
  const t = useTexts(trainingTexts)
  const { sessionId } = useParams({ from: '/portal/sign-in/$sessionId' })
  const { code: scanned } = useSearch({ from: '/portal/sign-in/$sessionId' })
  const signedIn = useSession()?.account != null
  const visit = useQuery({ ...visitQuery, enabled: !signedIn }).data?.visit ?? null
  const known = signedIn || (visit !== null && !visit.isAnonymous)
  const [code, setCode] = useState(scanned ?? '')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const send = useMutation<SignedIn, Problem>({
    mutationFn: () =>
      signInToSession({
        sessionId,
        code: code.trim(),
        ...(known ? {} : { name: name.trim(), phone: phone.trim() }),
      }),
  })
  const lacks = {
    code: code.trim() === '' ? t.needCode : undefined,
    name: !known && name.trim() === '' ? t.needName : undefined,
    phone: !known && phone.trim() === '' ? t.needPhone : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(lacks).every((lack) => lack === undefined)) send.mutate()
  }
  if (send.data !== undefined) return <Done done={send.data} />
  return (
    <PortalPage narrow title={t.signInTitle} lead={t.signInLead}>
      <form className="po-panel po-fields po-sign-in" onSubmit={submit} noValidate>
        <Field label={t.code} id="sign-code" help={t.codeHelp} error={tried ? lacks.code : undefined}>
          <input
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        {known ? null : (
          <>
            <Field label={t.name} id="sign-name" error={tried ? lacks.name : undefined}>
              <input
                autoComplete="name"
                maxLength={50}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Field label={t.phone} id="sign-phone" help={t.phoneHelp} error={tried ? lacks.phone : undefined}>
              <input
                type="tel"
                autoComplete="tel"
                maxLength={20}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            </Field>
          </>
        )}
        <Refusal problem={send.error} />
        <button type="submit" className="btn primary po-wide" disabled={send.isPending}>
          {t.signIn}
        </button>
      </form>
    </PortalPage>
  )
}

function Done({ done }: { readonly done: SignedIn }) {
  const t = useTexts(trainingTexts)
  return (
    <PortalPage narrow title={done.outcome === 'already' ? t.already : t.signedIn}>
      <div className="po-panel" role="status">
        <h2>{done.title}</h2>
        {done.at === null ? null : <p>{t.at(`${done.heldOn} ${done.at}`)}</p>}
        {done.hasEnrolled ? null : <p>{t.notEnrolled}</p>}
        <p className="quiet">{t.done}</p>
        <p className="po-actions">
          <Link className="btn" to="/own-matters">
            {t.own}
          </Link>
        </p>
      </div>
    </PortalPage>
  )
}
