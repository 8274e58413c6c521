import { useQuery } from '@tanstack/react-query'
import type { Problem } from '../api/client.ts'
import { queuePage } from '../api/matter.queries.ts'
import { searchQuery, useSession } from '../api/queries.ts'
import type { MatterPage, SearchHit } from '../api/types.gen.ts'
import { useTexts } from '../i18n/language.ts'
import { deskTexts } from '../pages/desk/cases/desk.texts.ts'
import { desks } from './matter-desks.ts'
import { matterNavTexts } from './matter-nav.texts.ts'

/** Something to go to: of the programme, a case, or a desk. */
export interface PaletteHit {
  readonly kind: SearchHit['kind'] | 'matter' | 'page'
  readonly id: string
  readonly title: string
  readonly context: string
  readonly path: string
}

const mostCases = 6

/** What the words find: desks by their names, cases by number and words for those who may read them, and the programme. */
export function usePaletteHits(words: string) {
  const names = useTexts(matterNavTexts)
  const { views } = useTexts(deskTexts)
  const permissions = useSession()?.permissions ?? []
  const found = useQuery({ ...searchQuery(words), enabled: words !== '', placeholderData: (before) => before })
  const cases = useQuery<MatterPage, Problem>({
    queryKey: ['matters', 'palette', words],
    queryFn: ({ signal }) => queuePage({ view: 'all', q: words }, null, signal),
    enabled: words.length > 1 && permissions.includes('matter.read'),
    placeholderData: (before) => before,
  })
  if (words === '') return { hits: [], isPending: false, error: null }
  const pages = [
    ...desks
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ name, to }) => ({ title: names[name], path: to, context: names.desks })),
    ...(permissions.includes('matter.handle')
      ? (['mine', 'untaken', 'overdue', 'copied', 'ended'] as const).map((view) => ({
          title: views[view],
          path: `/desk?view=${view}`,
          context: names.cases,
        }))
      : []),
  ].filter(({ title }) => title.toLowerCase().includes(words.toLowerCase()))
  const hits: readonly PaletteHit[] = [
    ...pages.map((page) => ({ kind: 'page' as const, id: page.path, ...page })),
    ...(words.length < 2 ? [] : (cases.data?.rows ?? [])).slice(0, mostCases).map((row) => ({
      kind: 'matter' as const,
      id: row.id,
      title: `${row.typeLabel} ${row.title}`,
      context: `${row.number}，${row.applicant}，${row.phases.map(({ label }) => label).join('、')}`,
      path: `/desk/${encodeURIComponent(row.id)}`,
    })),
    ...(found.data?.hits ?? []),
  ]
  return { hits, isPending: found.isPending, error: found.error }
}
