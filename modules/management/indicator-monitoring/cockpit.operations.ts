import { unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { standingOfMilestones } from '@qiangxian/kernel/progress/milestone-progress'
import { progressOfTargets } from '@qiangxian/kernel/progress/programme-progress'
import { LivingCockpit } from '@qiangxian/kernel/progress/progress.schemas'
import { seesUnapproved } from '@qiangxian/kernel/progress/readings'
import { progressSettings } from '@qiangxian/kernel/progress/settings'
import Type from 'typebox'
import { listWeekChanges } from './changes.queries.ts'
import { presentChanges } from './changes.ts'
import { dutyCounts, townDuties } from './duty-counts.queries.ts'
import { presentPlanCockpit } from './present-plan-cockpit.ts'
import { presentOverdue, sumUp } from './sum-up.ts'

export const showCockpit = defineQuery({
  id: 'programme.cockpit',
  label: { zh: '驾驶舱', en: 'Cockpit' },
  about: {
    zh: '阶段与剩余天数，指标亮灯、预测和差距，逾期事项，里程碑，近七天变化；公众只看已核定的数值。',
    en: 'Phase and days left, lights, forecasts and gaps of targets, overdue duties, milestones, changes of seven days; the public sees approved values only.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/cockpit' },
  cli: 'cockpit',
  input: Type.Object({}),
  output: LivingCockpit,
  run: async (context) => {
    const { plan, reader, heads, organisations } = await readPlan(context, undefined)
    const settings = progressSettings(context.county)
    const onPaper = presentPlanCockpit(
      reader,
      heads,
      organisations,
      context.county.tiles,
      settings.milestoneWarningDays,
    )
    const targets = await progressOfTargets(context, plan)
    const milestones = await standingOfMilestones(context, reader)
    const changes = await listWeekChanges(context)
    const isStaff = seesUnapproved(context)
    const units = isStaff ? 'all' : unitsActedFor(context.actor, 'work.read')
    const counted = await dutyCounts(context, units, settings.reportCycle)
    const tiles = onPaper.towns.flatMap(({ unitId }) => unitId ?? [])
    const towns = isStaff ? await townDuties(context, tiles, plan.head.periodStart) : []
    const open = new Map((counted?.duties ?? []).map((each) => [each.partyId, each]))
    return {
      ...onPaper,
      progress: {
        targets,
        ...sumUp(reader, targets, milestones),
        overdue: counted === undefined ? null : presentOverdue(reader, counted.duties),
        changes: presentChanges(reader, changes),
        reports: counted?.reports ?? null,
        towns: towns.map(({ partyId, met, owed }) => ({
          unitId: partyId,
          met,
          owed,
          overdue: open.get(partyId)?.overdue ?? 0,
        })),
      },
    }
  },
})
