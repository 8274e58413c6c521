import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { StoryMilestone } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanMilestone } from '@qiangxian/kernel/plan/plan-snapshot'
import type { MilestonePart } from '@qiangxian/kernel/progress/progress.schemas'
import type { CourseAct } from './report-course.ts'
import { noFigures, sentencesOf } from './report-words.ts'
import { tellReport } from './tell-report.ts'
import { instantOn, laterOf, type StoryUnit, type Telling, workingDayAfter } from './telling.ts'

/** How a milestone stood after a day: the light rests on it. */
export interface MilestoneStep {
  readonly milestone: PlanMilestone
  readonly steps: readonly {
    readonly on: string
    readonly approved: boolean
    readonly doneOn: string | null
    readonly progressOn: string | null
  }[]
}

/** Every milestone: its duty, what was reported of its parts, and how it stands. */
export function tellMilestones(telling: Telling): readonly MilestoneStep[] {
  return telling.plan.milestones.map((milestone) => {
    const told = telling.story.milestones.find(({ code }) => code === milestone.code)
    const [owner] = milestone.ownerIds.flatMap((id) => telling.membersOf(id))
    if (owner === undefined) return { milestone, steps: [] }
    return tellMilestone(telling, milestone, told, telling.unitById(owner))
  })
}

function tellMilestone(
  telling: Telling,
  milestone: PlanMilestone,
  told: StoryMilestone | undefined,
  unit: StoryUnit,
): MilestoneStep {
  const { plan, asOf } = telling
  const parts = partsBy(milestone, told, asOf)
  const moved = parts.flatMap(({ on }) => on ?? [])
  const last = moved.reduce(laterOf, '')
  const acts = last === '' ? [] : reportActs(last, telling)
  const isDone = parts.every(({ status }) => status === 'done')
  const content = {
    ...noFigures,
    ...sentencesOf(telling, milestone.code),
    parts: parts.map((part) => ({ ...part })),
  }
  // 争创 has no day, so nobody owes it; what came of it was reported all the same, within the programme.
  if (milestone.level === 'strive' && last === '') return { milestone, steps: [] }
  const dueOn = milestone.dueOn ?? plan.head.periodEnd
  const openedOn = plan.head.periodStart
  const { reportId, approvedOn, state } = tellReport(telling, {
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
    dueOn,
    provisional: false,
    acts,
    content,
    atFirst: content,
    drafted: false,
    target: null,
    closes: isDone || milestone.level === 'strive',
  })
  if (reportId === null || state === null || state === 'draft') return { milestone, steps: [] }
  const doneOn = isDone ? last : null
  const applied = parts.flatMap(({ status, on }) => (status === 'applied' && on !== null ? [on] : []))
  telling.rows.milestone_standing.push({
    item_id: milestone.itemId,
    parts: content.parts as unknown as Json,
    applied_on: applied[0] ?? null,
    done_on: doneOn,
    progress_on: last,
    status: state === 'submitted' ? 'reported' : state,
    report_id: reportId,
    updated_at: instantOn(acts.at(-1)?.on ?? last, 16),
  })
  return {
    milestone,
    steps: acts.map(({ act, on }) => ({
      on,
      approved: act === 'approve' && on === approvedOn,
      doneOn,
      progressOn: last,
    })),
  }
}

/** The parts as far as they have come by the last day that is told; a milestone without parts is one itself. */
function partsBy(milestone: PlanMilestone, told: StoryMilestone | undefined, asOf: string): MilestonePart[] {
  const labels = milestone.parts.length === 0 ? [milestone.name] : milestone.parts
  return labels.map((label, at) => {
    const part = told?.parts[at]
    if (part === undefined || part.on === null || part.on > asOf) {
      return { label, status: 'open', documentNo: null, documentTitle: null, on: null }
    }
    const { status, documentNo, documentTitle, on } = part
    return { label, status, documentNo, documentTitle, on }
  })
}

/** Reported some days after the last document; a report that is not approved yet waits at the office. */
function reportActs(last: string, { calendar, asOf }: Telling): readonly CourseAct[] {
  const submitted = workingDayAfter(last, 3, calendar)
  const acts: CourseAct[] = [
    { act: 'submit', on: submitted, reason: null },
    { act: 'check', on: workingDayAfter(submitted, 1, calendar), reason: null },
    { act: 'approve', on: workingDayAfter(submitted, 3, calendar), reason: null },
  ]
  return acts.filter(({ on }) => on <= asOf)
}
