import { daysBetween } from '@qiangxian/engines/indicator/days'
import { periodInWords } from '@qiangxian/engines/indicator/period'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { StoryTask } from '@qiangxian/kernel/jurisdiction/demonstration-story'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { partiesOf } from '@qiangxian/kernel/plan/present-plan'
import { courseOf } from './report-course.ts'
import { eventOf, habitOf, type OwedPeriod, owedPeriods } from './report-period.ts'
import { noFigures, sentencesOf } from './report-words.ts'
import { seeded, seedFor } from './seeded.ts'
import { type PartTale, tellPart } from './tell-part.ts'
import { tellReport } from './tell-report.ts'
import type { Telling } from './telling.ts'

/** Every part of every task, its reports, and how far it has come. */
export function tellTasks(telling: Telling): void {
  for (const told of telling.story.tasks) {
    const task = telling.plan.tasks.find(({ number }) => number === told.number)
    if (task === undefined) continue
    for (const part of partsOf(telling, told, task)) tellOnePart(telling, told, task, part)
  }
}

/** The lead units of the plan carry a part each; what the office handed out besides stands in the story. */
function partsOf(telling: Telling, told: StoryTask, task: PlanTask): readonly PartTale[] {
  const leads = partiesOf(task, 'lead').flatMap((id) => telling.membersOf(id))
  const weight = told.leadWeight === null ? null : told.leadWeight / leads.length
  return [
    ...leads.map((id) => ({
      unit: telling.unitById(id),
      share: 'lead' as const,
      content: task.title,
      standard: null,
      person: null,
      weight,
      startsOn: null,
      dueOn: null,
      progress: told.progress,
      status: 'ongoing' as const,
      statusOn: null,
    })),
    ...told.parts.map(({ organisation, ...part }) => ({
      ...part,
      unit: telling.unit(organisation),
      share: leads.includes(telling.unit(organisation).id) ? ('lead' as const) : ('support' as const),
    })),
  ]
}

function tellOnePart(telling: Telling, told: StoryTask, task: PlanTask, part: PartTale): void {
  const from = part.startsOn ?? telling.plan.head.periodStart
  if (from > telling.asOf) return
  const partId = newId(new Date(`${from}T01:00:00Z`))
  let reported: { progress: number; status: 'reported' | 'checked' | 'approved'; on: string } | undefined
  const until = part.status === 'ongoing' || part.status === 'waiting' ? telling.asOf : (part.statusOn ?? telling.asOf)
  // The clock opens a period for every part that is there and not done on the night after the period's end.
  const owed = owedPeriods(telling, told.cycle).filter(({ openedOn }) => openedOn > from && openedOn <= until)
  for (const period of owed) {
    const progress = progressAt(telling, task, part, from, period.end)
    const { state } = tellProgressReport(telling, { told, task, part, partId, period, progress })
    if (state === 'approved') reported = { progress, status: 'approved', on: period.end }
  }
  tellPart(telling, { task, part, partId, from, reported })
}

/** Along the way to where the part stands at the end of the story, a little uneven from unit to unit. */
function progressAt({ story, span }: Telling, task: PlanTask, part: PartTale, from: string, day: string): number {
  const end = part.statusOn ?? span.until
  const way = Math.min(1, daysBetween(from, day) / Math.max(1, daysBetween(from, end)))
  const bend = 0.8 + seeded(seedFor(story.seed, 'pace', String(task.number), part.unit.key)).next() * 0.4
  return Math.round(part.progress * way ** bend)
}

function tellProgressReport(
  telling: Telling,
  {
    told,
    task,
    part,
    partId,
    period,
    progress,
  }: {
    readonly told: StoryTask
    readonly task: PlanTask
    readonly part: PartTale
    readonly partId: string
    readonly period: OwedPeriod
    readonly progress: number
  },
) {
  const { story, settings, calendar, asOf } = telling
  const { unit } = part
  const itemKey = `task:${told.number}`
  const event = eventOf(telling, itemKey, unit, 'unit', period.key)
  const acts = courseOf(
    {
      from: period.end,
      dueOn: period.dueOn,
      dueWorkingDays: settings.reportDueWorkingDays,
      asOf,
      habit: habitOf(telling, unit),
      event,
      returnReasons: story.phrases.returned,
    },
    calendar,
    seeded(seedFor(story.seed, 'course', itemKey, unit.key, period.key)),
  )
  const content = { ...noFigures, ...sentencesOf(telling, itemKey, unit.key, period.key), progress }
  return tellReport(telling, {
    kind: 'report',
    itemKind: 'task',
    itemId: task.itemId,
    itemKey,
    partId,
    unit,
    scope: 'unit',
    period: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    title: `${periodInWords(period.key, 'zh')} 任务 ${task.number} 进展：${part.content}`,
    openedOn: period.openedOn,
    dueOn: period.dueOn,
    provisional: period.provisional,
    acts,
    content,
    contentAt: () => content,
    drafted: event?.what === 'drafted',
    target: null,
    settles: () => true,
  })
}
