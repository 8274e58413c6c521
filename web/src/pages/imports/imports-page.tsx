import './imports.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Problem, post } from '../../api/client.ts'
import { importsQuery, queryClient, useMay, useSession } from '../../api/queries.ts'
import type { ImportRow } from '../../api/types.gen.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Refusal, Skeleton } from '../../ui/states.tsx'
import { importsTexts } from './imports.texts.ts'
import { UploadCard } from './upload-card.tsx'

/** 导入与核对: bring a plan in, and go on where one stopped. */
export function ImportsPage() {
  const t = useTexts(importsTexts)
  const allowed = useMay('plan.review')
  const session = useSession()
  const mayAdopt = useMay('plan.adopt')
  const query = useQuery({ ...importsQuery, enabled: allowed })
  if (!allowed || session === undefined) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="grid two-one im-grid">
        <div>
          <UploadCard hasProgramme={session.hasProgramme} scanned={session.virusScanner !== null} />
          <Card title={t.listTitle}>
            <Loaded
              query={query}
              skeleton={
                <div className="card-body">
                  <Skeleton rows={3} />
                </div>
              }
            >
              {({ imports }) =>
                imports.length === 0 ? (
                  <Empty icon="inbox" title={t.emptyTitle}>
                    {t.emptyLead}
                  </Empty>
                ) : (
                  <ul className="rows im-rows">
                    {imports.map((one) => (
                      <ImportLine key={one.id} row={one} />
                    ))}
                  </ul>
                )
              }
            </Loaded>
          </Card>
        </div>
        {mayAdopt && !session.hasProgramme && session.countyPlanAvailable ? <CountyPlan /> : null}
      </div>
    </Page>
  )
}

function CountyPlan() {
  const t = useTexts(importsTexts)
  const navigate = useNavigate()
  const load = useMutation<unknown, Problem>({
    mutationFn: () => post('/plan-imports/county'),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      void navigate({ to: '/' })
    },
  })
  return (
    <Card title={t.countyTitle}>
      <div className="card-body">
        <p className="quiet">{t.countyLead}</p>
        <Refusal problem={load.error} />
        <p className="im-county">
          <button type="button" className="btn" disabled={load.isPending} onClick={() => load.mutate()}>
            {t.countyAction}
          </button>
        </p>
      </div>
    </Card>
  )
}

function ImportLine({ row }: { readonly row: ImportRow }) {
  const t = useTexts(importsTexts)
  const shade = { review: 'amber', adopted: 'green', discarded: 'grey' }[row.status]
  const { units, questions, unread, pending } = row.open
  const todo = [
    { label: t.todo.units, count: units },
    { label: t.todo.questions, count: questions },
    { label: t.todo.unread, count: unread },
  ].filter((one) => one.count > 0)
  return (
    <li>
      <div>
        <Link to="/imports/$importId" params={{ importId: row.id }} className="im-title">
          {row.title}
        </Link>
        <p className="im-facts">
          <span className={`light ${shade}`}>
            {row.adoptedVersion === null ? t.status[row.status] : t.adoptedAs(row.adoptedVersion)}
          </span>
          <span>{row.kind === 'first' ? t.first : t.amendment}</span>
          {row.baseVersion === null ? null : <span>{t.base(row.baseVersion)}</span>}
          <span>{t.counts(row.counts.targets, row.counts.milestones, row.counts.tasks)}</span>
        </p>
        <p className="im-facts quiet small">
          {row.fileName === null ? null : <span>{row.fileName}</span>}
          <span>{t.by(row.createdBy, instantInCounty(row.createdAt))}</span>
        </p>
      </div>
      <div className="im-side">
        {row.status === 'review' ? (
          <>
            <span>{t.open(pending)}</span>
            <span className="quiet small">{todo.map((one) => `${one.label} ${one.count}`).join('　')}</span>
          </>
        ) : null}
        <Link to="/imports/$importId" params={{ importId: row.id }} className="btn small-btn">
          {row.status === 'review' ? t.go : t.see}
        </Link>
      </div>
    </li>
  )
}
