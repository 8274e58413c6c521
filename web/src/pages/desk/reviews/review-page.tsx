import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../api/queries.ts'
import { reviewQuery } from '../../../api/review.queries.ts'
import type { OwnReview } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { dayInWords } from '../../../format/dates.ts'
import { fileSize } from '../../../format/file-size.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { reviewsTexts } from './reviews.texts.ts'
import { ScoreForm } from './score-form.tsx'

/** One application to judge, without any word of who applied; content at the left, points at the right. */
export function OneReviewPage() {
  const allowed = useMay('matter.review')
  const { reviewId } = useParams({ from: '/reviews/$reviewId' })
  const query = useQuery({ ...reviewQuery(reviewId), enabled: allowed })
  if (!allowed) return <NoPermission />
  return <Loaded query={query}>{(review) => <Review key={review.id} review={review} />}</Loaded>
}

function Review({ review }: { readonly review: OwnReview }) {
  const t = useTexts(reviewsTexts)
  const language = useLanguage()
  return (
    <Page
      title={`${review.typeLabel} ${review.code}`}
      crumbs={[{ to: '/reviews', label: t.title }]}
      lead={review.dueOn === null ? t.blind : `${t.due} ${t.until(dayInWords(review.dueOn, language))}。${t.blind}`}
    >
      <div className="grid two-one rv">
        <div>
          <Card title={t.content}>
            <dl className="facts ruled card-body">
              {review.shown.map(({ label, words }) => (
                <Fact key={label} label={label} words={words} />
              ))}
            </dl>
          </Card>
          {review.materials.length === 0 ? null : (
            <Card title={t.materials}>
              <ul className="rows">
                {review.materials.map((one) => (
                  <li key={one.id}>
                    <a
                      href={`/api/evidence/${encodeURIComponent(one.evidenceId)}/content`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {one.label}　{one.fileName}
                    </a>{' '}
                    <span className="quiet small">{fileSize(one.bytes)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        {review.status === 'asked' ? <ScoreForm review={review} /> : <Given review={review} />}
      </div>
    </Page>
  )
}

function Fact({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="rv-words">{words}</dd>
    </>
  )
}

/** What was given, to read again; it cannot be changed. */
function Given({ review }: { readonly review: OwnReview }) {
  const t = useTexts(reviewsTexts)
  return (
    <Card title={t.states[review.status]}>
      <div className="card-body prose">
        {review.status === 'recused' ? <p>{t.recused(review.recusedReason ?? '')}</p> : null}
        {review.scores === null ? null : (
          <>
            <dl className="facts ruled">
              {review.criteria.map(({ id, label, most }) => (
                <Fact key={id} label={label} words={t.of(formatFigure(review.scores?.[id] ?? 0), most)} />
              ))}
            </dl>
            <p>
              <b>{t.submitted(formatFigure(review.total ?? 0))}</b>
            </p>
          </>
        )}
        {review.opinion === null ? null : <p className="rv-words">{review.opinion}</p>}
      </div>
    </Card>
  )
}
