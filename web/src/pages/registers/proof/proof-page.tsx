import './proof.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { proofQuery } from '../../../api/register.queries.ts'
import type { AttendanceProof } from '../../../api/register.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded } from '../../../ui/states.tsx'
import { proofTexts } from './proof.texts.ts'

const lights = { proven: 'green', broken: 'red', none: 'grey' } as const

/** A person-time that proves itself: what was sealed at the sign-in is computed again before the reader's eyes. */
export function ProofPage() {
  const t = useTexts(proofTexts)
  const { recordId } = useParams({ from: '/training-attendances/$recordId' })
  const query = useQuery({ ...proofQuery(recordId), staleTime: 0 })
  return (
    <Page
      title={t.title}
      lead={t.lead}
      crumbs={[
        { to: '/registers', label: t.registers },
        { to: '/registers/training-attendance', label: t.attendances },
      ]}
      actions={
        <>
          <Link
            className="btn"
            to="/registers/$register/records/$recordId"
            params={{ register: 'training-attendance', recordId }}
          >
            {t.record}
          </Link>
          <button type="button" className="btn" disabled={query.isFetching} onClick={() => void query.refetch()}>
            {t.again}
          </button>
        </>
      }
    >
      <Loaded query={query}>{(proof) => <Shown proof={proof} />}</Loaded>
    </Page>
  )
}

function Shown({ proof }: { readonly proof: AttendanceProof }) {
  const t = useTexts(proofTexts)
  return (
    <div className="pf">
      <Card>
        <div className="card-body" role="status">
          <p className="pf-verdict">
            <span className={`light ${lights[proof.verdict]}`}>{t.verdicts[proof.verdict]}</span>
          </p>
          <p>{proof.words}</p>
          <dl className="facts ruled">
            <dt>{t.session}</dt>
            <dd>
              {proof.sessionId === null ? (
                proof.session
              ) : (
                <Link
                  to="/registers/$register/records/$recordId"
                  params={{ register: 'training-session', recordId: proof.sessionId }}
                >
                  {proof.session}
                </Link>
              )}
            </dd>
            <dt>{t.person}</dt>
            <dd>{proof.personNo}</dd>
            <dt>{t.signedIn}</dt>
            <dd>
              {proof.signedInOn} {proof.signedInAt}
            </dd>
            <dt>{t.code}</dt>
            <dd>{proof.step === null ? t.noCode : t.codeNumber(proof.step)}</dd>
          </dl>
        </div>
      </Card>
      {proof.steps.length === 0 ? null : (
        <Card title={t.steps}>
          <ol className="card-body pf-steps">
            {proof.steps.map((step) => (
              <li key={step.label}>
                <b>{step.label}</b>
                <span className={`light ${step.holds === null ? 'grey' : step.holds ? 'green' : 'red'}`}>
                  {step.holds === null ? t.unknown : step.holds ? t.holds : t.fails}
                </span>
                <p>{step.words}</p>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <p className="quiet">{t.meaning}</p>
    </div>
  )
}
