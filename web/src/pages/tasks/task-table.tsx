import { Link } from '@tanstack/react-router'
import type { TaskRow } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { UnitLinks } from '../../ui/programme-parts.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { tasksTexts } from './tasks.texts.ts'

type Words = (typeof tasksTexts)['zh']

/** Tasks with who leads and supports them. */
export function TaskTable({ tasks, label }: { readonly tasks: readonly TaskRow[]; readonly label: string }) {
  const t = useTexts(tasksTexts)
  return (
    <Table
      label={label}
      columns={taskColumns(t)}
      rows={tasks}
      rowKey={(row) => row.itemId}
      nameColumn="title"
      to={(row) => `/tasks/${row.itemId}`}
    />
  )
}

function taskColumns(t: Words): readonly Column<TaskRow>[] {
  return [
    { key: 'number', head: t.col.number, figure: true, className: 'w-number', cell: (row) => row.number },
    {
      key: 'title',
      head: t.col.title,
      className: 'w-title',
      cell: (row) => (
        <Link to="/tasks/$itemId" params={{ itemId: row.itemId }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'lead', head: t.col.lead, cell: (row) => <UnitLinks units={row.lead} />, className: 'w-units' },
    {
      key: 'support',
      head: t.col.support,
      cell: (row) => <UnitLinks units={row.support} most={2} />,
      className: 'w-units w-support',
    },
    { key: 'targets', head: t.col.targets, figure: true, cell: (row) => row.targets, className: 'w-count' },
    { key: 'milestones', head: t.col.milestones, figure: true, cell: (row) => row.milestones, className: 'w-count' },
  ]
}
