import { addWorkingDays, shiftToWorkingDay, workingDaysBetween } from '@qiangxian/engines/work-calendar/working-days'
import type { CalendarChange } from './recount.types.ts'

/**
 * The last day of a time in working days by a changed calendar: as many working days from its start as before. The length
 * is read from the days themselves, so a parameter that the county changed meanwhile does not touch what runs.
 *
 * A day that was no working day was chosen and not counted: it only moves off a rest day.
 *
 * @example movedDay('2026-12-14', '2026-12-28', change) // '2026-12-26', which is worked by the notice
 */
export function movedDay(start: string, due: string, { before, after }: Omit<CalendarChange, 'from'>): string {
  const days = workingDaysBetween(start, due, before)
  if (days < 1 || !before.isWorkingDay(due)) return shiftToWorkingDay(due, after).due
  return addWorkingDays(start, days, after).due
}

/** The same for a day that somebody outside was told: it is put off, and never brought forward. */
export function putOffDay(start: string, due: string, change: Omit<CalendarChange, 'from'>): string {
  const moved = movedDay(start, due, change)
  return moved > due ? moved : shiftToWorkingDay(due, change.after).due
}
