import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { TaskProgress } from '@qiangxian/kernel/progress/progress.schemas'
import Type from 'typebox'
import { findTask } from './find-task.ts'
import { presentTaskProgress } from './task-progress.ts'

export const showTaskProgress = defineQuery({
  id: 'task.progress',
  label: { zh: '任务进展', en: 'Progress of a task' },
  about: {
    zh: '任务的分工、权重、进度、灯色和理由、报送、催办。牵头单位看全部分工，配合单位看自己的。',
    en: 'Parts, weights, progress, light and reason, reports and urgings of a task; supporting units see their own.',
  },
  permission: 'work.read',
  route: { method: 'GET', path: '/tasks/:itemId/progress' },
  cli: 'task progress',
  input: Type.Object({ itemId: Id }),
  output: TaskProgress,
  run: async (context, { itemId }) => {
    const reading = await readPlan(context, undefined)
    return presentTaskProgress(context, reading, await findTask(context, reading, itemId))
  },
})
