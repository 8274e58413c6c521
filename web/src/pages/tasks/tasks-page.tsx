import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cockpitQuery } from '../../api/queries.ts'
import type { TaskRow } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Filters } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { NoProgramme } from '../cockpit/no-programme.tsx'
import { TaskTable } from './task-table.tsx'
import { tasksTexts } from './tasks.texts.ts'

/** 重点任务, in the groups and the order of the plan. */
export function TasksPage() {
  const t = useTexts(tasksTexts)
  const query = useQuery(cockpitQuery)
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={query} skeleton={<Skeleton rows={12} />} missing={<NoProgramme />}>
        {({ tasks }) => (tasks.length === 0 ? <Empty icon="task" title={t.emptyTitle} /> : <TaskList tasks={tasks} />)}
      </Loaded>
    </Page>
  )
}

function TaskList({ tasks }: { readonly tasks: readonly TaskRow[] }) {
  const t = useTexts(tasksTexts)
  const [wanted, setWanted] = useState('')
  const shown = tasks.filter((task) => textOf(task).includes(wanted.trim().toLowerCase()))
  const groups = [...new Set(shown.map((task) => task.group))]
  return (
    <>
      <Filters>
        <label>
          <span className="sr">{t.find}</span>
          <input
            type="search"
            placeholder={t.find}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <p className="filter-result" role="status">
          {t.shown(shown.length, tasks.length)}
        </p>
      </Filters>
      {shown.length === 0 ? (
        <Empty icon="search" title={t.noneTitle}>
          {t.noneLead}
        </Empty>
      ) : null}
      {groups.map((group) => (
        <section key={group ?? ''} className="task-group">
          <h2 className="group-title">{group ?? t.ungrouped}</h2>
          <TaskTable tasks={shown.filter((task) => task.group === group)} label={group ?? t.ungrouped} />
        </section>
      ))}
    </>
  )
}

function textOf(task: TaskRow): string {
  const units = [...task.lead, ...task.support].map((unit) => `${unit.name} ${unit.shortName}`).join(' ')
  return `${task.number} ${task.title} ${task.group ?? ''} ${units}`.toLowerCase()
}
