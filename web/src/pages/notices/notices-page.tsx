import './notices.css'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Problem, post } from '../../api/client.ts'
import { type Notice, type NoticePage as Notices, noticePage, queryClient, useSession } from '../../api/queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, NoPermission, Refusal, Skeleton } from '../../ui/states.tsx'
import { noticesTexts } from './notices.texts.ts'

type Shown = 'unread' | 'all'

/** 消息: what the platform tells this person, newest first. */
export function NoticesPage() {
  const t = useTexts(noticesTexts)
  const account = useSession()?.account
  const [shown, setShown] = useState<Shown>('all')
  const query = useInfiniteQuery<Notices, Problem, { pages: Notices[] }, readonly unknown[], string | null>({
    queryKey: ['notices', 'list', shown],
    queryFn: ({ pageParam, signal }) => noticePage(shown === 'unread', pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled: account != null,
  })
  const reading = useMutation<unknown, Problem, { ids?: readonly string[]; all?: boolean }>({
    mutationFn: (body) => post('/notices/read', body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notices'] }),
  })
  if (account == null) return <NoPermission />
  const unread = query.data?.pages[0]?.unread.count ?? 0
  const notices = query.data?.pages.flatMap((page) => page.notices)
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        unread === 0 ? undefined : (
          <button
            type="button"
            className="btn"
            disabled={reading.isPending}
            onClick={() => reading.mutate({ all: true })}
          >
            {t.readAll}
          </button>
        )
      }
    >
      <Filters>
        <Chips
          label={t.filter}
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'all', label: t.all },
            { value: 'unread', label: t.unread, count: unread },
          ]}
        />
      </Filters>
      <Refusal problem={reading.error} />
      {notices === undefined ? (
        query.error === null ? (
          <Skeleton rows={6} />
        ) : (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        )
      ) : notices.length === 0 ? (
        <Empty icon="bell" title={shown === 'unread' ? t.allRead : t.none}>
          {t.allReadLead}
        </Empty>
      ) : (
        <ul className="card rows notice-list">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onRead={() => reading.mutate({ ids: [notice.id] })} />
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <button type="button" className="btn" disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {t.more}
        </button>
      ) : null}
    </Page>
  )
}

function NoticeLine({ notice, onRead }: { readonly notice: Notice; readonly onRead: () => void }) {
  const t = useTexts(noticesTexts)
  const navigate = useNavigate()
  const unread = notice.readAt === null
  return (
    <li data-unread={unread}>
      <a
        href={notice.path}
        onClick={(event) => {
          if (unread) onRead()
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          void navigate({ to: notice.path })
        }}
      >
        <b>
          {unread ? <span className="sr">{t.isUnread}</span> : null}
          {notice.title}
        </b>
        <span>{notice.body}</span>
        <time dateTime={notice.announcedAt}>{instantInCounty(notice.announcedAt)}</time>
      </a>
    </li>
  )
}
