import './parts.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../api/queries.ts'
import type { TaskProgress } from '../../api/types.gen.ts'
import { taskProgressQuery } from '../../api/work.queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { CycleChoice } from '../../ui/cycle-choice.tsx'
import { Said } from '../../ui/duty.tsx'
import { FirstFew } from '../../ui/first-few.tsx'
import { Card } from '../../ui/page.tsx'
import { ReportStateMark } from '../../ui/report-state.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { UrgingList } from '../supervision/urging-list.tsx'
import { PartTable } from './part-table.tsx'
import { partsTexts } from './parts.texts.ts'
import { PartsDialog } from './parts-dialog.tsx'

/** The living side of a task's page: how it stands, who carries what, what was reported, what was urged. */
export function TaskLiving({ itemId }: { readonly itemId: string }) {
  const allowed = useMay('work.read')
  const query = useQuery({ ...taskProgressQuery(itemId), enabled: allowed })
  if (!allowed) return null
  if (query.data === undefined)
    return (
      <div className="card pad">
        {query.error === null ? (
          <Skeleton rows={5} />
        ) : (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    )
  return <LivingView task={query.data} />
}

function LivingView({ task }: { readonly task: TaskProgress }) {
  const t = useTexts(partsTexts)
  const [editing, setEditing] = useState(false)
  return (
    <>
      <Standing task={task} />
      <Card
        title={t.parts}
        note={t.partsNote}
        actions={
          task.may.assign.may ? (
            <button type="button" className="btn small-btn no-print" onClick={() => setEditing(true)}>
              {t.edit}
            </button>
          ) : undefined
        }
      >
        {task.parts.length === 0 ? <p className="card-body quiet">{t.noParts}</p> : <PartTable parts={task.parts} />}
        {task.parts.length === 0 ? null : <WeightSum task={task} />}
      </Card>
      <Card title={t.reports} note={t.reportsNote}>
        <Reports task={task} />
      </Card>
      {task.urgings.length === 0 ? null : (
        <Card title={t.urgings}>
          <UrgingList urgings={task.urgings} />
        </Card>
      )}
      {editing ? <PartsDialog task={task} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

function Standing({ task }: { readonly task: TaskProgress }) {
  const t = useTexts(partsTexts)
  const share = Math.round(task.share * 1000) / 10
  return (
    <Card title={t.standing}>
      <div className="card-body tp-standing">
        <p className={`light ${task.light} tp-why`}>
          <Said sentence={task.why} />
        </p>
        <dl>
          <div>
            <dt>{t.progress}</dt>
            <dd>
              {task.progress === null ? (
                <span className="quiet">{t.progressNone}</span>
              ) : (
                <b className="num">{task.progress}%</b>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.schedule}</dt>
            <dd className="num">{share}%</dd>
          </div>
        </dl>
        <ProgressBar progress={task.progress} share={share} light={task.light} />
        <CycleChoice kind="task" itemId={task.itemId} cycle={task.cycle} />
      </div>
    </Card>
  )
}

/** Progress with a tick where the schedule stands; decoration beside the figures. */
function ProgressBar({
  progress,
  share,
  light,
}: {
  readonly progress: number | null
  readonly share: number
  readonly light: string
}) {
  return (
    <div className="tp-bar" aria-hidden="true" data-light={light} data-missing={progress === null}>
      <i style={{ width: `${Math.min(100, progress ?? 0)}%` }} />
      <u style={{ left: `${Math.min(100, share)}%` }} />
    </div>
  )
}

function WeightSum({ task }: { readonly task: TaskProgress }) {
  const t = useTexts(partsTexts)
  const { sum, difference } = task.weights
  return (
    <p className="card-body quiet small">
      {difference === 0 ? t.weightsFull : t.weights(String(sum), `${difference}%`)}
    </p>
  )
}

function Reports({ task }: { readonly task: TaskProgress }) {
  const t = useTexts(partsTexts)
  const language = useLanguage()
  if (task.reports.length === 0) return <p className="card-body quiet">{t.noReports}</p>
  return (
    <FirstFew rows={task.reports} most={6} className="rows tp-reports">
      {(report) => (
        <li key={report.duty.id}>
          <p>
            <Link to="/reports/$dutyId" params={{ dutyId: report.duty.id }}>
              {periodInWords(report.duty.period, language)}　{report.duty.unit.shortName}
            </Link>
            <ReportStateMark state={report.state} />
            {report.evidence === 0 ? null : <span className="quiet small">{t.evidence(report.evidence)}</span>}
            <time dateTime={report.updatedAt} className="quiet small">
              {instantInCounty(report.updatedAt)}
            </time>
          </p>
          <p>
            <Said sentence={report.summary} />
          </p>
          {report.content.narrative === '' ? null : <p className="quiet">{report.content.narrative}</p>}
        </li>
      )}
    </FirstFew>
  )
}
