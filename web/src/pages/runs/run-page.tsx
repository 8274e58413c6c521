import './runs.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { runQuery } from '../../api/import.queries.ts'
import type { ImportRun } from '../../api/import.types.ts'
import { refreshRegisters, registerQuery } from '../../api/register.queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { Mapping } from './mapping.tsx'
import { Preview } from './preview.tsx'
import { RunActions } from './run-actions.tsx'
import { isWorking, runLight } from './run-light.ts'
import { RunProgress } from './run-progress.tsx'
import { RunResult } from './run-result.tsx'
import { runsTexts } from './runs.texts.ts'

/** One import from its columns over the preview to what was written, and back again. */
export function RunPage() {
  const { runId } = useParams({ from: '/register-imports/$runId' })
  const query = useQuery({
    ...runQuery(runId),
    refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data.status) ? 800 : false),
  })
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoRun />} alone>
      {(run) => <RunView run={run} />}
    </Loaded>
  )
}

function RunView({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const [mapping, setMapping] = useState(false)
  useEndOfWork(run)
  const mapsNow = run.status === 'mapping' || (mapping && run.may.map)
  return (
    <Page
      title={run.fileName}
      tag={<span className={`light ${runLight(run.status)}`}>{t.status[run.status]}</span>}
      lead={
        <span className="ru-lead">
          <span>{t.startTitle(run.registerLabel)}</span>
          <span>{t.by(run.byLabel, instantInCounty(run.startedAt))}</span>
        </span>
      }
      crumbs={[
        { to: '/register-imports', label: t.listTitle },
        { to: `/registers/${run.register}`, label: run.registerLabel },
      ]}
      actions={<RunActions run={run} onRemap={run.may.map && !mapsNow ? () => setMapping(true) : null} />}
    >
      <Steps run={run} mapsNow={mapsNow} />
      <Trouble run={run} />
      {isWorking(run.status) ? (
        <RunProgress run={run} />
      ) : mapsNow ? (
        <WithDescription run={run} onMapped={() => setMapping(false)} />
      ) : run.status === 'ready' ? (
        <Preview run={run} />
      ) : (
        <RunResult run={run} />
      )}
    </Page>
  )
}

/** The mapping needs to know the fields that columns can be. */
function WithDescription({ run, onMapped }: { readonly run: ImportRun; readonly onMapped: () => void }) {
  const query = useQuery(registerQuery(run.register))
  return (
    <Loaded query={query}>
      {(description) => <Mapping run={run} description={description} onMapped={onMapped} />}
    </Loaded>
  )
}

function Steps({ run, mapsNow }: { readonly run: ImportRun; readonly mapsNow: boolean }) {
  const t = useTexts(runsTexts)
  const at = mapsNow
    ? 0
    : run.status === 'ready' || run.status === 'reading' || run.status === 'failed' || run.status === 'discarded'
      ? 1
      : 2
  return (
    <ol className="ru-steps no-print">
      {[t.steps.map, t.steps.preview, t.steps.done].map((label, index) => (
        <li
          key={label}
          aria-current={index === at ? 'step' : undefined}
          data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
        >
          <i aria-hidden="true">{index < at ? '✓' : index + 1}</i>
          {label}
        </li>
      ))}
    </ol>
  )
}

function Trouble({ run }: { readonly run: ImportRun }) {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  if (run.trouble === null) return null
  return (
    <div className="refusal" role="alert">
      <b>{t.failed}</b>
      <p>{run.trouble[language]}</p>
    </div>
  )
}

/** When the server is done, lists and figures elsewhere are no longer what they were. */
function useEndOfWork(run: ImportRun): void {
  const before = useRef(run.status)
  useEffect(() => {
    if (isWorking(before.current) && !isWorking(run.status)) void refreshRegisters()
    before.current = run.status
  }, [run.status])
}

function NoRun() {
  const t = useTexts(runsTexts)
  return (
    <Empty
      icon="question"
      alone
      title={t.missingTitle}
      actions={
        <Link to="/register-imports" className="btn primary">
          {t.listTitle}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
}
