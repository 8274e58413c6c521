import { daysBetween } from '@qiangxian/engines/work-calendar/civil-date'
import type { WorkCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import type { QueryContext } from '../../operations/context.ts'
import { calendarOf } from '../../rules/calendar-of.ts'

export interface NearestLimit {
  readonly label: string
  /** working days where the limit is in working days, else calendar days; negative: late */
  readonly daysLeft: number
}

/** Of each of these cases the running limit that ends first, in one look-up. */
export async function nearestLimits(
  context: QueryContext,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, NearestLimit>> {
  const nearest = new Map<string, NearestLimit>()
  if (matterIds.length === 0) return nearest
  const rows = await context.tx
    .selectFrom('matter_limit')
    .select(['matter_id', 'label', 'length_unit', 'due_on'])
    .where('jurisdiction', '=', context.jurisdiction)
    .where('matter_id', 'in', [...matterIds])
    .where('status', '=', 'running')
    .orderBy('due_on')
    .orderBy('kind', 'desc')
    .execute()
  const calendar = await calendarOf(context)
  for (const { matter_id: id, label, length_unit: unit, due_on: dueOn } of rows) {
    if (nearest.has(id)) continue
    nearest.set(id, { label, daysLeft: daysLeft(context.today, dueOn, unit === 'workingDay', calendar) })
  }
  return nearest
}

/** Days from today to the last day; 0 on the last day itself. */
export function daysLeft(today: string, dueOn: string, inWorkingDays: boolean, calendar: WorkCalendar): number {
  return inWorkingDays ? workingDaysBetween(today, dueOn, calendar) : daysBetween(today, dueOn)
}
