import { Link } from '@tanstack/react-router'
import type { MilestoneRow, TargetRow } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { AmountFigure, KindTag, LevelTag, UnitLinks } from '../../ui/programme-parts.tsx'
import { tasksTexts } from './tasks.texts.ts'

export function LinkedTargets({ targets, title }: { readonly targets: readonly TargetRow[]; readonly title?: string }) {
  const t = useTexts(tasksTexts)
  return (
    <Card title={title ?? t.targets} note={String(targets.length)}>
      {targets.length === 0 ? <p className="card-body quiet">{t.noTargets}</p> : null}
      <ul className="rows linked">
        {targets.map((target) => (
          <li key={target.itemId}>
            <Link to="/targets/$itemId" params={{ itemId: target.itemId }}>
              {target.name}
            </Link>
            <KindTag kind={target.kind} />
            <b className="num">
              <AmountFigure amount={target.amount} /> <span className="quiet">{target.amount.unit}</span>
            </b>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface LinkedMilestonesProps {
  readonly milestones: readonly MilestoneRow[]
  readonly title?: string
}

export function LinkedMilestones({ milestones, title }: LinkedMilestonesProps) {
  const t = useTexts(tasksTexts)
  return (
    <Card title={title ?? t.milestones} note={String(milestones.length)}>
      {milestones.length === 0 ? <p className="card-body quiet">{t.noMilestones}</p> : null}
      <ul className="rows linked">
        {milestones.map((milestone) => (
          <li key={milestone.itemId}>
            <Link to="/milestones/$itemId" params={{ itemId: milestone.itemId }}>
              {milestone.name}
            </Link>
            <LevelTag level={milestone.level} />
            <span className="num quiet">{milestone.dueOn ?? <UnitLinks units={milestone.owners} most={1} />}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
