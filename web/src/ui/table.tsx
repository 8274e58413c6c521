import { useNavigate } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { typesText } from './types-text.ts'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** figures stand right */
  readonly figure?: boolean
  /** what to sort by; a column without it cannot be sorted */
  readonly sort?: (row: Row) => string | number
  readonly className?: string
  readonly headTitle?: string
}

interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** where Enter and a click lead */
  readonly to?: (row: Row) => string
  /** the column that names the row */
  readonly nameColumn: string
  /** words above the rows of a kind, for rows that come kind by kind; they step aside while the rows are sorted */
  readonly group?: (row: Row) => string
}

interface Sorting {
  readonly key: string
  readonly descending: boolean
}

/**
 * Rows that can be sorted and walked with j, k and Enter. On a phone each row becomes a card: the cells carry their
 * column's name.
 */
export function Table<Row>({ label, columns, rows, rowKey, to, nameColumn, group }: TableProps<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const sorted = sortRows(rows, columns, sorting)
  const [at, setAt] = useState(-1)
  const body = useRef<HTMLTableSectionElement>(null)
  const navigate = useNavigate()

  useEffect(() => {
    if (to === undefined) return
    const press = (event: KeyboardEvent) => {
      if (typesText(event) || event.ctrlKey || event.metaKey || event.altKey) return
      const step = { j: 1, k: -1 }[event.key]
      if (step !== undefined) {
        const next = Math.min(Math.max(at + step, 0), sorted.length - 1)
        setAt(next)
        const row = body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-at]')[next]
        row?.querySelector<HTMLElement>('a')?.focus()
        row?.scrollIntoView({ block: 'nearest' })
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [at, sorted.length, to])

  return (
    <div className="table-wrap">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {sorted.map((row, index) => {
            const title = sorting === null ? group?.(row) : undefined
            const before = sorted[index - 1]
            const begins = title !== undefined && (before === undefined || group?.(before) !== title)
            return (
              <Fragment key={rowKey(row)}>
                {begins ? (
                  <tr className="group-row">
                    <th scope="colgroup" colSpan={columns.length}>
                      {title}
                    </th>
                  </tr>
                ) : null}
                <tr
                  data-at={index === at}
                  className={to === undefined ? undefined : 'goes'}
                  onClick={(event) => {
                    if (to === undefined || touchesControl(event.target) || hasSelection()) return
                    void navigate({ to: to(row) })
                  }}
                >
                  {columns.map((column) =>
                    column.key === nameColumn ? (
                      <th key={column.key} scope="row" className={column.className}>
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td key={column.key} data-label={column.head} className={cellClass(column)}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sorting: Sorting | null
  readonly onSort: (sorting: Sorting | null) => void
}

function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const active = sorting?.key === column.key ? sorting : null
  const sort = active === null ? 'none' : active.descending ? 'descending' : 'ascending'
  const next =
    active === null
      ? { key: column.key, descending: false }
      : active.descending
        ? null
        : { ...active, descending: true }
  return (
    <th
      scope="col"
      className={cellClass(column)}
      title={column.headTitle}
      {...(column.sort === undefined ? {} : { 'aria-sort': sort })}
    >
      {column.sort === undefined ? (
        column.head
      ) : (
        <button type="button" className="sort" onClick={() => onSort(next)}>
          {column.head}
          <i aria-hidden="true">{active === null ? '' : active.descending ? '↓' : '↑'}</i>
        </button>
      )}
    </th>
  )
}

function cellClass<Row>(column: Column<Row>): string {
  return [column.figure === true ? 'num' : '', column.className ?? ''].join(' ').trim()
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const by = columns.find((column) => column.key === sorting?.key)?.sort
  if (by === undefined || sorting === null) return rows
  const sign = sorting.descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(by(a), by(b)))
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'zh-CN')
}

function touchesControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, summary') !== null
}

function hasSelection(): boolean {
  return (document.getSelection()?.toString() ?? '') !== ''
}
