import type { Transaction } from '@qiangxian/kernel/database/database'
import type { PlanSnapshot } from '@qiangxian/kernel/plan/plan-snapshot'
import { searchTokens } from '@qiangxian/kernel/search/search-tokens'
import { amountInWords } from './amount-words.ts'

interface Entry {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly context: string
  readonly path: string
  /** higher stands first among equals */
  readonly weight: number
}

/** Renews the search index of the plan: what the version in force says, found by Chinese words. */
export async function indexPlan(tx: Transaction, jurisdiction: string, plan: PlanSnapshot): Promise<void> {
  const entries = entriesOf(plan)
  await tx
    .deleteFrom('search_entry')
    .where('jurisdiction', '=', jurisdiction)
    .where('kind', 'in', ['plan', 'target', 'task', 'milestone', 'safeguard', 'phase'])
    .execute()
  await tx
    .insertInto('search_entry')
    .values(
      entries.map((entry) => ({
        jurisdiction,
        ...entry,
        tokens: searchTokens(`${entry.title} ${entry.context}`).join(' '),
      })),
    )
    .execute()
}

function entriesOf(plan: PlanSnapshot): readonly Entry[] {
  const taskTitle = new Map(plan.tasks.map((task) => [task.itemId, `任务 ${task.number} ${task.title}`]))
  const tasksOf = (ids: readonly string[]) => ids.flatMap((id) => taskTitle.get(id) ?? []).join('；')
  return [
    {
      kind: 'plan',
      id: plan.head.planId,
      title: plan.head.title,
      context: [plan.head.issuer, plan.head.documentNo, plan.head.goal].filter(Boolean).join(' '),
      path: '/plan',
      weight: 5,
    },
    ...plan.targets.map((target) => ({
      kind: 'target',
      id: target.itemId,
      title: `${target.code} ${target.name}`,
      context: `${amountInWords(target)} ${target.words?.text ?? ''} ${tasksOf(target.taskItemIds)}`.trim(),
      path: `/targets/${target.itemId}`,
      weight: 4,
    })),
    ...plan.tasks.map((task) => ({
      kind: 'task',
      id: task.itemId,
      title: `任务 ${task.number} ${task.title}`,
      context: task.summary,
      path: `/tasks/${task.itemId}`,
      weight: 3,
    })),
    ...plan.milestones.map((milestone) => ({
      kind: 'milestone',
      id: milestone.itemId,
      title: `${milestone.code} ${milestone.name}`,
      context: [milestone.parts.join('；'), tasksOf(milestone.taskItemIds)].filter((part) => part !== '').join(' '),
      path: `/milestones#${milestone.itemId}`,
      weight: 2,
    })),
    ...plan.safeguards.map((safeguard) => ({
      kind: 'safeguard',
      id: safeguard.itemId,
      title: `保障措施 ${safeguard.title}`,
      context: safeguard.summary,
      path: '/plan#safeguards',
      weight: 1,
    })),
    ...plan.phases.map((phase) => ({
      kind: 'phase',
      id: phase.itemId,
      title: phase.name,
      context: `${phase.start ?? ''} ${phase.end ?? ''} ${phase.summary}`.trim(),
      path: '/plan#phases',
      weight: 1,
    })),
  ]
}
