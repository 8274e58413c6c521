import './findings.css'
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Problem } from '../../api/client.ts'
import { organisationsQuery, useMay } from '../../api/queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Failed, Loaded, Refusal, Skeleton } from '../../ui/states.tsx'
import type { FindingFilters } from './finding-filters.ts'
import { FindingRow } from './finding-row.tsx'
import {
  type FindingsPage as Findings,
  findingsPage,
  type QualityRule,
  qualityRulesQuery,
  refreshFindings,
  runChecks,
} from './findings.queries.ts'
import { findingsTexts } from './findings.texts.ts'

/** 数据问题: what is doubtful in the registers today, whose it is, until when, and what to do about it. */
export function FindingsPage() {
  const t = useTexts(findingsTexts)
  const may = useMay('quality.manage')
  const rules = useQuery(qualityRulesQuery)
  const run = useMutation<unknown, Problem>({ mutationFn: runChecks, onSuccess: refreshFindings })
  const ranAt = rules.data?.ranAt ?? null
  return (
    <Page
      title={t.title}
      lead={ranAt === null ? t.lead : `${t.lead} ${t.ranAt(instantInCounty(ranAt))}`}
      actions={
        <>
          <PrintButton />
          {may ? (
            <button type="button" className="btn primary" disabled={run.isPending} onClick={() => run.mutate()}>
              {run.isPending ? t.running : t.runNow}
            </button>
          ) : null}
        </>
      }
    >
      <Refusal problem={run.error} />
      {run.isSuccess ? (
        <p className="done-note" role="status">
          {t.ran}
        </p>
      ) : null}
      <FindingFiltersBar />
      <div className="grid fd-page">
        <FindingList mayExplain={may} />
        <Loaded query={rules} skeleton={<Skeleton rows={6} />}>
          {({ rules }) => <RuleCounts rules={rules} />}
        </Loaded>
      </div>
    </Page>
  )
}

function useFilters() {
  const filters = useSearch({ from: '/findings' })
  const navigate = useNavigate({ from: '/findings' })
  const set = (part: { readonly [K in keyof FindingFilters]?: FindingFilters[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value !== undefined))
    void navigate({ search: next, replace: true })
  }
  return { filters, set }
}

function FindingFiltersBar() {
  const t = useTexts(findingsTexts)
  const common = useCommon()
  const { filters, set } = useFilters()
  const units = useQuery(organisationsQuery).data?.organisations ?? []
  return (
    <Filters>
      <Chips
        label={t.status}
        value={filters.status ?? 'open'}
        onChange={(status) => set({ status: status === 'open' ? undefined : status })}
        choices={(['open', 'explained', 'resolved', 'all'] as const).map((value) => ({
          value,
          label: t.statuses[value],
        }))}
      />
      <Chips
        label={t.severity}
        value={filters.severity ?? 'any'}
        onChange={(severity) => set({ severity: severity === 'any' ? undefined : severity })}
        choices={[
          { value: 'any', label: common.all },
          ...(['error', 'warning', 'note'] as const).map((value) => ({ value, label: t.severities[value] })),
        ]}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={filters.overdue === 'yes'}
          onChange={(event) => set({ overdue: event.target.checked ? 'yes' : undefined })}
        />
        {t.onlyOverdue}
      </label>
      <label>
        {t.owner}
        <select
          value={filters.unit ?? ''}
          onChange={(event) => set({ unit: event.target.value === '' ? undefined : event.target.value })}
        >
          <option value="">{common.all}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.shortName}
            </option>
          ))}
        </select>
      </label>
    </Filters>
  )
}

function FindingList({ mayExplain }: { readonly mayExplain: boolean }) {
  const t = useTexts(findingsTexts)
  const { filters } = useFilters()
  const query = useInfiniteQuery<Findings, Problem, InfiniteData<Findings>, readonly unknown[], string | null>({
    queryKey: ['quality', 'findings', filters],
    queryFn: ({ pageParam, signal }) => findingsPage(filters, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  })
  const rows = query.data?.pages.flatMap((page) => page.findings) ?? []
  const count = query.data?.pages[0]?.count ?? null
  if (query.error !== null) return <Failed problem={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined)
    return (
      <div className="card pad">
        <Skeleton rows={10} />
      </div>
    )
  if (rows.length === 0)
    return Object.keys(filters).length === 0 ? (
      <Empty icon="check" title={t.clean}>
        {t.cleanLead}
      </Empty>
    ) : (
      <Empty
        icon="search"
        title={t.noneTitle}
        actions={
          <Link to="/findings" className="btn">
            {t.clear}
          </Link>
        }
      >
        {t.noneLead}
      </Empty>
    )
  return (
    <Card title={t.list} note={count === null ? t.listNote : t.count(count)}>
      <ul className="rows fd-rows">
        {rows.map((finding) => (
          <FindingRow key={finding.id} finding={finding} mayExplain={mayExplain} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <p className="card-body fd-more no-print">
          <button
            type="button"
            className="btn"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </button>
        </p>
      ) : null}
    </Card>
  )
}

/** The rules with how many open findings each has; a press shows only those. */
function RuleCounts({ rules }: { readonly rules: readonly QualityRule[] }) {
  const t = useTexts(findingsTexts)
  const language = useLanguage()
  const { filters, set } = useFilters()
  const sorted = rules.toSorted((a, b) => b.open - a.open)
  const most = Math.max(...sorted.map(({ open }) => open), 1)
  return (
    <Card title={t.byRule} note={t.byRuleNote} className="fd-rules">
      <ul className="card-body">
        {sorted.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className="fd-rule"
              aria-pressed={filters.rule === rule.id}
              title={language === 'zh' ? rule.remedy : rule.remedyEn}
              onClick={() => set({ rule: filters.rule === rule.id ? undefined : rule.id })}
            >
              <span>{language === 'zh' ? rule.label : rule.labelEn}</span>
              <b className={rule.open === 0 ? 'quiet' : undefined}>{rule.open}</b>
              <i aria-hidden="true" className={rule.severity} style={{ width: `${(rule.open / most) * 100}%` }} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
