import { useInfiniteQuery } from '@tanstack/react-query'
import { publicationPage } from '../../../api/service.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty, Failed, Skeleton } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { publicTexts } from './public.texts.ts'
import { PublicationLine } from './publication-line.tsx'

/** 公示: results that everybody may read, the newest first. */
export function PublicationsPage() {
  const t = useTexts(publicTexts)
  const pages = useInfiniteQuery({
    queryKey: ['services', 'publications', 'pages'],
    queryFn: ({ pageParam, signal }) => publicationPage(false, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PortalPage title={t.publications} lead={t.publicationsLead}>
      {pages.error === null ? null : <Failed problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending ? <Skeleton rows={8} /> : null}
      {pages.data !== undefined && rows.length === 0 ? (
        <Empty title={t.noPublications}>{t.noPublicationsLead}</Empty>
      ) : (
        <ul className="po-lines">
          {rows.map((row) => (
            <PublicationLine key={row.id} publication={row} />
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <p className="po-actions">
          <button
            type="button"
            className="btn"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t.more}
          </button>
        </p>
      ) : null}
    </PortalPage>
  )
}
