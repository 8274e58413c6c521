import type { DemoStory } from '../../county.types.ts'
import { events, extensions, habits } from './events.ts'
import { milestones } from './milestones.ts'
import { statistics } from './places.ts'
import { targets } from './targets.ts'
import { tasks } from './tasks.ts'

/** Three invented years of the programme, as they might look a month before the acceptance. 演示 */
export const demoStory: DemoStory = {
  seed: 320_282,
  until: '2026-11-25',
  statistics,
  targets,
  tasks,
  milestones,
  habits,
  events,
  extensions,
  phrases: {
    narrative: [
      '按月度计划推进，走访企业，汇总台账（演示）',
      '召开推进会，逐项落实分工，补齐佐证（演示）',
      '完成阶段工作，资料已整理归档（演示）',
      '与牵头单位对接两次，明确了下一步安排（演示）',
      '对照方案逐条核查，进度与计划相符（演示）',
    ],
    problems: ['', '', '', '部分企业材料不齐，正在催补（演示）', '数据口径与省局清单有出入，正在核对（演示）'],
    nextSteps: ['继续走访企业，下月底前补齐材料（演示）', '组织一次专题培训（演示）', '按计划推进，按时报送（演示）'],
    returned: [
      '佐证不全，请补充后再报（演示）',
      '数值与台账不一致，请核对（演示）',
      '进展写得过于笼统，请写清做了什么（演示）',
    ],
    replies: [
      '已收到，正在补报，三日内报送（演示）',
      '因经办人调整延误，已安排专人办理（演示）',
      '材料已备齐，明日上报（演示）',
    ],
  },
}
