import type { PlanTarget } from '@qiangxian/kernel/plan/plan-snapshot'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import type { CourseAct } from './report-course.ts'
import type { StoryUnit } from './telling.ts'

/** One duty with its report, as it is going to be told. */
export interface ReportTale {
  readonly kind: 'report' | 'milestone'
  readonly itemKind: 'target' | 'task' | 'milestone'
  readonly itemId: string
  /** how the story names the item: C8, task:4 */
  readonly itemKey: string
  readonly partId: string | null
  readonly unit: StoryUnit
  readonly scope: 'county' | 'unit'
  readonly period: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly title: string
  readonly openedOn: string
  readonly dueOn: string
  readonly provisional: boolean
  readonly acts: readonly CourseAct[]
  /** what the report says at its end */
  readonly content: ReportContent
  /** what it said when an act was done, by the number of the act */
  readonly contentAt: (act: number) => ReportContent
  /** false: a report that was begun and not sent, or none at all */
  readonly drafted: boolean
  /** of a value */
  readonly target: PlanTarget | null
  /** 争创: nobody is urged for it */
  readonly striven?: boolean
  /** whether what is approved settles the duty; a milestone that is reached in part is owed on */
  readonly settles: (content: ReportContent) => boolean
}
