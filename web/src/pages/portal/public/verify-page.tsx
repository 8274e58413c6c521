import '../find/find.css'
import '../apply/apply.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Problem } from '../../../api/client.ts'
import { documentCheckQuery } from '../../../api/service.queries.ts'
import type { DocumentCheck } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Failed, Skeleton } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { publicTexts } from './public.texts.ts'
import { verifyTexts } from './verify.texts.ts'

/** Whether a paper is real: by its code, typed or scanned. */
export function VerifyPage() {
  const t = useTexts(publicTexts)
  const { code = '' } = useSearch({ from: '/portal/verify' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (typed.trim() !== '') void navigate({ to: '/verify', search: { code: typed.trim() } })
  }
  return (
    <PortalPage narrow title={t.verify} lead={t.verifyLead}>
      <form className="po-panel po-look" onSubmit={submit} noValidate>
        <Field
          label={t.code}
          id="verify-code"
          help={t.codeHelp}
          error={tried && typed.trim() === '' ? t.needCode : undefined}
        >
          <input
            value={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={64}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <button type="submit" className="btn primary">
          {t.check}
        </button>
      </form>
      {code === '' ? null : <Answer code={code} />}
    </PortalPage>
  )
}

function Answer({ code }: { readonly code: string }) {
  const t = useTexts(publicTexts)
  const check = useQuery(documentCheckQuery(code))
  if (check.data !== undefined) return <Checked check={check.data} />
  if (check.error === null) return <Skeleton rows={4} />
  if (check.error instanceof Problem && (check.error.status === 404 || check.error.status === 422))
    return (
      <div className="po-panel po-verdict bad" role="alert">
        <h2>{t.unknown}</h2>
        <p>{check.error.message}</p>
        <p className="po-fine">{t.unknownLead}</p>
      </div>
    )
  return <Failed problem={check.error} />
}

function Checked({ check }: { readonly check: DocumentCheck }) {
  const t = useTexts(publicTexts)
  const words = useTexts(verifyTexts)
  const language = useLanguage()
  const bad = check.revoked !== null || !check.isUnchanged
  const verdict = !check.isUnchanged ? words.changed : check.revoked !== null ? t.revoked : t.genuine
  return (
    <article className={bad ? 'po-panel po-verdict bad' : 'po-panel po-verdict'} role="status">
      <h2>
        {verdict} {check.isDemonstration ? <span className="po-demo">{t.demo}</span> : null}
      </h2>
      {check.revoked === null ? null : (
        <p>{words.revokedOn(dateInWords(check.revoked.on, language), check.revoked.reason)}</p>
      )}
      <p className="po-fine">{t.compare}</p>
      <dl className="po-facts">
        <div>
          <dt>{t.documentTitle}</dt>
          <dd>
            {check.label}：{check.title}
          </dd>
        </div>
        <div>
          <dt>{t.documentNumber}</dt>
          <dd>{check.number}</dd>
        </div>
        <div>
          <dt>{t.issuedBy}</dt>
          <dd>{check.office}</dd>
        </div>
        <div>
          <dt>{t.issuedOn}</dt>
          <dd>{dateInWords(check.issuedOn, language)}</dd>
        </div>
        <div>
          <dt>{t.sealNote}</dt>
          <dd>
            {words.seal[check.seal.state]}
            {check.seal.caution === null ? null : <span className="po-fine"> {check.seal.caution}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.digest}</dt>
          <dd>
            <code>{check.digest}</code>
          </dd>
        </div>
      </dl>
    </article>
  )
}
