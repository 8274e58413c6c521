import { daysBetween } from '@qiangxian/kernel/clock/civil-date'
import type { CountyTile } from '@qiangxian/kernel/jurisdiction/county-facts'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanVersionHead } from '@qiangxian/kernel/plan/plan-snapshot'
import {
  partiesOf,
  presentHead,
  presentPhase,
  presentTarget,
  presentTask,
  type Reader,
} from '@qiangxian/kernel/plan/present-plan'
import type { Cockpit, UnitLoad, Upcoming } from '@qiangxian/kernel/plan/programme.schemas'
import { supportsTask, takesPart } from '@qiangxian/kernel/plan/takes-part'
import type { Static } from 'typebox'

/**
 * 驾驶舱: what the plan itself says, on one page. Pure: from a version of the plan, the organisations and the day of today.
 *
 * @param warningDays how many days before its due date a milestone is near; a parameter of the county
 */
export function presentPlanCockpit(
  reader: Reader,
  heads: readonly PlanVersionHead[],
  organisations: readonly OrganisationRow[],
  tiles: readonly CountyTile[],
  warningDays: number,
): Cockpit {
  const { plan, today } = reader
  const { periodStart, periodEnd } = plan.head
  const phases = plan.phases.map((phase) => presentPhase(phase, today))
  const ofDays = daysBetween(periodStart, periodEnd) + 1
  return {
    plan: presentHead(plan.head, heads.length),
    today,
    daysLeft: daysBetween(today, periodEnd),
    // Both ends of the window count: its last day is elapsed when it is today.
    elapsed: { days: Math.min(ofDays, Math.max(0, daysBetween(periodStart, today) + 1)), ofDays },
    phases,
    current: phases.filter((phase) => phase.state === 'current').map((phase) => phase.itemId),
    targets: plan.targets.map((target) => presentTarget(reader, target)),
    milestones: countMilestones(reader, warningDays),
    tasks: plan.tasks.map((task) => presentTask(reader, task)),
    units: unitLoads(reader, organisations),
    towns: tiles.map((tile) => presentTile(tile, reader, organisations)),
    upcoming: listUpcoming(reader),
    timeline: timelineOf(reader, heads),
  }
}

function countMilestones({ plan, today }: Reader, warningDays: number): Cockpit['milestones'] {
  const promised = plan.milestones.filter((milestone) => milestone.level === 'achieve')
  const due = promised.flatMap((milestone) => (milestone.dueOn === null ? [] : [daysBetween(today, milestone.dueOn)]))
  return {
    total: plan.milestones.length,
    achieve: promised.length,
    strive: plan.milestones.length - promised.length,
    pastDue: due.filter((days) => days < 0).length,
    dueSoon: due.filter((days) => days >= 0 && days <= warningDays).length,
    warningDays,
  }
}

function unitLoads(reader: Reader, organisations: readonly OrganisationRow[]): Static<typeof UnitLoad>[] {
  const { plan, units } = reader
  const loads = organisations.flatMap((organisation) => {
    const unit = units.get(organisation.id)
    if (unit === undefined) return []
    const owns = (item: { ownerIds: readonly string[] }) => item.ownerIds.includes(organisation.id)
    return [
      {
        unit,
        kind: organisation.kind,
        leads: plan.tasks.filter((task) => partiesOf(task, 'lead').includes(organisation.id)).length,
        supports: plan.tasks.filter((task) => supportsTask(organisation.id, task, organisations)).length,
        targets: plan.targets.filter(owns).length,
        milestones: plan.milestones.filter(owns).length,
      },
    ]
  })
  const busy = loads.filter((load) => load.leads + load.targets + load.milestones > 0)
  return busy.sort((a, b) => b.leads - a.leads || b.targets - a.targets || b.milestones - a.milestones)
}

function presentTile(
  tile: CountyTile,
  { plan }: Reader,
  organisations: readonly OrganisationRow[],
): Cockpit['towns'][number] {
  const unit = organisations.find((each) => each.name === tile.organisation)
  const { name, kind, row, column, rowSpan, columnSpan } = tile
  const tasks =
    unit === undefined
      ? 0
      : plan.tasks.filter((task) => {
          const named = [...partiesOf(task, 'lead'), ...partiesOf(task, 'support')]
          return takesPart(unit.id, named, organisations)
        }).length
  return { name, kind, row, column, rowSpan, columnSpan, unitId: unit?.id ?? null, tasks }
}

function listUpcoming({ plan, today }: Reader): Static<typeof Upcoming>[] {
  const near = (dueOn: string | null): dueOn is string => dueOn !== null && dueOn >= today
  const rows = [
    ...plan.milestones.map(({ itemId, name, dueOn }) => ({ kind: 'milestone' as const, itemId, name, dueOn })),
    ...plan.targets.map(({ itemId, name, deadline }) => ({ kind: 'target' as const, itemId, name, dueOn: deadline })),
    ...plan.phases.map(({ itemId, name, end }) => ({ kind: 'phase' as const, itemId, name, dueOn: end })),
  ]
  return rows
    .flatMap((row) => (near(row.dueOn) ? [{ ...row, dueOn: row.dueOn, days: daysBetween(today, row.dueOn) }] : []))
    .sort((a, b) => a.days - b.days)
    .slice(0, 50)
}

function timelineOf({ plan }: Reader, heads: readonly PlanVersionHead[]): Cockpit['timeline'] {
  const due = new Map<string, number>()
  for (const { dueOn } of plan.milestones) if (dueOn !== null) due.set(dueOn, (due.get(dueOn) ?? 0) + 1)
  return [
    ...[...due].map(([date, count]) => ({ date, kind: 'milestone' as const, label: `${count} 项里程碑到期`, count })),
    ...heads.map((head) => ({
      date: head.effectiveFrom,
      kind: 'version' as const,
      label: `第 ${head.version} 版生效`,
      count: 1,
    })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}
