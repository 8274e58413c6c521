import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { countsQuery, type QueueFilters } from '../../../api/matter.queries.ts'
import type { MatterCounts, MatterView } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { Failed, Skeleton } from '../../../ui/states.tsx'
import { BatchBar } from './batch-bar.tsx'
import { deskTexts } from './desk.texts.ts'
import { MatterItem } from './matter-item.tsx'
import { isOfFigure } from './queue-search.ts'
import type { useQueue } from './use-queue.ts'

interface MatterListProps {
  readonly filters: QueueFilters
  readonly view: MatterView
  readonly handles: boolean
  readonly queue: ReturnType<typeof useQueue>
  readonly current: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
  readonly onFilters: (filters: QueueFilters) => void
  readonly searchField: RefObject<HTMLInputElement | null>
}

/** The queue beside the case: which view, what narrows it, and the cases with their deadlines. */
export function MatterList(props: MatterListProps) {
  const { filters, view, queue, current, chosen, onChosen, onFilters } = props
  const t = useTexts(deskTexts)
  const { query, rows, count, isExact } = queue
  const list = useRef<HTMLUListElement>(null)
  const known = rows.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another case is opened, and when the rows arrive
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, known])
  const ofFigure = isOfFigure(filters)
  const narrowed = ofFigure || filters.light !== undefined || filters.q !== undefined || filters.type !== undefined
  // while no case is open the queue is the page
  const Heading = current === undefined ? 'h1' : 'h2'
  const total = count === null ? '' : (isExact ? t.count : t.atLeast)(formatFigure(count))
  return (
    <section className="mq" aria-label={t.list}>
      <header className="mq-head">
        <Heading>
          {t.views[view]}{' '}
          <small role="status">
            {total === '' ? '' : `${total}，`}
            {view === 'ended' ? t.orderEnded : t.order}
          </small>
        </Heading>
        <ListFilters {...props} />
        {ofFigure ? (
          <p className="mq-figure">
            <span>{figureWords(t, filters)}</span>
            <button type="button" className="text-btn small" onClick={() => onFilters({ view: filters.view })}>
              {t.clear}
            </button>
          </p>
        ) : null}
      </header>
      {chosen.size === 0 ? null : (
        <BatchBar rows={rows.filter(({ id }) => chosen.has(id))} all={rows} onChosen={onChosen} />
      )}
      {query.data === undefined ? (
        query.error === null ? (
          <div className="mq-wait">
            <Skeleton rows={8} />
          </div>
        ) : (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        )
      ) : rows.length === 0 ? (
        <div className="mq-none">
          <p>{narrowed ? t.nothingFiltered : t.nothing[view]}</p>
          {narrowed ? (
            <button type="button" className="btn small-btn" onClick={() => onFilters({ view: filters.view })}>
              {t.clear}
            </button>
          ) : null}
          {!narrowed && view === 'mine' ? (
            <Link to="/desk" search={{ view: 'untaken' }} className="btn small-btn">
              {t.views.untaken}
            </Link>
          ) : null}
        </div>
      ) : (
        <ul className="mq-rows" ref={list}>
          {rows.map((matter) => (
            <MatterItem
              key={matter.id}
              matter={matter}
              filters={filters}
              current={matter.id === current}
              picks={props.handles}
              chosen={chosen.has(matter.id)}
              onToggle={() => onChosen(toggled(chosen, matter.id))}
            />
          ))}
          {query.hasNextPage ? (
            <li className="mq-more">
              <button
                type="button"
                className="btn small-btn"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t.more}
              </button>
            </li>
          ) : null}
        </ul>
      )}
      <footer className="mq-foot">
        <span>{t.shown(rows.length)}</span>
        {query.dataUpdatedAt === 0 ? null : (
          <span>{t.updated(instantInCounty(new Date(query.dataUpdatedAt).toISOString()).slice(11))}</span>
        )}
      </footer>
    </section>
  )
}

/** Which figure of the statistics these cases are. */
function figureWords(t: (typeof deskTexts)['zh'], filters: QueueFilters): string {
  const { submittedFrom, submittedTo, endedFrom, endedTo, status, outcome, kept } = filters
  return [
    ...(submittedFrom === undefined && submittedTo === undefined
      ? []
      : [t.figure.submitted(submittedFrom, submittedTo)]),
    ...(endedFrom === undefined && endedTo === undefined ? [] : [t.figure.ended(endedFrom, endedTo)]),
    ...(status === undefined ? [] : [t.figure.status[status]]),
    ...(outcome === undefined ? [] : [t.figure.outcome[outcome]]),
    ...(kept === undefined ? [] : [t.figure.kept[kept]]),
    ...(filters.unit === undefined ? [] : [t.figure.unit]),
  ].join('，')
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

function ListFilters({ filters, view, handles, onFilters, searchField }: MatterListProps) {
  const t = useTexts(deskTexts)
  const { data: counts } = useQuery(countsQuery)
  return (
    <>
      <label className="mq-view">
        <span className="sr">{t.view}</span>
        <select value={view} onChange={(event) => onFilters({ view: event.target.value as MatterView })}>
          {viewsFor(handles).map((one) => (
            <option key={one} value={one}>
              {t.views[one]} {counts === undefined ? '' : countOf(counts, one)}
            </option>
          ))}
        </select>
      </label>
      <div className="mq-find">
        <input
          ref={searchField}
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={filters.q ?? ''}
          key={view}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            const q = event.currentTarget.value.trim()
            onFilters({ ...filters, q: q === '' ? undefined : q })
          }}
          onChange={(event) => {
            if (event.target.value === '' && filters.q !== undefined) onFilters({ ...filters, q: undefined })
          }}
        />
        <select
          aria-label={t.type}
          value={filters.type ?? ''}
          onChange={(event) =>
            onFilters({ ...filters, type: event.target.value === '' ? undefined : event.target.value })
          }
        >
          <option value="">{t.allTypes}</option>
          {(counts?.types ?? []).map(({ type, label }) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {view === 'ended' ? null : (
        <Chips
          label={t.light}
          value={filters.light ?? 'all'}
          choices={(['all', 'red', 'yellow', 'stopped'] as const).map((light) => ({
            value: light,
            label: t.lights[light],
            ...(view === 'mine' && counts !== undefined && (light === 'red' || light === 'yellow')
              ? { count: (light === 'red' ? counts.mineOverdue : counts.mineYellow).count }
              : {}),
          }))}
          onChange={(light) =>
            onFilters({ ...filters, light: light === 'all' || light === 'green' ? undefined : light })
          }
        />
      )}
    </>
  )
}

/** Who handles has views of their own; who only reads looks at everything. */
function viewsFor(handles: boolean): readonly MatterView[] {
  return handles
    ? ['mine', 'untaken', 'overdue', 'called', 'copied', 'ended', 'others', 'unit', 'all']
    : ['all', 'overdue', 'ended']
}

function countOf(counts: MatterCounts, view: MatterView): string {
  if (view === 'all') return ''
  const { count, isExact } = view === 'ended' ? counts.endedThisMonth : counts[view]
  return isExact ? formatFigure(count) : `${formatFigure(count)}+`
}
