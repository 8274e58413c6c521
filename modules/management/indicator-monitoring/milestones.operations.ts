import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { progressOfMilestones } from '@qiangxian/kernel/progress/milestone-progress'
import { MilestoneProgress } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { getMilestone } from './find-target.ts'

export const listMilestoneProgress = defineQuery({
  id: 'milestone.progress-list',
  label: { zh: '里程碑进展', en: 'Progress of the milestones' },
  about: {
    zh: '全部里程碑的亮灯、缘由、清单和批复文件；“争创”类不亮红灯。',
    en: 'Every milestone with its light, the reason, its checklist and documents; those striven for never turn red.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/milestones/progress' },
  cli: 'milestone progress-list',
  input: Type.Object({}),
  output: Type.Object({ milestones: Type.Array(MilestoneProgress) }),
  run: async (context) => {
    const { reader } = await readPlan(context, undefined)
    return { milestones: await progressOfMilestones(context, reader) }
  },
})

export const showMilestoneProgress = defineQuery({
  id: 'milestone.progress',
  label: { zh: '里程碑进展（单项）', en: 'Progress of a milestone' },
  about: {
    zh: '一项里程碑的亮灯、缘由、清单和批复文件。',
    en: 'One milestone with its light, the reason, its checklist and documents.',
  },
  permission: 'programme.read',
  route: { method: 'GET', path: '/milestones/:itemId/progress' },
  cli: 'milestone progress',
  input: Type.Object({ itemId: Id }),
  output: MilestoneProgress,
  run: async (context, input) => {
    const { plan, reader } = await readPlan(context, undefined)
    const { itemId } = getMilestone(plan, input.itemId)
    const found = (await progressOfMilestones(context, reader)).find((each) => each.itemId === itemId)
    if (found === undefined) {
      throw operationErrors.notFound({ what: { zh: '里程碑', en: 'milestone' }, id: input.itemId })
    }
    return found
  },
})
