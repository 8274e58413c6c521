import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { planQuery, useSession } from '../../api/queries.ts'
import type { MilestoneRow } from '../../api/types.gen.ts'
import { daysBetween } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, DueIn, LevelTag, TaskLinks, UnitLinks } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { milestonesTexts } from './milestones.texts.ts'

type Level = '' | MilestoneRow['level']
type When = '' | 'past' | 'coming' | 'none'

/** 里程碑: by level and by when they fall due. */
export function MilestonesPage() {
  const t = useTexts(milestonesTexts)
  const query = useQuery(planQuery())
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
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

function MilestoneList({ milestones }: { readonly milestones: readonly MilestoneRow[] }) {
  const t = useTexts(milestonesTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const [level, setLevel] = useState<Level>('')
  const [when, setWhen] = useState<When>('')
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = milestones.filter(
    (one) =>
      (level === '' || one.level === level) &&
      (when === '' || whenOf(one, today) === when) &&
      `${one.name} ${one.words?.text ?? ''}`.toLowerCase().includes(wanted),
  )
  const count = (test: (one: MilestoneRow) => boolean) => milestones.filter(test).length
  return (
    <>
      <Filters>
        <Chips<Level>
          label={t.level}
          value={level}
          onChange={setLevel}
          choices={[
            { value: '', label: t.all, count: milestones.length },
            {
              value: 'achieve',
              label: common.levels.achieve,
              count: count((one) => one.level === 'achieve'),
              title: common.levelMeaning.achieve,
            },
            {
              value: 'strive',
              label: common.levels.strive,
              count: count((one) => one.level === 'strive'),
              title: common.levelMeaning.strive,
            },
          ]}
        />
        <label>
          {t.when}
          <select value={when} onChange={(event) => setWhen(event.target.value as When)}>
            <option value="">{t.all}</option>
            <option value="past">{`${t.pastDue}（${count((one) => whenOf(one, today) === 'past')}）`}</option>
            <option value="coming">{`${t.coming}（${count((one) => whenOf(one, today) === 'coming')}）`}</option>
            <option value="none">{`${t.noDue}（${count((one) => whenOf(one, today) === 'none')}）`}</option>
          </select>
        </label>
        <label>
          <span className="sr">{t.find}</span>
          <input type="search" placeholder={t.find} value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
        <p className="filter-result" role="status">
          {t.shown(shown.length, milestones.length)}
        </p>
      </Filters>
      {shown.length === 0 ? (
        <Empty icon="search" title={t.noneTitle}>
          {t.noneLead}
        </Empty>
      ) : (
        <Table
          label={t.title}
          columns={milestoneColumns(t, today)}
          rows={shown}
          rowKey={(row) => row.itemId}
          nameColumn="name"
          to={(row) => `/milestones/${row.itemId}`}
        />
      )}
    </>
  )
}

function milestoneColumns(t: (typeof milestonesTexts)['zh'], today: string): readonly Column<MilestoneRow>[] {
  return [
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
        <>
          <Link to="/milestones/$itemId" params={{ itemId: row.itemId }}>
            {row.name}
          </Link>
          {row.parts.length === 0 ? null : (
            <span className="quiet small" title={row.parts.join('、')}>
              {' '}
              {t.parts(row.parts.length)}
            </span>
          )}
        </>
      ),
    },
    { key: 'level', head: t.col.level, cell: (row) => <LevelTag level={row.level} />, sort: (row) => row.level },
    {
      key: 'due',
      head: t.col.due,
      className: 'nb',
      sort: (row) => row.dueOn ?? '9999',
      cell: (row) => row.dueOn ?? <span className="quiet">{t.noDue}</span>,
    },
    {
      key: 'left',
      head: t.col.left,
      className: 'nb',
      cell: (row) => (row.dueOn === null ? null : <DueIn dueOn={row.dueOn} today={today} />),
    },
    {
      key: 'owners',
      head: t.col.owners,
      className: 'wide',
      cell: (row) => <UnitLinks units={row.owners} most={2} />,
      sort: (row) => row.owners[0]?.shortName ?? '',
    },
    { key: 'tasks', head: t.col.tasks, cell: (row) => <TaskLinks tasks={row.tasks} /> },
  ]
}

function whenOf(milestone: MilestoneRow, today: string): When | 'later' {
  if (milestone.dueOn === null) return 'none'
  const days = daysBetween(today, milestone.dueOn)
  return days < 0 ? 'past' : days <= 60 ? 'coming' : 'later'
}
