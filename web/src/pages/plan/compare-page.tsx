import './plan.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { comparisonQuery, versionsQuery } from '../../api/queries.ts'
import type { Change, VersionRow } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { planTexts } from './plan.texts.ts'

/** Two versions beside each other: only what differs. */
export function ComparePage() {
  const t = useTexts(planTexts)
  const query = useQuery(versionsQuery)
  return (
    <Page
      title={t.compare}
      lead={t.compareLead}
      crumbs={[{ to: '/plan/versions', label: t.versionsTitle }]}
      actions={<PrintButton />}
    >
      <Loaded query={query} skeleton={<Skeleton rows={4} />} missing={<NoProgramme />}>
        {({ versions }) =>
          versions.length < 2 ? <Empty icon="versions" title={t.onlyOne} /> : <Compared versions={versions} />
        }
      </Loaded>
    </Page>
  )
}

function Compared({ versions }: { readonly versions: readonly VersionRow[] }) {
  const t = useTexts(planTexts)
  const search = useSearch({ from: '/plan/compare' })
  const navigate = useNavigate({ from: '/plan/compare' })
  const newest = versions[0]?.number ?? 1
  const to = search.to ?? newest
  const from = search.from ?? Math.max(to - 1, 1)
  const choose = (next: { from: number; to: number }) => void navigate({ search: next, replace: true })
  const query = useQuery({ ...comparisonQuery(from, to), enabled: from !== to })
  return (
    <>
      <div className="compare-pick card pad">
        <VersionSelect
          label={t.from}
          versions={versions}
          value={from}
          onChange={(number) => choose({ from: number, to })}
        />
        <button type="button" className="btn no-print" onClick={() => choose({ from: to, to: from })}>
          <Icon name="swap" />
          {t.swap}
        </button>
        <VersionSelect
          label={t.to}
          versions={versions}
          value={to}
          onChange={(number) => choose({ from, to: number })}
        />
      </div>
      {from === to ? (
        <Empty icon="versions" title={t.choose} />
      ) : (
        <Loaded query={query} skeleton={<Skeleton rows={6} />}>
          {(comparison) => <Changes changes={comparison.changes} unchanged={comparison.unchanged} />}
        </Loaded>
      )}
    </>
  )
}

interface VersionSelectProps {
  readonly label: string
  readonly versions: readonly VersionRow[]
  readonly value: number
  readonly onChange: (value: number) => void
}

function VersionSelect({ label, versions, value, onChange }: VersionSelectProps) {
  const common = useCommon()
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {versions.map((version) => (
          <option key={version.number} value={version.number}>
            {`${common.version(version.number)}（${version.effectiveFrom}）`}
          </option>
        ))}
      </select>
    </label>
  )
}

function Changes({ changes, unchanged }: { readonly changes: readonly Change[]; readonly unchanged: number }) {
  const t = useTexts(planTexts)
  if (changes.length === 0) return <Empty icon="check" title={t.same} />
  const count = (change: Change['change']) => changes.filter((one) => one.change === change).length
  const tally = (['changed', 'added', 'removed'] as const)
    .filter((change) => count(change) > 0)
    .map((change) => `${t.changes[change]} ${count(change)}`)
    .join('　')
  return (
    <Card title={tally} note={t.unchanged(unchanged)}>
      {changes.map((change) => (
        <ChangeBlock key={`${change.kind}${change.itemId}`} change={change} />
      ))}
    </Card>
  )
}

function ChangeBlock({ change }: { readonly change: Change }) {
  const t = useTexts(planTexts)
  return (
    <article className="change">
      <header>
        <span className={`change-tag ${change.change}`}>{t.changes[change.change]}</span>
        <span className="quiet">{t.kinds[change.kind]}</span>
        <h3>{change.label}</h3>
      </header>
      {change.fields.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {change.fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">{field.label}</th>
                <td data-label={t.before}>
                  <ChangedText before={field.before} after={field.after} side="before" />
                </td>
                <td data-label={t.after}>
                  <ChangedText before={field.before} after={field.after} side="after" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}
