import './draws.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../api/queries.ts'
import { drawsQuery } from '../../../api/review.queries.ts'
import type { DrawRow } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty, Loaded, NoPermission } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { drawsTexts } from './draws.texts.ts'
import { NewDraw } from './new-draw.tsx'

/** 抽取记录: every draw with what it was computed from. */
export function DrawsPage() {
  const t = useTexts(drawsTexts)
  const allowed = useMay('matter.read')
  const draws = useMay('draw.make')
  const [adding, setAdding] = useState(false)
  const query = useQuery({ ...drawsQuery, enabled: allowed })
  if (!allowed) return <NoPermission />
  const columns: readonly Column<DrawRow>[] = [
    {
      key: 'purpose',
      head: t.purpose,
      cell: (row) => (
        <Link to="/draws/$drawId" params={{ drawId: row.id }}>
          {row.purpose}
        </Link>
      ),
    },
    {
      key: 'state',
      head: t.state,
      cell: (row) => (
        <span className={row.drawnAt === null ? 'light amber' : 'light blue'}>
          {row.drawnAt === null ? t.fixed : t.drawn}
        </span>
      ),
    },
    { key: 'wanted', head: t.wanted, figure: true, cell: (row) => row.wanted },
    { key: 'candidates', head: t.candidates, figure: true, cell: (row) => row.candidates },
    { key: 'excluded', head: t.excluded, figure: true, cell: (row) => row.excluded },
    {
      key: 'when',
      head: t.when,
      cell: (row) => instantInCounty(row.drawnAt ?? row.committedAt),
      sort: (row) => row.drawnAt ?? row.committedAt,
    },
  ]
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        draws ? (
          <button type="button" className="btn primary" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        ) : null
      }
    >
      {adding ? <NewDraw onClose={() => setAdding(false)} /> : null}
      <Loaded query={query}>
        {({ draws }) =>
          draws.length === 0 ? (
            <Empty icon="swap" title={t.noneTitle}>
              {t.none}
            </Empty>
          ) : (
            <Table
              label={t.title}
              columns={columns}
              rows={draws}
              rowKey={({ id }) => id}
              nameColumn="purpose"
              to={({ id }) => `/draws/${id}`}
            />
          )
        }
      </Loaded>
    </Page>
  )
}
