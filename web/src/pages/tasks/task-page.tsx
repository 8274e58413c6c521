import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { taskQuery } from '../../api/queries.ts'
import type { TaskDetail } from '../../api/types.gen.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, Quoted, UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { LinkedMilestones, LinkedTargets } from './linked-items.tsx'
import { TaskLiving } from './task-living.tsx'
import { tasksTexts } from './tasks.texts.ts'

/** One task: what is to be done, by whom, and what it serves. */
export function TaskPage() {
  const t = useTexts(tasksTexts)
  const { itemId } = useParams({ from: '/tasks/$itemId' })
  const query = useQuery(taskQuery(itemId))
  const missing = (
    <Empty
      alone
      icon="task"
      title={t.missing}
      actions={
        <Link to="/tasks" className="btn">
          {t.toList}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(task) => <TaskView task={task} />}
    </Loaded>
  )
}

function TaskView({ task }: { readonly task: TaskDetail }) {
  const t = useTexts(tasksTexts)
  const common = useCommon()
  return (
    <Page
      title={`${task.number}　${task.title}`}
      lead={task.group ?? t.ungrouped}
      crumbs={[{ to: '/tasks', label: t.title }]}
      tag={<AreaTag area={task.area} />}
      actions={<PrintButton />}
    >
      <div className="grid two-one">
        <div>
          <Card title={t.summary}>
            <div className="card-body prose">
              {task.summary === '' ? null : <p>{task.summary}</p>}
              {task.words === null ? null : <Quoted words={task.words} />}
            </div>
          </Card>
          <TaskLiving itemId={task.itemId} />
        </div>
        <div>
          <Card title={t.responsibility}>
            <div className="card-body">
              <dl className="facts ruled">
                <dt>{t.lead2}</dt>
                <dd className="stacked">
                  {task.lead.length === 0 ? <span className="quiet">{common.notSet}</span> : null}
                  {task.lead.map((unit) => (
                    <b key={unit.id}>
                      <UnitLink unit={unit} full />
                    </b>
                  ))}
                </dd>
                <dt>{t.support2}</dt>
                <dd className="stacked">
                  {task.support.length === 0 ? <span className="quiet">{common.none}</span> : null}
                  {task.support.map((unit) => (
                    <span key={unit.id}>
                      <UnitLink unit={unit} full />
                    </span>
                  ))}
                </dd>
              </dl>
              {task.responsibilityText === null ? null : (
                <figure className="quoted">
                  <blockquote>{task.responsibilityText}</blockquote>
                  <figcaption>{task.words === null ? t.note : t.asPrinted}</figcaption>
                </figure>
              )}
            </div>
          </Card>
          <LinkedTargets targets={task.targetList} />
          <LinkedMilestones milestones={task.milestoneList} />
        </div>
      </div>
      <nav className="pager no-print" aria-label={`${common.previous} / ${common.next}`}>
        {task.previous === null ? (
          <span />
        ) : (
          <Link to="/tasks/$itemId" params={{ itemId: task.previous.itemId }} rel="prev">
            <span>← {common.taskNumber(task.previous.number)}</span>
            {task.previous.title}
          </Link>
        )}
        {task.next === null ? null : (
          <Link to="/tasks/$itemId" params={{ itemId: task.next.itemId }} rel="next">
            <span>{common.taskNumber(task.next.number)} →</span>
            {task.next.title}
          </Link>
        )}
      </nav>
    </Page>
  )
}
