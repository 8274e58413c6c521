import './registers.css'
import './list.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { type Chosen, exportPath, recordPage, registerQuery } from '../../api/register.queries.ts'
import type { RecordPage, RegisterDescription } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Empty, Failed, Loaded, Skeleton, SkeletonPage } from '../../ui/states.tsx'
import { BatchBar } from './batch-bar.tsx'
import { labelOf } from './field-words.ts'
import { FilterBar } from './filter-bar.tsx'
import { asOfWords } from './filter-words.ts'
import { listTexts } from './list.texts.ts'
import { type ListState, readListState, selectionOf } from './list-state.ts'
import { ListTable } from './list-table.tsx'
import { NoRegister } from './no-register.tsx'

/** The list of one register: filters that say what they do, the records, and what can be done with many at once. */
export function ListPage() {
  const { register } = useParams({ from: '/registers/$register' })
  const query = useQuery(registerQuery(register))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(description) => <ListView key={description.id} description={description} />}
    </Loaded>
  )
}

function ListView({ description }: { readonly description: RegisterDescription }) {
  const t = useTexts(listTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const state = readListState(useSearch({ from: '/registers/$register' }))
  const selection = selectionOf(state)
  const [chosen, setChosen] = useState<Chosen>({ ids: [] })
  const query = useInfiniteQuery<RecordPage, Problem, { pages: RecordPage[] }, readonly unknown[], string | null>({
    queryKey: ['registers', description.id, 'list', selection],
    queryFn: ({ pageParam, signal }) => recordPage(description.id, selection, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  })
  const go = (next: ListState) => {
    setChosen({ ids: [] })
    void navigate({
      to: '/registers/$register',
      params: { register: description.id },
      search: next,
      replace: true,
      resetScroll: false,
    })
  }
  const first = query.data?.pages[0]
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const count = first === undefined || first.count === null ? null : countWords(first, t.atLeast)
  const picked = 'ids' in chosen ? chosen.ids.length > 0 : true
  return (
    <div className="rg-list-page">
      <Page
        title={labelOf(description, language)}
        tag={
          count === null ? undefined : (
            <span className="rg-total">
              {count} {description.countUnit}
            </span>
          )
        }
        lead={description.about}
        crumbs={[{ to: '/registers', label: areaCrumb[language] }]}
        actions={<Actions description={description} state={state} count={count} />}
      >
        <FilterBar description={description} state={state} onGo={go} />
        {state.asOf === undefined ? null : (
          <p className="rg-as-of" role="status">
            <Icon name="clock" size={16} />
            {t.asOfBanner(asOfWords(state.asOf, labelOf(description, language), language))}
          </p>
        )}
        {picked ? (
          <BatchBar
            description={description}
            chosen={chosen}
            rows={rows}
            count={count}
            selection={selection}
            onChosen={setChosen}
          />
        ) : null}
        {query.data === undefined ? (
          query.error === null ? (
            <div className="card pad">
              <Skeleton rows={10} />
            </div>
          ) : (
            <Failed problem={query.error} onRetry={() => void query.refetch()} />
          )
        ) : rows.length === 0 ? (
          <Nothing description={description} state={state} onGo={go} />
        ) : (
          <ListTable
            description={description}
            rows={rows}
            first={first}
            state={state}
            stale={query.isPlaceholderData}
            chosen={chosen}
            onChosen={setChosen}
            onGo={go}
            more={
              query.hasNextPage
                ? { load: () => void query.fetchNextPage(), busy: query.isFetchingNextPage, failed: query.error }
                : null
            }
          />
        )}
      </Page>
    </div>
  )
}

const areaCrumb = { zh: '名录总览', en: 'All registers' } as const

/** 35,128, or 10,000 以上 where counting on would take too long. */
function countWords(page: RecordPage, atLeast: (count: string) => string): string {
  const figure = formatFigure(page.count ?? 0)
  return page.countIsExact ? figure : atLeast(figure)
}

interface ActionsProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly count: string | null
}

function Actions({ description, state, count }: ActionsProps) {
  const t = useTexts(listTexts)
  const { may, id } = description
  const selection = selectionOf(state)
  return (
    <>
      <Popover label={t.export} className="btn no-phone" title={t.exportTitle}>
        {(close) => (
          <>
            <p className="pop-body small quiet">{t.exportLead(`${count ?? ''} ${description.countUnit}`)}</p>
            <div className="pop-list">
              {(['xlsx', 'csv', 'json'] as const).map((format) => (
                <a
                  key={format}
                  className="menu-item"
                  href={exportPath(id, selection, format)}
                  download
                  onClick={() => close()}
                >
                  <Icon name="document" size={16} />
                  {t.formats[format]}
                </a>
              ))}
            </div>
          </>
        )}
      </Popover>
      {may.manage || may.import ? (
        <Popover
          label={
            <>
              <Icon name="more" />
              {t.more}
            </>
          }
          className="btn no-phone"
          title={t.more}
        >
          {() => (
            <div className="pop-list">
              {may.manage ? (
                <Link to="/registers/$register/duplicates" params={{ register: id }} className="menu-item">
                  <Icon name="swap" size={16} />
                  {t.duplicates}
                </Link>
              ) : null}
              <a className="menu-item" href={`/api/registers/${encodeURIComponent(id)}/template`} download>
                <Icon name="document" size={16} />
                {t.template}
              </a>
            </div>
          )}
        </Popover>
      ) : null}
      {may.import ? (
        <Link to="/registers/$register/import" params={{ register: id }} className="btn">
          <Icon name="upload" size={16} />
          {t.import}
        </Link>
      ) : null}
      {may.add ? (
        <Link to="/registers/$register/new" params={{ register: id }} className="btn primary">
          <Icon name="plus" size={16} />
          {t.add(description.recordLabel)}
        </Link>
      ) : null}
    </>
  )
}

interface NothingProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

function Nothing({ description, state, onGo }: NothingProps) {
  const t = useTexts(listTexts)
  const { may, id } = description
  const filtered = Object.keys(selectionOf({ ...state, sort: '' })).some((key) => key !== 'sort')
  if (filtered)
    return (
      <Empty
        icon="search"
        title={t.noneTitle}
        actions={
          <button type="button" className="btn" onClick={() => onGo({})}>
            {t.clear}
          </button>
        }
      >
        {t.noneLead}
      </Empty>
    )
  return (
    <Empty
      icon="inbox"
      title={t.emptyTitle}
      actions={
        <>
          {may.add ? (
            <Link to="/registers/$register/new" params={{ register: id }} className="btn primary">
              {t.add(description.recordLabel)}
            </Link>
          ) : null}
          {may.import ? (
            <Link to="/registers/$register/import" params={{ register: id }} className="btn">
              {t.import}
            </Link>
          ) : null}
        </>
      }
    >
      {may.add || may.import ? t.emptyLead(description.recordLabel) : t.emptyReadLead}
    </Empty>
  )
}
