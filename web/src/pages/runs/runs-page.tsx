import './runs.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { runsQuery } from '../../api/import.queries.ts'
import type { ImportRun } from '../../api/import.types.ts'
import { useMay } from '../../api/queries.ts'
import { registersQuery } from '../../api/register.queries.ts'
import { formatFigure } from '../../format/amounts.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Empty, Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { labelOf } from '../registers/field-words.ts'
import { runLight } from './run-light.ts'
import { runsTexts } from './runs.texts.ts'

/** 名录导入: every batch that was brought in, the newest first. */
export function RunsPage() {
  const t = useTexts(runsTexts)
  const allowed = useMay('register.edit')
  const { register } = useSearch({ from: '/register-imports' })
  const query = useQuery({ ...runsQuery(register), enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.listTitle} lead={t.listLead} actions={<StartChoice />}>
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ imports: runs }) =>
          runs.length === 0 ? (
            <Empty icon="upload" title={t.noRuns} actions={<StartChoice />}>
              {t.noRunsLead}
            </Empty>
          ) : (
            <RunsTable runs={runs} />
          )
        }
      </Loaded>
    </Page>
  )
}

export function RunsTable({ runs }: { readonly runs: readonly ImportRun[] }) {
  const t = useTexts(runsTexts)
  const columns: readonly Column<ImportRun>[] = [
    {
      key: 'file',
      head: t.cols.file,
      cell: (run) => (
        <Link to="/register-imports/$runId" params={{ runId: run.id }}>
          {run.fileName}
        </Link>
      ),
      sort: (run) => run.fileName,
    },
    { key: 'register', head: t.cols.register, cell: (run) => run.registerLabel, sort: (run) => run.registerLabel },
    {
      key: 'status',
      head: t.cols.status,
      cell: (run) => <span className={`light ${runLight(run.status)}`}>{t.status[run.status]}</span>,
      sort: (run) => run.status,
    },
    { key: 'counts', head: t.cols.counts, cell: (run) => <Counts run={run} />, className: 'wide' },
    { key: 'by', head: t.cols.by, cell: (run) => run.byLabel, sort: (run) => run.byLabel, className: 'wide' },
    {
      key: 'at',
      head: t.cols.at,
      cell: (run) => <span className="nb">{instantInCounty(run.startedAt)}</span>,
      sort: (run) => run.startedAt,
      className: 'wide',
    },
  ]
  return (
    <Table
      label={t.listTitle}
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      nameColumn="file"
      to={({ id }) => `/register-imports/${encodeURIComponent(id)}`}
    />
  )
}

function Counts({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const parts = (['new', 'changed', 'same', 'doubtful', 'faulty'] as const).filter((key) => run.counts[key] > 0)
  if (parts.length === 0) return <span className="quiet">—</span>
  return (
    <span className="ru-counts">
      {parts.map((key) => (
        <span key={key} data-kind={key}>
          {t.counts[key]} <b>{formatFigure(run.counts[key])}</b>
        </span>
      ))}
    </span>
  )
}

/** Which register a file goes into is asked first: it decides what its columns can be. */
function StartChoice() {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  const registers = useQuery(registersQuery).data?.registers ?? []
  return (
    <Popover
      className="btn primary"
      title={t.startWhich}
      label={
        <>
          <Icon name="upload" size={16} />
          {t.start}
        </>
      }
    >
      {() => (
        <>
          <p className="pop-body pop-title">{t.startWhich}</p>
          <div className="pop-list">
            {registers.map((register) => (
              <Link
                key={register.id}
                to="/registers/$register/import"
                params={{ register: register.id }}
                className="menu-item"
              >
                {labelOf(register, language)}
              </Link>
            ))}
          </div>
        </>
      )}
    </Popover>
  )
}
