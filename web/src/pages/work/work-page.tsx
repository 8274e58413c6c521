import './work.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { useMay } from '../../api/queries.ts'
import { refusalsOf } from '../../api/refusals.ts'
import { type ActedOn, actOnReports, type SeenReport } from '../../api/report-acts.ts'
import type { DutyRow, Work } from '../../api/types.gen.ts'
import { refreshWork, unitReportsQuery, workQuery } from '../../api/work.queries.ts'
import { dayInWords } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said } from '../../ui/duty.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { railOf } from '../reports/report-rail.tsx'
import { groupDuties, isReady, nextOpenings } from './group-duties.ts'
import { lastReports } from './last-reports.ts'
import { SheetDialog } from './sheet-dialog.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { UrgingsCard } from './urgings-card.tsx'
import { workTexts } from './work.texts.ts'
import { WorkCounts } from './work-counts.tsx'
import { WorkList } from './work-list.tsx'

/** 我的工作: what a unit owes, by when, what came back, and one press to report it. */
export function WorkPage() {
  const allowed = useMay('work.read')
  const { unit } = useSearch({ from: '/work' })
  const query = useQuery({ ...workQuery(unit), enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} alone>
      {(work) => <WorkView key={work.unit?.id ?? ''} work={work} />}
    </Loaded>
  )
}

function WorkView({ work }: { readonly work: Work }) {
  const t = useTexts(workTexts)
  const { unit, may } = work
  const [uploading, setUploading] = useState(false)
  const period = latestPeriod(work)
  if (unit === null)
    return (
      <Page title={t.title} lead={t.chooseLead} actions={<UnitChoice work={work} />}>
        <UnitPicker work={work} />
      </Page>
    )
  return (
    <Page
      title={t.title}
      tag={unit.shortName}
      crumbs={may.draft || work.units.length < 2 ? [] : [{ to: '/work', label: t.allUnits }]}
      lead={may.draft ? t.lead : t.leadOf(unit.shortName)}
      actions={
        <>
          <UnitChoice work={work} />
          {period === '' ? null : (
            <a
              className="btn no-phone"
              href={`/api/work/sheet?unit=${encodeURIComponent(unit.id)}&period=${encodeURIComponent(period)}`}
              download
            >
              {t.exportSheet}
            </a>
          )}
          {may.draft && period !== '' ? (
            <button type="button" className="btn no-phone" onClick={() => setUploading(true)}>
              <Icon name="upload" size={16} />
              {t.fillSheet}
            </button>
          ) : null}
          {may.draft ? <StartLink work={work} /> : null}
        </>
      }
    >
      <WorkCounts work={work} />
      <UrgingsCard
        urgings={work.urgings.filter(({ step, replies }) => replies.length === 0 && !step.startsWith('reminder:'))}
        may={may.draft}
      />
      <Lists work={work} unitId={unit.id} />
      <Recent duties={work.recent} />
      {uploading ? <SheetDialog unit={unit.id} period={period} onClose={() => setUploading(false)} /> : null}
    </Page>
  )
}

/** The first thing to do is one press away. */
function StartLink({ work }: { readonly work: Work }) {
  const t = useTexts(workTexts)
  const rail = railOf(work)
  const first = rail.find(({ state }) => state !== 'drafted') ?? rail[0]
  if (first === undefined) return null
  const begun = rail.some(({ state }) => state === 'drafted')
  return (
    <Link to="/reports/$dutyId" params={{ dutyId: first.id }} className={work.may.submit ? 'btn' : 'btn primary'}>
      {begun ? t.goOn : t.start}
    </Link>
  )
}

