import { Link } from '@tanstack/react-router'
import type { TargetDetail, TargetMonitor } from '../../api/types.gen.ts'
import { amountFigure, comparatorSymbol, formatFigure } from '../../format/amounts.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Missing } from '../../ui/states.tsx'
import { targetsTexts } from './targets.texts.ts'

/** The tasks that this target rests on, with how much of it, and how far each is. */
export function TasksCard({ monitor }: { readonly monitor: TargetMonitor }) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  const { tasks } = monitor
  return (
    <section className="tg-tasks" aria-labelledby="tg-tasks">
      <header className="tg-head">
        <h2 id="tg-tasks">{t.tasks}</h2>
      </header>
      {tasks.length === 0 ? <p className="quiet">{t.tasksNone}</p> : null}
      <ul>
        {tasks.map(({ task, weight, progress }) => (
          <li key={task.itemId}>
            <Link to="/tasks/$itemId" params={{ itemId: task.itemId }}>
              {`${common.taskNumber(task.number)}　${task.title}`}
            </Link>
            <span className="quiet">{weight === null ? t.equalWeight : t.weight(formatFigure(weight))}</span>
            <span>{progress === null ? <Missing reason={t.noProgress} /> : t.progress(formatFigure(progress))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LevelsCardProps {
  readonly target: TargetDetail
  readonly monitor: TargetMonitor
}

/** What the target stands at and when: by year where it was broken down, and as the versions of the plan moved it. */
export function LevelsCard({ target, monitor }: LevelsCardProps) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  const language = useLanguage()
  return (
    <section className="tg-levels" aria-labelledby="tg-levels">
      <header className="tg-head">
        <h2 id="tg-levels">{t.levels}</h2>
      </header>
      <ol className="tg-steps">
        {monitor.line.map((level) => (
          <li key={level.from}>
            <span className="nb quiet">{`${level.from} — ${level.to}`}</span>
            <span>{level.label[language]}</span>
          </li>
        ))}
        {target.steps.map((step) => (
          <li key={step.version}>
            <Link to="/plan" search={{ version: step.version }}>
              {common.version(step.version)}
            </Link>
            <span>
              <span className="nb">{t.since(step.effectiveFrom)}</span>{' '}
              <b className="nb">
                {step.amount === null
                  ? common.none
                  : `${comparatorSymbol(step.amount)} ${amountFigure(step.amount)} ${step.amount.unit}`}
              </b>{' '}
              <span className="quiet">{step.reason ?? (step.version === 1 ? t.reasonFirst : '')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
