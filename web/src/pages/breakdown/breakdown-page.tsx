import './breakdown.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { breakdownQuery } from '../../api/monitoring.queries.ts'
import type { TargetBreakdown } from '../../api/types.gen.ts'
import { amountInWords } from '../../format/amounts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Tabs } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { breakdownTexts } from './breakdown.texts.ts'
import { DecisionHistory } from './decision-history.tsx'
import { TaskWeights } from './task-weights.tsx'
import { UnitShares } from './unit-shares.tsx'
import { YearShares } from './year-shares.tsx'

type Tab = 'year' | 'unit' | 'task' | 'history'
const tabs: readonly Tab[] = ['year', 'unit', 'task', 'history']

/** 目标分解: what of a target falls to which year, which unit and which task; the difference to the whole is always in view. */
export function BreakdownPage() {
  const t = useTexts(breakdownTexts)
  const { itemId } = useParams({ from: '/targets/$itemId/breakdown' })
  const query = useQuery(breakdownQuery(itemId))
  const missing = (
    <Empty
      alone
      icon="target"
      title={t.missing}
      actions={
        <Link to="/targets" className="btn">
          {t.toList}
        </Link>
      }
    />
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(breakdown) => <Breakdown breakdown={breakdown} />}
    </Loaded>
  )
}

function Breakdown({ breakdown }: { readonly breakdown: TargetBreakdown }) {
  const t = useTexts(breakdownTexts)
  const language = useLanguage()
  const search = useSearch({ from: '/targets/$itemId/breakdown' })
  const navigate = useNavigate({ from: '/targets/$itemId/breakdown' })
  const tab = tabs.find((one) => one === search.tab) ?? 'year'
  const { target, may, byYear, byUnit, weights, history } = breakdown
  const counts: Record<Tab, number> = {
    year: byYear === null ? 0 : byYear.shares.length - byYear.missing,
    unit: byUnit[0]?.shares.length ?? 0,
    task: weights.length,
    history: history.length,
  }
  return (
    <Page
      title={t.title(target.name)}
      lead={`${t.whole(amountInWords(target.amount, language))}${may.decide.may ? '' : `　${may.decide.why?.[language] ?? t.readOnly}`}`}
      crumbs={[
        { to: '/targets', label: t.targets },
        { to: `/targets/${target.itemId}`, label: target.shortName },
      ]}
      actions={<PrintButton />}
    >
      <Tabs<Tab>
        label={t.tabsLabel}
        panel="breakdown"
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        choices={tabs.map((value) => ({ value, label: t.tabs[value], count: counts[value] }))}
      />
      <div id="breakdown" role="tabpanel" aria-labelledby={`breakdown-${tab}`} className="bd-panel">
        {tab === 'year' ? <YearShares breakdown={breakdown} /> : null}
        {tab === 'unit' ? <UnitShares breakdown={breakdown} /> : null}
        {tab === 'task' ? <TaskWeights breakdown={breakdown} /> : null}
        {tab === 'history' ? <DecisionHistory breakdown={breakdown} /> : null}
      </div>
    </Page>
  )
}
