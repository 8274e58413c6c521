import '../reports/reports.css'
import './sheets.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type Problem, post } from '../../api/client.ts'
import { queryClient, seg, useMay } from '../../api/queries.ts'
import type { ReportContent, SheetImport } from '../../api/types.gen.ts'
import { refreshWork, sheetQuery } from '../../api/work.queries.ts'
import { formatFigure } from '../../format/amounts.ts'
import { instantInCounty } from '../../format/dates.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { Empty, Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { sheetsTexts } from './sheets.texts.ts'

/** A table that came in: what it would change, what is wrong with it, and one decision over the whole. */
export function SheetPage() {
  const t = useTexts(sheetsTexts)
  const allowed = useMay('work.read')
  const { sheetId } = useParams({ from: '/work/sheets/$sheetId' })
  const query = useQuery({ ...sheetQuery(sheetId), enabled: allowed })
  if (!allowed) return <NoPermission />
  const missing = (
    <Empty
      alone
      title={t.missing}
      actions={
        <Link to="/work" className="btn">
          {t.toWork}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(sheet) => <SheetView sheet={sheet} />}
    </Loaded>
  )
}

function SheetView({ sheet }: { readonly sheet: SheetImport }) {
  const t = useTexts(sheetsTexts)
  const language = useLanguage()
  const changing = sheet.rows.filter(({ change }) => change !== 'same')
  const decide = useMutation<SheetImport, Problem, boolean>({
    mutationFn: (take) => post(`/work/sheets/${seg(sheet.id)}/decision`, { take }),
    onSuccess: async (answer) => {
      queryClient.setQueryData(sheetQuery(sheet.id).queryKey, answer)
      await refreshWork()
    },
  })
  const light = { waiting: 'amber', taken: 'green', discarded: 'grey' }[sheet.state]
  return (
    <Page
      title={t.title}
      tag={<span className={`light ${light}`}>{t[sheet.state]}</span>}
      lead={
        <>
          {t.lead(sheet.fileName, sheet.unit.shortName, periodInWords(sheet.period, language))}
          <span className="small">　{t.uploaded(sheet.createdBy, instantInCounty(sheet.createdAt))}</span>
        </>
      }
      crumbs={[{ to: `/work?unit=${seg(sheet.unit.id)}`, label: t.crumb }]}
      actions={
        sheet.state === 'waiting' ? (
          <>
            <button type="button" className="btn" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
              {t.discard}
            </button>
            {changing.length === 0 ? null : (
              <button
                type="button"
                className="btn primary"
                disabled={decide.isPending}
                onClick={() => decide.mutate(true)}
              >
                {t.take(changing.length)}
              </button>
            )}
          </>
        ) : (
          <Link to="/work" search={{ unit: sheet.unit.id }} className="btn primary">
            {t.toWork}
          </Link>
        )
      }
    >
      <Refusal problem={decide.error} />
      <p className="done-note" role="status">
        {{ waiting: t.nothingYet, taken: t.takenNote, discarded: t.discardedNote }[sheet.state]}
      </p>
      {sheet.issues.length === 0 ? null : (
        <Card title={t.issues} note={t.issuesNote(sheet.issues.length)} className="sh-issues">
          <Issues sheet={sheet} />
        </Card>
      )}
      <Card title={t.good} note={t.goodNote(sheet.rows.length, changing.length)}>
        {sheet.rows.length === 0 ? (
          <p className="card-body quiet">{sheet.issues.length === 0 ? t.nothing : t.noGood}</p>
        ) : (
          <GoodRows sheet={sheet} />
        )}
      </Card>
    </Page>
  )
}

function Issues({ sheet }: { readonly sheet: SheetImport }) {
  const t = useTexts(sheetsTexts)
  type Issue = SheetImport['issues'][number]
  const columns: readonly Column<Issue>[] = [
    {
      key: 'where',
      head: t.issue.where,
      className: 'sh-where',
      cell: (issue) => t.place(issue.sheet, issue.row, issue.column),
    },
    {
      key: 'value',
      head: t.issue.value,
      cell: ({ value }) =>
        value === null || value === '' ? <span className="quiet">{t.blank}</span> : <code>{value}</code>,
    },
    {
      key: 'wrong',
      head: t.issue.wrong,
      className: 'wide',
      cell: ({ message }) => (
        <span className="light red sh-wrong">
          <Said sentence={message} />
        </span>
      ),
    },
    { key: 'remedy', head: t.issue.remedy, className: 'wide', cell: ({ remedy }) => <Said sentence={remedy} /> },
  ]
  return (
    <Table
      label={t.issues}
      columns={columns}
      rows={sheet.issues}
      rowKey={(issue) => `${issue.sheet} ${issue.row} ${issue.column} ${issue.message.zh}`}
      nameColumn="where"
    />
  )
}

function GoodRows({ sheet }: { readonly sheet: SheetImport }) {
  const t = useTexts(sheetsTexts)
  type Row = SheetImport['rows'][number]
  const lights = { new: 'green', changed: 'amber', same: 'grey' } as const
  const columns: readonly Column<Row>[] = [
    { key: 'row', head: t.col.row, figure: true, className: 'w-number', cell: ({ row }) => row },
    {
      key: 'item',
      head: t.col.item,
      cell: (row) => (
        <Link to="/reports/$dutyId" params={{ dutyId: row.dutyId }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'before', head: t.col.before, figure: true, cell: ({ before }) => <Brief content={before} /> },
    {
      key: 'after',
      head: t.col.after,
      figure: true,
      className: 'figure-strong',
      cell: ({ content }) => <Brief content={content} />,
    },
    {
      key: 'change',
      head: t.col.change,
      className: 'w-count',
      sort: ({ change }) => change,
      cell: ({ change }) => <span className={`light ${lights[change]}`}>{t.changes[change]}</span>,
    },
  ]
  return <Table label={t.good} columns={columns} rows={sheet.rows} rowKey={({ dutyId }) => dutyId} nameColumn="item" />
}

function Brief({ content }: { readonly content: ReportContent | null }) {
  const t = useTexts(sheetsTexts)
  if (content === null) return <span className="quiet">{t.blank}</span>
  if (content.progress !== null) return <>{`${formatFigure(content.progress)}%`}</>
  if (content.valueState === null) return <span className="quiet">{t.blank}</span>
  return <ReadingValue reading={{ state: content.valueState, value: content.value, reason: content.valueReason }} />
}
