import { type Actor, actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { takesPart } from '@qiangxian/kernel/plan/takes-part'

/**
 * A task of the plan in force by its id or number, for those who may see how it goes: who reads all progress, and the
 * units that lead or support it.
 *
 * @throws operation.notFound
 */
export function findTask(actor: Actor, { plan, organisations }: PlanReading, itemId: string): PlanTask {
  const task = plan.tasks.find((each) => each.itemId === itemId || String(each.number) === itemId)
  const units = unitsActedFor(actor, 'work.read')
  const involved = (share: 'lead' | 'support') =>
    task !== undefined && units.some((unit) => takesPart(unit, partiesOf(task, share), organisations))
  if (task !== undefined && (actorMay(actor, 'progress.read') || involved('lead') || involved('support'))) return task
  throw operationErrors.notFound({ what: { zh: '任务', en: 'task' }, id: itemId })
}
