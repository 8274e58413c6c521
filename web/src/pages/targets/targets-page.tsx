import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { targetsQuery } from '../../api/queries.ts'
import type { Area, TargetRow, UnitRef } from '../../api/types.gen.ts'
import { type CommonTexts, useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { AmountFigure, AreaTag, KindTag, TaskLinks, UnitLinks } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { targetsTexts } from './targets.texts.ts'

type Words = ReturnType<typeof useTargetTexts>
const useTargetTexts = () => useTexts(targetsTexts)

/** 量化目标: the list, narrowed by area, kind, unit and text. The filters stand in the address. */
export function TargetsPage() {
  const t = useTargetTexts()
  const query = useQuery(targetsQuery)
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={query} skeleton={<Skeleton rows={12} />} missing={<NoProgramme />}>
        {({ targets }) =>
          targets.length === 0 ? <Empty icon="target" title={t.emptyTitle} /> : <TargetList targets={targets} />
        }
      </Loaded>
    </Page>
  )
}

function TargetList({ targets }: { readonly targets: readonly TargetRow[] }) {
  const t = useTargetTexts()
  const common = useCommon()
  const search = useSearch({ from: '/targets' })
  const navigate = useNavigate({ from: '/targets' })
  const set = (part: Partial<Record<'area' | 'kind' | 'unit' | 'q', string>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== ''))
    void navigate({ search: next, replace: true })
  }
  const shown = targets.filter((target) => fits(target, search))
  const units = unitsOf(targets)
  const kinds = [...new Set(targets.flatMap((target) => (target.kind === null ? [] : [target.kind])))]
  return (
    <>
      <Filters>
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
          columns={targetColumns(t)}
          rows={shown}
          rowKey={(row) => row.itemId}
          nameColumn="name"
          to={(row) => `/targets/${row.itemId}`}
        />
      )}
      <p className="quiet small no-print keys-note">{t.keys}</p>
    </>
  )
}

function targetColumns(t: Words): readonly Column<TargetRow>[] {
  return [
    {
      key: 'area',
      head: t.area,
      cell: (row) => <AreaTag area={row.area} />,
      sort: (row) => row.area,
      className: 'tight',
    },
    {
      key: 'code',
      head: t.col.code,
      cell: (row) => <span className="quiet">{row.code}</span>,
      sort: (row) => row.code,
      className: 'tight',
    },
    {
      key: 'name',
      head: t.col.name,
      sort: (row) => row.name,
      cell: (row) => (
        <Link to="/targets/$itemId" params={{ itemId: row.itemId }}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'value',
      head: t.col.value,
      figure: true,
      className: 'figure-strong',
      sort: (row) => row.amount.baseValue,
      cell: (row) => <AmountFigure amount={row.amount} />,
    },
    { key: 'unit', head: t.col.unit, cell: (row) => row.amount.unit, className: 'nb' },
    { key: 'kind', head: t.col.kind, cell: (row) => <KindTag kind={row.kind} />, sort: (row) => row.kind ?? '' },
    {
      key: 'owners',
      head: t.col.owners,
      className: 'wide',
      cell: (row) => <UnitLinks units={row.owners} />,
      sort: (row) => row.owners[0]?.shortName ?? '',
    },
    { key: 'tasks', head: t.col.tasks, cell: (row) => <TaskLinks tasks={row.tasks} /> },
    {
      key: 'due',
      head: t.col.due,
      cell: (row) => row.deadline ?? '',
      sort: (row) => row.deadline ?? '9999',
      className: 'nb',
    },
  ]
}

interface Wanted {
  readonly area?: string
  readonly kind?: string
  readonly unit?: string
  readonly q?: string
}

function fits(target: TargetRow, wanted: Wanted): boolean {
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
