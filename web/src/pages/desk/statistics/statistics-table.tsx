import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { StatisticsAsked } from '../../../api/matter.queries.ts'
import type { MatterStatistics } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty, Missing } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { statisticsTexts } from './statistics.texts.ts'
import { type Figure, queueOf } from './statistics-search.ts'

type Row = Omit<MatterStatistics['rows'][number], 'key'> & { readonly key: string | null }

interface StatisticsTableProps {
  readonly statistics: MatterStatistics
  readonly asked: StatisticsAsked
}

/** Every figure leads to the cases that it counts; what was not measured is no figure. */
export function StatisticsTable({ statistics, asked }: StatisticsTableProps) {
  const t = useTexts(statisticsTexts)
  const { by, rows, total } = statistics
  if (rows.length === 0) return <Empty icon="chart" title={t.none} />
  const isMonth = by === 'month'
  const sum: Row = {
    ...total,
    ...{ key: null, label: t.total, open: isMonth ? null : rows.reduce((all, { open }) => all + (open ?? 0), 0) },
  }
  const count = (row: Row, figure: Figure, n: number): ReactNode =>
    n === 0 ? (
      0
    ) : (
      <Link
        to="/desk"
        search={queueOf({ ...statistics, type: asked.type, unit: asked.unit }, row.key, figure)}
        aria-label={`${formatFigure(n)}，${t.drill(nameOf(t, figure), row.label)}`}
      >
        {formatFigure(n)}
      </Link>
    )
  const plain = (figure: 'received' | 'ended' | 'granted' | 'refused' | 'withdrawn' | 'lapsed'): Column<Row> => ({
    key: figure,
    head: t[figure],
    figure: true,
    cell: (row) => count(row, figure, row[figure]),
  })
  const kept = (kind: 'promised' | 'legal'): Column<Row> => ({
    key: kind,
    head: t[kind],
    figure: true,
    className: 'st-kept',
    cell: (row) => {
      const { measured, inTime, late } = row[kind]
      if (measured === 0) return <Missing reason={t.unmeasured} />
      return (
        <>
          <b>{((100 * inTime) / measured).toFixed(1)}%</b>{' '}
          <small>
            {count(row, `${kind}-inTime`, inTime)}/{formatFigure(measured)}
          </small>
          {late === 0 ? null : (
            <small className="st-late">{lateWords(t.late(late), count(row, `${kind}-late`, late))}</small>
          )}
        </>
      )
    },
  })
  const all: readonly Column<Row>[] = [
    { key: 'name', head: t.names[by], cell: (row) => row.label },
    ...[plain('received'), plain('ended'), plain('granted'), plain('refused'), plain('withdrawn'), plain('lapsed')],
    {
      key: 'open',
      head: t.open,
      figure: true,
      cell: (row) => (row.open === null ? <Missing reason={t.monthOpen} /> : count(row, 'open', row.open)),
    },
    kept('promised'),
    kept('legal'),
    {
      key: 'mean',
      head: t.mean,
      figure: true,
      cell: (row) =>
        row.meanWorkingDays === null ? (
          <Missing reason={t.unmeasured} />
        ) : (
          <span title={row.isProvisional ? t.provisional : undefined}>
            {row.meanWorkingDays.toFixed(1)} <small className="quiet">/{formatFigure(row.timed)}</small>
          </span>
        ),
    },
  ]
  const columns = all.filter(({ key }) => !(isMonth && key === 'open'))
  return (
    <div className="st-table">
      <Table
        label={t.title}
        columns={columns}
        rows={[...rows, sum]}
        rowKey={({ key }) => key ?? 'total'}
        nameColumn="name"
      />
    </div>
  )
}

/** 超 3: the count in the words is the link. */
function lateWords(words: string, link: ReactNode): ReactNode {
  const [before = '', after = ''] = words.split(/\d+/)
  return (
    <>
      {before}
      {link}
      {after}
    </>
  )
}

function nameOf(t: (typeof statisticsTexts)['zh'], figure: Figure): string {
  const [kind, how] = figure.split('-')
  if (how === undefined) return t[figure as Exclude<Figure, `${string}-${string}`>]
  const head = kind === 'legal' ? t.legal : t.promised
  return how === 'late' ? `${head} ${t.late(0).replace(/\s*0\s*/, '')}` : head
}
