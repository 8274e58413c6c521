import { read, seg } from './queries.ts'
import type * as Api from './types.gen.ts'

/** What the pages of indicators, breakdowns, milestones and the timeline read. */

export const targetProgressQuery = (id: string) =>
  read<Api.TargetMonitor>(`/targets/${seg(id)}/progress`, 'programme', 'target', id, 'progress')

export const breakdownQuery = (id: string) =>
  read<Api.TargetBreakdown>(`/targets/${seg(id)}/breakdown`, 'programme', 'target', id, 'breakdown')

export const timelineQuery = read<Api.Timeline>('/timeline', 'programme', 'timeline')

export const milestonesProgressQuery = read<{ milestones: readonly Api.MilestoneProgress[] }>(
  '/milestones/progress',
  'programme',
  'milestones',
  'progress',
)

export const milestoneProgressQuery = (id: string) =>
  read<Api.MilestoneProgress>(`/milestones/${seg(id)}/progress`, 'programme', 'milestone', id, 'progress')
