import './targets.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { targetsQuery, useSession } from '../../api/queries.ts'
import type { Area, Light, TargetProgress, TargetRow, UnitRef } from '../../api/types.gen.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { percent } from '../../format/shares.ts'
import { type CommonTexts, useCommon } from '../../i18n/common.texts.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { lightTexts } from '../../ui/light.texts.ts'
import { LightMark } from '../../ui/light.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { AmountFigure, AreaTag, UnitLinks } from '../../ui/programme-parts.tsx'
import { ReadingValue } from '../../ui/reading.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { CutOff } from '../cockpit/cut-off.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { targetsTexts } from './targets.texts.ts'

type Words = ReturnType<typeof useTargetTexts>
const useTargetTexts = () => useTexts(targetsTexts)

interface Row {
  readonly target: TargetRow
  readonly progress: TargetProgress | undefined
}

/** 量化目标: the list, narrowed by light, area, unit, kind and text. The filters stand in the address. */
export function TargetsPage() {
  const t = useTargetTexts()
  const query = useQuery(targetsQuery)
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={query} skeleton={<Skeleton rows={12} />} missing={<NoProgramme />}>
        {({ targets, progress }) =>
          targets.length === 0 ? (
            <Empty icon="target" title={t.emptyTitle} />
          ) : (
            <TargetList rows={joined(targets, progress)} />
          )
        }
      </Loaded>
    </Page>
  )
}

function joined(targets: readonly TargetRow[], progress: readonly TargetProgress[]): readonly Row[] {
  const byId = new Map(progress.map((one) => [one.itemId, one]))
  return targets.map((target) => ({ target, progress: byId.get(target.itemId) }))
}

function TargetList({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTargetTexts()
  const words = useTexts(lightTexts)
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const common = useCommon()
  const search = useSearch({ from: '/targets' })
  const navigate = useNavigate({ from: '/targets' })
  const set = (part: Partial<Record<'area' | 'kind' | 'light' | 'unit' | 'q', string>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== ''))
    void navigate({ search: next, replace: true })
  }
  const targets = rows.map((row) => row.target)
  const shown = rows.filter((row) => fits(row, search))
  const units = unitsOf(targets)
  const kinds = [...new Set(targets.flatMap((target) => (target.kind === null ? [] : [target.kind])))]
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
              count: rows.filter((row) => lightOf(row) === light).length,
            })),
          ]}
        />
        <Chips
          label={t.area}
          value={search.area ?? ''}
          onChange={(area) => set({ area })}
          choices={areaChoices(targets, common)}
        />
        <label>
          {t.unitFilter}
          <select value={search.unit ?? ''} onChange={(event) => set({ unit: event.target.value })}>
            <option value="">{common.all}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.shortName}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.kind}
          <select value={search.kind ?? ''} onChange={(event) => set({ kind: event.target.value })}>
            <option value="">{common.all}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {common.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
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
          {t.shown(shown.length, targets.length)}
        </p>
      </Filters>
      {shown.length === 0 ? (
        <Empty
          icon="search"
          title={t.noneTitle}
          actions={
            <Link to="/targets" className="btn">
              {t.clear}
            </Link>
          }
        >
          {t.noneLead}
        </Empty>
      ) : (
        <Table
          label={t.title}
          columns={targetColumns(t, language, today)}
          rows={shown}
          rowKey={(row) => row.target.itemId}
          nameColumn="name"
          to={(row) => `/targets/${row.target.itemId}`}
        />
      )}
      <p className="quiet small no-print keys-note">{t.keys}</p>
    </>
  )
}

const urgency: Readonly<Record<Light, number>> = { red: 0, amber: 1, grey: 2, green: 3, blue: 4 }

function lightOf({ progress }: Row): Light {
  return progress?.light ?? 'grey'
}

