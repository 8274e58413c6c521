import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { takesPart } from '@qiangxian/kernel/plan/takes-part'
import { sql } from 'kysely'

/**
 * A task of the plan in force by its id or number, for those who may see how it goes: who reads all progress, the units
 * that lead or support it by the plan, and those that carry a part of it.
 *
 * @throws operation.notFound
 */
export async function findTask(
  context: QueryContext,
  { plan, organisations }: PlanReading,
  itemId: string,
): Promise<PlanTask> {
  const task = plan.tasks.find((each) => each.itemId === itemId || String(each.number) === itemId)
  if (task !== undefined) {
    if (actorMay(context.actor, 'progress.read')) return task
    const units = unitsActedFor(context.actor, 'work.read')
    const named = [...partiesOf(task, 'lead'), ...partiesOf(task, 'support')]
    if (units.some((unit) => takesPart(unit, named, organisations))) return task
    if (await carriesPart(context, task, units)) return task
  }
  throw operationErrors.notFound({ what: { zh: '任务', en: 'task' }, id: itemId })
}

async function carriesPart(
  { tx, jurisdiction }: QueryContext,
  task: PlanTask,
  units: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from task_part
    where jurisdiction = ${jurisdiction} and task_item_id = ${task.itemId} and party_id = any(${[...units]})
      and status <> 'withdrawn'
    limit 1`.execute(tx)
  return rows.length > 0
}
