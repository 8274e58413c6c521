import './reviews.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../api/queries.ts'
import { reviewsQuery } from '../../../api/review.queries.ts'
import type { OwnReviewRow } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty, Loaded, NoPermission } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { reviewsTexts } from './reviews.texts.ts'

/** 我的评审: what an expert was drawn for; open ones first, none of them with a name. */
export function ReviewsPage() {
  const t = useTexts(reviewsTexts)
  const allowed = useMay('matter.review')
  const query = useQuery({ ...reviewsQuery, enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded query={query}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <Empty icon="check" title={t.noneTitle}>
              {t.none}
            </Empty>
          ) : (
            <>
              <Reviews title={t.todo} rows={reviews.filter(({ status }) => status === 'asked')} />
              <Reviews title={t.past} rows={reviews.filter(({ status }) => status !== 'asked')} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Reviews({ title, rows }: { readonly title: string; readonly rows: readonly OwnReviewRow[] }) {
  const t = useTexts(reviewsTexts)
  const language = useLanguage()
  if (rows.length === 0) return null
  const columns: readonly Column<OwnReviewRow>[] = [
    {
      key: 'code',
      head: t.code,
      cell: (row) => (
        <Link to="/reviews/$reviewId" params={{ reviewId: row.id }}>
          {row.code}
        </Link>
      ),
    },
    { key: 'type', head: t.type, cell: (row) => row.typeLabel },
    {
      key: 'due',
      head: t.due,
      cell: (row) => (row.dueOn === null ? t.noDue : t.until(dayInWords(row.dueOn, language))),
      sort: (row) => row.dueOn ?? '',
    },
    {
      key: 'state',
      head: t.state,
      cell: (row) => (
        <span
          className={row.status === 'asked' ? 'light amber' : row.status === 'submitted' ? 'light blue' : 'light grey'}
        >
          {t.states[row.status]}
        </span>
      ),
    },
    { key: 'score', head: t.score, figure: true, cell: (row) => (row.total === null ? '' : formatFigure(row.total)) },
  ]
  return (
    <section className="rv-group">
      <h2 className="group-title">{title}</h2>
      <Table
        label={title}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        nameColumn="code"
        to={({ id }) => `/reviews/${id}`}
      />
    </section>
  )
}
