import type { Operation } from '@qiangxian/kernel/operations/operation'
import { proposeTargetBreakdown, showTargetBreakdown } from './breakdown.operations.ts'
import { showCockpit } from './cockpit.operations.ts'
import { decideBreakdown } from './decide-breakdown.command.ts'
import { listMilestoneProgress, showMilestoneProgress } from './milestones.operations.ts'
import { setBaseline } from './set-baseline.command.ts'
import { keepStatistic, listUnitStatistics } from './statistics.operations.ts'
import { showTargetProgress } from './target-monitor.operations.ts'
import { showTimeline } from './timeline.operations.ts'
import { weighTasks } from './weigh-tasks.command.ts'

/** S02 动态监测: every target with its values, light, trend and forecast, and how it is broken down. */
export const indicatorMonitoring = {
  id: 'indicator-monitoring',
  area: 'management',
  label: '动态监测',
  operations: [
    showCockpit,
    showTimeline,
    showTargetProgress,
    showTargetBreakdown,
    proposeTargetBreakdown,
    decideBreakdown,
    weighTasks,
    setBaseline,
    listMilestoneProgress,
    showMilestoneProgress,
    listUnitStatistics,
    keepStatistic,
  ] satisfies readonly Operation[],
}
