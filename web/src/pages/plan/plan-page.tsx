import './plan.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { post } from '../../api/client.ts'
import { planQuery, queryClient, useMay, versionsQuery } from '../../api/queries.ts'
import type { ImportDetail, PlanTree } from '../../api/types.gen.ts'
import { dateInWords } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Filters } from '../../ui/choices.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { Loaded, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { filterPlan } from './filter-plan.ts'
import { planTexts } from './plan.texts.ts'
import { MilestonesLeft, PhasesPart, QuestionsPart, SafeguardsPart, TargetsPart, TasksPart } from './plan-parts.tsx'
import { SourceText } from './source-text.tsx'

/** 方案: everything that it says, in its own order, each item with its words and its links. */
export function PlanPage() {
  const { version } = useSearch({ from: '/plan' })
  const query = useQuery(planQuery(version))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoProgramme alone />} alone>
      {(plan) => <PlanView plan={plan} />}
    </Loaded>
  )
}

function PlanView({ plan }: { readonly plan: PlanTree }) {
  const t = useTexts(planTexts)
  const common = useCommon()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const { plan: shown, count } = filterPlan(plan, wanted)
  const { plan: head } = plan
  const amend = useAmendment()
  const mayAmend = useMay('plan.adopt')
  return (
    <Page
      title={head.title}
      lead={`${common.version(head.version)}，${dateInWords(head.effectiveFrom, language)}${language === 'zh' ? '起施行' : ' on'}`}
      actions={
        <>
          <VersionPicker current={head.version} />
          <PrintButton />
          {mayAmend ? (
            <button
              type="button"
              className="btn primary"
              title={t.amendNote}
              disabled={amend.isPending}
              onClick={() => amend.mutate()}
            >
              {t.amend}
            </button>
          ) : null}
        </>
      }
    >
      <Refusal problem={amend.error} />
      {head.version === head.versions ? null : (
        <p className="old-version">
          {t.old(head.version)} <Link to="/plan">{t.toCurrent}</Link>
        </p>
      )}
      <div className="plan-layout">
        <Contents plan={shown} />
        <div className="plan-body">
          <Filters>
            <label>
              <span className="sr">{t.find}</span>
              <input
                type="search"
                placeholder={t.find}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            <p className="filter-result" role="status">
              {wanted === '' ? '' : count === 0 ? t.noneFound : t.found(count)}
            </p>
          </Filters>
          {wanted === '' ? <HeadPart plan={plan} /> : null}
          <TargetsPart plan={shown} />
          <TasksPart plan={shown} />
          <MilestonesLeft plan={shown} />
          <SafeguardsPart plan={shown} />
          <PhasesPart plan={shown} />
          <QuestionsPart plan={shown} />
          {plan.sourceText !== null && wanted === '' ? <SourceText text={plan.sourceText} /> : null}
        </div>
      </div>
    </Page>
  )
}

/** A draft made from the version in force; the review page takes over. */
function useAmendment() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => post<ImportDetail>('/plan-amendments'),
    onSuccess: (draft) => {
      void queryClient.invalidateQueries({ queryKey: ['imports'] })
      void navigate({ to: '/imports/$importId', params: { importId: draft.id } })
    },
  })
}

function VersionPicker({ current }: { readonly current: number }) {
  const t = useTexts(planTexts)
  const common = useCommon()
  const navigate = useNavigate()
  const { data } = useQuery(versionsQuery)
  if (data === undefined || data.versions.length < 2) return null
  return (
    <label className="version-picker">
      <span className="sr">{t.version}</span>
      <select
        value={current}
        onChange={(event) => void navigate({ to: '/plan', search: { version: Number(event.target.value) } })}
      >
        {data.versions.map((version) => (
          <option key={version.number} value={version.number}>
            {`${common.version(version.number)}（${version.effectiveFrom}）`}
          </option>
        ))}
      </select>
    </label>
  )
}

function HeadPart({ plan }: { readonly plan: PlanTree }) {
  const t = useTexts(planTexts)
  const { plan: head } = plan
  const missing = <span className="quiet">{t.notPrinted}</span>
  return (
    <Card id="head">
      <div className="card-body">
        <dl className="facts plan-facts">
          <dt>{t.head.issuer}</dt>
          <dd>{head.issuer ?? missing}</dd>
          <dt>{t.head.documentNo}</dt>
          <dd>{head.documentNo ?? missing}</dd>
          <dt>{t.head.issuedOn}</dt>
          <dd>{head.issuedOn ?? missing}</dd>
          <dt>{t.head.period}</dt>
          <dd>{`${head.period.start} — ${head.period.end}`}</dd>
        </dl>
        {plan.goal === null ? null : (
          <>
            <h2 className="plan-goal-head">{t.goal}</h2>
            <p className="plan-goal">{plan.goal}</p>
          </>
        )}
      </div>
    </Card>
  )
}

function Contents({ plan }: { readonly plan: PlanTree }) {
  const t = useTexts(planTexts)
  const parts = [
    { id: 'targets', label: t.targets, count: plan.targets.length },
    { id: 'tasks', label: t.tasks, count: plan.tasks.length },
    {
      id: 'milestones',
      label: t.otherMilestones,
      count: plan.milestones.filter((one) => one.tasks.length === 0).length,
    },
    { id: 'safeguards', label: t.safeguards, count: plan.safeguards.length },
    { id: 'phases', label: t.phases, count: plan.phases.length },
    { id: 'questions', label: t.questions, count: plan.questions.length },
  ]
  return (
    <nav className="plan-contents no-print" aria-label={t.jump}>
      <ul>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>
                {part.label} <span>{part.count}</span>
              </a>
              {part.id === 'tasks' ? (
                <ul>
                  {plan.groups.map((group) => (
                    <li key={group.itemId}>
                      <a href={`#${group.itemId}`} title={group.title}>
                        {group.title}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        {plan.sourceText === null ? null : (
          <li>
            <a href="#source">{t.source}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
