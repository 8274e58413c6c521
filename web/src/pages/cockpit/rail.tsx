import { Link } from '@tanstack/react-router'
import type { Cockpit, TaskRow, UnitRef } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { DueIn, UnitLink } from '../../ui/programme-parts.tsx'
import { cockpitTexts } from './cockpit.texts.ts'

export function Upcoming({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  return (
    <section>
      <header className="ck-head">
        <h2>{t.upcoming}</h2>
        <p>{t.upcomingNote}</p>
      </header>
      {cockpit.upcoming.length === 0 ? <p className="quiet small">{t.upcomingNone}</p> : null}
      <ul className="ck-upcoming">
        {cockpit.upcoming.slice(0, 7).map((one) => (
          <li key={`${one.kind}${one.itemId}`}>
            {one.kind === 'milestone' ? (
              <Link to="/milestones/$itemId" params={{ itemId: one.itemId }} title={one.name}>
                {one.name}
              </Link>
            ) : one.kind === 'target' ? (
              <Link to="/targets/$itemId" params={{ itemId: one.itemId }} title={one.name}>
                {one.name}
              </Link>
            ) : (
              <span>{one.name}</span>
            )}
            <time dateTime={one.dueOn}>{one.dueOn.slice(5)}</time>
            <DueIn dueOn={one.dueOn} today={cockpit.today} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who carries how much: leads and supports as one bar each, on one scale. */
export function UnitLoads({ cockpit, most }: { readonly cockpit: Cockpit; readonly most: number }) {
  const t = useTexts(cockpitTexts)
  const leading = [...cockpit.units].sort((a, b) => b.leads - a.leads || b.supports - a.supports).slice(0, most)
  const scale = Math.max(...leading.map((unit) => unit.leads + unit.supports), 1)
  return (
    <section>
      <header className="ck-head">
        <h2>{t.units}</h2>
        <p>{t.unitsNote}</p>
        <Link to="/organisations">{t.unitsAll}</Link>
      </header>
      <table className="ck-units">
        <thead className="sr">
          <tr>
            <th scope="col">{t.units}</th>
            <td />
            <th scope="col">{t.lead}</th>
            <th scope="col">{t.support}</th>
          </tr>
        </thead>
        <tbody>
          {leading.map(({ unit, leads, supports }) => (
            <tr key={unit.id}>
              <th scope="row">
                <UnitLink unit={unit} />
              </th>
              <td aria-hidden="true">
                <span className="ck-bar">
                  <i className="leads" style={{ width: `${(leads / scale) * 100}%` }} />
                  <i className="supports" style={{ width: `${(supports / scale) * 100}%` }} />
                </span>
              </td>
              <td className="num">
                <b>{leads}</b>
              </td>
              <td className="num">{supports}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The groups of key tasks with how many tasks each has and who leads them. */
export function TaskGroups({ cockpit }: { readonly cockpit: Cockpit }) {
  const t = useTexts(cockpitTexts)
  const groups = groupTasks(cockpit.tasks)
  return (
    <section>
      <header className="ck-head">
        <h2>{t.tasksTitle}</h2>
        <p>{t.tasksNote(groups.length)}</p>
      </header>
      <ul className="ck-groups">
        {groups.map(({ title, tasks, leads }) => (
          <li key={title ?? ''}>
            <b className="num">{tasks.length}</b>
            <span title={title ?? t.ungrouped}>{title ?? t.ungrouped}</span>
            <small>{leads.map((unit) => unit.shortName).join('、')}</small>
            <span className="ck-numbers">
              {tasks.map((task) => (
                <Link
                  key={task.itemId}
                  to="/tasks/$itemId"
                  params={{ itemId: task.itemId }}
                  title={`${task.number} ${task.title}`}
                >
                  {task.number}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function groupTasks(tasks: readonly TaskRow[]) {
  const titles = [...new Set(tasks.map((task) => task.group))]
  return titles.map((title) => {
    const own = tasks.filter((task) => task.group === title)
    const leads = new Map<string, UnitRef>(own.flatMap((task) => task.lead.map((unit) => [unit.id, unit])))
    return { title, tasks: own, leads: [...leads.values()] }
  })
}
