import { actorMay } from '@qiangxian/kernel/accounts/actor'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import type { PlanSnapshot, PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import { presentAmount, type Reader, taskRefs } from '@qiangxian/kernel/plan/present-plan'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { getVersion, readPlan } from '@qiangxian/kernel/plan/read-plan'
import { inForceOf, listBreakdowns, yearSharesOf } from '@qiangxian/kernel/progress/breakdowns'
import { computedReadings, withComputed } from '@qiangxian/kernel/progress/computed-readings'
import { listDuties, presentDuties } from '@qiangxian/kernel/progress/duties'
import { itemSettings, noSetting, settingKey } from '@qiangxian/kernel/progress/item-settings'
import { inPrinted } from '@qiangxian/kernel/progress/printed-unit'
import { type Light, TargetMonitor } from '@qiangxian/kernel/progress/progress.schemas'
import {
  countingReading,
  presentReading,
  readingOf,
  type StoredReading,
  seesApproved,
  seesUnapproved,
  seesUnapprovedOf,
  valuesOf,
} from '@qiangxian/kernel/progress/readings'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import { periodsUntil, targetProgressOf, windowOf } from '@qiangxian/kernel/progress/target-progress'
import Type, { type Static } from 'typebox'
import { getTarget } from './find-target.ts'
import { mayDecide } from './may-decide.ts'
import { presentObservations } from './present-observations.ts'
import { levelsOf } from './share-rules.ts'
import { targetLine } from './target-line.ts'
import { listLightChanges, listObservations, reportersOf, tasksOfTarget } from './target-monitor.queries.ts'
import { unitSharesOf } from './unit-shares.ts'

export const showTargetProgress = defineQuery({
  id: 'target.progress',
  label: { zh: '目标进展', en: 'Progress of a target' },
  about: {
    zh: '一个目标的数值、趋势、预测、亮灯缘由、目标线、各单位份额、历次数值和由谁核定。',
    en: 'Values of a target, trend, forecast, why its light has its colour, its line, units’ shares, and every value with who approved it.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/targets/:itemId/progress' },
  cli: 'target progress',
  input: Type.Object({ itemId: Id }),
  output: TargetMonitor,
  run: async (context, input) => {
    const { plan, reader, heads } = await readPlan(context, undefined)
    const target = getTarget(plan, input.itemId)
    const { itemId } = target
    const settings = progressSettings(context.county)
    const own = (await itemSettings(context)).get(settingKey('target', itemId)) ?? noSetting
    const cycle = own.cycle ?? settings.reportCycle
    const approvedOnly = !seesUnapprovedOf(context, target.ownerIds)
    const hidden = approvedOnly && !seesApproved(context)
    const values = hidden ? [] : await valuesOf(context, itemId, 'county')
    const stored = values.flatMap((row) => readingOf(row, approvedOnly) ?? [])
    const decisions = await listBreakdowns(context, itemId)
    const years = yearSharesOf(decisions).get(itemId)
    const standing = {
      target,
      plan,
      readings: withComputed(
        values.flatMap((row) => countingReading(row, approvedOnly) ?? []),
        approvedOnly ? [] : ((await computedReadings(context, [target])).get(itemId) ?? []),
        cycle,
      ),
      settings,
      baseline: own.baseline,
      cycle: own.cycle,
      years,
      today: context.today,
    }
    const versions: PlanSnapshot[] = []
    for (const head of heads) versions.push(await getVersion(context, head.planId, head.version))
    const [nextDuty = null] = await presentDuties(
      context,
      await listDuties(context, { itemIds: [itemId], scope: 'county', open: true, order: 'soonest', limit: 1 }),
    )
    const lights = hidden ? [] : await listLightChanges(context, itemId, approvedOnly ? 'approved' : 'reported')
    return {
      ...targetProgressOf(standing),
      amount: presentAmount(target),
      window: windowOf(target, plan),
      cycle,
      baseline: own.baseline === null ? null : { value: inPrinted(target, own.baseline), on: own.baselineOn },
      series: seriesOf(reader, target, stored, cycle, approvedOnly ? new Map() : await reportersOf(context, itemId)),
      line: targetLine(target, levelsOf(target, own.baseline, years ?? new Map()), versions),
      units: await unitSharesOf(context, reader, standing, inForceOf(decisions)),
      observations: hidden
        ? []
        : presentObservations(reader, target, await listObservations(context, itemId), stored, approvedOnly),
      nextDuty,
      tasks: (await tasksOfTarget(context, itemId, target.taskItemIds)).flatMap(({ taskItemId, weight, progress }) =>
        taskRefs(reader, [taskItemId]).map((task) => ({
          task,
          weight,
          progress: seesUnapproved(context) ? progress : null,
        })),
      ),
      lights: lights.map(({ on, from, to, zh, en }) => ({
        on,
        from: from as Light | null,
        to: to as Light,
        why: { zh, en },
      })),
      may: { decide: mayDecide(context), urge: mayUrge(actorMay(context.actor, 'supervision.manage'), nextDuty) },
    }
  },
})

/** Every period since the programme began; where nothing came, who owed it, for those who may know. */
function seriesOf(
  reader: Reader,
  target: PlanTarget,
  readings: readonly StoredReading[],
  cycle: 'month' | 'quarter' | 'year',
  reporters: ReadonlyMap<string, string>,
): Static<typeof TargetMonitor>['series'] {
  const known = new Map(readings.map((reading) => [reading.period, reading]))
  return periodsUntil(reader.plan.head.periodStart, reader.today, cycle, readings).map(({ key, end }) => {
    const reading = known.get(key)
    const owedBy = reading === undefined ? reader.units.get(reporters.get(key) ?? '') : undefined
    return {
      period: key,
      periodEnd: end,
      reading: reading === undefined ? null : presentReading(target, reading),
      owedBy: owedBy ?? null,
    }
  })
}

function mayUrge(isOffice: boolean, nextDuty: unknown): Static<typeof TargetMonitor>['may']['urge'] {
  if (!isOffice) {
    return { may: false, why: { zh: '催办由领导小组办公室办理。', en: 'Urging is the office’s.' } }
  }
  if (nextDuty === null) {
    return { may: false, why: { zh: '现在没有待报送的数值。', en: 'No value is owed now.' } }
  }
  return { may: true, why: null }
}
