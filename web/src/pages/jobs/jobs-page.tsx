import './jobs.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type Problem, post } from '../../api/client.ts'
import { type Job, jobsQuery } from '../../api/job.queries.ts'
import { queryClient, seg, useMay } from '../../api/queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { DemonstrationCard } from './demonstration-card.tsx'
import { jobsTexts } from './jobs.texts.ts'
import { scheduleWords } from './schedule-words.ts'

/** 系统任务: what the platform does by itself, how it went, and when it does it next. */
export function JobsPage() {
  const t = useTexts(jobsTexts)
  const allowed = useMay('clock.run')
  const query = useQuery({ ...jobsQuery, enabled: allowed, refetchInterval: 10_000 })
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <DemonstrationCard />
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ jobs }) =>
          jobs.length === 0 ? (
            <Empty icon="clock" title={t.none} />
          ) : (
            <Card>
              <ul className="rows jb-rows">
                {jobs.map((job) => (
                  <JobLine key={job.id} job={job} />
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}

function JobLine({ job }: { readonly job: Job }) {
  const t = useTexts(jobsTexts)
  const zh = useLanguage() === 'zh'
  const run = useMutation<{ wasWaiting: boolean }, Problem>({
    mutationFn: () => post(`/jobs/${seg(job.id)}/run`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  const label = zh ? job.label : job.labelEn
  return (
    <li>
      <div className="jb-name">
        <h2>{label}</h2>
        <p className="quiet small">{zh ? job.about : job.aboutEn}</p>
      </div>
      <dl>
        <div>
          <dt>{t.col.every}</dt>
          <dd>{scheduleWords(job.every, t)}</dd>
        </div>
        <div>
          <dt>{t.col.last}</dt>
          <dd>
            <LastRun job={job} />
          </dd>
        </div>
        <div>
          <dt>{t.col.next}</dt>
          <dd>{job.waiting ? t.waiting : instantInCounty(job.nextRunAt)}</dd>
        </div>
      </dl>
      <button
        type="button"
        className="btn small-btn no-print"
        disabled={run.isPending || job.waiting}
        onClick={() => run.mutate()}
      >
        {t.run}
        <span className="sr"> {label}</span>
      </button>
      {run.error === null ? null : (
        <div className="jb-wide">
          <Refusal problem={run.error} />
        </div>
      )}
      {run.isSuccess ? (
        <p className="jb-wide small light green" role="status">
          {t.asked}
        </p>
      ) : null}
      <Failure job={job} />
    </li>
  )
}

const lights = { done: 'green', idle: 'green', failed: 'red', interrupted: 'amber' } as const

function LastRun({ job }: { readonly job: Job }) {
  const t = useTexts(jobsTexts)
  const { lastRun } = job
  if (lastRun === null) return <span className="quiet">{t.never}</span>
  return (
    <>
      {lastRun.outcome === null ? (
        <span className="light amber">{t.running}</span>
      ) : (
        <span className={`light ${lights[lastRun.outcome]}`}>{t.outcomes[lastRun.outcome]}</span>
      )}
      <time dateTime={lastRun.startedAt ?? lastRun.requestedAt} className="quiet">
        {instantInCounty(lastRun.endedAt ?? lastRun.startedAt ?? lastRun.requestedAt)}
      </time>
    </>
  )
}

/** A failure is shown until a later run went well; what it said and the number that finds it in the log. */
function Failure({ job }: { readonly job: Job }) {
  const t = useTexts(jobsTexts)
  const { lastFailure } = job
  if (lastFailure === null) return null
  const { detail, requestId } = lastFailure
  const isNow = job.lastRun?.id === lastFailure.id
  return (
    <details className="jb-wide jb-failure" open={isNow}>
      <summary className={isNow ? 'light red' : 'quiet small'}>
        {t.lastFailure}　{instantInCounty(lastFailure.endedAt ?? lastFailure.requestedAt)}
      </summary>
      <pre className="small">{typeof detail === 'string' ? detail : JSON.stringify(detail, null, 2)}</pre>
      {requestId === null ? null : (
        <p className="quiet small">
          {t.requestId} <code>{requestId}</code>
        </p>
      )}
    </details>
  )
}
