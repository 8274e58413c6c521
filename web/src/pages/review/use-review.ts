import { useMutation, useQuery } from '@tanstack/react-query'
import { type Problem, patch, post, remove } from '../../api/client.ts'
import { importQuery, queryClient } from '../../api/queries.ts'
import type { Decision, DraftItem, ImportDetail } from '../../api/types.gen.ts'
import type { Kind } from './contents.ts'

/** How often the page looks for what other reviewers did. */
const pollMs = 6_000

export function useImport(importId: string) {
  return useQuery({
    ...importQuery(importId),
    refetchInterval: (query) => (query.state.data?.status === 'review' ? pollMs : false),
  })
}

export interface ItemChange {
  readonly item: DraftItem
  readonly content?: unknown
  readonly decision?: Decision
}

/** The acts of a review. Each answer goes into the page at once; counts and blockers follow from the server. */
export function useReviewActs(importId: string) {
  const base = `/plan-imports/${encodeURIComponent(importId)}`
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['imports'] })
  const change = useMutation<DraftItem, Problem, ItemChange>({
    mutationFn: ({ item, content, decision }) =>
      patch(`${base}/items/${encodeURIComponent(item.id)}`, {
        revision: item.revision,
        ...(content === undefined ? {} : { content }),
        ...(decision === undefined ? {} : { decision }),
      }),
    onSuccess: (changed) => putItem(importId, changed),
    onSettled: refresh,
  })
  const add = useMutation<DraftItem, Problem, { kind: Kind; content: unknown; span: DraftItem['span'] }>({
    mutationFn: ({ kind, content, span }) =>
      post(`${base}/items`, { kind, content, ...(span === null ? {} : { span }) }),
    onSuccess: (added) => putItem(importId, added),
    onSettled: refresh,
  })
  const confirmRest = useMutation<
    { confirmed: number },
    Problem,
    { kinds?: readonly Kind[]; minimumConfidence?: number }
  >({
    mutationFn: (scope) => post(`${base}/confirmation`, scope),
    onSettled: refresh,
  })
  const adopt = useMutation<{ version: number; planId: string }, Problem, { effectiveFrom: string; reason?: string }>({
    mutationFn: (decision) => post(`${base}/adoption`, decision),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const newUnits = useMutation<{ created: number }, Problem, undefined>({
    mutationFn: () => post(`${base}/new-units`),
    onSettled: refresh,
  })
  const discard = useMutation<object, Problem, undefined>({
    mutationFn: () => remove(base),
    onSettled: refresh,
  })
  return { change, add, confirmRest, newUnits, adopt, discard }
}

export type ReviewActs = ReturnType<typeof useReviewActs>

function putItem(importId: string, item: DraftItem): void {
  queryClient.setQueryData<ImportDetail>(importQuery(importId).queryKey, (before) => {
    if (before === undefined) return before
    const known = before.items.some((one) => one.id === item.id)
    const items = known ? before.items.map((one) => (one.id === item.id ? item : one)) : [...before.items, item]
    return { ...before, items }
  })
}
