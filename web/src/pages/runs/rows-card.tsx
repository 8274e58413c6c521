import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { Problem } from '../../api/client.ts'
import {
  decideRows,
  faultyRowsPath,
  type ImportRowPage,
  type RowDecision,
  runRows,
  type Verdict,
} from '../../api/import.queries.ts'
import type { ImportRowView, ImportRun } from '../../api/import.types.ts'
import { queryClient } from '../../api/queries.ts'
import { registerQuery } from '../../api/register.queries.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Failed, Refusal, Skeleton } from '../../ui/states.tsx'
import { Changes } from '../registers/record-timeline.tsx'
import { FaultTable } from './fault-table.tsx'
import { runsTexts } from './runs.texts.ts'

interface RowsCardProps {
  readonly run: ImportRun
  readonly verdict: Verdict
  /** without a frame of its own, inside the card of the tabs */
  readonly bare?: boolean
}

/** The rows of one verdict: faults with their remedies, changes with both sides, doubts to take or skip. */
export function RowsCard({ run, verdict, bare = false }: RowsCardProps) {
  const t = useTexts(runsTexts)
  const query = useInfiniteQuery<ImportRowPage, Problem, { pages: ImportRowPage[] }, readonly unknown[], string | null>(
    {
      queryKey: ['runs', run.id, 'rows', verdict],
      queryFn: ({ pageParam, signal }) => runRows(run.id, verdict, pageParam, signal),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next,
    },
  )
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const body =
    query.data === undefined ? (
      query.error === null ? (
        <div className="card-body">
          <Skeleton rows={5} />
        </div>
      ) : (
        <Failed problem={query.error} onRetry={() => void query.refetch()} />
      )
    ) : rows.length === 0 ? (
      <p className="card-body quiet">{t.noRows[verdict]}</p>
    ) : (
      <>
        {verdict === 'faulty' ? (
          <>
            <p className="ru-download no-print">
              <a className="btn small-btn" href={faultyRowsPath(run.id)} download>
                <Icon name="document" size={16} />
                {t.downloadFaulty}
              </a>
              <span className="quiet small">{t.downloadFaultyLead}</span>
            </p>
            <FaultTable rows={rows} />
          </>
        ) : verdict === 'changed' ? (
          <ChangedRows run={run} rows={rows} />
        ) : (
          <DoubtfulRows run={run} rows={rows} />
        )}
        {query.hasNextPage ? (
          <p className="ls-more">
            <button
              type="button"
              className="text-btn"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t.more}
            </button>
          </p>
        ) : null}
      </>
    )
  if (bare) return body
  return (
    <section className="card" aria-label={t[verdict]}>
      <header className="card-head">
        <h2>{t[verdict]}</h2>
      </header>
      {body}
    </section>
  )
}

interface RowsProps {
  readonly run: ImportRun
  readonly rows: readonly ImportRowView[]
}

function ChangedRows({ run, rows }: RowsProps) {
  const t = useTexts(runsTexts)
  const description = useQuery(registerQuery(run.register)).data
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={`${row.sheet}${row.row}`} className="ru-row">
          <div>
            <b>{row.label}</b>
            <p className="quiet small">{t.rowPlace(row.sheet, row.row)}</p>
          </div>
          {description === undefined ? null : <Changes description={description} changes={row.changes} />}
        </li>
      ))}
    </ul>
  )
}

function DoubtfulRows({ run, rows }: RowsProps) {
  const t = useTexts(runsTexts)
  const description = useQuery(registerQuery(run.register)).data
  const decide = useMutation<unknown, Problem, { readonly decision: RowDecision; readonly row?: ImportRowView }>({
    mutationFn: ({ decision, row }) =>
      decideRows(run.id, decision, row === undefined ? { verdict: 'doubtful' } : { rows: [placeOf(row)] }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['runs', run.id] }),
  })
  const said = (row: ImportRowView) => {
    const { variables } = decide
    if (!decide.isPending || variables === undefined) return row.decision ?? 'take'
    return variables.row === undefined || variables.row === row ? variables.decision : (row.decision ?? 'take')
  }
  return (
    <>
      <p className="ru-download no-print">
        <button type="button" className="btn small-btn" onClick={() => decide.mutate({ decision: 'take' })}>
          {t.takeAll}
        </button>
        <button type="button" className="btn small-btn" onClick={() => decide.mutate({ decision: 'skip' })}>
          {t.skipAll}
        </button>
        <span className="quiet small">{t.undecided}</span>
      </p>
      <Refusal problem={decide.error} />
      <ul className="rows">
        {rows.map((row) => (
          <li key={`${row.sheet}${row.row}`} className="ru-row">
            <div>
              <b>{row.label}</b>
              <p className="quiet small">{t.rowPlace(row.sheet, row.row)}</p>
              <FaultWords row={row} />
              {description === undefined ? null : <Changes description={description} changes={row.changes} />}
            </div>
            <fieldset className="segmented ru-decide" aria-label={row.label}>
              {(['take', 'skip'] as const).map((decision) => (
                <button
                  key={decision}
                  type="button"
                  aria-pressed={said(row) === decision}
                  onClick={() => decide.mutate({ decision, row })}
                >
                  {t[decision]}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </>
  )
}

function placeOf({ sheet, row }: ImportRowView) {
  return { sheet, row }
}

function FaultWords({ row }: { readonly row: ImportRowView }) {
  const language = useLanguage()
  return (
    <>
      {row.faults.map((fault) => (
        <p key={`${fault.column}${fault.code}`} className="light amber ru-doubt">
          {fault.column}“{fault.value}”：{fault.message[language]}
        </p>
      ))}
    </>
  )
}
