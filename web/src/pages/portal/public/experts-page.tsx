import '../find/find.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { recordPage } from '../../../api/register.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { Empty, Failed, Skeleton } from '../../../ui/states.tsx'
import { afterPause } from '../../registers/after-pause.ts'
import { PortalPage } from '../frame/portal-page.tsx'
import { EntryLine } from './entry-line.tsx'
import { publicTexts } from './public.texts.ts'
import { type PublicRegister, publicRegisters } from './public-registers.ts'

/** Who can be asked: the public part of four registers, found by name, field or place. */
export function ExpertsPage() {
  const t = useTexts(publicTexts)
  const { kind = 'expert', q = '' } = useSearch({ from: '/portal/experts' })
  const navigate = useNavigate({ from: '/experts' })
  const [typed, setTyped] = useState(q)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (typed.trim() === q) return
    return afterPause(300, () => void navigate({ search: (before) => withWords(before, typed.trim()), replace: true }))
  }, [typed])
  const pages = useInfiniteQuery({
    queryKey: ['registers', kind, 'public', q],
    queryFn: ({ pageParam, signal }) => recordPage(kind, q === '' ? {} : { q }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <PortalPage title={t.experts} lead={t.expertsLead}>
      <div className="po-experts-find">
        <Chips
          label={t.experts}
          value={kind}
          choices={publicRegisters.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(value: PublicRegister) => void navigate({ search: (before) => ({ ...before, kind: value }) })}
        />
        <input
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {pages.error === null ? null : <Failed problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending ? <Skeleton rows={8} /> : null}
      {pages.data !== undefined && rows.length === 0 ? (
        <Empty title={t.none}>{t.noneLead}</Empty>
      ) : (
        <ul className="po-people">
          {rows.map((row) => (
            <EntryLine key={row.id} register={kind} row={row} />
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <p className="po-actions">
          <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
            {t.more}
          </button>
        </p>
      ) : null}
    </PortalPage>
  )
}

function withWords<T extends { readonly q?: string }>(
  search: T,
  words: string,
): Omit<T, 'q'> & { readonly q?: string } {
  const { q: _, ...rest } = search
  return words === '' ? rest : { ...rest, q: words }
}
