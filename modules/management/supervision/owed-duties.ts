import { type Cycle, type Period, periodInWords, periodOf, periodsBetween } from '@qiangxian/engines/indicator/period'
import { addCalendarDays } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { addWorkingDays } from '@qiangxian/engines/work-calendar/working-days'
import type { OrganisationRow } from '@qiangxian/kernel/parties/party.operations'
import type { PlanSnapshot, PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import type { UnitShareInForce } from '@qiangxian/kernel/progress/breakdowns'
import type { DutyRecord } from '@qiangxian/kernel/progress/duty-record'
import { type ItemSetting, settingKey } from '@qiangxian/kernel/progress/item-settings'
import type { ProgressSettings } from '@qiangxian/kernel/progress/settings'
import { actingUnits } from './living-units.ts'

/** A duty that is to be opened. */
export interface OwedDuty
  extends Pick<
    DutyRecord,
    | 'kind'
    | 'itemKind'
    | 'itemId'
    | 'partId'
    | 'partyId'
    | 'scope'
    | 'period'
    | 'periodStart'
    | 'periodEnd'
    | 'title'
    | 'openedOn'
    | 'dueOn'
    | 'provisional'
    | 'demonstration'
  > {
  /** 争创: may be reported until the programme ends, and is never urged */
  readonly striven?: boolean
}

/** What a part of a task owes by. */
export interface OwingPart {
  readonly id: string
  readonly taskItemId: string
  readonly partyId: string
  readonly content: string
  readonly dueOn: string | null
  readonly status: string
  /** an invented part has invented duties, which go with it */
  readonly demonstration: boolean
}

/** Everything that says who owes what. */
export interface Owing {
  readonly plan: PlanSnapshot
  readonly organisations: readonly OrganisationRow[]
  readonly itemSettings: ReadonlyMap<string, ItemSetting>
  readonly shares: readonly UnitShareInForce[]
  /** living parts of tasks */
  readonly parts: readonly OwingPart[]
  /** milestones that are done already */
  readonly doneMilestones: ReadonlySet<string>
  readonly settings: ProgressSettings
  readonly calendar: WorkCalendar
  readonly today: string
}

/**
 * The duties that stand open today by the plan and its breakdown, whether they were opened already or not.
 *
 * @param since the day up to which periods were opened before; null on the first run, which opens the last period only
 */
export function owedDuties(owing: Owing, since: string | null): readonly OwedDuty[] {
  return [...owedReports(owing, since), ...owedParts(owing), ...owedMilestones(owing)]
}

function owedReports(owing: Owing, since: string | null): readonly OwedDuty[] {
  const { plan, organisations, parts, shares, today } = owing
  const ended = new Map(cycles.map((cycle) => [cycle, endedPeriods(owing, cycle, since)]))
  const periodsFor = (kind: 'target' | 'task', itemId: string) =>
    ended.get(owing.itemSettings.get(settingKey(kind, itemId))?.cycle ?? owing.settings.reportCycle) ?? []
  const numbers = new Map(plan.tasks.map((task) => [task.itemId, task.number]))
  return [
    ...plan.targets.flatMap(({ itemId, name, ownerIds }) =>
      periodsFor('target', itemId).flatMap((period) => {
        const [owner] = actingUnits(ownerIds, organisations, today)
        const year = Number(period.key.slice(0, 4))
        const sharing = shares.filter((share) => share.itemId === itemId && (share.year ?? year) === year)
        const units = actingUnits(
          sharing.map((share) => share.partyId),
          organisations,
          today,
        )
        const value = { itemKind: 'target', itemId, partId: null, demonstration: false } as const
        return [
          ...(owner === undefined
            ? []
            : [report(owing, period, { ...value, partyId: owner, scope: 'county' as const, subject: name })]),
          ...units.map((partyId) =>
            report(owing, period, { ...value, partyId, scope: 'unit' as const, subject: `${name}（本单位）` }),
          ),
        ]
      }),
    ),
    ...parts
      .filter((part) => numbers.has(part.taskItemId) && isUnderWay(part))
      .flatMap((part) =>
        periodsFor('task', part.taskItemId).map((period) =>
          report(owing, period, {
            itemKind: 'task',
            itemId: part.taskItemId,
            partId: part.id,
            partyId: part.partyId,
            scope: 'unit',
            demonstration: part.demonstration,
            subject: `任务 ${numbers.get(part.taskItemId)} 进展：${part.content}`,
          }),
        ),
      ),
  ]
}

const cycles: readonly Cycle[] = ['month', 'quarter', 'year']

/** The periods of the programme that have ended by yesterday and were not opened yet, oldest first. */
function endedPeriods({ plan, today }: Owing, cycle: Cycle, since: string | null): readonly Period[] {
  const { periodStart, periodEnd } = plan.head
  const yesterday = addCalendarDays(today, -1)
  const last = yesterday < periodEnd ? yesterday : periodOf(periodEnd, cycle).end
  const ended = periodsBetween(periodStart, last, cycle).filter((period) => period.end < today)
  if (since === null) return ended.slice(-1).filter((period) => period.end > addCalendarDays(today, -LATE_FIRST_DAYS))
  return ended.filter((period) => period.end >= since)
}

/** A county that begins in the middle of a year does not open what ended long before. */
export const LATE_FIRST_DAYS = 100

interface Reported extends Pick<OwedDuty, 'itemKind' | 'itemId' | 'partId' | 'partyId' | 'scope' | 'demonstration'> {
  readonly subject: string
}

function report(owing: Owing, period: Period, { subject, ...whose }: Reported): OwedDuty {
  const { dueOn, provisional } = dueOfPeriod(period.end, owing.today, owing.settings, owing.calendar)
  return {
    ...whose,
    kind: 'report',
    period: period.key,
    periodStart: period.start,
    periodEnd: period.end,
    title: `${periodInWords(period.key, 'zh')} ${subject}`,
    openedOn: owing.today,
    dueOn,
    provisional,
  }
}

/**
 * By when a period is to be reported: so many working days after its end. One that is opened after that day, since the
 * clock stood still or the plan came late, has as many days from its opening: no duty is overdue when it is born.
 */
export function dueOfPeriod(
  periodEnd: string,
  openedOn: string,
  settings: Pick<ProgressSettings, 'reportDueWorkingDays'>,
  calendar: WorkCalendar,
): { readonly dueOn: string; readonly provisional: boolean; readonly from: string } {
  const regular = addWorkingDays(periodEnd, settings.reportDueWorkingDays, calendar)
  if (regular.due >= openedOn) return { dueOn: regular.due, provisional: regular.provisional, from: periodEnd }
  const from = addCalendarDays(openedOn, -1)
  const late = addWorkingDays(from, settings.reportDueWorkingDays, calendar)
  return { dueOn: late.due, provisional: late.provisional, from }
}

function owedParts({ plan, parts, today }: Owing): readonly OwedDuty[] {
  const tasks = new Map(plan.tasks.map((task) => [task.itemId, task]))
  return parts.flatMap((part) => {
    const task = tasks.get(part.taskItemId)
    return task === undefined || part.dueOn === null || !isUnderWay(part)
      ? []
      : [dutyToComplete(task, part, part.dueOn, today)]
  })
}

/** The duty to complete a part of a task (办结) by its day. */
export function dutyToComplete(
  task: Pick<PlanTask, 'itemId' | 'number'>,
  part: Pick<OwingPart, 'id' | 'partyId' | 'content' | 'demonstration'>,
  dueOn: string,
  today: string,
): OwedDuty {
  const { id: partId, partyId, demonstration } = part
  const whose = { itemKind: 'task', itemId: task.itemId, partId, partyId, demonstration } as const
  const title = `任务 ${task.number} 办结：${part.content}`
  return { ...whose, ...withoutPeriod, kind: 'part', title, openedOn: today, dueOn }
}

/** 办结、销号 and 撤回 owe nothing more. */
export function isUnderWay(part: Pick<OwingPart, 'status'>): boolean {
  return part.status === 'waiting' || part.status === 'ongoing' || part.status === 'reported'
}

/**
 * What is promised (建成) is owed by its day. What is striven for (争创) has no day: its unit may report what was applied
 * for and awarded until the programme ends; nobody is urged, and what was not awarded by then is no failure.
 */
function owedMilestones({ plan, organisations, doneMilestones, today }: Owing): readonly OwedDuty[] {
  return plan.milestones.flatMap((milestone) => {
    const { itemId, code, name, level, ownerIds } = milestone
    const [partyId] = actingUnits(ownerIds, organisations, today)
    const striven = level === 'strive'
    const dueOn = milestone.dueOn ?? (striven ? plan.head.periodEnd : null)
    if (partyId === undefined || dueOn === null || doneMilestones.has(itemId)) return []
    if (striven && plan.head.periodEnd < today) return []
    const whose = { itemKind: 'milestone', itemId, partId: null, partyId, demonstration: false } as const
    const title = `里程碑 ${code}：${name}`
    return [
      {
        ...whose,
        ...withoutPeriod,
        kind: 'milestone',
        scope: 'county',
        title,
        openedOn: today,
        dueOn,
        striven,
      } as const,
    ]
  })
}

const withoutPeriod = { scope: 'unit', period: '', periodStart: null, periodEnd: null, provisional: false } as const
