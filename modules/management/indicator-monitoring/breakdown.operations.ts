import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { presentTarget, taskRefs } from '@qiangxian/kernel/plan/present-plan'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { BreakdownView, TargetBreakdown } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { type BreakdownBase, breakdownBase, candidatesOf } from './breakdown-base.ts'
import { presentBreakdown, type ShownBreakdown } from './breakdown-view.ts'
import { mayDecide } from './may-decide.ts'
import { proposeShares } from './propose-shares.ts'
import { isAdditive } from './share-rules.ts'
import { presentStatistic } from './statistics.queries.ts'
import { tasksOfTarget } from './target-monitor.queries.ts'

export const Axis = Type.Enum(['year', 'unit'])
export const Method = Type.Enum(['equal', 'statistic', 'manual'])
export const Year = Type.Integer({ minimum: 1900, maximum: 2200 })

export const showTargetBreakdown = defineQuery({
  id: 'target.breakdown',
  label: { zh: '目标分解', en: 'Breakdown of a target' },
  about: {
    zh: '一个目标按年、按单位的分解，与目标的差额，历次决定，以及任务权重。',
    en: 'A target by year and by unit, the difference to the target, earlier decisions, and the weights of its tasks.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/targets/:itemId/breakdown' },
  cli: 'target breakdown',
  input: Type.Object({ itemId: Id }),
  output: TargetBreakdown,
  run: async (context, { itemId }) => {
    const base = await breakdownBase(context, itemId)
    const { target, reader, inForce, decisions, years, statistics } = base
    const view = (each: ShownBreakdown) => viewOf(base, each)
    const byYear = inForce.find(({ axis }) => axis === 'year')
    const weights = await tasksOfTarget(context, target.itemId, target.taskItemIds)
    return {
      target: presentTarget(reader, target),
      additive: isAdditive(target),
      years: [...years],
      byYear: byYear === undefined ? null : view(byYear),
      byUnit: inForce
        .filter(({ axis }) => axis === 'unit')
        .sort((a, b) => (a.year ?? 0) - (b.year ?? 0))
        .map(view),
      history: decisions.filter((each) => !inForce.includes(each)).map(view),
      statistics: statistics.map((each) => presentStatistic(reader, each)),
      candidates: candidatesOf(base).flatMap(({ id, kind }) => {
        const unit = reader.units.get(id)
        return unit === undefined ? [] : [{ unit, kind }]
      }),
      weights: weights.flatMap(({ taskItemId, weight }) =>
        taskRefs(reader, [taskItemId]).map((task) => ({ task, weight })),
      ),
      may: { decide: mayDecide(context) },
    }
  },
})

export const proposeTargetBreakdown = defineQuery({
  id: 'target.propose-breakdown',
  label: { zh: '试算分解', en: 'Propose a breakdown' },
  about: {
    zh: '按平均或统计数试算各年、各单位的份额，只算不存；核对后再保存。',
    en: 'Computes the shares of years or units, equally or by a statistic, and saves nothing.',
  },
  permission: 'breakdown.decide',
  route: { method: 'GET', path: '/targets/:itemId/breakdown-proposal' },
  cli: 'target propose-breakdown',
  input: Type.Object({
    itemId: Id,
    axis: Type.Optional(Axis),
    year: Type.Optional(Year),
    method: Type.Optional(Method),
    statisticId: Type.Optional(Id),
    units: Type.Optional(
      Type.String({
        maxLength: 10_000,
        description: 'ids of units, with commas; all that can take a share by default',
      }),
    ),
  }),
  output: BreakdownView,
  run: async (context, { itemId, axis = 'unit', year, method = 'equal', statisticId, units }) => {
    const base = await breakdownBase(context, itemId)
    const places = new Set(['town', 'subdistrict', 'park'])
    const named = (units ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '')
    const candidates = candidatesOf(base).filter(({ id, kind }) =>
      named.length === 0 ? places.has(kind) : named.includes(id),
    )
    const proposal = {
      axis,
      year: year ?? null,
      method,
      statisticId: statisticId ?? null,
      units: candidates.map(({ id }) => id),
    }
    return viewOf(base, proposeShares(base, proposal, Number(context.today.slice(0, 4))))
  },
})

export function viewOf(base: BreakdownBase, each: ShownBreakdown): BreakdownView {
  const labels = new Map(base.statistics.map(({ id, label }) => [id, label]))
  return presentBreakdown(base.reader, base.target, base.baseline, labels, each)
}
