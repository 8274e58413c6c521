import { useInfiniteQuery } from '@tanstack/react-query'
import type { Problem } from '../../../api/client.ts'
import { type QueueFilters, queuePage } from '../../../api/matter.queries.ts'
import type { MatterPage } from '../../../api/types.gen.ts'

/** The queue, page by page; read again every minute, since others act as well. */
export function useQueue(filters: QueueFilters) {
  const query = useInfiniteQuery<MatterPage, Problem, { pages: MatterPage[] }, readonly unknown[], string | null>({
    queryKey: ['matters', 'queue', filters],
    queryFn: ({ pageParam, signal }) => queuePage(filters, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const [first] = query.data?.pages ?? []
  return { query, rows, count: first?.count ?? null, isExact: first?.countIsExact ?? true }
}
