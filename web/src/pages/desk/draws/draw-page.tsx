import './draws.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { queryClient, useMay } from '../../../api/queries.ts'
import { drawQuery, revealDraw } from '../../../api/review.queries.ts'
import type { DrawDetail } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Card, Page, PrintButton } from '../../../ui/page.tsx'
import { Loaded, NoPermission, Refusal } from '../../../ui/states.tsx'
import { drawsTexts } from './draws.texts.ts'

/** One draw: what was fixed before, what came out, and the same computed again now. */
export function DrawPage() {
  const allowed = useMay('matter.read')
  const { drawId } = useParams({ from: '/draws/$drawId' })
  const query = useQuery({ ...drawQuery(drawId), enabled: allowed })
  if (!allowed) return <NoPermission />
  return <Loaded query={query}>{(draw) => <Draw draw={draw} />}</Loaded>
}

function Draw({ draw }: { readonly draw: DrawDetail }) {
  const t = useTexts(drawsTexts)
  const draws = useMay('draw.make')
  const [asking, setAsking] = useState(false)
  return (
    <Page
      title={draw.purpose}
      tag={draw.demonstration ? t.demonstration : undefined}
      crumbs={[{ to: '/draws', label: t.title }]}
      lead={t.wantedWords(draw.wanted, draw.reserves)}
      actions={
        <>
          {draw.subjectKind === 'register' ? null : (
            <Link to="/desk/$matterId" params={{ matterId: draw.subjectId }} search={{}} className="btn">
              {t.matter}
            </Link>
          )}
          <PrintButton />
          {draws && draw.result === null ? (
            <button type="button" className="btn primary" onClick={() => setAsking(true)}>
              {t.draw}
            </button>
          ) : null}
        </>
      }
    >
      <ol className="dr-steps">
        {t.steps.map((step, index) => (
          <li key={step} data-done={index === 0 || draw.result !== null}>
            {step}
          </li>
        ))}
      </ol>
      <Fixed draw={draw} />
      {draw.result === null ? null : <Result draw={draw} result={draw.result} />}
      {asking ? <Reveal drawId={draw.id} onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}

function Fixed({ draw }: { readonly draw: DrawDetail }) {
  const t = useTexts(drawsTexts)
  const { inputs } = draw
  const nameOf = (id: string) => inputs.candidates.find((one) => one.id === id)?.label ?? id
  return (
    <Card title={t.committed} note={t.committedLead(draw.committedBy, instantInCounty(draw.committedAt))}>
      <dl className="facts ruled card-body">
        <dt>{t.commitment}</dt>
        <dd>
          <code>{draw.commitment}</code>
        </dd>
        <dt>{t.digest}</dt>
        <dd>
          <code>{draw.inputsDigest}</code>
        </dd>
      </dl>
      <div className="dr-lists">
        <details open={inputs.candidates.length <= 40}>
          <summary>{t.candidatesTitle(inputs.candidates.length)}</summary>
          <ol className="dr-names">
            {inputs.candidates.map((one) => (
              <li key={one.id}>{one.label}</li>
            ))}
          </ol>
        </details>
        {inputs.excluded.length === 0 ? null : (
          <details open>
            <summary>{t.excludedTitle(inputs.excluded.length)}</summary>
            <ul className="dr-out">
              {inputs.excluded.map((one) => (
                <li key={one.id}>
                  {nameOf(one.id)}　<span className="quiet">{one.reason}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}

interface ResultProps {
  readonly draw: DrawDetail
  readonly result: NonNullable<DrawDetail['result']>
}

function Result({ draw, result }: ResultProps) {
  const t = useTexts(drawsTexts)
  const faults = draw.faults ?? []
  return (
    <>
      <Card title={t.result} note={t.resultLead(draw.drawnBy ?? '', instantInCounty(draw.drawnAt ?? ''))}>
        {result.tooFew ? <p className="card-body">{t.tooFew}</p> : null}
        <div className="dr-result">
          <div>
            <h3>{t.drawnTitle}</h3>
            <ol>
              {result.drawn.map((one) => (
                <li key={one.id}>{one.label}</li>
              ))}
            </ol>
          </div>
          {result.reserves.length === 0 ? null : (
            <div>
              <h3>{t.reservesTitle}</h3>
              <ol>
                {result.reserves.map((one) => (
                  <li key={one.id}>{one.label}</li>
                ))}
              </ol>
            </div>
          )}
        </div>
      </Card>
      <Card title={t.how}>
        <div className="card-body prose">
          {faults.length === 0 ? (
            <p className="light green">{t.fits}</p>
          ) : (
            <div className="refusal" role="alert">
              <p>{t.faults}</p>
              <ul>
                {faults.map((one) => (
                  <li key={one.fault}>{one.words}</li>
                ))}
              </ul>
            </div>
          )}
          <dl className="facts ruled">
            <dt>{t.seed}</dt>
            <dd>
              <code>{result.seed}</code>
            </dd>
            <dt>{t.publicValue}</dt>
            <dd>{result.publicValue === '' ? t.noPublic : result.publicValue}</dd>
          </dl>
          <ol className="dr-computed">
            {result.steps.map((step, index) => (
              <li key={step.id}>
                {t.step(index + 1, step.among, step.place)}　
                {draw.inputs.candidates.find(({ id }) => id === step.id)?.label ?? step.id}
              </li>
            ))}
          </ol>
        </div>
      </Card>
    </>
  )
}

function Reveal({ drawId, onClose }: { readonly drawId: string; readonly onClose: () => void }) {
  const t = useTexts(drawsTexts)
  const common = useCommon()
  const [value, setValue] = useState('')
  const draw = useMutation<DrawDetail, Problem>({
    mutationFn: () => revealDraw(drawId, value.trim()),
    onSuccess: async (answer) => {
      queryClient.setQueryData(drawQuery(drawId).queryKey, answer)
      onClose()
      await Promise.all([['draws'], ['matters']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draw.mutate()
  }
  return (
    <Dialog title={t.drawTitle} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t.drawLead}</p>
        <Refusal problem={draw.error} />
        <Field label={t.publicValue} help={t.publicHelp}>
          <input maxLength={200} value={value} onChange={(event) => setValue(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={draw.isPending}>
            {t.draw}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
