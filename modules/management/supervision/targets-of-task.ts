import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { PlanSnapshot, PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { standingsOfTargets, visible } from '@qiangxian/kernel/progress/programme-progress'
import type { TaskProgress } from '@qiangxian/kernel/progress/progress.schemas'
import { targetLightOf } from '@qiangxian/kernel/progress/target-progress'

/** The targets that a task serves, each with its light and how much of it rests on this task. */
export async function targetsOfTask(
  context: QueryContext,
  plan: PlanSnapshot,
  task: PlanTask,
): Promise<TaskProgress['targets']> {
  const { tx, jurisdiction } = context
  const served = plan.targets.filter((target) => target.taskItemIds.includes(task.itemId))
  const rows = await tx
    .selectFrom('target_task_weight')
    .select(['item_id', 'weight'])
    .where('jurisdiction', '=', jurisdiction)
    .where('task_item_id', '=', task.itemId)
    .execute()
  const weights = new Map(rows.map((row) => [row.item_id, Number(row.weight)]))
  const standings = await standingsOfTargets(context, plan, served, { most: 4 })
  return standings.map(({ target, standing }) => ({
    target: { itemId: target.itemId, code: target.code, name: target.name },
    weight: weights.get(target.itemId) ?? null,
    light: targetLightOf(visible(context, target, standing)).light,
  }))
}
