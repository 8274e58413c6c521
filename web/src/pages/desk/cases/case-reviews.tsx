import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Problem } from '../../../api/client.ts'
import { useMay } from '../../../api/queries.ts'
import { commitReviewDraw, matterReviewsQuery } from '../../../api/review.queries.ts'
import type { DrawDetail, MatterDetail } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Refusal } from '../../../ui/states.tsx'
import { caseTexts } from './case.texts.ts'

/** 专家评审 of a case: who was drawn, and the score once all have judged. Only where the flow has experts. */
export function CaseReviews({ matter }: { readonly matter: MatterDetail }) {
  const { reviews: t } = useTexts(caseTexts)
  const draws = useMay('draw.make')
  const navigate = useNavigate()
  const reviewed = matter.flow.boxes.some(({ turn }) => turn === 'expert')
  const { data } = useQuery({ ...matterReviewsQuery(matter.id), enabled: reviewed, retry: false })
  const commit = useMutation<DrawDetail, Problem>({
    mutationFn: () => commitReviewDraw(matter.id),
    onSuccess: (draw) => void navigate({ to: '/draws/$drawId', params: { drawId: draw.id } }),
  })
  if (data === undefined) return null
  const isNow = matter.turn === 'expert' && matter.status === 'open'
  return (
    <section className="card" aria-label={t.title}>
      <header className="mc-card-head">
        <h2>{t.title}</h2>
        <p>{t.lead(data.least)}</p>
      </header>
      {data.result === null ? null : (
        <p className="mc-score">
          <b>{formatFigure(data.result.score)}</b> {data.result.words}
        </p>
      )}
      <ul className="mc-next">
        {data.reviews.map((review) => (
          <li key={review.id}>
            <b>{review.expert}</b>
            <span
              className={
                review.status === 'submitted' ? 'light blue' : review.status === 'asked' ? 'light amber' : 'light grey'
              }
            >
              {t.states[review.status]}
              {review.total === null ? '' : ` ${formatFigure(review.total)}`}
            </span>
            {review.opinion === null && review.recusedReason === null ? null : (
              <p>{review.recusedReason ?? review.opinion}</p>
            )}
          </li>
        ))}
        {data.drawIds.map((id, index) => (
          <li key={id}>
            <Link to="/draws/$drawId" params={{ drawId: id }}>
              {t.draw(index + 1)}
            </Link>
          </li>
        ))}
      </ul>
      <Refusal problem={commit.error} />
      {draws && isNow && data.drawIds.length === 0 ? (
        <p className="mc-none">
          <button type="button" className="btn small-btn" disabled={commit.isPending} onClick={() => commit.mutate()}>
            {t.begin}
          </button>
        </p>
      ) : null}
    </section>
  )
}
