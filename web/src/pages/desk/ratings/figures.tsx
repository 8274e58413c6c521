import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { figuresQuery } from '../../../api/rating.queries.ts'
import type { RatingFigures } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Card } from '../../../ui/page.tsx'
import { Empty, Loaded, Missing } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ratingsTexts } from './ratings.texts.ts'

const percent = (share: number) => `${share.toFixed(1)}%`

type Row = RatingFigures['rows'][number]

/** What everybody may read: every share with its two numbers, and nothing where few rated. */
export function Figures() {
  const query = useQuery(figuresQuery)
  return <Loaded query={query}>{(figures) => <Shown figures={figures} />}</Loaded>
}

function Shown({ figures }: { readonly figures: RatingFigures }) {
  const { figures: t, levels, dimensions } = useTexts(ratingsTexts)
  const language = useLanguage()
  const { total } = figures
  const few = (
    <span className="rt-few">
      <Missing reason={t.few(figures.atLeast)} />
    </span>
  )
  const names: Readonly<Record<string, string>> = dimensions
  if (total.count === 0) return <Empty icon="chart" title={t.none} />
  return (
    <>
      <p className="quiet rt-period">
        {t.period(dateInWords(figures.from, language), dateInWords(figures.to, language))}
      </p>
      <dl className="rt-figures">
        <Figure label={t.count} value={formatFigure(total.count)} />
        <Figure
          label={t.goodRate}
          value={total.goodRate === null ? few : percent(total.goodRate)}
          note={total.good === null ? undefined : t.of(total.good, total.count)}
        />
        <Figure
          label={t.participation}
          value={figures.participationRate === null ? few : percent(figures.participationRate)}
          note={t.of(figures.ratedMatters, figures.ended)}
        />
        <Figure
          label={t.rectification}
          value={figures.rectificationRate === null ? few : percent(figures.rectificationRate)}
          note={
            figures.rectified === null || figures.badDue === null ? undefined : t.of(figures.rectified, figures.badDue)
          }
        />
        <Figure label={t.excluded} value={formatFigure(figures.excluded)} />
      </dl>
      {total.byLevel === null ? null : <Levels counts={total.byLevel} labels={levels} title={t.byLevel} />}
      <Card title={t.dimension}>
        <dl className="facts ruled card-body">
          {figures.dimensions.map((one) => (
            <Pair key={one.dimension} label={`${names[one.dimension] ?? one.dimension}（${one.count}）`}>
              {one.average === null ? few : formatFigure(one.average)}
            </Pair>
          ))}
        </dl>
      </Card>
      {(['type', 'unit', 'channel'] as const).map((by) => (
        <Rows key={by} title={t.rows[by]} rows={figures.rows.filter((row) => row.by === by)} few={few} />
      ))}
    </>
  )
}

interface LevelsProps {
  readonly title: string
  readonly counts: readonly number[]
  readonly labels: Readonly<Record<number, string>>
}

/** From the best down, each with its count; the bar only helps the eye. */
function Levels({ title, counts, labels }: LevelsProps) {
  const most = Math.max(...counts, 1)
  return (
    <Card title={title}>
      <ul className="rt-levels">
        {[5, 4, 3, 2, 1].map((level) => {
          const count = counts[level - 1] ?? 0
          return (
            <li key={level} data-bad={level <= 2}>
              <span>{labels[level]}</span>
              <i aria-hidden="true" style={{ width: `${(count / most) * 100}%` }} />
              <b>{count}</b>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Rows({
  title,
  rows,
  few,
}: {
  readonly title: string
  readonly rows: readonly Row[]
  readonly few: ReactNode
}) {
  const { figures: t, channels } = useTexts(ratingsTexts)
  const names: Readonly<Record<string, string>> = channels
  if (rows.length === 0) return null
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: t.name, cell: (row) => (row.by === 'channel' ? (names[row.id] ?? row.label) : row.label) },
    { key: 'count', head: t.count, figure: true, cell: (row) => row.count, sort: (row) => row.count },
    {
      key: 'good',
      head: `${t.goodRate}（%）`,
      figure: true,
      cell: (row) => (row.goodRate === null ? few : row.goodRate.toFixed(1)),
      sort: (row) => row.goodRate ?? -1,
    },
    {
      key: 'average',
      head: t.average,
      figure: true,
      cell: (row) => (row.average === null ? few : formatFigure(row.average)),
    },
  ]
  return (
    <section>
      <h2 className="group-title">{title}</h2>
      <Table label={title} columns={columns} rows={rows} rowKey={({ id }) => id} nameColumn="name" />
    </section>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  readonly note?: string | undefined
}

function Figure({ label, value, note }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        {note === undefined ? null : <span className="quiet small">{note}</span>}
      </dd>
    </div>
  )
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
