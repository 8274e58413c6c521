import { useMutation, useQuery } from '@tanstack/react-query'
import { remove } from '../../api/client.ts'
import { queryClient, seg, sessionsQuery } from '../../api/queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { deviceName } from '../../format/device-name.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { Loaded, Refusal, Skeleton } from '../../ui/states.tsx'
import { meTexts } from './me.texts.ts'
import { SessionList } from './session-list.tsx'

export function OwnSessions({ onDone }: { readonly onDone: (note: string) => void }) {
  const t = useTexts(meTexts)
  const query = useQuery(sessionsQuery)
  const settle = { onSettled: () => queryClient.invalidateQueries({ queryKey: ['sessions'] }) }
  const end = useMutation({ mutationFn: (id: string) => remove(`/sessions/${seg(id)}`), ...settle })
  const endOthers = useMutation({
    mutationFn: () => remove<{ ended: number }>('/sessions'),
    onSuccess: ({ ended }) => onDone(t.endedOthers(ended)),
    ...settle,
  })
  const others = query.data?.sessions.filter((one) => !one.current).length ?? 0
  return (
    <Card
      title={t.sessions}
      actions={
        others === 0 ? undefined : (
          <button
            type="button"
            className="btn small-btn"
            disabled={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {t.endOthers}
          </button>
        )
      }
    >
      <Refusal problem={end.error ?? endOthers.error} />
      <Loaded query={query} skeleton={<Skeleton rows={3} />}>
        {({ sessions }) => (
          <SessionList
            sessions={sessions}
            currentLabel={t.current}
            describe={(one) =>
              [
                t.since(instantInCounty(one.createdAt)),
                t.seen(instantInCounty(one.lastSeenAt)),
                ...(one.openedBy === 'identity' ? [t.byIdentity] : []),
              ].join('　')
            }
            action={(one) =>
              one.current ? null : (
                <button
                  type="button"
                  className="btn small-btn"
                  aria-label={t.endOf(deviceName(one.device))}
                  disabled={end.isPending}
                  onClick={() => end.mutate(one.id)}
                >
                  {t.end}
                </button>
              )
            }
          />
        )}
      </Loaded>
    </Card>
  )
}
