import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { Id, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { itemSettings, settingKey } from '@qiangxian/kernel/progress/item-settings'
import { Cycle } from '@qiangxian/kernel/progress/progress.schemas'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import Type from 'typebox'

export const setCycle = defineCommand({
  id: 'item.setCycle',
  label: { zh: '设定报送周期', en: 'Set how often is reported' },
  about: {
    zh: '为一个目标或任务另定报送周期；已开启的应办事项不变。',
    en: 'Sets how often a target or a task is reported; duties that are open stay as they are.',
  },
  permission: 'breakdown.decide',
  route: { method: 'PUT', path: '/items/:itemKind/:itemId/cycle' },
  cli: 'item cycle',
  input: Type.Object({
    /** target or task */
    itemKind: Id,
    itemId: Id,
    cycle: Cycle,
    reason: Type.Optional(Nullable(Type.String({ maxLength: 1_000 }))),
  }),
  output: Type.Object({ itemKind: Type.String(), itemId: Id, cycle: Cycle }),
  run: async (context, { itemKind, itemId, cycle, reason }) => {
    const { tx, jurisdiction, actor, now } = context
    const { plan } = await readPlan(context, undefined)
    const items = { target: plan.targets, task: plan.tasks }
    if ((itemKind !== 'target' && itemKind !== 'task') || !items[itemKind].some((item) => item.itemId === itemId)) {
      throw operationErrors.notFound({ what: { zh: '目标或任务', en: 'target or task' }, id: itemId })
    }
    const own = (await itemSettings(context)).get(settingKey(itemKind, itemId))?.cycle ?? null
    const before = own ?? progressSettings(context.county).reportCycle
    if (own === cycle) {
      context.unchanged()
      return { itemKind, itemId, cycle }
    }
    const why = (reason ?? '').trim() || null
    await tx
      .insertInto('item_setting')
      .values({
        jurisdiction,
        id: newId(now),
        item_kind: itemKind,
        item_id: itemId,
        cycle,
        reason: why,
        decided_at: now,
        decided_by: actor.accountId ?? null,
        decided_by_label: actor.label,
        demonstration: await isOfDemonstration(context),
      })
      .execute()
    await context.record({
      subject: { kind: itemKind, id: itemId },
      before: { cycle: before },
      after: { cycle },
      reason: why,
    })
    return { itemKind, itemId, cycle }
  },
})