function targetColumns(t: Words, language: Language, today: string): readonly Column<Row>[] {
  return [
    {
      key: 'light',
      head: t.col.light,
      className: 'tight',
      sort: (row) => urgency[lightOf(row)],
      cell: (row) => (
        <LightMark light={lightOf(row)} {...(row.progress === undefined ? {} : { why: row.progress.why[language] })} />
      ),
    },
    {
      key: 'area',
      head: t.area,
      cell: ({ target }) => <AreaTag area={target.area} />,
      sort: ({ target }) => target.area,
      className: 'tight',
    },
    {
      key: 'code',
      head: t.col.code,
      cell: ({ target }) => <span className="quiet">{target.code}</span>,
      sort: ({ target }) => target.code,
      className: 'tight no-phone',
    },
    {
      key: 'name',
      head: t.col.name,
      sort: ({ target }) => target.name,
      cell: ({ target }) => (
        <Link to="/targets/$itemId" params={{ itemId: target.itemId }}>
          {target.name}
        </Link>
      ),
    },
    {
      key: 'value',
      head: t.col.value,
      figure: true,
      className: 'figure-strong',
      cell: (row) => <ReadingValue reading={row.progress?.current ?? null} brief />,
    },
    {
      key: 'target',
      head: t.col.target,
      figure: true,
      cell: ({ target }) => (
        <>
          <AmountFigure amount={target.amount} /> <span className="tl-unit">{target.amount.unit}</span>
        </>
      ),
    },
    { key: 'unit', head: t.col.unit, cell: ({ target }) => target.amount.unit, className: 'nb no-phone' },
    {
      key: 'completion',
      head: t.col.completion,
      figure: true,
      sort: (row) => row.progress?.completion ?? -1,
      cell: (row) => (row.progress?.completion == null ? null : percent(row.progress.completion)),
    },
    {
      key: 'trend',
      head: t.col.trend,
      className: 'tl-trend no-phone',
      cell: ({ target, progress }) =>
        progress === undefined ? null : (
          <Sparkline
            trend={progress.trend}
            target={target.amount.value}
            forecast={progress.forecast}
            annual={target.kind === 'annual'}
            label={`${target.name} ${t.col.trend}`}
          />
        ),
    },
    {
      key: 'cutoff',
      head: t.col.cutoff,
      className: 'tl-cut',
      cell: (row) => <CutOff reading={row.progress?.current ?? null} today={today} code={row.target.code} />,
    },
    {
      key: 'owners',
      head: t.col.owners,
      className: 'wide',
      cell: ({ target }) => <UnitLinks units={target.owners} most={2} brief />,
      sort: ({ target }) => target.owners[0]?.shortName ?? '',
    },
    {
      key: 'due',
      head: t.col.due,
      cell: ({ target }) => target.deadline ?? '',
      sort: ({ target }) => target.deadline ?? '9999',
      className: 'nb no-phone',
    },
  ]
}

interface Wanted {
  readonly light?: string
  readonly area?: string
  readonly kind?: string
  readonly unit?: string
  readonly q?: string
}

function fits(row: Row, wanted: Wanted): boolean {
  const { target } = row
  if (wanted.light !== undefined && lightOf(row) !== wanted.light) return false
  if (wanted.area !== undefined && target.area !== wanted.area) return false
  if (wanted.kind !== undefined && target.kind !== wanted.kind) return false
  if (wanted.unit !== undefined && !target.owners.some((unit) => unit.id === wanted.unit)) return false
  const text = `${target.code} ${target.name} ${target.shortName} ${target.words?.text ?? ''}`
  return wanted.q === undefined || text.toLowerCase().includes(wanted.q.trim().toLowerCase())
}

function areaChoices(targets: readonly TargetRow[], common: CommonTexts) {
  const areas = [...new Set(targets.map((target) => target.area))]
  const count = (area: Area) => targets.filter((target) => target.area === area).length
  return [
    { value: '', label: common.all, count: targets.length },
    ...areas.map((area) => ({ value: area as string, label: common.areas[area], count: count(area) })),
  ]
}

function unitsOf(targets: readonly TargetRow[]): readonly UnitRef[] {
  return [...new Map(targets.flatMap((target) => target.owners.map((unit) => [unit.id, unit]))).values()]
}
