import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { StoryMilestone } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanMilestone } from '@qiangxian/kernel/plan/plan-snapshot'
import type { MilestonePart, ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import type { CourseAct } from './report-course.ts'
import { noFigures, sentencesOf } from './report-words.ts'
import { tellReport } from './tell-report.ts'
import { instantOn, laterOf, type StoryUnit, type Telling, workingDayAfter } from './telling.ts'

/** How a milestone stood after its approvals: the light rests on it. */
export interface MilestoneCourse {
  readonly milestone: PlanMilestone
  readonly approvals: readonly {
    readonly on: string
    readonly doneOn: string | null
    readonly progressOn: string | null
  }[]
}

/** Every milestone: its duty, what was reported of its parts, and how it stands. */
export function tellMilestones(telling: Telling): readonly MilestoneCourse[] {
  return telling.plan.milestones.map((milestone) => {
    const told = telling.story.milestones.find(({ code }) => code === milestone.code)
    const [owner] = milestone.ownerIds.flatMap((id) => telling.membersOf(id))
    if (owner === undefined) return { milestone, approvals: [] }
    return tellMilestone(telling, milestone, told, telling.unitById(owner))
  })
}

function tellMilestone(
  telling: Telling,
  milestone: PlanMilestone,
  told: StoryMilestone | undefined,
  unit: StoryUnit,
): MilestoneCourse {
  const { plan, asOf, rows } = telling
  const course = reportCourse(telling, told)
  const words = { ...noFigures, ...sentencesOf(telling, milestone.code) }
  const contentUpTo = (day: string): ReportContent => ({ ...words, parts: partsBy(milestone, told, day) })
  const openedOn = plan.head.periodStart
  const { reportId } = tellReport(telling, {
    kind: 'milestone',
    itemKind: 'milestone',
    itemId: milestone.itemId,
    itemKey: milestone.code,
    partId: null,
    unit,
    scope: 'county',
    period: '',
    periodStart: null,
    periodEnd: null,
    title: `里程碑 ${milestone.code}：${milestone.name}`,
    openedOn,
    dueOn: milestone.dueOn ?? plan.head.periodEnd,
    provisional: false,
    // 争创 has no day: it may be reported until the programme ends, and nobody is urged.
    striven: milestone.level === 'strive',
    acts: course,
    content: contentUpTo(course.at(-1)?.documentsOf ?? asOf),
    contentAt: (act) => contentUpTo(course[act]?.documentsOf ?? asOf),
    drafted: false,
    target: null,
    settles: isDone,
  })
  const approved = course.filter(({ act }) => act === 'approve')
  const last = approved.at(-1)
  if (reportId !== null && last !== undefined) {
    const { parts, ...days } = standingOf(contentUpTo(last.documentsOf))
    rows.milestone_standing.push({
      item_id: milestone.itemId,
      parts: parts as unknown as Json,
      ...days,
      status: 'approved',
      report_id: reportId,
      updated_at: instantOn(last.on, 16),
    })
  }
  const approvals = approved.map(({ on, documentsOf }) => {
    const { done_on, progress_on } = standingOf(contentUpTo(documentsOf))
    return { on, doneOn: done_on, progressOn: progress_on }
  })
  return { milestone, approvals }
}

function standingOf({ parts }: ReportContent) {
  const all = parts ?? []
  const last = (counts: (status: MilestonePart['status']) => boolean) =>
    all.flatMap(({ status, on }) => (on !== null && counts(status) ? [on] : [])).reduce(laterOf, '') || null
  return {
    parts: all,
    applied_on: last((status) => status === 'applied'),
    done_on: isDone({ parts }) ? last((status) => status === 'done') : null,
    progress_on: last((status) => status !== 'open'),
  }
}

function isDone({ parts }: Pick<ReportContent, 'parts'>): boolean {
  return parts !== null && parts.length > 0 && parts.every(({ status }) => status === 'done')
}

/** The parts as far as they had come by a day; a milestone without parts is one itself. */
function partsBy(milestone: PlanMilestone, told: StoryMilestone | undefined, day: string): MilestonePart[] {
  const labels = milestone.parts.length === 0 ? [milestone.name] : milestone.parts
  return labels.map((label, at) => {
    const part = told?.parts[at]
    if (part === undefined || part.on === null || part.on > day) {
      return { label, status: 'open', documentNo: null, documentTitle: null, on: null }
    }
    const { status, documentNo, documentTitle, on } = part
    return { label, status, documentNo, documentTitle, on }
  })
}

interface DocumentedAct extends CourseAct {
  /** the documents up to this day are in the report */
  readonly documentsOf: string
}

/** Reported three working days after each document; documents that came while a report was under review go together. */
function reportCourse({ calendar, asOf }: Telling, told: StoryMilestone | undefined): readonly DocumentedAct[] {
  const days = [...new Set((told?.parts ?? []).flatMap(({ on }) => on ?? []))].sort()
  return days
    .flatMap((day, at): DocumentedAct[] => {
      const submitted = workingDayAfter(day, 3, calendar)
      const approved = workingDayAfter(submitted, 3, calendar)
      const next = days[at + 1]
      if (next !== undefined && next <= approved) return []
      return [
        { act: 'submit', on: submitted, reason: null, documentsOf: day },
        { act: 'check', on: workingDayAfter(submitted, 1, calendar), reason: null, documentsOf: day },
        { act: 'approve', on: approved, reason: null, documentsOf: day },
      ]
    })
    .filter(({ on }) => on <= asOf)
}
