import './reports.css'
import './desk.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { useMay } from '../../api/queries.ts'
import type { ManyAct } from '../../api/report-acts.ts'
import type { ReportState } from '../../api/types.gen.ts'
import { type ReportPage as Reports, reportPage } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, NoPermission, Skeleton } from '../../ui/states.tsx'
import { deskTexts } from './desk.texts.ts'
import { DeskFilters } from './desk-filters.tsx'
import { DeskTable } from './desk-table.tsx'

export interface DeskSearch {
  readonly state?: ReportState | 'all'
  readonly unit?: string
  readonly item?: string
  readonly period?: string
  readonly q?: string
}

/** 报送审核: what came in, beside what was said before, and what may be done with it without leaving the page. */
export function ReviewDeskPage() {
  const allowed = useMay('progress.read')
  if (!allowed) return <NoPermission />
  return <Desk />
}

function Desk() {
  const t = useTexts(deskTexts)
  const reviews = useMay('report.review')
  const search: DeskSearch = useSearch({ from: '/reports' })
  const navigate = useNavigate({ from: '/reports' })
  const [at, setAt] = useState<string | null>(null)
  const [done, setDone] = useState<{ readonly act: ManyAct; readonly count: number } | null>(null)
  const state = search.state ?? (reviews ? 'submitted' : 'all')
  const filters = {
    state: state === 'all' ? undefined : state,
    unit: search.unit,
    item: search.item,
    period: search.period,
    q: search.q,
  }
  const query = useInfiniteQuery<Reports, Problem, { pages: Reports[] }, readonly unknown[], string | null>({
    queryKey: ['work', 'reports', filters],
    queryFn: ({ pageParam, signal }) => reportPage(filters, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const reports = query.data?.pages.flatMap((page) => page.reports)
  const isFiltered = [search.unit, search.item, search.period, search.q].some((each) => each !== undefined)
  return (
    <Page title={t.title} lead={reviews ? t.lead : t.leadRead}>
      <div className="dk-filters">
        <DeskFilters
          search={{ ...search, state }}
          counts={query.data?.pages[0]?.counts ?? {}}
          reports={reports ?? []}
          shown={reports?.length ?? 0}
          more={query.hasNextPage}
          onChange={(next) => {
            setDone(null)
            void navigate({ search: next, replace: true })
          }}
        />
      </div>
      {done === null ? null : (
        <p className="done-note" role="status">
          {t.doneNote(t.done[done.act], done.count)}
        </p>
      )}
      {reports === undefined ? (
        query.error === null ? (
          <div className="card pad">
            <Skeleton rows={10} />
          </div>
        ) : (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        )
      ) : reports.length === 0 ? (
        <Empty icon="check" title={t.emptyTitle}>
          {isFiltered || state !== 'submitted' ? t.emptyFiltered : t.emptyReview}
        </Empty>
      ) : (
        <DeskTable
          reports={reports}
          at={at}
          onAt={setAt}
          reviews={reviews}
          onDone={(act, count) => setDone({ act, count })}
          more={
            query.hasNextPage ? (
              <button
                type="button"
                className="btn dk-more"
                disabled={query.isFetching}
                onClick={() => void query.fetchNextPage()}
              >
                {t.more}
              </button>
            ) : null
          }
        />
      )}
    </Page>
  )
}
