import { isOfDemonstration } from '@qiangxian/kernel/accounts/of-demonstration'
import { isCivilDate } from '@qiangxian/kernel/clock/civil-date'
import { newId } from '@qiangxian/kernel/ids/new-id'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { Id, IsoDate, Nullable } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { itemSettings, noSetting, settingKey } from '@qiangxian/kernel/progress/item-settings'
import { noteLights } from '@qiangxian/kernel/progress/note-lights'
import { inBase, inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import Type from 'typebox'
import { getTarget } from './find-target.ts'
import { baselineErrors, dateErrors } from './monitoring-errors.ts'
import { countsFromNothing } from './share-rules.ts'

/** 基期值: where the way to a target begins. Completion is counted from it, so the light may change with it. */
export const setBaseline = defineCommand({
  id: 'target.set-baseline',
  label: { zh: '设定基期值', en: 'Set the baseline of a target' },
  about: {
    zh: '目标的基期值和日期；完成度从基期值起算。值留空即取消基期。',
    en: 'The baseline of a target and its date; completion is counted from it. An empty value takes it back.',
  },
  permission: 'breakdown.decide',
  route: { method: 'PUT', path: '/targets/:itemId/baseline' },
  cli: 'target set-baseline',
  input: Type.Object({
    itemId: Id,
    value: Nullable(Type.Number({ description: 'in the printed unit' })),
    on: IsoDate,
    reason: Type.Optional(Nullable(Type.String({ maxLength: 2_000 }))),
  }),
  output: Type.Object({ baseline: Nullable(Type.Object({ value: Type.Number(), on: Nullable(IsoDate) })) }),
  run: async (context, input) => {
    const { tx, jurisdiction, now, actor, today } = context
    const { plan } = await readPlan(context, undefined)
    const target = getTarget(plan, input.itemId)
    if (!isCivilDate(input.on)) throw dateErrors.noSuchDay({ date: input.on })
    if (input.on > today) throw baselineErrors.inFuture({ on: input.on, today })
    if (countsFromNothing(target)) throw baselineErrors.countsFromNothing({ name: target.name })
    const before = (await itemSettings(context)).get(settingKey('target', target.itemId)) ?? noSetting
    const value = input.value === null ? null : inBase(target, input.value)
    const after = { baseline: input.value === null ? null : { value: input.value, on: input.on } }
    if (before.baseline === value && (value === null || before.baselineOn === input.on)) {
      context.unchanged()
      return after
    }
    await tx
      .insertInto('item_setting')
      .values({
        jurisdiction,
        id: newId(now),
        item_kind: 'target',
        item_id: target.itemId,
        cycle: null,
        baseline: value,
        baseline_on: input.on,
        reason: input.reason ?? null,
        decided_at: now,
        decided_by: actor.accountId ?? null,
        decided_by_label: actor.label,
        demonstration: await isOfDemonstration(context),
      })
      .execute()
    await noteLights(context, { targets: [target.itemId] })
    await context.record({
      subject: { kind: 'target', id: target.itemId },
      before:
        before.baseline === null
          ? null
          : { baseline: { value: inPrinted(target, before.baseline), on: before.baselineOn } },
      after,
      reason: input.reason ?? null,
    })
    return after
  },
})
