import { checkWeights } from '@qiangxian/engines/indicator/breakdown'
import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { taskRefs } from '@qiangxian/kernel/plan/present-plan'
import { Id, Nullable, TaskRef } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import Type from 'typebox'
import { getTarget } from './find-target.ts'
import { weightErrors } from './monitoring-errors.ts'
import { tasksOfTarget } from './target-monitor.queries.ts'

/** How much of a target rests on each of its tasks. */
export const weighTasks = defineCommand({
  id: 'target.weigh-tasks',
  label: { zh: '设定任务权重', en: 'Weigh the tasks of a target' },
  about: {
    zh: '目标落在各关联任务上的权重，合计不超过 100%；不足部分照实显示。',
    en: 'How much of a target rests on each of its tasks; at most 100 % in all, and what is left is shown.',
  },
  permission: 'breakdown.decide',
  route: { method: 'PUT', path: '/targets/:itemId/task-weights' },
  cli: 'target weigh-tasks',
  input: Type.Object({
    itemId: Id,
    weights: Type.Array(
      Type.Object({ taskId: Id, weight: Nullable(Type.Number({ minimum: 0, maximum: 100, description: 'percent' })) }),
      { maxItems: 200 },
    ),
    reason: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))),
  }),
  output: Type.Object({
    weights: Type.Array(Type.Object({ task: TaskRef, weight: Nullable(Type.Number()) })),
    sum: Type.Number(),
    /** 100 minus the sum */
    difference: Type.Number(),
    missing: Type.Integer(),
  }),
  run: async (context, input) => {
    const { tx, jurisdiction } = context
    const { plan, reader } = await readPlan(context, undefined)
    const target = getTarget(plan, input.itemId)
    const tasks = taskRefs(reader, target.taskItemIds)
    const given = new Map<string, number | null>()
    for (const { taskId, weight } of input.weights) {
      const task = tasks.find(({ itemId, number }) => itemId === taskId || String(number) === taskId)
      if (task === undefined) throw weightErrors.notOfTarget({ id: taskId })
      if (given.has(task.itemId)) throw weightErrors.twice({ number: task.number })
      given.set(task.itemId, weight)
    }
    const rows = tasks.map((task) => ({ task, weight: given.get(task.itemId) ?? null }))
    const { sum, remaining, exceeds, missing } = checkWeights(
      rows.map(({ task, weight }) => ({ key: task.itemId, weight })),
    )
    if (exceeds) throw weightErrors.over({ sum })
    const result = { weights: rows, sum, difference: remaining, missing }
    const before = await tasksOfTarget(context, target.itemId, target.taskItemIds)
    const known = new Map(before.map(({ taskItemId, weight }) => [taskItemId, weight]))
    if (rows.every(({ task, weight }) => (known.get(task.itemId) ?? null) === weight)) {
      context.unchanged()
      return result
    }
    await tx
      .deleteFrom('target_task_weight')
      .where('jurisdiction', '=', jurisdiction)
      .where('item_id', '=', target.itemId)
      .execute()
    const demonstration = await isOfDemonstration(context)
    const set = rows.flatMap(({ task, weight }) =>
      weight === null
        ? []
        : [{ jurisdiction, item_id: target.itemId, task_item_id: task.itemId, weight, demonstration }],
    )
    if (set.length > 0) await tx.insertInto('target_task_weight').values(set).execute()
    await context.record({
      subject: { kind: 'target', id: target.itemId },
      before: { weights: before.map(({ taskItemId, weight }) => ({ taskItemId, weight })) },
      after: { weights: rows.map(({ task, weight }) => ({ taskItemId: task.itemId, weight })) },
      reason: input.reason ?? null,
    })
    return result
  },
})
