import './milestones.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { milestonesProgressQuery } from '../../api/monitoring.queries.ts'
import { useSession } from '../../api/queries.ts'
import type { Light, MilestoneProgress } from '../../api/types.gen.ts'
import { daysBetween } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { LightMark } from '../../ui/light.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, LevelTag, UnitLinks } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { milestonesTexts } from './milestones.texts.ts'
import { partsOf } from './parts.ts'
import { shownLight } from './shown-light.ts'

type When = 'past' | 'coming' | 'none'
const lights: readonly Light[] = ['red', 'amber', 'green', 'grey', 'blue']

/** 里程碑: by light, by level and by when they fall due. The filters stand in the address. */
export function MilestonesPage() {
  const t = useTexts(milestonesTexts)
  const query = useQuery(milestonesProgressQuery)
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <>
          <PrintButton />
          <Link to="/timeline" className="btn">
            {t.timeline}
          </Link>
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={12} />} missing={<NoProgramme />}>
        {({ milestones }) =>
          milestones.length === 0 ? (
            <Empty icon="flag" title={t.emptyTitle} />
          ) : (
            <MilestoneList milestones={milestones} />
          )
        }
      </Loaded>
    </Page>
  )
}

function MilestoneList({ milestones }: { readonly milestones: readonly MilestoneProgress[] }) {
  const t = useTexts(milestonesTexts)
  const common = useCommon()
  const language = useLanguage()
  const today = useSession()?.today ?? ''
  const search = useSearch({ from: '/milestones' })
  const navigate = useNavigate({ from: '/milestones' })
  const set = (part: Partial<Record<'light' | 'level' | 'when' | 'q', string>>) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== ''))
    void navigate({ search: next, replace: true })
  }
  const wanted = (search.q ?? '').trim().toLowerCase()
  const shown = milestones.filter(
    (one) =>
      (search.light === undefined || shownLight(one) === search.light) &&
      (search.level === undefined || one.level === search.level) &&
      (search.when === undefined || whenOf(one, today) === search.when) &&
      `${one.name} ${one.words?.text ?? ''}`.toLowerCase().includes(wanted),
  )
  const count = (test: (one: MilestoneProgress) => boolean) => milestones.filter(test).length
  return (
    <>
      <Filters>
        <Chips<string>
          label={t.light}
          value={search.light ?? ''}
          onChange={(light) => set({ light })}
          choices={[
            { value: '', label: t.all, count: milestones.length },
            ...lights.map((light) => ({
              value: light as string,
              label: t.lights[light],
              count: count((one) => shownLight(one) === light),
            })),
          ]}
        />
        <label>
          {t.level}
          <select value={search.level ?? ''} onChange={(event) => set({ level: event.target.value })}>
            <option value="">{t.all}</option>
            {(['achieve', 'strive'] as const).map((level) => (
              <option key={level} value={level}>
                {`${common.levels[level]}（${count((one) => one.level === level)}）`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.when}
          <select value={search.when ?? ''} onChange={(event) => set({ when: event.target.value })}>
            <option value="">{t.all}</option>
            <option value="past">{`${t.pastDue}（${count((one) => whenOf(one, today) === 'past')}）`}</option>
            <option value="coming">{`${t.coming}（${count((one) => whenOf(one, today) === 'coming')}）`}</option>
            <option value="none">{`${t.noDue}（${count((one) => whenOf(one, today) === 'none')}）`}</option>
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
          {t.shown(shown.length, milestones.length)}
        </p>
      </Filters>
      {shown.length === 0 ? (
        <Empty
          icon="search"
          title={t.noneTitle}
          actions={
            <Link to="/milestones" className="btn">
              {t.clear}
            </Link>
          }
        >
          {t.noneLead}
        </Empty>
      ) : (
        <Table
          label={t.title}
          columns={milestoneColumns(t, language)}
          rows={shown}
          rowKey={(row) => row.itemId}
          nameColumn="name"
          to={(row) => `/milestones/${row.itemId}`}
        />
      )}
    </>
  )
}

function milestoneColumns(t: (typeof milestonesTexts)['zh'], language: Language): readonly Column<MilestoneProgress>[] {
  return [
    {
      key: 'light',
      head: t.light,
      className: 'tight',
      sort: (row) => lights.indexOf(shownLight(row)),
      cell: (row) => <LightMark light={shownLight(row)} word={t.lights[shownLight(row)]} why={row.why[language]} />,
    },
    {
      key: 'area',
      head: t.col.area,
      cell: (row) => <AreaTag area={row.area} />,
      sort: (row) => row.area,
      className: 'tight',
    },
    {
      key: 'name',
      head: t.col.name,
      sort: (row) => row.name,
      cell: (row) => (
        <Link to="/milestones/$itemId" params={{ itemId: row.itemId }}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'level',
      head: t.col.level,
      cell: (row) => <LevelTag level={row.level} />,
      sort: (row) => row.level,
      className: 'tight',
    },
    {
      key: 'parts',
      head: t.col.parts,
      className: 'nb',
      sort: (row) => partsOf(row).done / Math.max(partsOf(row).of, 1),
      cell: (row) => <PartsBar milestone={row} />,
    },
    {
      key: 'due',
      head: t.col.due,
      className: 'nb',
      sort: (row) => row.dueOn ?? '9999',
      cell: (row) => row.dueOn ?? <span className="quiet">{t.noDue}</span>,
    },
    {
      key: 'why',
      head: t.col.why,
      className: 'wide ms-why',
      cell: (row) => <span className="quiet small">{row.why[language]}</span>,
    },
    {
      key: 'owners',
      head: t.col.owners,
      className: 'wide',
      cell: (row) => <UnitLinks units={row.owners} most={1} brief />,
      sort: (row) => row.owners[0]?.shortName ?? '',
    },
  ]
}

/** 3/4 with a little bar: how many of the parts have their document. */
function PartsBar({ milestone }: { readonly milestone: MilestoneProgress }) {
  const { done, of } = partsOf(milestone)
  return (
    <span className="ms-parts">
      <span className="ms-bar" aria-hidden="true">
        <i style={{ width: `${(done / Math.max(of, 1)) * 100}%` }} />
      </span>
      {`${done} / ${of}`}
    </span>
  )
}

function whenOf(milestone: MilestoneProgress, today: string): When | 'later' {
  if (milestone.dueOn === null) return 'none'
  const days = daysBetween(today, milestone.dueOn)
  return days < 0 ? 'past' : days <= 60 ? 'coming' : 'later'
}
