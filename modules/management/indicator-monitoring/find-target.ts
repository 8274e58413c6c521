import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { PlanMilestone, PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'

/**
 * A target of the plan by its id or its code.
 *
 * @throws operation.notFound
 */
export function getTarget({ targets }: PlanSnapshot, id: string): PlanTarget {
  const target = targets.find(({ itemId, code }) => itemId === id || code === id)
  if (target === undefined) throw operationErrors.notFound({ what: { zh: '目标', en: 'target' }, id })
  return target
}

/**
 * A milestone of the plan by its id or its code.
 *
 * @throws operation.notFound
 */
export function getMilestone({ milestones }: PlanSnapshot, id: string): PlanMilestone {
  const milestone = milestones.find(({ itemId, code }) => itemId === id || code === id)
  if (milestone === undefined) throw operationErrors.notFound({ what: { zh: '里程碑', en: 'milestone' }, id })
  return milestone
}
