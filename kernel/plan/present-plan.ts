import type { Static } from 'typebox'
import { daysBetween } from '../clock/civil-date.ts'
import type { OrganisationRow } from '../parties/party.operations.ts'
import type { PlanMilestone, PlanPhase, PlanSnapshot, PlanTarget, PlanTask, PlanVersionHead } from './plan-snapshot.ts'
import {
  type Amount,
  type Area,
  areas,
  type MilestoneRow,
  type PhaseRow,
  type PlanHead,
  type TargetKind,
  type TargetRow,
  type TaskRef,
  type TaskRow,
  type UnitRef,
} from './programme.schemas.ts'

/** How one version of the plan reads, with the names of the units and tasks that its items point at. */
export interface Reader {
  readonly plan: PlanSnapshot
  readonly units: ReadonlyMap<string, Static<typeof UnitRef>>
  readonly today: string
}

export function readerOf(plan: PlanSnapshot, organisations: readonly OrganisationRow[], today: string): Reader {
  const units = new Map(
    organisations.map(({ id, name, shortName, dissolvedOn }) => [id, { id, name, shortName, dissolvedOn }]),
  )
  return { plan, units, today }
}

export function presentHead(head: PlanVersionHead, versions: number): Static<typeof PlanHead> {
  return {
    id: head.planId,
    title: head.title,
    issuer: head.issuer,
    documentNo: head.documentNo,
    issuedOn: head.issuedOn,
    period: { start: head.periodStart, end: head.periodEnd },
    version: head.version,
    versions,
    effectiveFrom: head.effectiveFrom,
  }
}

export function presentAmount(target: PlanTarget): Static<typeof Amount> {
  const { comparator, value, valueHigh, unit, baseValue, baseUnit } = target
  return { comparator, value, valueHigh, unit, baseValue, baseUnit }
}

export function presentTarget(reader: Reader, target: PlanTarget): Static<typeof TargetRow> {
  return {
    itemId: target.itemId,
    code: target.code,
    name: target.name,
    shortName: target.shortName,
    area: areaOf(target.area),
    kind: target.kind as Static<typeof TargetKind>,
    amount: presentAmount(target),
    deadline: target.deadline,
    owners: unitRefs(reader, target.ownerIds),
    tasks: taskRefs(reader, target.taskItemIds),
    words: target.words,
  }
}

export function presentMilestone(reader: Reader, milestone: PlanMilestone): Static<typeof MilestoneRow> {
  return {
    itemId: milestone.itemId,
    code: milestone.code,
    name: milestone.name,
    level: milestone.level,
    area: areaOf(milestone.area),
    dueOn: milestone.dueOn,
    parts: [...milestone.parts],
    owners: unitRefs(reader, milestone.ownerIds),
    tasks: taskRefs(reader, milestone.taskItemIds),
    words: milestone.words,
  }
}

export function presentTask(reader: Reader, task: PlanTask): TaskRow {
  const serves = (item: { taskItemIds: readonly string[] }) => item.taskItemIds.includes(task.itemId)
  return {
    itemId: task.itemId,
    number: task.number,
    title: task.title,
    group: task.group,
    area: areaOf(task.area),
    lead: unitRefs(reader, partiesOf(task, 'lead')),
    support: unitRefs(reader, partiesOf(task, 'support')),
    targets: reader.plan.targets.filter(serves).length,
    milestones: reader.plan.milestones.filter(serves).length,
  }
}

export function partiesOf(task: PlanTask, share: 'lead' | 'support'): readonly string[] {
  return task.responsibilities.filter((unit) => unit.share === share).map((unit) => unit.partyId)
}

/**
 * A phase and where today stands in it. Neighbouring phases may share a month, as the plan prints them: then both are
 * current. A phase without dates is neither past nor current.
 */
export function presentPhase(phase: PlanPhase, today: string): Static<typeof PhaseRow> {
  const { itemId, name, start, end, summary, words } = phase
  const row = { itemId, name, start, end, summary, words }
  if (end !== null && end < today) return { ...row, state: 'past', days: null }
  if (start === null || start > today) {
    return { ...row, state: 'coming', days: start === null ? null : daysBetween(today, start) }
  }
  return { ...row, state: 'current', days: end === null ? null : daysBetween(today, end) }
}

export function unitRefs(reader: Reader, ids: readonly string[]): Static<typeof UnitRef>[] {
  return ids.flatMap((id) => reader.units.get(id) ?? [])
}

export function taskRefs(reader: Reader, ids: readonly string[]): Static<typeof TaskRef>[] {
  return reader.plan.tasks
    .filter((task) => ids.includes(task.itemId))
    .map(({ itemId, number, title }) => ({ itemId, number, title }))
}

export function areaOf(text: string): Area {
  return areas.find((area) => area === text) ?? 'management'
}
