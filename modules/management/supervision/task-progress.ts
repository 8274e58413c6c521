import { scheduleShare } from '@qiangxian/engines/indicator/progress'
import { actorMay, unitsActedFor } from '@qiangxian/kernel/accounts/actor'
import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import type { PlanReading } from '@qiangxian/kernel/plan/read-plan'
import { effectiveDueColumn } from '@qiangxian/kernel/progress/duty-record'
import { itemSettings, settingKey } from '@qiangxian/kernel/progress/item-settings'
import type { May, TaskPart, TaskProgress } from '@qiangxian/kernel/progress/progress.schemas'
import { presentReports } from '@qiangxian/kernel/progress/report-rows'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { ledTaskIds } from '@qiangxian/kernel/progress/task-leads'
import { listUrgings } from '@qiangxian/kernel/progress/urgings'
import { sql } from 'kysely'
import { weightsOf } from './decide-parts.ts'
import { mayAssign } from './may-assign.ts'
import { type ActOnPart, partActs } from './part-acts.ts'
import { lightOfPart, lightOfTask, type OverdueDuty, progressOfTask } from './part-light.ts'
import { targetsOfTask } from './targets-of-task.ts'
import { listParts, type PartRecord, partStatusLabels } from './task-parts.ts'

/** The living side of a task: who carries what and how far it is, with its reports and urgings. */
export async function presentTaskProgress(
  context: QueryContext,
  reading: PlanReading,
  task: PlanTask,
): Promise<TaskProgress> {
  const { plan, organisations } = reading
  const settings = progressSettings(context.county)
  const records = await listParts(context, { taskItemId: task.itemId })
  const living = records.filter((part) => part.status !== 'withdrawn')
  const parts = await presentParts(context, reading, records)
  const leading = parts
    .filter((part) => part.share === 'lead' && part.status !== 'withdrawn')
    .map(({ light, why, unit }) => ({ light, why, unit: unit.shortName }))
  const lit = lightOfTask(leading)
  const { sum, difference, missing } = weightsOf(living)
  const cycle = (await itemSettings(context)).get(settingKey('task', task.itemId))?.cycle ?? settings.reportCycle
  return {
    itemId: task.itemId,
    progress: progressOfTask(living),
    light: lit.light,
    why: { ...lit.why },
    share: scheduleShare({ start: plan.head.periodStart, end: plan.head.periodEnd }, context.today),
    parts: parts.filter((part) => seesPart(context, reading, task, part)),
    weights: { sum, difference, missing },
    targets: await targetsOfTask(context, plan, task),
    reports: await presentReports(context, { itemIds: [task.itemId], limit: 50 }),
    urgings: await listUrgings(context, { itemIds: [task.itemId], limit: 50 }),
    cycle,
    may: {
      assign: allowed(mayAssign(context, task, organisations), {
        zh: '由领导小组办公室或牵头单位负责人分配',
        en: 'The office or the head of a leading unit hands out the parts',
      }),
    },
  }
}

/** Whoever reads all progress and the units that lead see all parts; a supporting unit sees its own. */
function seesPart(context: QueryContext, reading: PlanReading, task: PlanTask, part: TaskPart): boolean {
  const { actor } = context
  if (actorMay(actor, 'progress.read')) return true
  if (unitsActedFor(actor, 'work.read').includes(part.unit.id)) return true
  return ledTaskIds(actor, reading).includes(task.itemId)
}

export async function presentParts(
  context: QueryContext,
  reading: PlanReading,
  records: readonly PartRecord[],
): Promise<TaskPart[]> {
  const { county, today } = context
  const { plan, reader } = reading
  const settings = progressSettings(county)
  const calendar = calendarOf(county)
  const overdue = await overdueOf(context, records)
  return records.flatMap((record) => {
    const task = plan.tasks.find((each) => each.itemId === record.taskItemId)
    const unit = reader.units.get(record.partyId)
    // A part of a task that an amendment dropped is shown no more.
    if (task === undefined || unit === undefined) return []
    const { light, why } = lightOfPart(record, overdue.get(record.id), plan.head, settings, calendar, today)
    return [
      {
        id: record.id,
        task: { itemId: task.itemId, number: task.number, title: task.title },
        unit,
        share: record.share,
        content: record.content,
        standard: record.standard,
        person: record.person,
        weight: record.weight,
        startsOn: record.startsOn,
        dueOn: record.dueOn,
        status: record.status,
        progress: record.progress,
        progressStatus: record.progressStatus,
        progressOn: record.progressOn,
        light,
        why: { ...why },
        acts: [...record.acts],
        revision: record.revision,
        may: {
          receive: mayAct(context, record, 'receive'),
          complete: mayAct(context, record, 'complete'),
          accept: mayAct(context, record, 'accept'),
          return: mayAct(context, record, 'return'),
          close: mayAct(context, record, 'close'),
          reopen: mayAct(context, record, 'reopen'),
        },
      },
    ]
  })
}

/** What of the parts is overdue, whoever reads: the light of a part is the same for all who see it. */
async function overdueOf(
  { tx, jurisdiction, today }: QueryContext,
  records: readonly PartRecord[],
): Promise<ReadonlyMap<string, OverdueDuty>> {
  const ids = records.map((record) => record.id)
  const { rows } = await sql<OverdueDuty & { partId: string }>`
    select distinct on (d.part_id) d.part_id as "partId", d.kind, d.title, ${effectiveDueColumn} as "dueOn",
      ${today}::date - ${effectiveDueColumn} as "daysOverdue"
    from duty d
    where d.jurisdiction = ${jurisdiction} and d.part_id = any(${ids}) and d.closed_on is null
      and d.answered_on is null and ${effectiveDueColumn} < ${today}::date
    order by d.part_id, ${effectiveDueColumn}, d.id`.execute(tx)
  return new Map(rows.map((row) => [row.partId, row]))
}

function mayAct({ actor }: QueryContext, part: PartRecord, act: ActOnPart): May {
  const rule = partActs[act]
  const permission = rule.by === 'head' ? 'report.submit' : 'report.draft'
  const mine =
    rule.by === 'office' ? actorMay(actor, 'report.review') : unitsActedFor(actor, permission).includes(part.partyId)
  if (!mine) return allowed(false, { zh: `由${rule.who.zh}办理`, en: `Done by ${rule.who.en}` })
  const status = partStatusLabels[part.status]
  return allowed(rule.from.includes(part.status), {
    zh: `分工现在是“${status}”`,
    en: `The part is “${part.status}” now`,
  })
}

function allowed(may: boolean, otherwise: Localized): May {
  return { may, why: may ? null : { ...otherwise } }
}
