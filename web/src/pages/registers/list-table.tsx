import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Chosen } from '../../api/register.queries.ts'
import type { FieldRow, RecordPage, RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Refusal } from '../../ui/states.tsx'
import { recordLink } from './field-value.tsx'
import { isFigure, labelOf, totalWords, unitWords } from './field-words.ts'
import { listTexts } from './list.texts.ts'
import { ListRow } from './list-row.tsx'
import { columnNames, isStandardColumn, type ListState, nextSort } from './list-state.ts'
import { registersTexts } from './registers.texts.ts'

interface ListTableProps {
  readonly description: RegisterDescription
  readonly rows: readonly RecordRow[]
  readonly first: RecordPage | undefined
  readonly state: ListState
  /** rows of the filters before, while the new ones are on their way */
  readonly stale: boolean
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
  readonly onGo: (state: ListState) => void
  readonly more: { readonly load: () => void; readonly busy: boolean; readonly failed: Error | null } | null
}

/**
 * The records. While the list has the focus: j and k move, x selects, Enter opens. The next rows come as one reaches
 * the end. On a phone each record is a card.
 */
export function ListTable(props: ListTableProps) {
  const { description, rows, first, state, stale, chosen, onChosen, onGo, more } = props
  const t = useTexts(listTexts)
  const navigate = useNavigate()
  const [at, setAt] = useState(-1)
  const body = useRef<HTMLTableSectionElement>(null)
  const end = useEndReached(more)
  const columns = useColumns(description, state)
  const label = labelOf(description, useLanguage())
  const picks = description.may.manage && state.asOf === undefined
  const isPicked = (id: string) => !('ids' in chosen) || chosen.ids.includes(id)
  const toggle = (id: string) => {
    const ids = 'ids' in chosen ? chosen.ids : rows.map((row) => row.id)
    onChosen({ ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] })
  }
  const move = (step: number) => {
    const to = Math.min(Math.max(at + step, 0), rows.length - 1)
    setAt(to)
    const row = body.current?.rows[to]
    row?.querySelector<HTMLElement>('th a')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
    if (to === rows.length - 1) more?.load()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const current = rows[at]
    if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === 'x' && picks && current !== undefined) toggle(current.id)
    else return
    event.preventDefault()
  }
  return (
    <>
      <section
        className="ls-scroll"
        data-density={state.density ?? 'loose'}
        data-stale={stale}
        onKeyDown={press}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
        aria-label={label}
      >
        <table className="table ls-table" aria-busy={stale} aria-label={label}>
          <thead>
            <tr>
              {picks ? (
                <td className="ls-pick">
                  <input
                    type="checkbox"
                    aria-label={t.pickAll}
                    checked={rows.every(({ id }) => isPicked(id))}
                    ref={(box) => {
                      if (box !== null)
                        box.indeterminate = rows.some(({ id }) => isPicked(id)) && !rows.every(({ id }) => isPicked(id))
                    }}
                    onChange={(event) => onChosen({ ids: event.target.checked ? rows.map(({ id }) => id) : [] })}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <Head
                  key={column.name}
                  column={column}
                  sort={state.sort}
                  onSort={(sort) => {
                    const { sort: _old, ...rest } = state
                    onGo(sort === undefined ? rest : { ...rest, sort })
                  }}
                />
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => (
              <ListRow
                key={row.id}
                description={description}
                row={row}
                columns={columns}
                current={index === at}
                picked={picks ? isPicked(row.id) : null}
                onPick={() => toggle(row.id)}
                onOpen={() => void navigate({ to: recordLink(description.id, row.id) })}
                onFocus={() => setAt(index)}
              />
            ))}
          </tbody>
          <Foot columns={columns} picks={picks} first={first} shown={rows.length} unit={description.countUnit} />
        </table>
        {more === null ? null : (
          <div className="ls-more" ref={end}>
            <Refusal problem={more.failed} />
            <button type="button" className="text-btn" disabled={more.busy} onClick={more.load}>
              {more.busy ? t.loadingMore : t.moreRows}
            </button>
          </div>
        )}
      </section>
      <p className="quiet small ls-keys no-phone no-print">{t.keys}</p>
    </>
  )
}

export interface ListColumn {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly figure: boolean
  readonly sortable: boolean
  /** undefined for what every register has besides its fields */
  readonly field?: FieldRow
}

function useColumns(description: RegisterDescription, state: ListState): readonly ListColumn[] {
  const words = useTexts(registersTexts)
  const language = useLanguage()
  return columnNames(description, state).map((name) => {
    if (isStandardColumn(name)) return { name, label: words.columns[name], unit: '', figure: false, sortable: true }
    const field = description.fields.find((one) => one.name === name)
    if (field === undefined) return { name, label: name, unit: '', figure: false, sortable: false }
    return {
      name,
      label: labelOf(field, language),
      unit: unitWords(field),
      figure: isFigure(field),
      sortable: field.sortable,
      field,
    }
  })
}

interface HeadProps {
  readonly column: ListColumn
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
}

function Head({ column, sort, onSort }: HeadProps) {
  const way = sort === column.name ? 'ascending' : sort === `-${column.name}` ? 'descending' : 'none'
  const words = (
    <>
      {column.label}
      {column.unit === '' ? null : <span className="ls-unit">{column.unit}</span>}
    </>
  )
  return (
    <th scope="col" className={column.figure ? 'num' : undefined} {...(column.sortable ? { 'aria-sort': way } : {})}>
      {column.sortable ? (
        <button type="button" className="sort" onClick={() => onSort(nextSort(sort, column.name))}>
          {words}
          <i aria-hidden="true">{way === 'none' ? '' : way === 'ascending' ? '↑' : '↓'}</i>
        </button>
      ) : (
        words
      )}
    </th>
  )
}

interface FootProps {
  readonly columns: readonly ListColumn[]
  readonly picks: boolean
  readonly first: RecordPage | undefined
  readonly shown: number
  readonly unit: string
}

/** Sums over everything that the filters let through, not only over what is on the screen. */
function Foot({ columns, picks, first, shown, unit }: FootProps) {
  const t = useTexts(listTexts)
  if (first === undefined || first.count === null) return null
  const { count } = first
  const figure = formatFigure(count)
  const total = t.total(first.countIsExact ? figure : t.atLeast(figure), unit)
  return (
    <tfoot>
      <tr>
        {picks ? <td className="ls-pick" /> : null}
        {columns.map((column, index) => (
          <td key={column.name} className={column.figure ? 'num' : undefined} data-label={column.label}>
            {index === 0 ? (
              <span className="ls-sum">
                <b>{total}</b>
                {shown < count ? <span className="quiet small">{t.shown(formatFigure(shown))}</span> : null}
              </span>
            ) : (
              <Sum column={column} total={first.totals[column.name]} />
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function Sum({ column, total }: { readonly column: ListColumn; readonly total: number | undefined }) {
  if (total === undefined || column.field === undefined) return null
  return <b title={column.label}>{totalWords(column.field, total)}</b>
}

/** Loads what comes next once the end of the list is near. */
function useEndReached(more: ListTableProps['more']) {
  const end = useRef<HTMLDivElement>(null)
  const load = more === null || more.busy || more.failed !== null ? null : more.load
  useEffect(() => {
    if (end.current === null || load === null) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load()
      },
      { rootMargin: '240px' },
    )
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [load])
  return end
}
