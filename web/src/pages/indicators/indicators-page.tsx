import './indicators.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { indicatorsQuery } from '../../api/indicator.queries.ts'
import { targetsQuery, useSession } from '../../api/queries.ts'
import { type CommonTexts, useCommon } from '../../i18n/common.texts.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { lightTexts } from '../../ui/light.texts.ts'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { indicatorColumns } from './indicator-columns.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import { type ListedIndicator, listIndicators } from './list-indicators.ts'

/** 测算指标: all that the registers compute, by area, beside their targets and what the authority published. */
export function IndicatorsPage() {
  const t = useTexts(indicatorsTexts)
  const session = useSession()
  const indicators = useQuery(indicatorsQuery)
  const targets = useQuery({ ...targetsQuery, enabled: session?.hasProgramme === true })
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={indicators} skeleton={<Skeleton rows={14} />}>
        {({ indicators }) =>
          indicators.length === 0 ? (
            <Empty
              icon="target"
              title={t.emptyTitle}
              actions={
                <Link to={'/registers' as string} className="btn primary">
                  {t.toRegisters}
                </Link>
              }
            >
              {t.emptyLead}
            </Empty>
          ) : (
            <IndicatorList rows={listIndicators(indicators, targets.data?.targets ?? [])} />
          )
        }
      </Loaded>
    </Page>
  )
}

function IndicatorList({ rows }: { readonly rows: readonly ListedIndicator[] }) {
  const t = useTexts(indicatorsTexts)
  const words = useTexts(lightTexts)
  const common = useCommon()
  const language = useLanguage()
  const search = useSearch({ from: '/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const set = (part: Partial<Record<'area' | 'light' | 'q', string>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== ''))
    void navigate({ search: next, replace: true })
  }
  const shown = byArea(rows.filter((row) => fits(row, search, language))).flatMap(([, own]) => own)
  return (
    <>
      <Filters>
        <Chips
          label={t.light}
          value={search.light ?? ''}
          onChange={(light) => set({ light })}
          choices={[
            { value: '', label: common.all, count: rows.length },
            ...(['red', 'amber', 'grey', 'green'] as const).map((light) => ({
              value: light as string,
              label: words.lights[light],
              count: rows.filter((row) => row.indicator.light === light).length,
            })),
            { value: 'none', label: t.notJudged, count: rows.filter((row) => row.indicator.light === null).length },
          ].filter((choice) => choice.value === '' || choice.count > 0)}
        />
        <Chips
          label={t.area}
          value={search.area ?? ''}
          onChange={(area) => set({ area })}
          choices={[
            { value: '', label: common.all },
            ...byArea(rows).map(([area, own]) => ({
              value: area,
              label: areaName(area, common, t),
              count: own.length,
            })),
          ]}
        />
        <label>
          <span className="sr">{t.find}</span>
          <input
            type="search"
            placeholder={t.find}
            value={search.q ?? ''}
            onChange={(event) => set({ q: event.target.value })}
          />
        </label>
        <p className="filter-result" role="status">
          {t.shown(shown.length, rows.length)}
        </p>
      </Filters>
      {shown.length === 0 ? (
        <Empty
          icon="search"
          title={t.noneTitle}
          actions={
            <Link to="/indicators" className="btn">
              {t.clear}
            </Link>
          }
        >
          {t.noneLead}
        </Empty>
      ) : (
        <Table
          label={t.title}
          columns={indicatorColumns(t, language)}
          rows={shown}
          rowKey={(row) => row.indicator.id}
          nameColumn="name"
          group={(row) => areaName(row.area, common, t)}
          to={(row) => `/indicators/${encodeURIComponent(row.indicator.code ?? row.indicator.id)}`}
        />
      )}
      <p className="quiet small no-print keys-note">{t.keys}</p>
    </>
  )
}

interface Wanted {
  readonly area?: string
  readonly light?: string
  readonly q?: string
}

function fits({ indicator, area }: ListedIndicator, wanted: Wanted, language: Language): boolean {
  if (wanted.area !== undefined && area !== wanted.area) return false
  if (wanted.light !== undefined && (indicator.light ?? 'none') !== wanted.light) return false
  const text = `${indicator.code ?? ''} ${indicator.id} ${language === 'zh' ? indicator.label : indicator.labelEn}`
  return wanted.q === undefined || text.toLowerCase().includes(wanted.q.trim().toLowerCase())
}

function byArea(rows: readonly ListedIndicator[]): readonly (readonly [string, readonly ListedIndicator[]])[] {
  const order = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region', 'other']
  return order.flatMap((area) => {
    const own = rows.filter((row) => row.area === area)
    return own.length === 0 ? [] : [[area, own] as const]
  })
}

function areaName(area: string, common: CommonTexts, t: (typeof indicatorsTexts)['zh']): string {
  const names: Readonly<Record<string, string>> = common.areas
  return names[area] ?? t.otherArea
}
