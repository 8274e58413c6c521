import { newId } from '@qiangxian/kernel/ids/new-id'
import type { PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import { type DutyEvent, extensionEvents, runDuty, tellExtensions } from './duty-story.ts'
import { clockItself, instantOn, type Person, type StoryUnit, type Telling, workingDayAfter } from './telling.ts'

/** What one unit carries of a task, as the story knows it. */
export interface PartTale {
  readonly unit: StoryUnit
  readonly share: 'lead' | 'support'
  readonly content: string
  readonly standard: string | null
  readonly person: string | null
  readonly weight: number | null
  readonly startsOn: string | null
  readonly dueOn: string | null
  /** at the end of the story, percent */
  readonly progress: number
  readonly status: 'waiting' | 'ongoing' | 'reported' | 'done' | 'closed'
  readonly statusOn: string | null
}

interface PartAct {
  readonly act: 'assign' | 'receive' | 'complete' | 'accept' | 'close'
  readonly on: string
  readonly by: Person
}

const statusAfter = {
  assign: 'waiting',
  receive: 'ongoing',
  complete: 'reported',
  accept: 'done',
  close: 'closed',
} as const

/** Writes the part as it stands, the acts that brought it there, and the duty to complete it by its day. */
export function tellPart(
  telling: Telling,
  {
    task,
    part,
    partId,
    from,
    reported,
  }: {
    readonly task: PlanTask
    readonly part: PartTale
    readonly partId: string
    readonly from: string
    readonly reported:
      | { readonly progress: number; readonly status: 'reported' | 'checked' | 'approved'; readonly on: string }
      | undefined
  },
): void {
  const { rows, asOf } = telling
  const acts = actsOf(telling, part, from).filter(({ on }) => on <= asOf)
  // Accepting says that nothing is left to do, whatever was reported last.
  const accepted = acts.find(({ act }) => act === 'accept')
  const standing = accepted === undefined ? reported : { progress: 100, status: 'approved' as const, on: accepted.on }
  rows.task_part.push({
    id: partId,
    task_item_id: task.itemId,
    party_id: part.unit.id,
    share: part.share,
    content: part.content,
    standard: part.standard,
    person: part.person,
    weight: part.weight,
    starts_on: part.startsOn,
    due_on: part.dueOn,
    status: statusAfter[acts.at(-1)?.act ?? 'assign'],
    progress: standing?.progress ?? null,
    progress_status: standing?.status ?? null,
    progress_on: standing?.on ?? null,
    revision: acts.length + 1,
    created_at: instantOn(from, 9),
  })
  for (const { act, on, by } of acts) {
    const at = instantOn(on, hours[act], 10)
    rows.task_part_act.push({
      id: newId(at),
      part_id: partId,
      act,
      on_date: on,
      at,
      by_account: by.accountId,
      by_label: by.label,
      reason: reasonOf(act, by),
    })
  }
  if (part.dueOn !== null) tellPartDuty(telling, { task, part, partId, from, dueOn: part.dueOn, acts })
}

function reasonOf(act: PartAct['act'], by: Person): string | null {
  if (act === 'assign' && by === clockItself) return '方案确定的牵头单位'
  return act === 'accept' || act === 'close' ? '佐证齐全，符合办结标准（演示）' : null
}

const hours = { assign: 9, receive: 10, complete: 11, accept: 15, close: 16 } as const

function actsOf({ calendar, office }: Telling, part: PartTale, from: string): PartAct[] {
  const { head } = part.unit
  // A lead unit's part comes with the plan: the clock makes it, and nobody hands it over.
  const giver = part.share === 'lead' && part.startsOn === null ? clockItself : office.checker
  const assigned: PartAct = { act: 'assign', on: from, by: giver }
  if (part.status === 'waiting') return [assigned]
  const begun: PartAct[] = [assigned, { act: 'receive', on: workingDayAfter(from, 2, calendar), by: head }]
  const { statusOn, status } = part
  if (status === 'ongoing' || statusOn === null) return begun
  if (status === 'reported') return [...begun, { act: 'complete', on: statusOn, by: head }]
  const accepted = status === 'done' ? statusOn : workingDayAfter(statusOn, -3, calendar)
  return [
    ...begun,
    { act: 'complete', on: workingDayAfter(accepted, -5, calendar), by: head },
    { act: 'accept', on: accepted, by: office.approver },
    ...(status === 'closed' ? [{ act: 'close' as const, on: statusOn, by: office.approver }] : []),
  ]
}

function tellPartDuty(
  telling: Telling,
  {
    task,
    part,
    partId,
    from,
    dueOn,
    acts,
  }: {
    readonly task: PlanTask
    readonly part: PartTale
    readonly partId: string
    readonly from: string
    readonly dueOn: string
    readonly acts: readonly PartAct[]
  },
): void {
  const { rows, story, asOf } = telling
  const asked = story.extensions.filter(
    ({ item, organisation }) => item === `part:${task.number}` && organisation === part.unit.key,
  )
  const events: DutyEvent[] = [
    ...acts.flatMap(({ act, on }): DutyEvent[] =>
      act === 'complete' ? [{ kind: 'answer', on }] : act === 'accept' ? [{ kind: 'close', on }] : [],
    ),
    ...extensionEvents(asked, asOf),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const { duty, sent, revision } = runDuty({ openedOn: from, dueOn }, events, telling)
  const id = newId(instantOn(from, 9))
  const title = `任务 ${task.number} 办结：${part.content}`
  rows.duty.push({
    id,
    kind: 'part',
    item_kind: 'task',
    item_id: task.itemId,
    part_id: partId,
    party_id: part.unit.id,
    scope: 'unit',
    period: '',
    period_start: null,
    period_end: null,
    title,
    opened_on: from,
    due_on: dueOn,
    provisional: false,
    extended_to: duty.extendedTo,
    return_due_on: duty.returnDueOn,
    answered_on: duty.answeredOn,
    closed_on: duty.closedOn,
    outcome: duty.outcome,
    next_act_on: duty.nextActOn,
    last_step: duty.lastStep,
    revision,
    created_at: instantOn(from, 9),
  })
  tellExtensions(telling, id, part.unit.id, asked)
  telling.sent.push(...sent.map((step) => ({ ...step, dutyId: id, kind: 'part' as const, title, unit: part.unit })))
}
