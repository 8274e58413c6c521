import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { queryClient, useSession } from '../../../api/queries.ts'
import { recuse, reviewQuery, reviewsQuery, submitScores } from '../../../api/review.queries.ts'
import type { OwnReview } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/dialog.tsx'
import { ErrorSummary, Field, type FieldError } from '../../../ui/field.tsx'
import { Card } from '../../../ui/page.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { forgetAct, keepAct, keptAct } from '../cases/kept-act.ts'
import { reviewsTexts } from './reviews.texts.ts'

/** Points for every criterion and an opinion; sent once, kept on this computer until then. */
export function ScoreForm({ review }: { readonly review: OwnReview }) {
  const t = useTexts(reviewsTexts)
  const accountId = useSession()?.account?.id ?? ''
  const [start] = useState(() => keptAct(accountId, review.id, 'score'))
  const [points, setPoints] = useState<Readonly<Record<string, unknown>>>(start?.typed ?? {})
  const [opinion, setOpinion] = useState(start?.opinion ?? '')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [asking, setAsking] = useState<'submit' | 'recuse' | null>(null)
  const shown = async (answer: OwnReview) => {
    forgetAct(accountId, review.id, 'score')
    queryClient.setQueryData(reviewQuery(review.id).queryKey, answer)
    await queryClient.invalidateQueries({ queryKey: reviewsQuery.queryKey })
  }
  const figures = Object.fromEntries(
    review.criteria.map(({ id }) => [
      id,
      typeof points[id] === 'string' && points[id] !== '' ? Number(points[id]) : null,
    ]),
  )
  const total = Object.values(figures).reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
  const most = review.criteria.reduce((sum, criterion) => sum + criterion.most, 0)
  const send = useMutation<OwnReview, Problem>({
    mutationFn: () =>
      submitScores(
        review.id,
        Object.fromEntries(review.criteria.map(({ id }) => [id, figures[id] ?? 0])),
        opinion.trim(),
      ),
    onSuccess: shown,
    onSettled: () => setAsking(null),
  })
  const aside = useMutation<OwnReview, Problem, string>({
    mutationFn: (reason) => recuse(review.id, reason),
    onSuccess: shown,
  })
  const keep = (next: Readonly<Record<string, unknown>>, words: string) => {
    setPoints(next)
    setOpinion(words)
    keepAct(accountId, review.id, 'score', { typed: next, opinion: words, at: new Date().toISOString() })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = review.criteria.flatMap(({ id, label, most: limit }) => {
      const figure = figures[id] ?? null
      if (figure === null) return [{ id: `score-${id}`, message: t.scoreNeeded(label) }]
      return Number.isNaN(figure) || figure < 0 || figure > limit
        ? [{ id: `score-${id}`, message: t.scoreRange(label, limit) }]
        : []
    })
    if (opinion.trim() === '') wrong.push({ id: 'score-opinion', message: t.opinionNeeded })
    setErrors(wrong)
    if (wrong.length === 0) setAsking('submit')
  }
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <Card title={t.scoring} note={t.kept} className="rv-score">
      <form className="form card-body" noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} />
        <Refusal problem={send.error} />
        {review.criteria.map(({ id, label, about, most: limit }) => (
          <Field
            key={id}
            id={`score-${id}`}
            label={`${label}（${t.points(limit)}）`}
            error={errorOf(`score-${id}`)}
            {...(about === null ? {} : { help: about })}
          >
            <input
              inputMode="decimal"
              className="fm-short num"
              value={typeof points[id] === 'string' ? points[id] : ''}
              onChange={(event) => keep({ ...points, [id]: event.target.value }, opinion)}
            />
          </Field>
        ))}
        <p className="rv-total" role="status">
          {t.total} <b>{t.of(formatFigure(total), most)}</b>
        </p>
        <Field id="score-opinion" label={`${t.opinion} *`} help={t.opinionHelp} error={errorOf('score-opinion')}>
          <textarea rows={6} maxLength={4000} value={opinion} onChange={(event) => keep(points, event.target.value)} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary">
            {t.submit}
          </button>
          <button type="button" className="btn" onClick={() => setAsking('recuse')}>
            {t.recuse}
          </button>
        </div>
      </form>
      {asking === 'submit' ? (
        <Confirm
          title={t.submitTitle}
          action={t.submit}
          busy={send.isPending}
          onConfirm={() => send.mutate()}
          onClose={() => setAsking(null)}
        >
          <p>{t.submitLead(formatFigure(total))}</p>
        </Confirm>
      ) : null}
      {asking === 'recuse' ? (
        <ReasonDialog
          title={t.recuse}
          label={t.recuseReason}
          help={t.recuseHelp}
          action={t.recuse}
          busy={aside.isPending}
          problem={aside.error}
          onSend={(reason) => aside.mutate(reason)}
          onClose={() => setAsking(null)}
        >
          <p className="quiet">{t.recuseLead}</p>
        </ReasonDialog>
      ) : null}
    </Card>
  )
}
