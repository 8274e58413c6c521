import { Link } from '@tanstack/react-router'
import type { MilestoneRow, PlanTree, TargetRow, TaskRow, Words } from '../../api/types.gen.ts'
import { monthRange } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { AmountFigure, KindTag, LevelTag, Quoted, UnitLinks } from '../../ui/programme-parts.tsx'
import { planTexts } from './plan.texts.ts'

interface PartProps {
  readonly plan: PlanTree
}

export function TargetsPart({ plan }: PartProps) {
  const t = useTexts(planTexts)
  const common = useCommon()
  if (plan.targets.length === 0) return null
  const areas = [...new Set(plan.targets.map((target) => target.area))]
  return (
    <Card id="targets" title={t.targets} note={common.items(plan.targets.length)}>
      {areas.map((area) => (
        <section key={area} className="plan-area">
          <h3>{common.areas[area]}</h3>
          <ul>
            {plan.targets
              .filter((target) => target.area === area)
              .map((target) => (
                <li key={target.itemId}>
                  <TargetLine target={target} />
                  <WordsOf words={target.words} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function TargetLine({ target }: { readonly target: TargetRow }) {
  return (
    <div className="plan-line">
      <Link to="/targets/$itemId" params={{ itemId: target.itemId }}>
        {target.name}
      </Link>
      <KindTag kind={target.kind} />
      <b className="num">
        <AmountFigure amount={target.amount} /> <span className="quiet">{target.amount.unit}</span>
      </b>
      <span className="quiet plan-owner">
        <UnitLinks units={target.owners} most={2} />
      </span>
    </div>
  )
}

export function TasksPart({ plan }: PartProps) {
  const t = useTexts(planTexts)
  const common = useCommon()
  if (plan.tasks.length === 0) return null
  const grouped = plan.groups.map((group) => ({
    group,
    tasks: plan.tasks.filter((task) => task.group === group.title),
  }))
  const rest = plan.tasks.filter((task) => !plan.groups.some((group) => group.title === task.group))
  return (
    <Card id="tasks" title={t.tasks} note={common.items(plan.tasks.length)}>
      {grouped.map(({ group, tasks }) => (
        <section key={group.itemId} id={group.itemId} className="plan-group">
          <h3>{group.title}</h3>
          {tasks.map((task) => (
            <TaskBlock key={task.itemId} task={task} plan={plan} />
          ))}
        </section>
      ))}
      {rest.length === 0 ? null : (
        <section className="plan-group">
          <h3>{t.ungrouped}</h3>
          {rest.map((task) => (
            <TaskBlock key={task.itemId} task={task} plan={plan} />
          ))}
        </section>
      )}
    </Card>
  )
}

function TaskBlock({ task, plan }: { readonly task: TaskRow; readonly plan: PlanTree }) {
  const t = useTexts(planTexts)
  const targets = plan.targets.filter((target) => target.tasks.some((one) => one.itemId === task.itemId))
  const milestones = plan.milestones.filter((one) => one.tasks.some((ref) => ref.itemId === task.itemId))
  return (
    <article className="plan-task">
      <h4>
        <span className="quiet">{task.number}</span>
        <Link to="/tasks/$itemId" params={{ itemId: task.itemId }}>
          {task.title}
        </Link>
        <span className="quiet plan-owner">
          {t.leads} <UnitLinks units={task.lead} />
        </span>
      </h4>
      {targets.length + milestones.length === 0 ? null : (
        <ul>
          {targets.map((target) => (
            <li key={target.itemId} className="plan-link">
              <Link to="/targets/$itemId" params={{ itemId: target.itemId }}>
                {target.shortName}
              </Link>
              <b>
                <AmountFigure amount={target.amount} /> {target.amount.unit}
              </b>
            </li>
          ))}
          {milestones.map((milestone) => (
            <MilestoneLine key={milestone.itemId} milestone={milestone} />
          ))}
        </ul>
      )}
    </article>
  )
}

function MilestoneLine({ milestone }: { readonly milestone: MilestoneRow }) {
  return (
    <li className="plan-link">
      <Link to="/milestones/$itemId" params={{ itemId: milestone.itemId }}>
        {milestone.name}
      </Link>
      <LevelTag level={milestone.level} />
      {milestone.dueOn === null ? null : <span className="quiet nb">{milestone.dueOn}</span>}
    </li>
  )
}

export function MilestonesLeft({ plan }: PartProps) {
  const t = useTexts(planTexts)
  const common = useCommon()
  const shownWithTasks = new Set(plan.tasks.map((task) => task.itemId))
  const left = plan.milestones.filter((one) => !one.tasks.some((task) => shownWithTasks.has(task.itemId)))
  if (left.length === 0) return null
  return (
    <Card id="milestones" title={t.otherMilestones} note={common.items(left.length)}>
      <ul className="card-body">
        {left.map((milestone) => (
          <MilestoneLine key={milestone.itemId} milestone={milestone} />
        ))}
      </ul>
    </Card>
  )
}

export function SafeguardsPart({ plan }: PartProps) {
  const t = useTexts(planTexts)
  if (plan.safeguards.length === 0) return null
  return (
    <Card id="safeguards" title={t.safeguards}>
      <ol className="rows">
        {plan.safeguards.map((safeguard) => (
          <li key={safeguard.itemId} id={safeguard.itemId}>
            <b>{`${safeguard.number}　${safeguard.title}`}</b>
            {safeguard.summary === '' ? null : <p>{safeguard.summary}</p>}
            <WordsOf words={safeguard.words} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

export function PhasesPart({ plan }: PartProps) {
  const t = useTexts(planTexts)
  const language = useLanguage()
  if (plan.phases.length === 0) return null
  return (
    <Card id="phases" title={t.phases}>
      <ol className="rows">
        {plan.phases.map((phase) => (
          <li key={phase.itemId} id={phase.itemId} className={`plan-phase ${phase.state}`}>
            <b>{phase.name}</b>　<span className="quiet">{monthRange(phase.start, phase.end, language)}</span>
            {phase.summary === '' ? null : <p>{phase.summary}</p>}
            <WordsOf words={phase.words} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

export function QuestionsPart({ plan }: PartProps) {
  const t = useTexts(planTexts)
  if (plan.questions.length === 0) return null
  return (
    <Card id="questions" title={t.questions} note={t.questionsNote}>
      <ol className="rows">
        {plan.questions.map((question) => (
          <li key={question.message}>
            <p>{question.message}</p>
            <p className={question.answer === null ? 'light grey' : 'plan-answer'}>{question.answer ?? t.unanswered}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function WordsOf({ words }: { readonly words: Words | null }) {
  const t = useTexts(planTexts)
  if (words === null || words.text === '') return null
  return (
    <details className="plan-words">
      <summary>{t.showWords}</summary>
      <Quoted words={words} />
      {words.start === null ? null : (
        <a className="no-print small" href={`#source-${words.start}`} data-offset={words.start}>
          {t.inSource}
        </a>
      )}
    </details>
  )
}
