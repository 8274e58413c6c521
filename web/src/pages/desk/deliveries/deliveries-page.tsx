import './deliveries.css'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Problem } from '../../../api/client.ts'
import {
  type MessageFilters,
  type MessagePage,
  messagePage,
  refreshDeliveries,
  resendMessage,
} from '../../../api/delivery.queries.ts'
import { useMay } from '../../../api/queries.ts'
import type { MessageRow } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Empty, Failed, NoPermission, Refusal, Skeleton } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { deliveriesTexts } from './deliveries.texts.ts'
import { Webhooks } from './webhooks.tsx'

/** 消息与推送: where announcements go outside, and what became of each. */
export function DeliveriesPage() {
  const t = useTexts(deliveriesTexts)
  const allowed = useMay('delivery.manage')
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <Webhooks />
      <Messages />
    </Page>
  )
}

const channels = ['sms', 'mail', 'webhook'] as const
const statuses = ['waiting', 'sent', 'failed', 'givenUp'] as const

function Messages() {
  const t = useTexts(deliveriesTexts)
  const common = useCommon()
  const search: MessageFilters = useSearch({ from: '/deliveries' })
  const navigate = useNavigate({ from: '/deliveries' })
  const go = ({ channel, status }: MessageFilters) =>
    void navigate({
      search: { ...(channel === undefined ? {} : { channel }), ...(status === undefined ? {} : { status }) },
      replace: true,
    })
  const query = useInfiniteQuery<MessagePage, Problem, { pages: MessagePage[] }, readonly unknown[], string | null>({
    queryKey: ['deliveries', 'messages', search],
    queryFn: ({ pageParam, signal }) => messagePage(search, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: 15_000,
  })
  const rows = query.data?.pages.flatMap((page) => page.messages) ?? []
  const configured = query.data?.pages[0]?.configured
  return (
    <section className="dv-messages">
      <h2 className="group-title">{t.messages}</h2>
      {configured === undefined ? null : (
        <p className="dv-channels">
          {t.configured}
          {(['sms', 'mail'] as const).map((channel) => (
            <span key={channel} className={configured[channel] ? 'light green' : 'light grey'}>
              {t.channels[channel]}：{configured[channel] ? t.on : t.off}
            </span>
          ))}
        </p>
      )}
      <div className="filters">
        <Chips
          label={t.channel}
          value={search.channel ?? 'all'}
          choices={[
            { value: 'all', label: common.all },
            ...channels.map((value) => ({ value, label: t.channels[value] })),
          ]}
          onChange={(value) => go({ ...search, channel: value === 'all' ? undefined : value })}
        />
        <Chips
          label={t.status}
          value={search.status ?? 'all'}
          choices={[
            { value: 'all', label: common.all },
            ...statuses.map((value) => ({ value, label: t.statuses[value] })),
          ]}
          onChange={(value) => go({ ...search, status: value === 'all' ? undefined : value })}
        />
      </div>
      {query.data === undefined ? (
        query.error === null ? (
          <Card>
            <Skeleton rows={6} />
          </Card>
        ) : (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        )
      ) : rows.length === 0 ? (
        <Empty icon="bell" title={t.noMessages}>
          {t.noMessagesLead}
        </Empty>
      ) : (
        <MessageTable rows={rows} />
      )}
      {query.hasNextPage ? (
        <button
          type="button"
          className="btn dv-more"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t.more}
        </button>
      ) : null}
    </section>
  )
}

function MessageTable({ rows }: { readonly rows: readonly MessageRow[] }) {
  const t = useTexts(deliveriesTexts)
  const resend = useMutation<unknown, Problem, string>({ mutationFn: resendMessage, onSettled: refreshDeliveries })
  const columns: readonly Column<MessageRow>[] = [
    {
      key: 'content',
      head: t.content,
      cell: (row) => (
        <>
          {row.title}
          {row.channel === 'webhook' ? null : <span className="dv-body">{row.body}</span>}
        </>
      ),
    },
    { key: 'channel', head: t.channel, cell: (row) => t.channels[row.channel], className: 'tight' },
    { key: 'to', head: t.to, cell: (row) => row.to },
    {
      key: 'status',
      head: t.status,
      cell: (row) => (
        <>
          <span className={`light ${{ waiting: 'amber', sent: 'green', failed: 'red', givenUp: 'red' }[row.status]}`}>
            {t.statuses[row.status]}
          </span>
          {row.attempts > 1 ? <span className="quiet small">　{t.attempts(row.attempts)}</span> : null}
          {row.nextAt === null ? null : (
            <span className="dv-body">{t.nextAt(instantInCounty(row.nextAt).slice(5))}</span>
          )}
          {row.trouble === null ? null : <span className="dv-body">{row.trouble}</span>}
          {row.status === 'givenUp' ? (
            <button
              type="button"
              className="text-btn"
              disabled={resend.isPending}
              onClick={() => resend.mutate(row.id)}
            >
              {t.resend}
            </button>
          ) : null}
        </>
      ),
    },
    {
      key: 'when',
      head: t.when,
      cell: (row) => instantInCounty(row.sentAt ?? row.createdAt).slice(5),
      className: 'tight',
    },
  ]
  return (
    <>
      <Refusal problem={resend.error} />
      <Table label={t.messages} columns={columns} rows={rows} rowKey={({ id }) => id} nameColumn="content" />
    </>
  )
}