function UnitChoice({ work }: { readonly work: Work }) {
  const t = useTexts(workTexts)
  const navigate = useNavigate()
  if (work.units.length < 2) return null
  return (
    <label className="wk-unit">
      <span className="sr">{t.unit}</span>
      <select
        value={work.unit?.id ?? ''}
        onChange={(event) => void navigate({ to: '/work', search: { unit: event.target.value } })}
      >
        {work.unit === null ? <option value="">{t.chooseUnit}</option> : null}
        {work.units.map((each) => (
          <option key={each.id} value={each.id}>
            {each.shortName}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The groups; whoever heads the unit picks what is filled in and hands it in together, all or none. */
function Lists({ work, unitId }: { readonly work: Work; readonly unitId: string }) {
  const t = useTexts(workTexts)
  const reports = useQuery(unitReportsQuery(unitId)).data?.reports ?? []
  const byDuty = new Map(reports.map((report) => [report.duty.id, report]))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ready = work.duties.filter(isReady)
  const items = ready.filter(({ id }) => chosen.has(id)).map(seenOf)
  const submit = useMutation<ActedOn, Problem, readonly SeenReport[]>({
    mutationFn: (seen) => actOnReports('submission', seen),
    onSuccess: async () => {
      setChosen(new Set())
      await refreshWork()
    },
  })
  const toggle = (dutyId: string, take: boolean) => {
    const next = new Set(chosen)
    if (take) next.add(dutyId)
    else next.delete(dutyId)
    setChosen(next)
  }
  const groups = groupDuties(work.duties)
  if (groups.length === 0) return <Nothing today={work.today} />
  return (
    <>
      {submit.data === undefined ? null : (
        <p className="done-note" role="status">
          {t.submittedNote(submit.data.reports.length)}
        </p>
      )}
      {submit.error === null ? null : submit.error.problems.length === 0 ? (
        <Refusal problem={submit.error} />
      ) : (
        <p className="refusal" role="alert">
          {submit.error.message}
        </p>
      )}
      {work.may.submit && ready.length > 0 ? (
        <div className="wk-bar no-print" data-chosen={items.length > 0}>
          <label className="check">
            <input
              type="checkbox"
              checked={items.length === ready.length}
              ref={(box) => {
                if (box !== null) box.indeterminate = items.length > 0 && items.length < ready.length
              }}
              onChange={(event) => setChosen(new Set(event.target.checked ? ready.map(({ id }) => id) : []))}
            />
            {t.selectAll}（{ready.length}）
          </label>
          <span className="quiet">{items.length === 0 ? t.readyHint : t.selected(items.length)}</span>
          <button
            type="button"
            className="btn primary"
            disabled={items.length === 0 || submit.isPending}
            onClick={() => submit.mutate(items)}
          >
            {t.submitSelected}
          </button>
        </div>
      ) : null}
      {groups.map((group) => (
        <WorkList
          key={`${group.key}${group.period}`}
          group={group}
          reports={byDuty}
          lastOf={lastReports(reports)}
          mayDraft={work.may.draft}
          selection={work.may.submit ? { chosen, toggle } : null}
          refusals={refusalsOf(submit.error, submit.variables ?? [])}
        />
      ))}
    </>
  )
}

function seenOf({ id, reportRevision }: DutyRow): SeenReport {
  return { dutyId: id, revision: reportRevision ?? 0 }
}

function Nothing({ today }: { readonly today: string }) {
  const t = useTexts(workTexts)
  const language = useLanguage()
  const { month, quarter } = nextOpenings(today)
  return (
    <Empty icon="check" title={t.noneTitle}>
      {t.noneLead(dayInWords(month, language), dayInWords(quarter, language))}
    </Empty>
  )
}

function Recent({ duties }: { readonly duties: readonly DutyRow[] }) {
  const t = useTexts(workTexts)
  const language = useLanguage()
  if (duties.length === 0) return null
  return (
    <details className="card wk-recent">
      <summary>
        <h2>{t.recent}</h2>
        <span className="quiet small">{t.recentNote(duties.length)}</span>
      </summary>
      <ul className="rows">
        {duties.map((duty) => (
          <li key={duty.id}>
            <Link to={duty.kind === 'part' ? '/duties/$dutyId' : '/reports/$dutyId'} params={{ dutyId: duty.id }}>
              {duty.title}
            </Link>
            <span className={`light ${duty.light}`}>
              <Said sentence={duty.why} />
            </span>
            <time dateTime={duty.closedOn ?? ''} className="quiet small">
              {duty.closedOn === null ? '' : t.closed(dayInWords(duty.closedOn, language))}
            </time>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The period that most of what is owed belongs to: the latest one that is open. */
function latestPeriod(work: Work): string {
  return (
    work.duties
      .map(({ period }) => period)
      .filter((period) => period !== '')
      .sort()
      .at(-1) ?? ''
  )
}
