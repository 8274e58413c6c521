import './runs.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type DragEvent, useId, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { runsQuery, startRun } from '../../api/import.queries.ts'
import type { ImportRun } from '../../api/import.types.ts'
import { queryClient } from '../../api/queries.ts'
import { registerQuery } from '../../api/register.queries.ts'
import type { RegisterDescription } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { labelOf } from '../registers/field-words.ts'
import { NoRegister } from '../registers/no-register.tsx'
import { runsTexts } from './runs.texts.ts'
import { RunsTable } from './runs-page.tsx'

/** 导入: drop a file, and go on with what was recognised in it. */
export function StartPage() {
  const { register } = useParams({ from: '/registers/$register/import' })
  const query = useQuery(registerQuery(register))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoRegister />} alone>
      {(description) => (description.may.import ? <Start description={description} /> : <NoPermission />)}
    </Loaded>
  )
}

function Start({ description }: { readonly description: RegisterDescription }) {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  const label = labelOf(description, language)
  const runs = useQuery(runsQuery(description.id)).data?.imports ?? []
  return (
    <Page title={t.startTitle(label)} lead={t.startLead} crumbs={[{ to: `/registers/${description.id}`, label }]}>
      <div className="ru-start">
        <DropCard register={description.id} />
        {runs.length === 0 ? null : (
          <section>
            <h2 className="ru-heading">{t.lastRuns}</h2>
            <RunsTable runs={runs.slice(0, 8)} />
          </section>
        )}
      </div>
    </Page>
  )
}

function DropCard({ register }: { readonly register: string }) {
  const t = useTexts(runsTexts)
  const navigate = useNavigate()
  const input = useId()
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const [refused, setRefused] = useState('')
  const send = useMutation<ImportRun, Problem, File>({
    mutationFn: (file) => startRun(register, file, setShare),
    onSuccess: (run) => {
      void queryClient.invalidateQueries({ queryKey: ['runs', 'list'] })
      void navigate({ to: '/register-imports/$runId', params: { runId: run.id } })
    },
  })
  const take = (file: File | undefined) => {
    if (file === undefined || send.isPending) return
    const fault = file.size === 0 ? t.emptyFile : /\.xls$/i.test(file.name) ? t.isOldExcel : ''
    setRefused(fault)
    setShare(0)
    send.reset()
    if (fault === '') send.mutate(file)
  }
  return (
    <section className="card ru-drop-card" aria-label={t.start}>
      {refused === '' ? (
        <Refusal problem={send.error} />
      ) : (
        <p className="refusal" role="alert">
          {refused}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the file field inside does the same */}
      <div
        className={over ? 'ru-drop over' : 'ru-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <span className="empty-icon">
          <Icon name="upload" size={26} />
        </span>
        {send.isPending ? (
          <div className="ru-sending" role="status">
            <p>{t.sending(send.variables.name, Math.round(share * 100))}</p>
            <progress value={share >= 1 ? undefined : share} max={1} aria-label={send.variables.name} />
          </div>
        ) : (
          <>
            <h2>{over ? t.dropNow : t.dropTitle}</h2>
            <p className="ru-choose">
              <span className="quiet">{t.dropOr}</span>
              <label className="btn primary" htmlFor={input}>
                {t.choose}
              </label>
              <input
                id={input}
                className="ru-file"
                type="file"
                accept=".xlsx,.csv,.json,.xml,.txt,.et,.xls"
                onChange={(event) => {
                  take(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </p>
            <p className="quiet small">{t.formats}</p>
            <p className="quiet small">{t.oldExcel}</p>
          </>
        )}
      </div>
      <p className="ru-template">
        <a href={`/api/registers/${encodeURIComponent(register)}/template`} download>
          {t.template}
        </a>
        <span className="quiet small">{t.templateLead}</span>
      </p>
    </section>
  )
}
